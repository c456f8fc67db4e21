#pragma once

#include <adwaita.h>
#include "casework/eup-workspace.h"

G_BEGIN_DECLS

/* What goes on after the seal: consents that can be taken back, what is done at the follow-up, and what
 * the case was made with. The record itself stays as it is. */
#define EUP_TYPE_AFTER_DIALOG (eup_after_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EupAfterDialog, eup_after_dialog, EUP, AFTER_DIALOG, AdwDialog)

AdwDialog *eup_after_dialog_new (EupWorkspace *workspace, EupCase *kase);

G_END_DECLS
