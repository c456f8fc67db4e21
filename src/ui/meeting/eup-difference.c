/* Where voices differ, as sentences beside each other: who, and what they chose. */

#include "ui/meeting/eup-difference.h"

static char *
say_all (EupCase *kase, const EupDifference *difference, const char *language)
{
  const EupAssessment *assessment = eup_case_get_assessment (kase);
  gboolean chinese = g_strcmp0 (language, "zh") == 0;
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < difference->statements->len; i++)
    {
      const EupStatement *statement = difference->statements->pdata[i];
      const EupPerson *person = eup_assessment_find_person (assessment, statement->person);
      g_autofree char *stance = eup_rules_stance_words (statement, assessment, eup_case_get_method (kase), language);

      if (person == NULL || stance == NULL || *stance == '\0')
        continue;
      if (words->len > 0)
        g_string_append (words, chinese ? "" : " ");
      g_string_append_printf (words, chinese ? "%s：%s。" : "%s: %s.", person->name, stance);
    }
  return g_string_free_and_steal (words);
}

/**
 * eup_difference_say:
 * @question: a question whose answers are shown
 * @language: of the sentences
 *
 * Returns: (transfer full) (nullable): "Anna: Good. Eva: No difference."; %NULL where nobody differs
 */
char *
eup_difference_say (EupCase *kase, const EupQuestion *question, const char *language)
{
  g_autoptr (GPtrArray) differences = eup_rules_differences (eup_case_get_assessment (kase), eup_case_get_method (kase),
                                                             eup_case_get_catalogue (kase));

  for (guint i = 0; i < differences->len; i++)
    {
      const EupDifference *difference = differences->pdata[i];

      if (difference->question == question && difference->kind == EUP_DIFFERENCE_SIDES)
        return say_all (kase, difference, language);
    }
  return NULL;
}
