/* Sittings in an open case: every press is kept, one step back each, and what was said in the meeting
 * is never written over. */

#include "case-test.h"
#include "eup-sample.h"

#include "casework/eup-case-private.h"

typedef struct
{
  EupCase *kase;
  EupModel *model;
  EupSittingTopic topic;
} Sitting;

/* The sample case as if nobody had been asked yet, of the shipped method. */
static void
begin_case (Sitting *self, CaseTest *test)
{
  g_autoptr (EupModel) model = eup_model_new_shipped ("SE");
  EupAssessment *assessment = case_test_file ("gps-alarm.json");

  g_clear_pointer (&assessment->decision->sealed, g_free);
  eup_sample_forget (assessment, EUP_PART_STATEMENT);
  eup_sample_forget (assessment, EUP_PART_REVEAL);
  eup_sample_forget (assessment, EUP_PART_ATTEMPT);
  self->model = model;
  self->kase = case_test_new (test, assessment, model);
}

static void
end_case (Sitting *self, CaseTest *test)
{
  g_assert_true (case_test_flush (test, self->kase, NULL));
  g_clear_object (&self->kase);
}

static const EupSittingTopic *
about (Sitting *self, const char *question)
{
  self->topic.question = eup_method_find_question (eup_case_get_model (self->kase)->method, question);
  self->topic.item = NULL;
  return &self->topic;
}

static char *
sit (Sitting *self, const char *occasion, const char *method, const char *topics)
{
  EupSitting *sitting = eup_shape_new (eup_part_shape (EUP_PART_SITTING));

  sitting->place = g_strdup ("Hemma hos Anna");
  sitting->occasion = g_strdup (occasion);
  sitting->method = g_strdup (method);
  sitting->by = g_strdup ("Maria");
  sitting->topics = g_strsplit (topics, " ", -1);
  return eup_case_begin_sitting (self->kase, sitting);
}

static void
go_to_time (CaseTest *test, const char *iso)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (iso, NULL);

  eup_clock_set_fixed (test->clock, now);
}

static const EupAssessment *
in (Sitting *self)
{
  return eup_case_get_assessment (self->kase);
}

/* What the resident says to @question: the option, or the words. */
static const char *
says (Sitting *self, const char *question)
{
  const EupStatement *statement = eup_assessment_find_statement (in (self), question, "anna");
  const char *option = statement ? g_hash_table_lookup (statement->stances, EUP_ITEM_ANSWER) : NULL;

  return option                          ? option
         : statement && statement->words ? statement->words
         : statement                     ? statement->non_answer
                                         : NULL;
}

static void
an_answer_is_what_the_resident_says_until_the_next_sitting (CaseTest *test, gconstpointer data)
{
  Sitting self;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  begin_case (&self, test);
  first = sit (&self, "afternoon", "talk", "q15 q1");
  eup_case_answer_in_sitting (self.kase, first, about (&self, "q15"), "good", NULL);
  g_assert_cmpstr (says (&self, "q15"), ==, "good");
  g_assert_cmpstr (eup_assessment_find_statement (in (&self), "q15", "anna")->how, ==, "sitting");
  g_assert_cmpstr (eup_assessment_find_statement (in (&self), "q15", "anna")->entered_by, ==, "Maria");
  eup_case_end_sitting (self.kase, first, FALSE);
  g_assert_cmpstr (((EupSitting *) in (&self)->sittings->pdata[0])->end, ==, "stopped");

  go_to_time (test, "2026-11-29T18:00:00Z");
  second = sit (&self, "evening", "pictures", "q15");
  eup_case_answer_in_sitting (self.kase, second, about (&self, "q15"), "bad", NULL);
  g_assert_cmpstr (says (&self, "q15"), ==, "bad");
  g_assert_cmpstr (eup_assessment_find_statement (in (&self), "q15", "anna")->how, ==, "pictures");
  g_assert_cmpuint (in (&self)->sitting_answers->len, ==, 2);
  g_assert_cmpuint (in (&self)->statements->len, ==, 1);
  end_case (&self, test);
}

