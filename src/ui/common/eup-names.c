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

static gboolean
decides (const EupAssessment *assessment, const char *name)
{
  for (guint i = 0; i < assessment->people->len; i++)
    {
      const EupPerson *person = assessment->people->pdata[i];

      if (person->decides && g_strcmp0 (person->name, name) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * eup_names_of_deciders_first:
 * @assessment: a case
 *
 * Returns: (transfer full): the same names, those first who are marked as deciding
 */
char **
eup_names_of_deciders_first (const EupAssessment *assessment)
{
  g_auto (GStrv) names = eup_names_of_people (assessment);
  g_autoptr (GStrvBuilder) sorted = g_strv_builder_new ();

  for (int first = TRUE; first >= FALSE; first--)
    for (guint i = 0; names[i] != NULL; i++)
      if (decides (assessment, names[i]) == first)
        g_strv_builder_add (sorted, names[i]);
  return g_strv_builder_end (sorted);
}

/**
 * eup_names_role_of:
 * @assessment: a case
 * @name: somebody's name
 *
 * Returns: (transfer none) (nullable): the role that somebody of that name has in the case
 */
const char *
eup_names_role_of (const EupAssessment *assessment, const char *name)
{
  for (guint i = 0; i < assessment->people->len; i++)
    if (g_strcmp0 (((EupPerson *) assessment->people->pdata[i])->name, name) == 0)
      return ((EupPerson *) assessment->people->pdata[i])->role;
  return NULL;
}
