#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* Notes one attempt to ask; it comes into the case whole, with a date, a way and a name. */
#define EUP_TYPE_ATTEMPT_DIALOG (eup_attempt_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EupAttemptDialog, eup_attempt_dialog, EUP, ATTEMPT_DIALOG, AdwDialog)

AdwDialog *eup_attempt_dialog_new (EupCase *kase, const EupQuestion *question);

G_END_DECLS