static void
what_was_said_in_the_meeting_is_never_written_over (CaseTest *test, gconstpointer data)
{
  Sitting self;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  EupStatement *statement;

  begin_case (&self, test);
  statement = eup_case_edit_statement (self.kase, "q16", "anna");
  g_hash_table_replace (statement->stances, g_strdup (EUP_ITEM_ANSWER), g_strdup ("between"));
  eup_case_put (self.kase, EUP_PART_STATEMENT, statement);
  first = sit (&self, "afternoon", "talk", "q15 q16");
  eup_case_answer_in_sitting (self.kase, first, about (&self, "q16"), "bad", NULL);
  g_assert_cmpstr (says (&self, "q16"), ==, "between");

  eup_case_answer_in_sitting (self.kase, first, about (&self, "q15"), "good", NULL);
  statement = eup_case_edit_statement (self.kase, "q15", "anna");
  g_set_str (&statement->words, "Fast inte på natten.");
  eup_case_put (self.kase, EUP_PART_STATEMENT, statement);
  second = sit (&self, "evening", "talk", "q15");
  eup_case_answer_in_sitting (self.kase, second, about (&self, "q15"), "bad", NULL);
  g_assert_cmpstr (says (&self, "q15"), ==, "good");
  eup_case_remove_sitting (self.kase, first);
  eup_case_remove_sitting (self.kase, second);
  g_assert_cmpstr (says (&self, "q15"), ==, "good");
  g_assert_cmpstr (says (&self, "q16"), ==, "between");
  end_case (&self, test);
}

static void
a_press_and_what_follows_from_it_are_one_step_back (CaseTest *test, gconstpointer data)
{
  Sitting self;
  g_autofree char *id = NULL;

  begin_case (&self, test);
  id = sit (&self, "afternoon", "talk", "q10 q15");
  eup_case_answer_in_sitting (self.kase, id, about (&self, "q15"), "good", NULL);
  eup_case_toggle_sign (self.kase, "tired", id, "q15");
  g_assert_cmpuint (in (&self)->signs->len, ==, 1);
  eup_case_undo (self.kase);
  g_assert_cmpuint (in (&self)->signs->len, ==, 0);
  eup_case_undo (self.kase);
  g_assert_null (says (&self, "q15"));
  g_assert_cmpuint (in (&self)->sitting_answers->len, ==, 0);
  eup_case_undo (self.kase);
  g_assert_cmpuint (in (&self)->sittings->len, ==, 0);
  g_assert_cmpuint (in (&self)->attempts->len, ==, 0);
  g_assert_false (eup_case_get_can_undo (self.kase));
  end_case (&self, test);
}

static void
typing_what_the_resident_said_is_one_step_back (CaseTest *test, gconstpointer data)
{
  Sitting self;
  g_autofree char *id = NULL;

  begin_case (&self, test);
  id = sit (&self, "afternoon", "talk", "q1");
  eup_case_write_in_sitting (self.kase, id, about (&self, "q1"), "K");
  eup_case_write_in_sitting (self.kase, id, about (&self, "q1"), "Ka");
  eup_case_write_in_sitting (self.kase, id, about (&self, "q1"), "Kaffe");
  g_assert_cmpstr (says (&self, "q1"), ==, "Kaffe");
  eup_case_undo (self.kase);
  g_assert_null (says (&self, "q1"));
  g_assert_cmpuint (in (&self)->sitting_answers->len, ==, 0);
  end_case (&self, test);
}

static void
an_answer_that_is_taken_back_leaves_nothing (CaseTest *test, gconstpointer data)
{
  Sitting self;
  g_autofree char *id = NULL;

  begin_case (&self, test);
  id = sit (&self, "afternoon", "talk", "q15");
  eup_case_answer_in_sitting (self.kase, id, about (&self, "q15"), NULL, "declined");
  g_assert_cmpstr (says (&self, "q15"), ==, "declined");
  eup_case_answer_in_sitting (self.kase, id, about (&self, "q15"), NULL, NULL);
  g_assert_cmpuint (in (&self)->sitting_answers->len, ==, 0);
  g_assert_cmpuint (in (&self)->statements->len, ==, 0);
  end_case (&self, test);
}

static const EupGateState *
gate_of (Sitting *self, GPtrArray *gates)
{
  for (guint i = 0; i < gates->len; i++)
    if (g_str_equal (((EupGateState *) gates->pdata[i])->gate->id, "g2"))
      return gates->pdata[i];
  g_assert_not_reached ();
}

