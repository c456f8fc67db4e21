/* The resident's own sentence, which stands above every outcome. */

#include "ui/meeting/eup-own-answer.h"

#include "ui/common/eup-entries.h"
#include "ui/meeting/eup-wall-words.h"

/**
 * eup_own_answer_find_need:
 *
 * Returns: (transfer none) (nullable): where the resident says yes or no: the first thing that the method
 *   lets close every yes
 */
const EupGateNeed *
eup_own_answer_find_need (EupCase *kase)
{
  EupModel *model = eup_case_get_model (kase);
  GPtrArray *gates = eup_method_get_gates (model->method);

  for (guint i = 0; i < gates->len; i++)
    {
      const EupGate *gate = gates->pdata[i];

      for (guint j = 0; j < gate->needs->len; j++)
        {
          const EupGateNeed *need = gate->needs->pdata[j];

          if (need->forbids && eup_method_find_question (model->method, need->go_to) != NULL)
            return need;
        }
    }
  return NULL;
}

/**
 * eup_own_answer_find_asking:
 *
 * Returns: (transfer none) (nullable): the first thing that leads to @question: it says how to ask
 */
const EupGateNeed *
eup_own_answer_find_asking (EupCase *kase, const char *question)
{
  GPtrArray *gates = eup_method_get_gates (eup_case_get_model (kase)->method);

  for (guint i = 0; i < gates->len; i++)
    {
      const EupGate *gate = gates->pdata[i];

      for (guint j = 0; j < gate->needs->len; j++)
        if (g_strcmp0 (((EupGateNeed *) gate->needs->pdata[j])->go_to, question) == 0)
          return gate->needs->pdata[j];
    }
  return NULL;
}

/**
 * eup_own_answer_find:
 *
 * Returns: (transfer none) (nullable): what the resident said there; %NULL while nothing
 */
const EupStatement *
eup_own_answer_find (EupCase *kase)
{
  const EupAssessment *assessment = eup_case_get_assessment (kase);
  const EupGateNeed *need = eup_own_answer_find_need (kase);
  g_autoptr (GPtrArray) residents = eup_assessment_people_of (assessment, EUP_VOICE_RESIDENT);
  const EupStatement *statement = NULL;

  if (need != NULL && residents->len > 0)
    statement =
        eup_assessment_find_statement (assessment, need->go_to, ((EupPerson *) residents->pdata[0])->id);
  return statement != NULL && !eup_statement_is_empty (statement) ? statement : NULL;
}

/**
 * eup_own_answer_title:
 *
 * Returns: (transfer full): "Anna: yes, if …"; the name alone where nothing was chosen
 */
char *
eup_own_answer_title (EupCase *kase, const char *language)
{
  const EupAssessment *assessment = eup_case_get_assessment (kase);
  const EupStatement *statement = eup_own_answer_find (kase);
  const char *alias = eup_text_is_written (assessment->card->alias)
                          ? assessment->card->alias
                          : eup_wall_voice (EUP_VOICE_RESIDENT, language);
  g_autofree char *stance = NULL;

  if (statement != NULL)
    stance = eup_rules_stance_words (statement, assessment, eup_case_get_model (kase), language);
  if (!eup_text_is_written (stance))
    return g_strdup (alias);
  return g_strdup_printf (g_strcmp0 (language, "zh") == 0 ? "%s：%s" : "%s: %s", alias, stance);
}

/**
 * eup_own_answer_sentence:
 *
 * Returns: (transfer full) (nullable): the resident's own words as they fell; %NULL for none
 */
char *
eup_own_answer_sentence (EupCase *kase, const char *language)
{
  const EupStatement *statement = eup_own_answer_find (kase);

  if (statement == NULL || !eup_text_is_written (statement->words))
    return NULL;
  return g_strdup_printf (g_strcmp0 (language, "sv") == 0 ? "”%s”" : "“%s”", statement->words);
}
