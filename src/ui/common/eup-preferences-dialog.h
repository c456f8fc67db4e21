#pragma once

#include <adwaita.h>
#include "casework/eup-workspace.h"

G_BEGIN_DECLS

#define EUP_TYPE_PREFERENCES_DIALOG (eup_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    EupPreferencesDialog, eup_preferences_dialog, EUP, PREFERENCES_DIALOG, AdwPreferencesDialog)

AdwDialog *eup_preferences_dialog_new (EupWorkspace *workspace);
void eup_preferences_dialog_focus_language (EupPreferencesDialog *self);

G_END_DECLS