/* How many needs of the gate on the resident's own answer are open. */
static guint
open_needs (Sitting *self)
{
  g_autoptr (GPtrArray) gates = eup_rules_gates (in (self), eup_case_get_model (self->kase));

  return gate_of (self, gates)->needs->len;
}

/* As when no answer can be reached: the facilitator says so in the meeting. */
static void
not_reached (Sitting *self)
{
  EupStatement *statement = eup_case_edit_statement (self->kase, "q10", "anna");

  g_hash_table_replace (statement->stances, g_strdup (EUP_ITEM_ANSWER), g_strdup ("not-reached"));
  eup_case_put (self->kase, EUP_PART_STATEMENT, statement);
}

static void
two_sittings_on_two_days_in_two_ways_are_enough_attempts (CaseTest *test, gconstpointer data)
{
  Sitting self;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  begin_case (&self, test);
  not_reached (&self);
  g_assert_cmpuint (open_needs (&self), ==, 1);
  first = sit (&self, "afternoon", "talk", "q10");
  eup_case_toggle_sign (self.kase, "refuses", first, "q10");
  eup_case_end_sitting (self.kase, first, FALSE);
  g_assert_cmpuint (open_needs (&self), ==, 1);
  go_to_time (test, "2026-11-29T18:00:00Z");
  second = sit (&self, "evening", "talk", "q10");
  g_assert_cmpuint (open_needs (&self), ==, 1); /* another day, but the same way */
  eup_case_remove_sitting (self.kase, second);
  g_free (second);
  second = sit (&self, "evening", "pictures", "q10");
  g_assert_cmpuint (open_needs (&self), ==, 0);
  eup_case_remove_sitting (self.kase, first);
  g_assert_cmpuint (open_needs (&self), ==, 1);
  end_case (&self, test);
}

static void
an_attempt_says_where_and_how_it_ended (CaseTest *test, gconstpointer data)
{
  Sitting self;
  g_autofree char *id = NULL;
  g_autofree char *other = NULL;
  const EupAttempt *attempt;

  begin_case (&self, test);
  id = sit (&self, "afternoon", "pictures", "q15 q10");
  eup_case_toggle_sign (self.kase, "tired", id, "q15");
  eup_case_end_sitting (self.kase, id, FALSE);
  attempt = eup_assessment_find (in (&self), EUP_PART_ATTEMPT, id);
  g_assert_cmpstr (attempt->question, ==, "q10");
  g_assert_cmpstr (attempt->date, ==, "2026-11-26");
  g_assert_cmpstr (attempt->occasion, ==, "eftermiddag");
  g_assert_cmpstr (attempt->method, ==, "bilder");
  g_assert_cmpstr (attempt->by, ==, "Maria");
  g_assert_cmpstr (attempt->note, ==, "Hemma hos Anna. Slutade i förtid, av trötthet. Verkade trött.");
  eup_case_go_on_with_sitting (self.kase, id);
  attempt = eup_assessment_find (in (&self), EUP_PART_ATTEMPT, id);
  g_assert_cmpstr (attempt->note, ==, "Hemma hos Anna. Verkade trött.");
  /* not asked what she wants: no attempt to ask it */
  other = sit (&self, "evening", "talk", "q15");
  g_assert_null (eup_assessment_find (in (&self), EUP_PART_ATTEMPT, other));
  end_case (&self, test);
}

static void
to_refuse_to_talk_is_no_answer (CaseTest *test, gconstpointer data)
{
  Sitting self;
  g_autofree char *id = NULL;

  begin_case (&self, test);
  id = sit (&self, "afternoon", "talk", "q10");
  g_assert_true (eup_case_toggle_sign (self.kase, "refuses", id, "q10"));
  g_assert_null (says (&self, "q10"));
  eup_case_end_sitting (self.kase, id, FALSE);
  g_assert_cmpstr (((EupSitting *) in (&self)->sittings->pdata[0])->end, ==, "refused");
  g_assert_null (says (&self, "q10"));
  g_assert_false (eup_case_toggle_sign (self.kase, "refuses", id, "q10"));
  g_assert_cmpuint (in (&self)->signs->len, ==, 0);
  end_case (&self, test);
}

