#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* Somebody takes back a consent: who was told, in which words, and what follows. */
#define EUP_TYPE_WITHDRAW_DIALOG (eup_withdraw_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EupWithdrawDialog, eup_withdraw_dialog, EUP, WITHDRAW_DIALOG, AdwDialog)

AdwDialog *eup_withdraw_dialog_new (EupCase *kase, const EupConsentAsked *asked);

G_END_DECLS
