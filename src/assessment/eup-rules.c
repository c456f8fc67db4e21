/* Which questions are open, who has answered, what to think of. */

#include "assessment/eup-facts-private.h"
#include "assessment/eup-rules-session.h"

/**
 * eup_rules_level:
 *
 * Returns: the case's intrusiveness, 0 to 3: the technology's own, raised by the functions that are on
 */
int
eup_rules_level (const EupAssessment *assessment, const EupModel *model)
{
  const EupTechnology *technology = eup_catalogue_find (model->catalogue, assessment->card->technology);

  return technology ? eup_technology_level (technology, (const char *const *) assessment->card->functions)
                    : 0;
}

/**
 * eup_rules_open_questions:
 *
 * Those of the level's paths, and those that their own condition opens. In an urgent case, instead of
 * the paths, the questions that the method marks as urgent.
 *
 * Returns: (transfer container) (element-type EupQuestion): the questions that are open in this case,
 *   in the method's order
 */
GPtrArray *
eup_rules_open_questions (const EupAssessment *assessment, const EupModel *model)
{
  g_auto (EupFacts) facts;

  eup_facts_init (&facts, assessment, model);
  return eup_facts_open_questions (&facts);
}

/**
 * eup_rules_minutes:
 *
 * Returns: how long @stage takes in this case: the minutes of its questions that are open; of a stage
 *   without questions its own
 */
int
eup_rules_minutes (const EupAssessment *assessment, const EupModel *model, const EupStage *stage)
{
  g_autoptr (GPtrArray) open = NULL;
  int minutes = 0;

  if (stage->questions->len == 0)
    return stage->minutes;
  open = eup_rules_open_questions (assessment, model);
  for (guint i = 0; i < stage->questions->len; i++)
    if (g_ptr_array_find (open, stage->questions->pdata[i], NULL))
      minutes += ((EupQuestion *) stage->questions->pdata[i])->minutes;
  return minutes;
}

/**
 * eup_rules_place_in_stage:
 * @n_open: (out): how many questions of its stage this case asks; @question itself counts even when it
 *   has just closed
 *
 * Returns: which of them @question is, from 1
 */
guint
eup_rules_place_in_stage (const EupAssessment *assessment,
                          const EupModel *model,
                          const EupQuestion *question,
                          guint *n_open)
{
  const EupStage *stage = eup_method_get_stages (model->method)->pdata[question->stage];
  g_autoptr (GPtrArray) open = eup_rules_open_questions (assessment, model);
  guint place = 0;

  *n_open = 0;
  for (guint i = 0; i < stage->questions->len; i++)
    {
      if (stage->questions->pdata[i] != question &&
          !g_ptr_array_find (open, stage->questions->pdata[i], NULL))
        continue;
      (*n_open)++;
      if (stage->questions->pdata[i] == question)
        place = *n_open;
    }
  return place;
}

static gboolean
has_spoken (const EupAssessment *assessment,
            const EupModel *model,
            const EupQuestion *question,
            const EupPerson *person)
{
  const EupStatement *statement = eup_assessment_find_statement (assessment, question->id, person->id);

  return statement != NULL && eup_statement_is_complete (statement, model->method);
}

/**
 * eup_rules_missing_people:
 *
 * Returns: (transfer container) (element-type EupPerson): those who are asked @question, take part,
 *   and have neither an answer nor a reason yet; the resident first
 */
GPtrArray *
eup_rules_missing_people (const EupAssessment *assessment, const EupModel *model, const EupQuestion *question)
{
  GPtrArray *missing = g_ptr_array_new ();

  for (guint voice = 0; voice < EUP_N_VOICES; voice++)
    {
      g_autoptr (GPtrArray) people = eup_assessment_people_of (assessment, (EupVoice) voice);

      if (!eup_question_asks (question, (EupVoice) voice))
        continue;
      if (voice == EUP_VOICE_FACILITATOR && eup_assessment_has_joint_answer (assessment, question))
        continue;
      for (guint i = 0; i < people->len; i++)
        {
          EupPerson *person = people->pdata[i];

          if (eup_rules_is_expected (assessment, question, person) &&
              !has_spoken (assessment, model, question, person))
            g_ptr_array_add (missing, person);
        }
    }
  return missing;
}

/**
 * eup_rules_has_answered:
 *
 * Returns: whether everybody who takes part with @voice has an answer or a reason; %FALSE where
 *   nobody speaks with it
 */
gboolean
eup_rules_has_answered (const EupAssessment *assessment,
                        const EupModel *model,
                        const EupQuestion *question,
                        EupVoice voice)
{
  g_autoptr (GPtrArray) people = eup_assessment_people_of (assessment, voice);
  gboolean any = FALSE;

  if (!eup_question_asks (question, voice))
    return FALSE;
  if (voice == EUP_VOICE_FACILITATOR && eup_assessment_has_joint_answer (assessment, question))
    return TRUE;
  for (guint i = 0; i < people->len; i++)
    {
      const EupPerson *person = people->pdata[i];

      if (has_spoken (assessment, model, question, person))
        any = TRUE;
      else if (eup_rules_is_expected (assessment, question, person))
        return FALSE;
    }
  return any;
}

/**
 * eup_rules_may_reveal:
 *
 * Returns: whether the answers may be shown side by side: everybody has one, or a reason why not
 */
gboolean
eup_rules_may_reveal (const EupAssessment *assessment, const EupModel *model, const EupQuestion *question)
{
  g_autoptr (GPtrArray) missing = eup_rules_missing_people (assessment, model, question);

  if (missing->len > 0)
    return FALSE;
  for (guint voice = 0; voice < EUP_N_VOICES; voice++)
    if (eup_rules_has_answered (assessment, model, question, (EupVoice) voice))
      return TRUE;
  return FALSE;
}

gboolean
eup_rules_is_revealed (const EupAssessment *assessment, const EupQuestion *question)
{
  return eup_assessment_find (assessment, EUP_PART_REVEAL, question->id) != NULL;
}

/**
 * eup_rules_prompts:
 *
 * Returns: (transfer container) (element-type EupText): what the catalogue wants to have thought of at
 *   @question with this technology
 */
GPtrArray *
eup_rules_prompts (const EupAssessment *assessment, const EupModel *model, const EupQuestion *question)
{
  const EupTechnology *technology = eup_catalogue_find (model->catalogue, assessment->card->technology);
  GPtrArray *prompts = g_ptr_array_new ();

  for (guint i = 0; technology != NULL && i < technology->prompts->len; i++)
    {
      const EupPrompt *prompt = technology->prompts->pdata[i];

      if (g_strcmp0 (prompt->question, question->id) == 0)
        g_ptr_array_add (prompts, prompt->text);
    }
  return prompts;
}
