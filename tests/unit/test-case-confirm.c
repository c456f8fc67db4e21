#include "case-test.h"
#include "eup-sample.h"

#include "casework/eup-case-private.h"

#define SAID "calm-anna"

/* What the daughter told of her mother, an hour before the clock of the tests. */
static EupCase *
new_case (CaseTest *self)
{
  g_autoptr (EupModel) model = eup_sample_model ();
  EupAssessment *assessment = eup_sample_case ();
  EupStatement *told = eup_sample_say (assessment, "calm", "anna", "better", "Hon blir lugn");

  g_set_str (&told->how, "told");
  g_set_str (&told->source, "per");
  g_set_str (&told->changed, "2026-11-26T12:30:00Z");
  g_set_str (&assessment->card->facilitator, "Lena");
  return case_test_new (self, assessment, model);
}

static const EupStatement *
said (EupCase *kase)
{
  return eup_assessment_find (eup_case_get_assessment (kase), EUP_PART_STATEMENT, SAID);
}

/* (nullable): what holds */
static const EupConfirmation *
confirmation (EupCase *kase)
{
  return eup_rules_confirmation (eup_case_get_assessment (kase), said (kase));
}

static void
confirm (EupCase *kase, const char *answer, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (eup_case_confirm (kase, SAID, answer, "meeting", words, &error));
  g_assert_no_error (error);
}

static void
say (EupCase *kase, const char *words)
{
  EupStatement *copy = eup_case_edit_statement (kase, "calm", "anna");

  g_set_str (&copy->words, words);
  eup_case_put (kase, EUP_PART_STATEMENT, copy);
}

static void
a_yes_is_kept_with_the_time_and_who_asked (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = new_case (self);

  g_assert_null (confirmation (kase));
  confirm (kase, "yes", NULL);
  g_assert_cmpstr (confirmation (kase)->answer, ==, "yes");
  g_assert_cmpstr (confirmation (kase)->person, ==, "anna");
  g_assert_cmpstr (confirmation (kase)->occasion, ==, "meeting");
  g_assert_cmpstr (confirmation (kase)->by, ==, "Lena");
  g_assert_cmpstr (confirmation (kase)->at, ==, "2026-11-26T13:30:00+00:00");
  g_assert_cmpstr (said (kase)->words, ==, "Hon blir lugn");
  g_assert_true (case_test_flush (self, kase, NULL));
}

static void
what_is_changed_keeps_the_words_before_and_is_one_step_back (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = new_case (self);

  confirm (kase, "changed", "Jag blir lugn");
  g_assert_cmpstr (said (kase)->words, ==, "Jag blir lugn");
  g_assert_cmpstr (confirmation (kase)->answer, ==, "changed");
  g_assert_cmpstr (confirmation (kase)->before, ==, "Hon blir lugn");
  confirm (kase, "changed", "Jag blir lugnare");
  g_assert_cmpstr (confirmation (kase)->before, ==, "Hon blir lugn");
  say (kase, "Jag blir mycket lugnare"); /* typed on, and said to be done */
  g_assert_null (confirmation (kase));
  confirm (kase, "changed", NULL);
  g_assert_cmpstr (confirmation (kase)->before, ==, "Hon blir lugn");
  for (guint i = 0; i < 2; i++)
    eup_case_undo (kase);
  g_assert_cmpstr (said (kase)->words, ==, "Jag blir lugnare");
  eup_case_undo (kase); /* both changes were made at once */
  g_assert_cmpstr (said (kase)->words, ==, "Hon blir lugn");
  g_assert_null (confirmation (kase));
  g_assert_true (case_test_flush (self, kase, NULL));
}

static void
an_objection_leaves_the_words_and_says_what_is_wrong (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = new_case (self);

  confirm (kase, "objects", "Det har jag aldrig sagt");
  g_assert_cmpstr (confirmation (kase)->answer, ==, "objects");
  g_assert_cmpstr (confirmation (kase)->words, ==, "Det har jag aldrig sagt");
  g_assert_cmpstr (said (kase)->words, ==, "Hon blir lugn");
  confirm (kase, "yes", NULL);
  g_assert_null (confirmation (kase)->words);
  g_assert_true (case_test_flush (self, kase, NULL));
}

/* Also within the same second, and where the clock was set back an hour. */
static void
it_does_not_hold_for_words_that_came_later (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = new_case (self);
  g_autoptr (GDateTime) back = g_date_time_new_from_iso8601 ("2026-11-26T12:31:00Z", NULL);

  confirm (kase, "yes", NULL);
  say (kase, "Hon blir orolig");
  g_assert_null (confirmation (kase));
  confirm (kase, "yes", NULL);
  g_assert_nonnull (confirmation (kase));
  eup_clock_set_fixed (self->clock, back);
  say (kase, "Hon blir glad");
  g_assert_null (confirmation (kase));
  confirm (kase, "changed", "Jag blir glad");
  g_assert_cmpstr (confirmation (kase)->before, ==, "Hon blir glad");
  g_assert_true (case_test_flush (self, kase, NULL));
}

static void
assert_refused (
    EupCase *kase, const char *statement, const char *answer, const char *words, EupCaseError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (eup_case_confirm (kase, statement, answer, "meeting", words, &error));
  g_assert_error (error, EUP_CASE_ERROR, (int) code);
  g_assert_null (confirmation (kase));
}

static void
what_makes_no_sense_is_refused (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = new_case (self);

  assert_refused (kase, "calm-nobody", "yes", NULL, EUP_CASE_ERROR_REFUSED);
  assert_refused (kase, SAID, "perhaps", NULL, EUP_CASE_ERROR_REFUSED);
  assert_refused (kase, SAID, "changed", " ", EUP_CASE_ERROR_REFUSED);
  g_assert_false (eup_case_get_can_undo (kase));
  eup_case_set_sealed (kase, "2026-11-26T13:30:00Z");
  assert_refused (kase, SAID, "yes", NULL, EUP_CASE_ERROR_SEALED);
  eup_case_set_sealed (kase, NULL);
  g_assert_true (case_test_flush (self, kase, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CASE_TEST_ADD (a_yes_is_kept_with_the_time_and_who_asked);
  CASE_TEST_ADD (what_is_changed_keeps_the_words_before_and_is_one_step_back);
  CASE_TEST_ADD (an_objection_leaves_the_words_and_says_what_is_wrong);
  CASE_TEST_ADD (it_does_not_hold_for_words_that_came_later);
  CASE_TEST_ADD (what_makes_no_sense_is_refused);
  return g_test_run ();
}
