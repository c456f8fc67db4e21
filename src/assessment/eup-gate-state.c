/* Gates: the method's conditions, answered by what was said. */

#include "assessment/eup-rules.h"

#include <string.h>

typedef struct
{
  const EupAssessment *assessment;
  const EupModel *model;
} Facts;

/* Collects texts once each. */
static void
add_once (GPtrArray *set, const char *text)
{
  for (guint i = 0; i < set->len; i++)
    if (g_str_equal (set->pdata[i], text))
      return;
  g_ptr_array_add (set, g_strdup (text));
}

static char **
end_set (GPtrArray *set)
{
  g_ptr_array_add (set, NULL);
  return (char **) g_ptr_array_free (set, FALSE);
}

/* The statements to one question by one voice, or by any when @voice is NULL. */
static GPtrArray *
statements_to (const Facts *facts, const char *question, const char *voice)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < facts->assessment->statements->len; i++)
    {
      EupStatement *statement = facts->assessment->statements->pdata[i];
      const EupPerson *person = eup_assessment_find_person (facts->assessment, statement->person);

      if (g_strcmp0 (statement->question, question) == 0 && person != NULL &&
          (voice == NULL || g_strcmp0 (person->voice, voice) == 0))
        g_ptr_array_add (found, statement);
    }
  return found;
}

static char **
stances (const Facts *facts, const char *question, const char *voice)
{
  g_autoptr (GPtrArray) statements = statements_to (facts, question, voice);
  GPtrArray *set = g_ptr_array_new ();

  for (guint i = 0; i < statements->len; i++)
    {
      const EupStatement *statement = statements->pdata[i];
      GHashTableIter iter;
      gpointer option;

      if (!eup_statement_is_answer (statement))
        continue;
      g_hash_table_iter_init (&iter, statement->stances);
      while (g_hash_table_iter_next (&iter, NULL, &option))
        add_once (set, option);
    }
  return end_set (set);
}

static char **
ticks (const Facts *facts, const char *question)
{
  g_autoptr (GPtrArray) statements = statements_to (facts, question, NULL);
  GPtrArray *set = g_ptr_array_new ();

  for (guint i = 0; i < statements->len; i++)
    {
      const EupStatement *statement = statements->pdata[i];

      for (guint j = 0; eup_statement_is_answer (statement) && statement->ticks && statement->ticks[j]; j++)
        add_once (set, statement->ticks[j]);
    }
  return end_set (set);
}

static gboolean
answered (const Facts *facts, const char *question, const char *voice)
{
  g_autoptr (GPtrArray) statements = statements_to (facts, question, voice);

  for (guint i = 0; i < statements->len; i++)
    if (eup_statement_is_answer (statements->pdata[i]))
      return TRUE;
  return FALSE;
}

static gboolean
has_reason (const Facts *facts, const char *question, const char *voice)
{
  g_autoptr (GPtrArray) statements = statements_to (facts, question, voice);

  for (guint i = 0; i < statements->len; i++)
    {
      const EupStatement *statement = statements->pdata[i];

      if (statement->non_answer && statement->reason && *statement->reason)
        return TRUE;
    }
  return FALSE;
}

static int
count_attempts (const Facts *facts, EupFact fact, const char *question)
{
  g_autoptr (GPtrArray) different = g_ptr_array_new_with_free_func (g_free);
  int n = 0;

  for (guint i = 0; i < facts->assessment->attempts->len; i++)
    {
      const EupAttempt *attempt = facts->assessment->attempts->pdata[i];
      g_autofree char *method = attempt->method ? g_utf8_casefold (attempt->method, -1) : NULL;
      g_autofree char *occasion =
          g_strdup_printf ("%s %s", attempt->date, attempt->occasion ? attempt->occasion : "");

      if (g_strcmp0 (attempt->question, question) != 0)
        continue;
      n++;
      if (fact == EUP_FACT_ATTEMPT_DAYS)
        add_once (different, occasion);
      else if (method != NULL)
        add_once (different, method);
    }
  return fact == EUP_FACT_ATTEMPTS ? n : (int) different->len;
}

