/* Names to pick from where somebody is to be named. */

#include "ui/common/eup-names.h"

/**
 * eup_names_of_people:
 * @assessment: a case
 *
 * Returns: (transfer full): the names of those who can answer for something: everybody but the resident
 */
char **
eup_names_of_people (const EupAssessment *assessment)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < assessment->people->len; i++)
    {
      const EupPerson *person = assessment->people->pdata[i];

      if (eup_person_voice (person) != EUP_VOICE_RESIDENT && person->name != NULL && *person->name != '\0')
        g_strv_builder_add (names, person->name);
    }
  return g_strv_builder_end (names);
}
