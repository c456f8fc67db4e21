/* The facts of one case: which topic answers which, and what is worked out once. */

#include "assessment/eup-facts-private.h"

/* Every fact that a condition can ask for has its topic here (tests/unit/test-facts.c goes through them). */
static const EupFactFunc topics[] = {
  [EUP_FACT_LEVEL] = eup_facts_of_case,
  [EUP_FACT_TECHNOLOGY] = eup_facts_of_case,
  [EUP_FACT_FUNCTIONS] = eup_facts_of_case,
  [EUP_FACT_URGENT] = eup_facts_of_case,
  [EUP_FACT_OCCASION] = eup_facts_of_case,
  [EUP_FACT_COUNTRY] = eup_facts_of_case,
  [EUP_FACT_PURPOSE] = eup_facts_of_case,
  [EUP_FACT_FOLLOW_UP_DAYS] = eup_facts_of_decision,
  [EUP_FACT_FOLLOW_UP_LIMIT] = eup_facts_of_decision,
  [EUP_FACT_FOLLOW_UP_OWNER] = eup_facts_of_decision,
  [EUP_FACT_UNTIL_DAYS] = eup_facts_of_decision,
  [EUP_FACT_URGENT_LIMIT] = eup_facts_of_decision,
  [EUP_FACT_ALTERNATIVES] = eup_facts_of_weighing,
  [EUP_FACT_ALTERNATIVES_WITHOUT_TECHNOLOGY] = eup_facts_of_weighing,
  [EUP_FACT_ALTERNATIVES_WITHOUT_REASON] = eup_facts_of_weighing,
  [EUP_FACT_CONDITIONS] = eup_facts_of_weighing,
  [EUP_FACT_WEIGHTS] = eup_facts_of_weighing,
  [EUP_FACT_UNWEIGHED] = eup_facts_of_weighing,
  [EUP_FACT_SAFEGUARDS_MISSING] = eup_facts_of_weighing,
  [EUP_FACT_IMPACT_ASSESSMENT] = eup_facts_of_case,
  [EUP_FACT_SECOND_READER] = eup_facts_of_case,
  [EUP_FACT_SECOND_READER_VIEW] = eup_facts_of_case,
  [EUP_FACT_TECHNOLOGY_NEEDS_SECOND_READER] = eup_facts_of_case,
  [EUP_FACT_DECIDER] = eup_facts_of_decision,
  [EUP_FACT_DELEGATION] = eup_facts_of_decision,
  [EUP_FACT_DECIDER_INTEREST] = eup_facts_of_people,
  [EUP_FACT_ROAD] = eup_facts_of_decision,
  [EUP_FACT_PROVISION] = eup_facts_of_decision,
  [EUP_FACT_OUTCOME] = eup_facts_of_decision,
  [EUP_FACT_COHABITANTS] = eup_facts_of_people,
  [EUP_FACT_INTERPRETERS] = eup_facts_of_people,
  [EUP_FACT_RELATIVE_INTERPRETS] = eup_facts_of_people,
  [EUP_FACT_LANGUAGES_DIFFER] = eup_facts_of_people,
  [EUP_FACT_DISSENTS_UNASKED] = eup_facts_of_people,
  [EUP_FACT_ABSENT_WITHOUT_VIEW] = eup_facts_of_people,
  [EUP_FACT_QUICK_VOICES] = eup_facts_of_words,
  [EUP_FACT_RESIDENT_JARGON] = eup_facts_of_words,
  [EUP_FACT_SAME_WORDS] = eup_facts_of_words,
  [EUP_FACT_BIRTH_UNKNOWN] = eup_facts_of_case,
  [EUP_FACT_TICKS] = eup_facts_of_answers,
  [EUP_FACT_ATTEMPTS] = eup_facts_of_attempts,
  [EUP_FACT_ATTEMPT_DAYS] = eup_facts_of_attempts,
  [EUP_FACT_ATTEMPT_METHODS] = eup_facts_of_attempts,
  [EUP_FACT_WEIGHT] = eup_facts_of_weighing,
  [EUP_FACT_CONDITIONS_FOR] = eup_facts_of_weighing,
  [EUP_FACT_STANCE] = eup_facts_of_answers,
  [EUP_FACT_ANSWERED] = eup_facts_of_answers,
  [EUP_FACT_REASON] = eup_facts_of_answers,
  [EUP_FACT_FIELD] = eup_facts_of_answers,
  [EUP_FACT_CHOICES] = eup_facts_of_answers,
  [EUP_FACT_CONSENT] = eup_facts_of_consents,
  [EUP_FACT_CONSENT_REQUIRED] = eup_facts_of_consents,
  [EUP_FACT_CONSENT_BY_OTHER] = eup_facts_of_consents,
};

