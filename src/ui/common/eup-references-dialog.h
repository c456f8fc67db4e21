#pragma once

#include <adwaita.h>
#include "method/eup-rule-pack.h"

G_BEGIN_DECLS

/* What a country's rules rest on: each reference with what it says, where and when it was read, and
 * whether a lawyer must look at it first. */
#define EUP_TYPE_REFERENCES_DIALOG (eup_references_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EupReferencesDialog, eup_references_dialog, EUP, REFERENCES_DIALOG, AdwDialog)

AdwDialog *eup_references_dialog_new (EupRulePack *rules);
char *eup_references_describe (EupRulePack *rules);

G_END_DECLS
