#include "case-test.h"
#include "eup-sample.h"

#include "casework/eup-case-private.h"

/* A case of the sample model, in the workspace's store. */
static EupCase *
new_case (CaseTest *self, EupAssessment *assessment)
{
  g_autoptr (EupModel) model = eup_sample_model ();

  return case_test_new (self, assessment, model);
}

static void
say (EupCase *kase, const char *question, const char *person, const char *words)
{
  EupStatement *statement = eup_case_edit_statement (kase, question, person);

  g_set_str (&statement->words, words);
  eup_case_put (kase, EUP_PART_STATEMENT, statement);
}

static const char *
words_of (EupCase *kase, const char *question, const char *person)
{
  const EupStatement *statement =
      eup_assessment_find_statement (eup_case_get_assessment (kase), question, person);

  return statement ? statement->words : NULL;
}

static void
typing_is_one_step_back (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = new_case (self, eup_sample_case ());

  g_assert_false (eup_case_get_can_undo (kase));
  say (kase, "calm", "anna", "D");
  say (kase, "calm", "anna", "Då");
  say (kase, "calm", "per", "Bra");
  eup_case_undo (kase);
  g_assert_null (words_of (kase, "calm", "per"));
  g_assert_cmpstr (words_of (kase, "calm", "anna"), ==, "Då");
  eup_case_undo (kase);
  g_assert_null (words_of (kase, "calm", "anna"));
  g_assert_false (eup_case_get_can_undo (kase));
  g_assert_true (case_test_flush (self, kase, NULL));
}

static void
what_was_removed_comes_back_in_its_place (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = new_case (self, eup_sample_complete ());

  eup_case_remove (kase, EUP_PART_ALTERNATIVE, "alarm");
  g_assert_cmpuint (eup_case_get_assessment (kase)->alternatives->len, ==, 1);
  eup_case_undo (kase);
  g_assert_cmpstr (((EupAlternative *) eup_case_get_assessment (kase)->alternatives->pdata[0])->id, ==,
                   "alarm");
  g_assert_true (case_test_flush (self, kase, NULL));
}

static void
count_cb (EupCase *kase, int kind, const char *id, gpointer user_data)
{
  ++*(guint *) user_data;
}

static void
changes_of_a_group_are_one_step_back (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = new_case (self, eup_sample_complete ());
  guint told = 0;

  eup_case_begin_group (kase);
  eup_case_remove (kase, EUP_PART_ALTERNATIVE, "alarm");
  eup_case_remove (kase, EUP_PART_ALTERNATIVE, "company");
  say (kase, "calm", "anna", "Då");
  eup_case_end_group (kase);
  say (kase, "calm", "per", "Bra");
  eup_case_undo (kase);
  g_assert_cmpuint (eup_case_get_assessment (kase)->alternatives->len, ==, 0);
  g_assert_cmpstr (words_of (kase, "calm", "anna"), ==, "Då");
  g_signal_connect (kase, "changed", G_CALLBACK (count_cb), &told);
  eup_case_undo (kase);
  g_assert_cmpuint (told, ==, 3);
  g_assert_null (words_of (kase, "calm", "anna"));
  g_assert_cmpstr (((EupAlternative *) eup_case_get_assessment (kase)->alternatives->pdata[0])->id, ==,
                   "alarm");
  g_assert_cmpstr (((EupAlternative *) eup_case_get_assessment (kase)->alternatives->pdata[1])->id, ==,
                   "company");
  g_assert_false (eup_case_get_can_undo (kase));
  g_assert_true (case_test_flush (self, kase, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CASE_TEST_ADD (typing_is_one_step_back);
  CASE_TEST_ADD (what_was_removed_comes_back_in_its_place);
  CASE_TEST_ADD (changes_of_a_group_are_one_step_back);
  return g_test_run ();
}
