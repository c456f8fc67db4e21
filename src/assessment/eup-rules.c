/* Which questions are open, who has answered, what stands against sealing. */

#include "assessment/eup-rules.h"

#include <string.h>

static gboolean
has_text (const char *text)
{
  return text != NULL && text[strspn (text, " \t\r\n")] != '\0';
}

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
 * Returns: (transfer container) (element-type EupQuestion): the questions that the case's level
 *   opens, in the method's order
 */
GPtrArray *
eup_rules_open_questions (const EupAssessment *assessment, const EupModel *model)
{
  const EupLevel *level = eup_method_get_level (model->method, eup_rules_level (assessment, model));
  GPtrArray *questions = eup_method_get_questions (model->method);
  GPtrArray *open = g_ptr_array_new ();

  for (guint i = 0; i < questions->len; i++)
    {
      EupQuestion *question = questions->pdata[i];

      if (level != NULL && (level->paths & (1u << question->path)) != 0)
        g_ptr_array_add (open, question);
    }
  return open;
}

static gboolean
is_expected (const EupPerson *person)
{
  return g_strcmp0 (person->presence, "absent") != 0 && g_strcmp0 (person->presence, "later") != 0;
}

static gboolean
is_complete (const EupStatement *statement, const EupModel *model)
{
  const EupNonAnswer *non_answer;

  if (statement == NULL || eup_statement_is_empty (statement))
    return FALSE;
  non_answer = has_text (statement->non_answer)
                   ? eup_method_find_non_answer (model->method, statement->non_answer)
                   : NULL;
  return non_answer == NULL || !non_answer->needs_reason || has_text (statement->reason);
}

/* What the meeting writes together is the answer of its voice where the question's kind says so. */
static gboolean
has_joint_answer (const EupAssessment *assessment, const EupQuestion *question)
{
  switch (question->kind)
    {
    case EUP_QUESTION_PURPOSE:
      return has_text (assessment->card->purpose);
    case EUP_QUESTION_ALTERNATIVES:
      return assessment->alternatives->len > 0;
    case EUP_QUESTION_STATEMENT:
    default:
      return FALSE;
    }
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
      if (voice == EUP_VOICE_FACILITATOR && has_joint_answer (assessment, question))
        continue;
      for (guint i = 0; i < people->len; i++)
        {
          EupPerson *person = people->pdata[i];

          if (is_expected (person) &&
              !is_complete (eup_assessment_find_statement (assessment, question->id, person->id), model))
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
  if (voice == EUP_VOICE_FACILITATOR && has_joint_answer (assessment, question))
    return TRUE;
  for (guint i = 0; i < people->len; i++)
    {
      const EupPerson *person = people->pdata[i];

      if (is_complete (eup_assessment_find_statement (assessment, question->id, person->id), model))
        any = TRUE;
      else if (is_expected (person))
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
 * eup_rules_outcome_is_possible:
 *
 * Returns: whether @outcome can be chosen at all; a yes can't after the resident's no
 */
gboolean
eup_rules_outcome_is_possible (const EupAssessment *assessment,
                               const EupModel *model,
                               const EupOutcome *outcome)
{
  g_autoptr (GPtrArray) gates = eup_rules_gates (assessment, model);

  for (guint i = 0; outcome->yes && i < gates->len; i++)
    {
      const EupGateState *state = gates->pdata[i];

      if (state->open && state->gate->forbids)
        return FALSE;
    }
  return TRUE;
}

static void
add_obstacle (GPtrArray *obstacles, EupObstacleKind kind, const EupGate *gate)
{
  EupObstacle *obstacle = g_new0 (EupObstacle, 1);

  obstacle->kind = kind;
  obstacle->gate = gate;
  g_ptr_array_add (obstacles, obstacle);
}

static void
add_gates (GPtrArray *obstacles, const EupAssessment *assessment, const EupModel *model)
{
  g_autoptr (GPtrArray) gates = eup_rules_gates (assessment, model);

  for (guint i = 0; i < gates->len; i++)
    {
      const EupGateState *state = gates->pdata[i];

      if (state->open && state->gate->kind != EUP_GATE_WARNING)
        add_obstacle (obstacles, state->gate->forbids ? EUP_OBSTACLE_FORBIDDEN : EUP_OBSTACLE_GATE,
                      state->gate);
    }
}

/**
 * eup_rules_seal_obstacles:
 *
 * A no, a not now or a referral needs its reasons and a name; a yes also needs every hard gate closed.
 *
 * Returns: (transfer full) (element-type EupObstacle): what stands against sealing, empty when nothing does
 */
GPtrArray *
eup_rules_seal_obstacles (const EupAssessment *assessment, const EupModel *model)
{
  GPtrArray *obstacles = g_ptr_array_new_with_free_func (g_free);
  const EupDecision *decision = assessment->decision;
  const EupOutcome *outcome = eup_method_find_outcome (model->method, decision->outcome);

  if (outcome == NULL)
    add_obstacle (obstacles, EUP_OBSTACLE_OUTCOME, NULL);
  else if (outcome->yes)
    add_gates (obstacles, assessment, model);
  if (outcome != NULL && outcome->needs_date && !has_text (decision->until))
    add_obstacle (obstacles, EUP_OBSTACLE_DATE, NULL);
  if (!has_text (decision->because) || !has_text (decision->therefore))
    add_obstacle (obstacles, EUP_OBSTACLE_REASONS, NULL);
  if (!has_text (decision->decider))
    add_obstacle (obstacles, EUP_OBSTACLE_DECIDER, NULL);
  return obstacles;
}
