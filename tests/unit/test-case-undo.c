#include "case-test.h"
#include "eup-sample.h"

#include "casework/eup-case-private.h"

static void
typing_is_one_step_back (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = case_test_sample (self, eup_sample_case ());

  g_assert_false (eup_case_get_can_undo (kase));
  case_test_say (kase, "calm", "anna", "D");
  case_test_say (kase, "calm", "anna", "Då");
  case_test_say (kase, "calm", "per", "Bra");
  eup_case_undo (kase);
  g_assert_null (case_test_words (kase, "calm", "per"));
  g_assert_cmpstr (case_test_words (kase, "calm", "anna"), ==, "Då");
  eup_case_undo (kase);
  g_assert_null (case_test_words (kase, "calm", "anna"));
  g_assert_false (eup_case_get_can_undo (kase));
  g_assert_true (case_test_flush (self, kase, NULL));
}

static void
what_was_removed_comes_back_in_its_place (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = case_test_sample (self, eup_sample_complete ());

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
  g_autoptr (EupCase) kase = case_test_sample (self, eup_sample_complete ());
  guint told = 0;

  eup_case_begin_group (kase);
  eup_case_remove (kase, EUP_PART_ALTERNATIVE, "alarm");
  eup_case_remove (kase, EUP_PART_ALTERNATIVE, "company");
  case_test_say (kase, "calm", "anna", "Då");
  eup_case_end_group (kase);
  case_test_say (kase, "calm", "per", "Bra");
  eup_case_undo (kase);
  g_assert_cmpuint (eup_case_get_assessment (kase)->alternatives->len, ==, 0);
  g_assert_cmpstr (case_test_words (kase, "calm", "anna"), ==, "Då");
  g_signal_connect (kase, "changed", G_CALLBACK (count_cb), &told);
  eup_case_undo (kase);
  g_assert_cmpuint (told, ==, 3);
  g_assert_null (case_test_words (kase, "calm", "anna"));
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
