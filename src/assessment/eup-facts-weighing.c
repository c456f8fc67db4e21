/* Facts of the weighing: other ways, conditions, and how heavily each question counts. */

#include "assessment/eup-facts-private.h"

static int
count_alternatives (const EupFacts *facts, EupFact fact)
{
  int n = 0;

  for (guint i = 0; i < facts->assessment->alternatives->len; i++)
    {
      const EupAlternative *alternative = facts->assessment->alternatives->pdata[i];

      if (fact == EUP_FACT_ALTERNATIVES)
        n++;
      else if (fact == EUP_FACT_ALTERNATIVES_WITHOUT_TECHNOLOGY)
        n += alternative->without_technology;
      else
        n += !eup_has_text (alternative->reason);
    }
  return n;
}

/* A condition that says what, who and when; any when @question is NULL, else those that answer to it. */
static int
count_conditions (const EupFacts *facts, const char *question)
{
  int n = 0;

  for (guint i = 0; i < facts->assessment->conditions->len; i++)
    {
      const EupCondition *condition = facts->assessment->conditions->pdata[i];

      n += eup_condition_is_whole (condition) &&
           (question == NULL || g_strcmp0 (condition->question, question) == 0);
    }
  return n;
}

/* How @question was weighed; NULL where it was not, or where the question is not open now. */
static const EupWeight *
weight_of (EupFacts *facts, const char *question)
{
  const EupWeight *weight = eup_assessment_find (facts->assessment, EUP_PART_WEIGHT, question);

  return weight && eup_has_text (weight->weight) && eup_facts_is_open (facts, question) ? weight : NULL;
}

static char **
weights (EupFacts *facts)
{
  GPtrArray *set = g_ptr_array_new ();

  for (guint i = 0; i < facts->assessment->weights->len; i++)
    {
      const EupWeight *weight = weight_of (facts, ((EupWeight *) facts->assessment->weights->pdata[i])->id);

      if (weight != NULL)
        eup_set_add (set, weight->weight);
    }
  return eup_set_end (set);
}

static int
count_unweighed (EupFacts *facts)
{
  g_autoptr (GPtrArray) open = eup_facts_open_questions (facts);
  int n = 0;

  for (guint i = 0; i < open->len; i++)
    {
      const EupQuestion *question = open->pdata[i];

      n += question->weigh && weight_of (facts, question->id) == NULL;
    }
  return n;
}

static int
count_missing_safeguards (EupFacts *facts)
{
  const EupScale *scale = eup_method_get_weight_scale (facts->model->method);
  int n = 0;

  for (guint i = 0; scale != NULL && i < facts->assessment->weights->len; i++)
    {
      const EupWeight *weight = weight_of (facts, ((EupWeight *) facts->assessment->weights->pdata[i])->id);
      const EupOption *option = weight ? eup_scale_find_option (scale, weight->weight) : NULL;

      n += option != NULL && option->needs_safeguard && !eup_has_text (weight->safeguard);
    }
  return n;
}

void
eup_facts_of_weighing (EupFact fact, const char *name, const char *detail, EupValue *value, gpointer data)
{
  EupFacts *facts = data;

  if (fact == EUP_FACT_ALTERNATIVES || fact == EUP_FACT_ALTERNATIVES_WITHOUT_TECHNOLOGY ||
      fact == EUP_FACT_ALTERNATIVES_WITHOUT_REASON)
    value->number = count_alternatives (facts, fact);
  else if (fact == EUP_FACT_CONDITIONS)
    value->number = count_conditions (facts, NULL);
  else if (fact == EUP_FACT_CONDITIONS_FOR)
    value->number = count_conditions (facts, name);
  else if (fact == EUP_FACT_WEIGHT)
    value->text = g_strdup (weight_of (facts, name) ? weight_of (facts, name)->weight : "");
  else if (fact == EUP_FACT_WEIGHTS)
    value->set = weights (facts);
  else if (fact == EUP_FACT_UNWEIGHED)
    value->number = count_unweighed (facts);
  else if (fact == EUP_FACT_SAFEGUARDS_MISSING)
    value->number = count_missing_safeguards (facts);
  else
    g_assert_not_reached ();
}
