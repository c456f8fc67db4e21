#include "case-test.h"

#include <string.h>

static EupCase *
import (CaseTest *self, const char *name)
{
  g_autoptr (GError) error = NULL;
  EupCase *kase = case_test_import (self, case_test_file (name), &error);

  g_assert_no_error (error);
  return kase;
}

static const EupConsent *
consent_of (EupCase *kase, const char *id)
{
  return eup_assessment_find (eup_case_get_assessment (kase), EUP_PART_CONSENT, id);
}

static void
withdrawal_brings_the_follow_up_closer (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = import (self, "gps-alarm.json");
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (eup_case_get_assessment (kase)->decision->follow_up_date, ==, "2027-01-07");
  g_assert_true (eup_case_withdraw_consent (kase, "k2", "Lena Sand", "Ta bort den.", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (consent_of (kase, "k2")->withdrawn, ==, "2026-11-26T13:30:00+00:00");
  g_assert_cmpstr (consent_of (kase, "k2")->withdrawn_to, ==, "Lena Sand");
  g_assert_cmpstr (consent_of (kase, "k2")->withdrawn_words, ==, "Ta bort den.");
  g_assert_cmpstr (consent_of (kase, "k2")->answer, ==, "yes");
  g_assert_cmpstr (eup_case_get_assessment (kase)->decision->follow_up_date, ==, "2026-12-03");

  eup_case_undo (kase);
  g_assert_null (consent_of (kase, "k2")->withdrawn);
  g_assert_cmpstr (eup_case_get_assessment (kase)->decision->follow_up_date, ==, "2027-01-07");
  g_assert_true (case_test_flush (self, kase, NULL));
}

static void
withdrawal_sets_a_follow_up_where_there_is_none_and_leaves_a_closer_one (CaseTest *self, gconstpointer data)
{
  static const char *const days[][2] = { { NULL, "2026-12-03" }, { "2026-11-30", "2026-11-30" } };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (EupCase) kase = import (self, "gps-alarm.json");
      EupDecision *decision = eup_case_edit (kase, EUP_PART_DECISION, NULL);

      g_set_str (&decision->follow_up_date, days[i][0]);
      eup_case_put (kase, EUP_PART_DECISION, decision);
      g_assert_true (eup_case_withdraw_consent (kase, "k1", "Lena Sand", NULL, NULL));
      g_assert_cmpstr (eup_case_get_assessment (kase)->decision->follow_up_date, ==, days[i][1]);
      g_assert_true (case_test_flush (self, kase, NULL));
    }
}

static void
consent_is_withdrawn_once_and_only_where_it_was_given (CaseTest *self, gconstpointer data)
{
  static const char *const ids[] = { "k1", "k2", "no-such" };
  g_autoptr (EupCase) kase = import (self, "gps-alarm.json");
  EupConsent *declined = eup_case_edit (kase, EUP_PART_CONSENT, "k2");

  g_set_str (&declined->answer, "no");
  eup_case_put (kase, EUP_PART_CONSENT, declined);
  g_assert_true (eup_case_withdraw_consent (kase, "k1", "Lena Sand", "Nej.", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (eup_case_withdraw_consent (kase, ids[i], "Per", "Jo.", &error));
      g_assert_error (error, EUP_CASE_ERROR, EUP_CASE_ERROR_REFUSED);
    }
  g_assert_cmpstr (consent_of (kase, "k1")->withdrawn_words, ==, "Nej.");
  g_assert_true (case_test_flush (self, kase, NULL));
}

static GBytes *
record (CaseTest *self, EupCase *kase)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *pdf;

  eup_case_record_async (kase, NULL, case_test_result_cb, self);
  result = case_test_wait (self);
  pdf = eup_case_record_finish (kase, result, &error);
  g_assert_no_error (error);
  return pdf;
}

static void
withdrawal_after_sealing_stays_beside_the_record (CaseTest *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (EupStoreSummary) summary = NULL;
  g_autoptr (EupCase) again = NULL;
  g_autofree char *id = NULL;

  {
    g_autoptr (EupCase) kase = import (self, "gps-alarm.json");

    id = g_strdup (eup_case_get_id (kase));
    case_test_seal (self, kase, &error);
    g_assert_no_error (error);
    before = record (self, kase);
    g_assert_true (eup_case_withdraw_consent (kase, "k2", "Maria Ek", "Jag vill inte längre.", &error));
    g_assert_cmpstr (consent_of (kase, "k2")->withdrawn_to, ==, "Maria Ek");
    g_assert_false (eup_case_get_saved (kase));
    g_assert_true (case_test_flush (self, kase, &error));
    g_assert_true (eup_case_get_saved (kase));
    g_assert_false (eup_case_withdraw_consent (kase, "k2", "Maria Ek", NULL, &error));
    g_assert_error (error, EUP_CASE_ERROR, EUP_CASE_ERROR_REFUSED);
    g_clear_error (&error);
  }
  case_test_begin_again (self);
  again = case_test_open (self, id, &error);
  g_assert_no_error (error);
  g_assert_true (eup_case_is_sealed (again));
  g_assert_cmpstr (consent_of (again, "k2")->withdrawn, ==, "2026-11-26T13:30:00+00:00");
  g_assert_cmpstr (consent_of (again, "k2")->withdrawn_words, ==, "Jag vill inte längre.");
  g_assert_null (consent_of (again, "k1")->withdrawn);
  summary = case_test_summary (self, id);
  g_assert_cmpstr (summary->follow_up, ==, "2026-12-03");
  after = record (self, again);
  g_assert_true (g_bytes_equal (before, after));
}

static void
withdrawal_that_cannot_be_written_is_told_and_kept (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = import (self, "gps-alarm.json");
  g_autoptr (GError) error = NULL;

  case_test_seal (self, kase, &error);
  g_assert_no_error (error);
  eup_store_close (eup_workspace_get_store (self->workspace));
  g_assert_true (eup_case_withdraw_consent (kase, "k2", "Maria Ek", NULL, NULL));
  g_assert_false (case_test_flush (self, kase, &error));
  g_assert_nonnull (eup_case_get_problem (kase));
  g_assert_false (eup_case_get_saved (kase));
  g_assert_nonnull (consent_of (kase, "k2")->withdrawn);
}

static const EupGateState *
state_of (GPtrArray *states, const char *gate)
{
  for (guint i = 0; i < states->len; i++)
    if (g_str_equal (((EupGateState *) states->pdata[i])->gate->id, gate))
      return states->pdata[i];
  return NULL;
}

static void
gate_is_passed_by_name_and_reason (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = import (self, "gps-alarm.json");
  EupModel *model = eup_case_get_model (kase);
  const EupGate *gate = eup_method_find_gate (model->method, "g13");
  EupCard *card = eup_case_edit (kase, EUP_PART_CARD, NULL);
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (GPtrArray) passed = NULL;
  g_autoptr (GError) error = NULL;
  const EupOverride *override;

  g_set_str (&card->impact_assessment, NULL);
  eup_case_put (kase, EUP_PART_CARD, card);
  open = eup_rules_gates (eup_case_get_assessment (kase), model);
  g_assert_true (state_of (open, "g13")->open);

  g_assert_true (
      eup_case_override_gate (kase, gate, "Karin Lund", "enhetschef", "Kommer på måndag.", &error));
  g_assert_no_error (error);
  override = eup_assessment_find (eup_case_get_assessment (kase), EUP_PART_OVERRIDE, "g13");
  g_assert_cmpstr (override->name, ==, "Karin Lund");
  g_assert_cmpstr (override->role, ==, "enhetschef");
  g_assert_cmpstr (override->at, ==, "2026-11-26T13:30:00+00:00");
  passed = eup_rules_gates (eup_case_get_assessment (kase), model);
  g_assert_false (state_of (passed, "g13")->open);
  g_assert_true (state_of (passed, "g13")->overridden);
  g_assert_true (case_test_flush (self, kase, NULL));
}

static void
nobody_passes_a_hard_gate_or_without_name_and_reason (CaseTest *self, gconstpointer data)
{
  static const struct
  {
    const char *gate, *name, *reason;
  } tries[] = {
    { "g3", "Karin Lund", "Ändå." }, { "g17", "Karin Lund", "Ändå." }, { "g13", NULL, "Ändå." },
    { "g13", " ", "Ändå." },         { "g13", "Karin Lund", NULL },    { "g13", "Karin Lund", "\n" },
  };
  g_autoptr (EupCase) kase = import (self, "gps-alarm.json");

  for (guint i = 0; i < G_N_ELEMENTS (tries); i++)
    {
      const EupGate *gate = eup_method_find_gate (eup_case_get_model (kase)->method, tries[i].gate);
      g_autoptr (GError) error = NULL;

      g_assert_false (eup_case_override_gate (kase, gate, tries[i].name, NULL, tries[i].reason, &error));
      g_assert_error (error, EUP_CASE_ERROR, EUP_CASE_ERROR_REFUSED);
      g_assert_null (eup_assessment_find (eup_case_get_assessment (kase), EUP_PART_OVERRIDE, tries[i].gate));
    }
  g_assert_true (case_test_flush (self, kase, NULL));
}

static void
no_gate_of_a_sealed_case_is_passed (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = import (self, "gps-alarm.json");
  const EupGate *gate = eup_method_find_gate (eup_case_get_model (kase)->method, "g13");
  g_autoptr (GError) error = NULL;

  g_assert_true (case_test_seal (self, kase, NULL));
  g_assert_false (eup_case_override_gate (kase, gate, "Karin Lund", NULL, "Ändå.", &error));
  g_assert_error (error, EUP_CASE_ERROR, EUP_CASE_ERROR_SEALED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CASE_TEST_ADD (withdrawal_brings_the_follow_up_closer);
  CASE_TEST_ADD (withdrawal_sets_a_follow_up_where_there_is_none_and_leaves_a_closer_one);
  CASE_TEST_ADD (consent_is_withdrawn_once_and_only_where_it_was_given);
  CASE_TEST_ADD (withdrawal_after_sealing_stays_beside_the_record);
  CASE_TEST_ADD (withdrawal_that_cannot_be_written_is_told_and_kept);
  CASE_TEST_ADD (gate_is_passed_by_name_and_reason);
  CASE_TEST_ADD (nobody_passes_a_hard_gate_or_without_name_and_reason);
  CASE_TEST_ADD (no_gate_of_a_sealed_case_is_passed);
  return g_test_run ();
}
