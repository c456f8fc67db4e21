#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* What changes when an open case goes over to a newer model, one row a thing; and the way to do it.
 *
 * Signal "taken-over": it is done; one step back undoes it. */
#define EUP_TYPE_CHANGES_DIALOG (eup_changes_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EupChangesDialog, eup_changes_dialog, EUP, CHANGES_DIALOG, AdwDialog)

AdwDialog *eup_changes_dialog_new (EupCase *kase, EupModel *newer);

G_END_DECLS