static int
count_alternatives (const Facts *facts, EupFact fact)
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
        n += alternative->reason == NULL || *alternative->reason == '\0';
    }
  return n;
}

static GDateTime *
date_of (const char *iso)
{
  g_autofree char *day = iso && strlen (iso) >= 10 ? g_strdup_printf ("%.10sT00:00:00Z", iso) : NULL;

  return day ? g_date_time_new_from_iso8601 (day, NULL) : NULL;
}

/* Whole days from the meeting to the follow-up; -1 when either is not set. */
static int
follow_up_days (const Facts *facts)
{
  g_autoptr (GDateTime) meeting = date_of (facts->assessment->card->meeting);
  g_autoptr (GDateTime) follow_up = date_of (facts->assessment->decision->follow_up_date);

  if (meeting == NULL || follow_up == NULL)
    return -1;
  return (int) (g_date_time_difference (follow_up, meeting) / G_TIME_SPAN_DAY);
}

static int
follow_up_limit (const Facts *facts)
{
  const EupLevel *level =
      eup_method_get_level (facts->model->method, eup_rules_level (facts->assessment, facts->model));

  return level ? level->follow_up_days : 0;
}

static void
answer_fact (EupFact fact, const char *question, const char *voice, EupValue *value, gpointer data)
{
  const Facts *facts = data;

  switch (fact)
    {
    case EUP_FACT_LEVEL:
      value->number = eup_rules_level (facts->assessment, facts->model);
      break;
    case EUP_FACT_PURPOSE:
      value->text = g_strdup (facts->assessment->card->purpose ? facts->assessment->card->purpose : "");
      break;
    case EUP_FACT_FOLLOW_UP_DAYS:
      value->number = follow_up_days (facts);
      break;
    case EUP_FACT_FOLLOW_UP_LIMIT:
      value->number = follow_up_limit (facts);
      break;
    case EUP_FACT_FOLLOW_UP_OWNER:
      value->text = g_strdup (
          facts->assessment->decision->follow_up_owner ? facts->assessment->decision->follow_up_owner : "");
      break;
    case EUP_FACT_ALTERNATIVES:
    case EUP_FACT_ALTERNATIVES_WITHOUT_TECHNOLOGY:
    case EUP_FACT_ALTERNATIVES_WITHOUT_REASON:
      value->number = count_alternatives (facts, fact);
      break;
    case EUP_FACT_STANCE:
      value->set = stances (facts, question, voice);
      break;
    case EUP_FACT_TICKS:
      value->set = ticks (facts, question);
      break;
    case EUP_FACT_ANSWERED:
      value->truth = answered (facts, question, voice);
      break;
    case EUP_FACT_REASON:
      value->truth = has_reason (facts, question, voice);
      break;
    case EUP_FACT_ATTEMPTS:
    case EUP_FACT_ATTEMPT_DAYS:
    case EUP_FACT_ATTEMPT_METHODS:
      value->number = count_attempts (facts, fact, question);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * eup_rules_gates:
 *
 * Returns: (transfer full) (element-type EupGateState): the gates that count in this case, in the
 *   method's order, and whether each is open
 */
GPtrArray *
eup_rules_gates (const EupAssessment *assessment, const EupModel *model)
{
  Facts facts = { assessment, model };
  GPtrArray *gates = eup_method_get_gates (model->method);
  GPtrArray *states = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < gates->len; i++)
    {
      const EupGate *gate = gates->pdata[i];
      EupGateState *state;

      if (gate->when != NULL && !eup_expression_evaluate (gate->when, answer_fact, &facts))
        continue;
      state = g_new0 (EupGateState, 1);
      state->gate = gate;
      state->open = !eup_expression_evaluate (gate->closed, answer_fact, &facts);
      g_ptr_array_add (states, state);
    }
  return states;
}
