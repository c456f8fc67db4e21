#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* Before a sitting: where, when in the day, how, who asks and about what.
 *
 * Signal "begun" (const char *sitting): it is in the case now. */
#define EUP_TYPE_SITTING_DIALOG (eup_sitting_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EupSittingDialog, eup_sitting_dialog, EUP, SITTING_DIALOG, AdwDialog)

AdwDialog *eup_sitting_dialog_new (EupCase *kase);

G_END_DECLS
