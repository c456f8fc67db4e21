#pragma once

#include <adwaita.h>
#include "assessment/eup-assessment.h"

G_BEGIN_DECLS

/* Whose answer is shown where many speak with one voice: a button with a list that can be searched.
 *
 * Signal "chosen" (const char *person) */
#define EUP_TYPE_PERSON_LIST (eup_person_list_get_type ())
G_DECLARE_FINAL_TYPE (EupPersonList, eup_person_list, EUP, PERSON_LIST, AdwBin)

void eup_person_list_fill (EupPersonList *self, const EupAssessment *assessment, GPtrArray *people);
void eup_person_list_choose (EupPersonList *self, const char *person);
void eup_person_list_mark (
    EupPersonList *self, const char *person, gboolean answered, const char *stance, const char *icon);

G_END_DECLS
