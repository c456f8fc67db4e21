/* Which languages the shared window speaks: the case's own, or another that was chosen for it, and
 * below that a second one. */

#include "assessment/eup-rules.h"

#include "assessment/eup-assessment-private.h"

/**
 * eup_rules_wall_language:
 *
 * Returns: (transfer none): the first language of the shared window: the one chosen for it, else the
 *   record's
 */
const char *
eup_rules_wall_language (const EupAssessment *assessment)
{
  const EupCard *card = assessment->card;

  return eup_has_text (card->wall_language) ? card->wall_language : card->language;
}

/**
 * eup_rules_wall_second_language:
 *
 * Returns: (transfer none) (nullable): the language below the first; %NULL where there is none, or it
 *   would say the same twice
 */
const char *
eup_rules_wall_second_language (const EupAssessment *assessment)
{
  const char *second = assessment->card->second_language;

  return eup_has_text (second) && g_strcmp0 (second, eup_rules_wall_language (assessment)) != 0 ? second
                                                                                                : NULL;
}

/**
 * eup_rules_choose_wall_language:
 * @card: a card that is being changed
 * @below: whether the second language is chosen
 * @language: (nullable): the language; %NULL for none, which only the second can be
 *
 * Whoever chooses the language that stands in the other place gets the two the other way round. The
 * record's own language is not noted as the first: the wall follows when that one is changed.
 */
void
eup_rules_choose_wall_language (EupCard *card, gboolean below, const char *language)
{
  g_autofree char *first =
      g_strdup (eup_has_text (card->wall_language) ? card->wall_language : card->language);
  g_autofree char *second = g_strdup (eup_has_text (card->second_language) ? card->second_language : NULL);

  if (!below && g_strcmp0 (language, second) == 0)
    g_set_str (&second, first);
  if (below && g_strcmp0 (language, first) == 0 && second != NULL)
    g_set_str (&first, second);
  if (below)
    g_set_str (&second, language);
  else
    g_set_str (&first, language);
  g_set_str (&card->wall_language, g_strcmp0 (first, card->language) == 0 ? NULL : first);
  g_set_str (&card->second_language, g_strcmp0 (second, first) == 0 ? NULL : second);
}
