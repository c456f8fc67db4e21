#pragma once

#include <adwaita.h>
#include "assessment/eup-acknowledge.h"
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* Signs a sealed record with a certificate from a file. Signal "signed": it is done and kept. */
#define EUP_TYPE_SIGN_DIALOG (eup_sign_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EupSignDialog, eup_sign_dialog, EUP, SIGN_DIALOG, AdwDialog)

AdwDialog *eup_sign_dialog_new (EupCase *kase);
AdwDialog *eup_sign_dialog_new_for_acknowledgement (EupCase *kase,
                                                    const char *name,
                                                    EupAcknowledgement *acknowledgement);
const char *eup_sign_words_for_error (const GError *error);

G_END_DECLS
