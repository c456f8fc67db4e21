/* What people say of their own sentences when they hear them again. */

#include "casework/eup-case-private.h"
#include "casework/eup-case-session.h"

#include <string.h>

static gboolean
has_text (const char *text)
{
  return text != NULL && text[strspn (text, " \t\r\n")] != '\0';
}

/* (nullable): why it can't be noted */
static const char *
why_not (const EupStatement *statement, const char *answer, const char *words)
{
  static const char *const answers[] = { "yes", "changed", "objects", NULL };

  if (statement == NULL)
    return "there is no such statement in the case";
  if (!g_strv_contains (answers, answer))
    return "a statement is confirmed, changed or objected to";
  if (g_str_equal (answer, "changed") && words != NULL && !has_text (words))
    return "who changes a statement must say what it is now";
  return NULL;
}

/* Later than @iso: a clock that was set back does not make an old confirmation hold for new words. */
static char *
second_after (const char *iso)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (iso, NULL);
  g_autoptr (GDateTime) later = time ? g_date_time_add_seconds (time, 1) : NULL;

  return later ? g_date_time_format (later, "%Y-%m-%dT%H:%M:%S%:z") : NULL;
}

/**
 * eup_case_time_of_change:
 *
 * Returns: (transfer full): now, or just after @statement was confirmed where the clock says that this
 *   is still to come; what is changed then is not confirmed any more
 */
char *
eup_case_time_of_change (EupCase *self, const EupStatement *statement)
{
  const EupConfirmation *confirmation =
      statement ? eup_assessment_find (self->assessment, EUP_PART_CONFIRMATION, statement->id) : NULL;
  g_autofree char *now = eup_case_now (self);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (now, NULL);
  g_autoptr (GDateTime) confirmed =
      confirmation ? g_date_time_new_from_iso8601 (confirmation->at, NULL) : NULL;

  if (confirmed == NULL || g_date_time_compare (time, confirmed) > 0)
    return g_steal_pointer (&now);
  return second_after (confirmation->at);
}

/* No earlier than the statement's own last change, so that it holds also where the clock was set back. */
static char *
time_of_confirmation (EupCase *self, const EupStatement *statement)
{
  g_autofree char *now = eup_case_now (self);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (now, NULL);
  g_autoptr (GDateTime) changed =
      statement->changed ? g_date_time_new_from_iso8601 (statement->changed, NULL) : NULL;

  if (changed != NULL && g_date_time_compare (changed, time) > 0)
    return g_strdup (statement->changed);
  return g_steal_pointer (&now);
}

/* The new wording into the statement. What it was first is kept, however often it is changed. */
static void
change_words (EupCase *self, const EupStatement *statement, EupConfirmation *confirmation, const char *words)
{
  EupStatement *copy = eup_case_edit_statement (self, statement->question, statement->person);

  if (confirmation->before == NULL)
    g_set_str (&confirmation->before, statement->words);
  g_set_str (&copy->words, words);
  eup_case_put (self, EUP_PART_STATEMENT, copy);
}

/* The confirmation as it stands. What it was before the person changed it stays, until a yes or an
 * objection to what has been written since. */
static EupConfirmation *
edit_confirmation (EupCase *self, const EupStatement *statement)
{
  EupConfirmation *confirmation = eup_case_edit (self, EUP_PART_CONFIRMATION, statement->id);

  if (g_strcmp0 (confirmation->answer, "changed") != 0 &&
      eup_rules_confirmation (self->assessment, statement) == NULL)
    g_clear_pointer (&confirmation->before, g_free);
  g_set_str (&confirmation->person, statement->person);
  return confirmation;
}

/**
 * eup_case_confirm:
 * @statement: the id of what stands in somebody's name
 * @answer: yes, changed, objects
 * @occasion: meeting, read-back
 * @words: (nullable): of “changed” the new wording, %NULL where it stands there already; of “objects”
 *   what is wrong
 *
 * Notes what the person whose statement it is says of it now. Of “changed” the statement gets the new
 * wording and the confirmation keeps the one before. It is one step back.
 *
 * Returns: whether it is noted; @error: EUP_CASE_ERROR_SEALED, EUP_CASE_ERROR_REFUSED
 */
gboolean
eup_case_confirm (EupCase *self,
                  const char *statement,
                  const char *answer,
                  const char *occasion,
                  const char *words,
                  GError **error)
{
  const EupStatement *said = eup_assessment_find (self->assessment, EUP_PART_STATEMENT, statement);
  const char *refusal = why_not (said, answer, words);
  gboolean changed = g_str_equal (answer, "changed");
  EupConfirmation *confirmation;

  if (!eup_case_may_change (self))
    {
      g_set_error_literal (error, EUP_CASE_ERROR, EUP_CASE_ERROR_SEALED, "the case is sealed");
      return FALSE;
    }
  if (refusal != NULL)
    {
      g_set_error_literal (error, EUP_CASE_ERROR, EUP_CASE_ERROR_REFUSED, refusal);
      return FALSE;
    }
  confirmation = edit_confirmation (self, said);
  g_set_str (&confirmation->answer, answer);
  g_set_str (&confirmation->occasion, occasion);
  g_set_str (&confirmation->words, changed ? NULL : words);
  g_set_str (&confirmation->by, self->assessment->card->facilitator);
  eup_case_begin_group (self);
  if (changed && words != NULL)
    change_words (self, said, confirmation, words);
  said = eup_assessment_find (self->assessment, EUP_PART_STATEMENT, confirmation->id);
  g_free (confirmation->at);
  confirmation->at = time_of_confirmation (self, said);
  eup_case_put (self, EUP_PART_CONFIRMATION, confirmation);
  eup_case_end_group (self);
  return TRUE;
}
