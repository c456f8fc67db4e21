/* What people say of their sentences at the reading back is kept, as one step back. */

#include "case-test.h"
#include "eup-sample.h"

#include "casework/eup-case-private.h"

static EupCase *
new_case (CaseTest *self)
{
  g_autoptr (EupModel) model = eup_sample_model ();
  EupAssessment *assessment = eup_sample_case ();

  eup_sample_say (assessment, "calm", "anna", "better", "Jag blir lugn");
  eup_sample_say (assessment, "calm", "per", "better", "Vi sover");
  return case_test_new (self, assessment, model);
}

static const char *const both[] = { "calm-anna", "calm-per", NULL };

static const EupConfirmation *
confirmation (EupCase *kase, const char *id)
{
  const EupAssessment *assessment = eup_case_get_assessment (kase);

  return eup_rules_confirmation (assessment, eup_assessment_find (assessment, EUP_PART_STATEMENT, id));
}

static void
a_yes_to_a_page_is_kept_for_each_sentence_and_is_one_step_back (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = new_case (self);
  g_autoptr (GError) error = NULL;

  g_assert_true (eup_case_read_back (kase, both, "yes", NULL, &error));
  g_assert_no_error (error);
  for (guint i = 0; both[i] != NULL; i++)
    {
      g_assert_cmpstr (confirmation (kase, both[i])->answer, ==, "yes");
      g_assert_cmpstr (confirmation (kase, both[i])->occasion, ==, "read-back");
    }
  eup_case_undo (kase);
  g_assert_null (confirmation (kase, both[0]));
  g_assert_null (confirmation (kase, both[1]));
  g_assert_false (eup_case_get_can_undo (kase));
  g_assert_true (case_test_flush (self, kase, NULL));
}

static void
what_can_t_be_noted_leaves_nothing_behind (CaseTest *self, gconstpointer data)
{
  static const char *const unknown[] = { "calm-anna", "calm-nobody", NULL };
  g_autoptr (EupCase) kase = new_case (self);
  g_autoptr (GError) missing = NULL, sealed = NULL;

  g_assert_false (eup_case_read_back (kase, unknown, "yes", NULL, &missing));
  g_assert_error (missing, EUP_CASE_ERROR, EUP_CASE_ERROR_REFUSED);
  g_assert_null (confirmation (kase, "calm-anna"));
  g_assert_false (eup_case_get_can_undo (kase));
  eup_case_set_sealed (kase, "2026-11-26T13:30:00Z");
  g_assert_false (eup_case_read_back (kase, both, "yes", NULL, &sealed));
  g_assert_error (sealed, EUP_CASE_ERROR, EUP_CASE_ERROR_SEALED);
  eup_case_set_sealed (kase, NULL);
  g_assert_true (case_test_flush (self, kase, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CASE_TEST_ADD (a_yes_to_a_page_is_kept_for_each_sentence_and_is_one_step_back);
  CASE_TEST_ADD (what_can_t_be_noted_leaves_nothing_behind);
  return g_test_run ();
}
