#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* Writes one alternative. Every keystroke goes to the case; there is nothing to save or cancel. */
#define EUP_TYPE_ALTERNATIVE_DIALOG (eup_alternative_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EupAlternativeDialog, eup_alternative_dialog, EUP, ALTERNATIVE_DIALOG, AdwDialog)

AdwDialog *eup_alternative_dialog_new (EupCase *kase, const char *id);

G_END_DECLS
