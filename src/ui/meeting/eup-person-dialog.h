#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* One person who takes part. A new one is put into the case with the first letter of the name.
 * Signal "remove" (const char *id): somebody wants to take the person away. */
#define EUP_TYPE_PERSON_DIALOG (eup_person_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EupPersonDialog, eup_person_dialog, EUP, PERSON_DIALOG, AdwDialog)

AdwDialog *eup_person_dialog_new (EupCase *kase, const char *id, EupVoice voice);
const char *eup_person_dialog_get_id (EupPersonDialog *self);

G_END_DECLS
