/* Facts of what was answered to one question: chosen, ticked, filled in, or why not. */

#include "assessment/eup-facts-private.h"

/* The next statement to @question by somebody with @voice, by anybody when it is NULL; from *@i on. */
static const EupStatement *
next_statement (const EupFacts *facts, const char *question, const char *voice, guint *i)
{
  GPtrArray *statements = facts->assessment->statements;

  while (*i < statements->len)
    {
      const EupStatement *statement = statements->pdata[(*i)++];
      const EupPerson *person;

      if (g_strcmp0 (statement->question, question) != 0)
        continue;
      person = eup_assessment_find_person (facts->assessment, statement->person);
      if (person != NULL && (voice == NULL || g_strcmp0 (person->voice, voice) == 0))
        return statement;
    }
  return NULL;
}

/* Like next_statement(), but passes over those who did not answer. */
static const EupStatement *
next_answer (const EupFacts *facts, const char *question, const char *voice, guint *i)
{
  const EupStatement *statement;

  while ((statement = next_statement (facts, question, voice, i)) != NULL)
    if (eup_statement_is_answer (statement))
      return statement;
  return NULL;
}

/* Each option that at least one of those without their names chose. */
static void
add_counted (GPtrArray *set, const EupStatement *statement)
{
  GHashTableIter iter;
  gpointer key, count;

  g_hash_table_iter_init (&iter, statement->counts);
  while (g_hash_table_iter_next (&iter, &key, &count))
    if (strchr (key, '/') != NULL && g_ascii_strtoull (count, NULL, 10) > 0)
      eup_set_add (set, strchr (key, '/') + 1);
}

static char **
stances (const EupFacts *facts, const char *question, const char *voice)
{
  GPtrArray *set = g_ptr_array_new ();
  const EupStatement *statement;
  guint i = 0;

  while ((statement = next_answer (facts, question, voice, &i)) != NULL)
    {
      GHashTableIter iter;
      gpointer option;

      g_hash_table_iter_init (&iter, statement->stances);
      while (g_hash_table_iter_next (&iter, NULL, &option))
        eup_set_add (set, option);
      add_counted (set, statement);
    }
  return eup_set_end (set);
}

static char **
ticks (const EupFacts *facts, const char *question)
{
  GPtrArray *set = g_ptr_array_new ();
  const EupStatement *statement;
  guint i = 0;

  while ((statement = next_answer (facts, question, NULL, &i)) != NULL)
    for (guint j = 0; statement->ticks != NULL && statement->ticks[j] != NULL; j++)
      eup_set_add (set, statement->ticks[j]);
  return eup_set_end (set);
}

static gboolean
is_answered (const EupFacts *facts, const char *question, const char *voice)
{
  const EupQuestion *asked = eup_method_find_question (facts->model->method, question);
  guint i = 0;

  if (next_answer (facts, question, voice, &i) != NULL)
    return TRUE;
  return asked != NULL && g_strcmp0 (voice, eup_voice_to_id (EUP_VOICE_FACILITATOR)) == 0 &&
         eup_assessment_has_joint_answer (facts->assessment, asked);
}

/* A non-answer that needs a reason and has none is not complete: it stands for nothing. */
static gboolean
has_reason (const EupFacts *facts, const char *question, const char *voice)
{
  const EupStatement *statement;
  guint i = 0;

  while ((statement = next_statement (facts, question, voice, &i)) != NULL)
    if (eup_has_text (statement->non_answer) && eup_statement_is_complete (statement, facts->model->method))
      return TRUE;
  return FALSE;
}

static char *
first_field (const EupFacts *facts, const char *question, const char *field)
{
  const EupStatement *statement;
  guint i = 0;

  while ((statement = next_answer (facts, question, NULL, &i)) != NULL)
    if (eup_has_text (eup_statement_get_field (statement, field)))
      return g_strdup (eup_statement_get_field (statement, field));
  return g_strdup ("");
}

static char **
choices (const EupFacts *facts, const char *question, const char *field)
{
  GPtrArray *set = g_ptr_array_new ();
  const EupStatement *statement;
  guint i = 0;

  while ((statement = next_answer (facts, question, NULL, &i)) != NULL)
    {
      const char *chosen = eup_statement_get_field (statement, field);
      g_auto (GStrv) ids = g_strsplit (chosen ? chosen : "", " ", -1);

      for (guint j = 0; ids[j] != NULL; j++)
        if (*ids[j] != '\0')
          eup_set_add (set, ids[j]);
    }
  return eup_set_end (set);
}

void
eup_facts_of_answers (EupFact fact, const char *name, const char *detail, EupValue *value, gpointer data)
{
  const EupFacts *facts = data;

  if (fact == EUP_FACT_STANCE)
    value->set = stances (facts, name, detail);
  else if (fact == EUP_FACT_TICKS)
    value->set = ticks (facts, name);
  else if (fact == EUP_FACT_ANSWERED)
    value->truth = is_answered (facts, name, detail);
  else if (fact == EUP_FACT_REASON)
    value->truth = has_reason (facts, name, detail);
  else if (fact == EUP_FACT_FIELD)
    value->text = first_field (facts, name, detail);
  else if (fact == EUP_FACT_CHOICES)
    value->set = choices (facts, name, detail);
  else
    g_assert_not_reached ();
}

/* Attempts to reach the resident count once for a day and a time of day, and once for a way of asking. */
void
eup_facts_of_attempts (EupFact fact, const char *name, const char *detail, EupValue *value, gpointer data)
{
  const EupFacts *facts = data;
  g_autoptr (GPtrArray) different = g_ptr_array_new_with_free_func (g_free);
  int n = 0;

  for (guint i = 0; i < facts->assessment->attempts->len; i++)
    {
      const EupAttempt *attempt = facts->assessment->attempts->pdata[i];
      const char *word = fact == EUP_FACT_ATTEMPT_DAYS ? attempt->occasion : attempt->method;
      g_autofree char *folded = g_utf8_casefold (word ? word : "", -1);
      g_autofree char *when = g_strdup_printf ("%s %s", attempt->date, g_strstrip (folded));

      if (g_strcmp0 (attempt->question, name) != 0)
        continue;
      n++;
      if (fact == EUP_FACT_ATTEMPT_DAYS)
        eup_set_add (different, when);
      else if (*folded != '\0')
        eup_set_add (different, folded);
    }
  value->number = fact == EUP_FACT_ATTEMPTS ? n : (int) different->len;
}
