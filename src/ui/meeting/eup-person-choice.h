#pragma once

#include <adwaita.h>
#include "assessment/eup-assessment.h"

G_BEGIN_DECLS

/* Whose answer is shown, where several people speak with one voice.
 *
 * Signal "chosen" (const char *person). */
#define EUP_TYPE_PERSON_CHOICE (eup_person_choice_get_type ())
G_DECLARE_FINAL_TYPE (EupPersonChoice, eup_person_choice, EUP, PERSON_CHOICE, AdwBin)

void eup_person_choice_show (EupPersonChoice *self, const EupAssessment *assessment, GPtrArray *people);
void eup_person_choice_mark (
    EupPersonChoice *self, const char *person, gboolean answered, const char *stance, const char *icon);
void eup_person_choice_choose (EupPersonChoice *self, const char *person);

G_END_DECLS