static void
a_sitting_that_was_broken_off_ends_when_the_next_begins (CaseTest *test, gconstpointer data)
{
  Sitting self;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  const EupSitting *broken;

  begin_case (&self, test);
  first = sit (&self, "afternoon", "talk", "q15");
  go_to_time (test, "2026-11-26T13:40:00Z");
  eup_case_answer_in_sitting (self.kase, first, about (&self, "q15"), "good", NULL);
  go_to_time (test, "2026-11-27T09:00:00Z");
  second = sit (&self, "morning", "talk", "q15");
  broken = eup_assessment_find (in (&self), EUP_PART_SITTING, first);
  g_assert_cmpstr (broken->ended, ==, "2026-11-26T13:40:00+00:00");
  g_assert_cmpstr (broken->end, ==, "stopped");
  g_assert_cmpstr (eup_rules_open_sitting (in (&self))->id, ==, second);
  end_case (&self, test);
}

static void
a_sitting_is_taken_away_whole_and_comes_back_whole (CaseTest *test, gconstpointer data)
{
  Sitting self;
  g_autofree char *id = NULL;
  g_autoptr (EupAssessment) before = NULL;

  begin_case (&self, test);
  id = sit (&self, "afternoon", "talk", "q10 q15");
  eup_case_answer_in_sitting (self.kase, id, about (&self, "q15"), "good", NULL);
  eup_case_toggle_sign (self.kase, "tired", id, "q15");
  before = eup_assessment_copy (in (&self));
  eup_case_remove_sitting (self.kase, id);
  g_assert_cmpuint (in (&self)->sittings->len + in (&self)->sitting_answers->len + in (&self)->signs->len +
                        in (&self)->attempts->len + in (&self)->statements->len,
                    ==, 0);
  eup_case_undo (self.kase);
  g_assert_cmpstr (says (&self, "q15"), ==, "good");
  eup_case_remove_sitting (self.kase, id);
  eup_case_restore_sitting (self.kase, before, id);
  g_assert_cmpstr (says (&self, "q15"), ==, "good");
  g_assert_cmpuint (in (&self)->signs->len, ==, 1);
  g_assert_cmpuint (in (&self)->attempts->len, ==, 1);
  end_case (&self, test);
}

static void
a_case_that_was_killed_in_a_sitting_has_every_press (CaseTest *test, gconstpointer data)
{
  Sitting self;
  g_autofree char *id = NULL;
  g_autofree char *kase = NULL;
  g_autoptr (GError) error = NULL;

  begin_case (&self, test);
  id = sit (&self, "afternoon", "talk", "q10 q4/security");
  self.topic.question = eup_method_find_question (eup_case_get_model (self.kase)->method, "q4");
  self.topic.item = self.topic.question->items->pdata[0];
  eup_case_answer_in_sitting (self.kase, id, &self.topic, "mostly", NULL);
  kase = g_strdup (eup_case_get_id (self.kase));
  end_case (&self, test);
  case_test_begin_again (test);
  self.kase = case_test_open (test, kase, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (eup_rules_open_sitting (in (&self))->id, ==, id);
  g_assert_cmpstr (eup_rules_open_sitting (in (&self))->topics[1], ==, "q4/security");
  g_assert_cmpstr (eup_rules_sitting_answer (in (&self), id, "q4", "security")->option, ==, "mostly");
  end_case (&self, test);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CASE_TEST_ADD (an_answer_is_what_the_resident_says_until_the_next_sitting);
  CASE_TEST_ADD (what_was_said_in_the_meeting_is_never_written_over);
  CASE_TEST_ADD (a_press_and_what_follows_from_it_are_one_step_back);
  CASE_TEST_ADD (typing_what_the_resident_said_is_one_step_back);
  CASE_TEST_ADD (an_answer_that_is_taken_back_leaves_nothing);
  CASE_TEST_ADD (two_sittings_on_two_days_in_two_ways_are_enough_attempts);
  CASE_TEST_ADD (an_attempt_says_where_and_how_it_ended);
  CASE_TEST_ADD (to_refuse_to_talk_is_no_answer);
  CASE_TEST_ADD (a_sitting_that_was_broken_off_ends_when_the_next_begins);
  CASE_TEST_ADD (a_sitting_is_taken_away_whole_and_comes_back_whole);
  CASE_TEST_ADD (a_case_that_was_killed_in_a_sitting_has_every_press);
  return g_test_run ();
}
