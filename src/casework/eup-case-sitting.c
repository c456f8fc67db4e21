/* What is done in a sitting with the resident. Each press is in the case at once, so that nothing is lost
 * when the sitting is broken off. Answers are kept apart from one sitting to the next; what follows from
 * them stands among the statements as long as nobody changes it there. */

#include "casework/eup-case-private.h"
#include "casework/eup-case-session.h"
#include "record/eup-words.h"

static void
append_sentence (GString *note, const char *words, const char *language)
{
  if (words == NULL || *words == '\0')
    return;
  if (note->len > 0)
    g_string_append (note, g_str_equal (language, "zh") ? "" : " ");
  g_string_append (note, words);
}

/* "At Anna’s home. Stopped early. Seemed tired." */
static char *
describe (EupCase *self, const EupSitting *sitting)
{
  const char *language = eup_words_language (self->assessment->card->language);
  GString *note = g_string_new (NULL);
  g_autofree char *place = eup_words_fill ("sentence", language, "words", sitting->place, NULL);
  g_autofree char *end = g_strconcat ("sitting-end-", sitting->end, NULL);

  append_sentence (note, sitting->place ? place : NULL, language);
  append_sentence (note, sitting->end ? eup_words (end, language) : NULL, language);
  if (eup_rules_sitting_has_sign (self->assessment, "tired", sitting->id))
    append_sentence (note, eup_words ("sign-tired-sentence", language), language);
  if (eup_rules_sitting_has_sign (self->assessment, "refuses", sitting->id))
    append_sentence (note, eup_words ("sign-refuses-sentence", language), language);
  return g_string_free_and_steal (note);
}

static const char *
word_of (EupCase *self, const char *prefix, const char *id)
{
  g_autofree char *key = id ? g_strconcat (prefix, id, NULL) : NULL;

  return key ? eup_words (key, eup_words_language (self->assessment->card->language)) : NULL;
}

/* A sitting in which the resident was to be asked what they want is an attempt to ask it. */
static gboolean
is_attempt (EupCase *self, const EupSitting *sitting)
{
  const EupQuestion *question = eup_rules_attempted_question (self->model);

  return question != NULL && sitting->topics != NULL &&
         g_strv_contains ((const char *const *) sitting->topics, question->id);
}

static void
note_attempt (EupCase *self, const char *id)
{
  const EupSitting *sitting = eup_assessment_find (self->assessment, EUP_PART_SITTING, id);
  EupAttempt *attempt;

  if (sitting == NULL || !is_attempt (self, sitting))
    return;
  attempt = eup_case_edit (self, EUP_PART_ATTEMPT, id);
  g_set_str (&attempt->question, eup_rules_attempted_question (self->model)->id);
  g_free (attempt->date);
  attempt->date = g_strndup (sitting->began, strlen ("2026-11-26"));
  g_set_str (&attempt->occasion, word_of (self, "occasion-", sitting->occasion));
  g_set_str (&attempt->method, word_of (self, "sitting-method-", sitting->method));
  g_set_str (&attempt->by, sitting->by);
  g_free (attempt->note);
  attempt->note = describe (self, sitting);
  eup_case_put (self, EUP_PART_ATTEMPT, attempt);
}

/* The attempt says how it went, unless somebody has taken it away. */
static void
update_attempt (EupCase *self, const char *id)
{
  if (eup_assessment_find (self->assessment, EUP_PART_ATTEMPT, id) != NULL)
    note_attempt (self, id);
}

/* A sitting that was broken off ended when something was last noted in it. */
static void
end_broken_off (EupCase *self)
{
  const EupSitting *open;

  while ((open = eup_rules_open_sitting (self->assessment)) != NULL)
    {
      EupSitting *ended = eup_case_edit (self, EUP_PART_SITTING, open->id);
      g_autofree char *id = g_strdup (open->id);

      g_set_str (&ended->ended, eup_rules_sitting_last_sign_of_life (self->assessment, open));
      g_set_str (&ended->end, "stopped");
      eup_case_put (self, EUP_PART_SITTING, ended);
      update_attempt (self, id);
    }
}

/**
 * eup_case_begin_sitting:
 * @sitting: (transfer full): where, when in the day, how, by whom and about what; the rest is filled in
 *
 * Returns: (transfer full) (nullable): the id of the sitting, which goes on from now; %NULL when the case
 *   is sealed
 */
char *
eup_case_begin_sitting (EupCase *self, EupSitting *sitting)
{
  g_autofree char *id = eup_case_new_id (self);

  if (!eup_case_may_change (self))
    {
      eup_shape_free (eup_part_shape (EUP_PART_SITTING), sitting);
      return NULL;
    }
  g_set_str (&sitting->id, id);
  g_free (sitting->began);
  sitting->began = eup_case_now (self);
  eup_case_begin_group (self);
  end_broken_off (self);
  eup_case_put (self, EUP_PART_SITTING, sitting);
  note_attempt (self, id);
  eup_case_end_group (self);
  return g_steal_pointer (&id);
}

