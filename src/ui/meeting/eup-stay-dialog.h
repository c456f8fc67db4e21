#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* The times at which one person came and left, a pair of rows a stay. Nothing is changed before it is
 * written down, and then all of it can be undone. */
#define EUP_TYPE_STAY_DIALOG (eup_stay_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EupStayDialog, eup_stay_dialog, EUP, STAY_DIALOG, AdwDialog)

AdwDialog *eup_stay_dialog_new (EupCase *kase, const char *person);

G_END_DECLS
