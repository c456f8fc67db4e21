#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* Asking for one consent: the question in big letters in the person's own language, and what was
 * answered, how, and to whom. */
#define EUP_TYPE_CONSENT_DIALOG (eup_consent_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EupConsentDialog, eup_consent_dialog, EUP, CONSENT_DIALOG, AdwDialog)

AdwDialog *eup_consent_dialog_new (EupCase *kase, const EupConsentAsked *asked);

G_END_DECLS