static EupSittingAnswer *
edit_answer (EupCase *self, const char *sitting, const EupSittingTopic *topic)
{
  const EupSittingAnswer *answer = eup_rules_sitting_answer (self->assessment, sitting, topic->question->id,
                                                             eup_sitting_topic_item (topic));
  EupSittingAnswer *copy = eup_case_edit (self, EUP_PART_SITTING_ANSWER, answer ? answer->id : NULL);

  g_set_str (&copy->sitting, sitting);
  g_set_str (&copy->question, topic->question->id);
  g_set_str (&copy->item, eup_sitting_topic_item (topic));
  g_free (copy->at);
  copy->at = eup_case_now (self);
  return copy;
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

/* @answer: (transfer full); one that says nothing is taken away */
static void
put_answer (EupCase *self, const EupQuestion *question, EupSittingAnswer *answer)
{
  EupStatement *before = eup_case_derive_said (self, question);

  eup_case_begin_group (self);
  if (is_empty (answer->option) && is_empty (answer->non_answer) && is_empty (answer->words))
    {
      eup_case_remove (self, EUP_PART_SITTING_ANSWER, answer->id);
      eup_shape_free (eup_part_shape (EUP_PART_SITTING_ANSWER), answer);
    }
  else
    {
      eup_case_put (self, EUP_PART_SITTING_ANSWER, answer);
    }
  eup_case_say_again (self, question, before);
  eup_case_end_group (self);
}

/**
 * eup_case_answer_in_sitting:
 * @option: (nullable): what was pressed, of the resident's scale
 * @non_answer: (nullable): why there is none, instead
 *
 * Both %NULL takes the choice back; words that were written stay.
 */
void
eup_case_answer_in_sitting (EupCase *self,
                            const char *sitting,
                            const EupSittingTopic *topic,
                            const char *option,
                            const char *non_answer)
{
  EupSittingAnswer *answer;

  if (!eup_case_may_change (self))
    return;
  answer = edit_answer (self, sitting, topic);
  g_set_str (&answer->option, option);
  g_set_str (&answer->non_answer, option ? NULL : non_answer);
  put_answer (self, topic->question, answer);
}

/* What the resident said to it, in their own words. */
void
eup_case_write_in_sitting (EupCase *self,
                           const char *sitting,
                           const EupSittingTopic *topic,
                           const char *words)
{
  EupSittingAnswer *answer;

  if (!eup_case_may_change (self))
    return;
  answer = edit_answer (self, sitting, topic);
  g_set_str (&answer->words, is_empty (words) ? NULL : words);
  put_answer (self, topic->question, answer);
}

/**
 * eup_case_toggle_sign:
 * @sign: "tired" or "refuses"
 * @sitting: (nullable): %NULL in a meeting
 * @question: (nullable): at which question
 *
 * Notes what was seen, or takes it back. That somebody would rather not talk is no answer to anything.
 *
 * Returns: whether it is noted now
 */
gboolean
eup_case_toggle_sign (EupCase *self, const char *sign, const char *sitting, const char *question)
{
  const EupSign *noted = eup_rules_sign (self->assessment, sign, sitting, question);
  const EupSitting *asked = eup_assessment_find (self->assessment, EUP_PART_SITTING, sitting);
  gboolean is_new = noted == NULL;

  if (!eup_case_may_change (self))
    return !is_new;
  eup_case_begin_group (self);
  if (is_new)
    {
      EupSign *seen = eup_case_edit (self, EUP_PART_SIGN, NULL);

      g_set_str (&seen->sign, sign);
      g_set_str (&seen->sitting, sitting);
      g_set_str (&seen->question, question);
      g_set_str (&seen->by, asked ? asked->by : self->assessment->card->facilitator);
      g_free (seen->at);
      seen->at = eup_case_now (self);
      eup_case_put (self, EUP_PART_SIGN, seen);
    }
  else
    {
      eup_case_remove (self, EUP_PART_SIGN, noted->id);
    }
  if (sitting != NULL)
    update_attempt (self, sitting);
  eup_case_end_group (self);
  return is_new;
}

/**
 * eup_case_end_sitting:
 * @done: whether all topics were gone through; else the sitting was stopped, because the resident was
 *   tired or would rather not where that was noted
 */
void
eup_case_end_sitting (EupCase *self, const char *sitting, gboolean done)
{
  const EupAssessment *assessment = self->assessment;
  EupSitting *ended;

  if (!eup_case_may_change (self) || eup_assessment_find (assessment, EUP_PART_SITTING, sitting) == NULL)
    return;
  ended = eup_case_edit (self, EUP_PART_SITTING, sitting);
  g_free (ended->ended);
  ended->ended = eup_case_now (self);
  g_set_str (&ended->end, done                                                          ? "done"
                          : eup_rules_sitting_has_sign (assessment, "refuses", sitting) ? "refused"
                          : eup_rules_sitting_has_sign (assessment, "tired", sitting)   ? "tired"
                                                                                        : "stopped");
  eup_case_begin_group (self);
  eup_case_put (self, EUP_PART_SITTING, ended);
  update_attempt (self, sitting);
  eup_case_end_group (self);
}

/* The sitting goes on after all, as when the resident changes their mind. */
void
eup_case_go_on_with_sitting (EupCase *self, const char *sitting)
{
  EupSitting *open;

  if (!eup_case_may_change (self) ||
      eup_assessment_find (self->assessment, EUP_PART_SITTING, sitting) == NULL)
    return;
  open = eup_case_edit (self, EUP_PART_SITTING, sitting);
  g_clear_pointer (&open->ended, g_free);
  g_clear_pointer (&open->end, g_free);
  eup_case_begin_group (self);
  eup_case_put (self, EUP_PART_SITTING, open);
  update_attempt (self, sitting);
  eup_case_end_group (self);
}