void
eup_facts_init (EupFacts *self, const EupAssessment *assessment, const EupModel *model)
{
  *self = (EupFacts) { .assessment = assessment, .model = model };
}

void
eup_facts_clear (EupFacts *self)
{
  g_clear_pointer (&self->open, g_ptr_array_unref);
  g_clear_pointer (&self->consents, g_ptr_array_unref);
}

static void
answer (EupFact fact, const char *name, const char *detail, EupValue *value, gpointer data)
{
  g_assert ((guint) fact < G_N_ELEMENTS (topics) && topics[fact] != NULL);
  topics[fact](fact, name, detail, value, data);
}

/**
 * eup_facts_hold:
 * @condition: (nullable): always true
 *
 * Returns: whether the condition is true in this case
 */
gboolean
eup_facts_hold (EupFacts *self, const EupExpression *condition)
{
  return condition == NULL || eup_expression_evaluate (condition, answer, self);
}

static gboolean
is_on_path (const EupFacts *self, const EupQuestion *question, const EupLevel *level)
{
  if (self->assessment->card->urgent)
    return question->urgent;
  return level != NULL && (level->paths & (1u << question->path)) != 0;
}

static GPtrArray *
find_open_questions (EupFacts *self)
{
  const EupLevel *level =
      eup_method_get_level (self->model->method, eup_rules_level (self->assessment, self->model));
  GPtrArray *questions = eup_method_get_questions (self->model->method);
  GPtrArray *open = g_ptr_array_new ();
  gboolean nested = self->opening;

  self->opening = TRUE;
  for (guint i = 0; i < questions->len; i++)
    {
      EupQuestion *question = questions->pdata[i];

      if (is_on_path (self, question, level) ||
          (!nested && question->opens != NULL && eup_facts_hold (self, question->opens)))
        g_ptr_array_add (open, question);
    }
  self->opening = nested;
  return open;
}

/**
 * eup_facts_open_questions:
 *
 * While a question's own condition is asked, only the path opens questions: a condition that looked
 * at itself would have no answer. What is found then, or inside a rule pack's condition, is not kept.
 *
 * Returns: (transfer container) (element-type EupQuestion): in the method's order
 */
GPtrArray *
eup_facts_open_questions (EupFacts *self)
{
  if (self->opening || self->requiring)
    return find_open_questions (self);
  if (self->open == NULL)
    self->open = find_open_questions (self);
  return g_ptr_array_ref (self->open);
}

gboolean
eup_facts_is_open (EupFacts *self, const char *question)
{
  g_autoptr (GPtrArray) open = eup_facts_open_questions (self);

  for (guint i = 0; i < open->len; i++)
    if (g_strcmp0 (((EupQuestion *) open->pdata[i])->id, question) == 0)
      return TRUE;
  return FALSE;
}

void
eup_set_add (GPtrArray *set, const char *text)
{
  for (guint i = 0; i < set->len; i++)
    if (g_str_equal (set->pdata[i], text))
      return;
  g_ptr_array_add (set, g_strdup (text));
}

/* (transfer full): the set as a list of texts; @set is used up */
char **
eup_set_end (GPtrArray *set)
{
  g_ptr_array_add (set, NULL);
  return (char **) g_ptr_array_free (set, FALSE);
}
