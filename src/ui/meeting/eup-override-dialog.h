#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* Going ahead past a gate that may be overridden: who, in which role, and why. */
#define EUP_TYPE_OVERRIDE_DIALOG (eup_override_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EupOverrideDialog, eup_override_dialog, EUP, OVERRIDE_DIALOG, AdwDialog)

AdwDialog *eup_override_dialog_new (EupCase *kase, const EupGate *gate);

G_END_DECLS
