/* What people are called where several of them stand in one sentence. */

#include "assessment/eup-assessment-private.h"

#include "util/eup-text.h"

/* The place of @person among those of the same name, from 1; @n: how many they are; @same_role: whether
 * another of them has the same role, or one has none */
static guint
place_among_namesakes (const EupAssessment *assessment,
                       const EupPerson *person,
                       guint *n,
                       gboolean *same_role)
{
  guint place = 0;

  *n = 0;
  *same_role = !eup_has_text (person->role);
  for (guint i = 0; i < assessment->people->len; i++)
    {
      const EupPerson *other = assessment->people->pdata[i];

      if (g_strcmp0 (other->name, person->name) != 0)
        continue;
      (*n)++;
      if (g_strcmp0 (other->id, person->id) == 0)
        place = *n;
      else if (!eup_has_text (other->role) || g_strcmp0 (other->role, person->role) == 0)
        *same_role = TRUE;
    }
  return place;
}

/**
 * eup_rules_name:
 *
 * Returns: (transfer full): the person's name as it can stand in a sentence: two of the same name are
 *   told apart by their roles, else by a number (“Eva (daughter)”, “Eva (2)”), and a name that is
 *   written from right to left does not turn the words around it
 */
char *
eup_rules_name (const EupAssessment *assessment, const EupPerson *person)
{
  gboolean same_role;
  guint n, place = place_among_namesakes (assessment, person, &n, &same_role);
  g_autofree char *name = eup_text_isolate (person->name ? person->name : "");
  g_autofree char *role = NULL;

  if (n < 2 || *name == '\0')
    return g_steal_pointer (&name);
  if (same_role)
    return g_strdup_printf ("%s (%u)", name, place);
  role = eup_text_isolate (person->role);
  return g_strdup_printf ("%s (%s)", name, role);
}
