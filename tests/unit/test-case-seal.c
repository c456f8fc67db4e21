#include "case-test.h"
#include "eup-sample.h"

#include "casework/eup-case-private.h"
#include "casework/eup-recording.h"
#include "record/eup-reading.h"
#include "record/eup-verify.h"

#include <string.h>

static GBytes *
record (CaseTest *self, EupCase *kase, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  eup_case_record_async (kase, NULL, case_test_result_cb, self);
  result = case_test_wait (self);
  return eup_case_record_finish (kase, result, error);
}

static void
sealing_waits_for_what_is_missing (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = case_test_sample (self, eup_sample_case ());
  g_autoptr (GError) error = NULL;

  g_assert_false (case_test_seal (self, kase, &error));
  g_assert_error (error, EUP_CASE_ERROR, EUP_CASE_ERROR_NOT_YET);
  g_assert_false (eup_case_is_sealed (kase));
  g_assert_true (case_test_flush (self, kase, NULL));
}

static void
seal_is_refused_when_the_resident_said_no (CaseTest *self, gconstpointer data)
{
  EupAssessment *assessment = eup_sample_complete ();
  g_autoptr (EupCase) kase = NULL;
  g_autoptr (GError) error = NULL;

  eup_sample_say (assessment, "want", "anna", "no", "Nej!");
  kase = case_test_sample (self, assessment);
  g_assert_false (case_test_seal (self, kase, &error));
  g_assert_error (error, EUP_CASE_ERROR, EUP_CASE_ERROR_NOT_YET);
  g_assert_true (case_test_flush (self, kase, NULL));
}

static void
a_sealed_case_never_changes (CaseTest *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EupCase) again = NULL;
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;

  {
    g_autoptr (EupCase) kase = case_test_sample (self, eup_sample_complete ());

    case_test_seal (self, kase, &error);
    g_assert_no_error (error);
    g_assert_true (eup_case_is_sealed (kase));
    first = record (self, kase, &error);
    g_assert_no_error (error);
    case_test_say (kase, "want", "anna", "Något annat");
    eup_case_undo (kase);
    g_assert_cmpstr (case_test_words (kase, "want", "anna"), ==, "Ja tack");
    g_assert_false (case_test_seal (self, kase, &error));
    g_assert_error (error, EUP_CASE_ERROR, EUP_CASE_ERROR_SEALED);
    g_clear_error (&error);
  }
  case_test_begin_again (self);
  again = case_test_open (self, "case-1", &error);
  g_assert_no_error (error);
  g_assert_true (eup_case_is_sealed (again));
  g_assert_cmpstr (eup_case_get_assessment (again)->decision->sealed, ==, "2026-11-26T13:30:00+00:00");
  second = record (self, again, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (first, second));
}

static void
a_draft_can_be_seen_before_sealing (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = case_test_sample (self, eup_sample_case ());
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = record (self, kase, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (pdf, NULL), 5, "%PDF-", 5);
  g_assert_false (eup_case_is_sealed (kase));
  g_assert_true (case_test_flush (self, kase, NULL));
}

static void
the_data_is_inside_where_that_is_chosen (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = case_test_sample (self, eup_sample_complete ());
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (EupVerdict) verdict = NULL;

  eup_case_set_profile (kase, EUP_PDF_PROFILE_TWIN);
  case_test_seal (self, kase, &error);
  g_assert_no_error (error);
  eup_case_set_profile (kase, EUP_PDF_PROFILE); /* comes too late */
  pdf = record (self, kase, &error);
  g_assert_no_error (error);
  verdict = eup_verify_run (pdf, NULL, NULL);
  g_assert_cmpint ((int) verdict->kind, ==, EUP_VERDICT_NOT_SIGNED);
  g_assert_nonnull (verdict->twin);
}

/* What the facilitator notes for themselves is in nothing that goes out; what was said is in all of it. */
static void
a_private_note_is_in_no_record (CaseTest *self, gconstpointer data)
{
  static const char note[] = "Hemligt: Per verkar pressa henne";
  g_autoptr (EupCase) kase = case_test_sample (self, eup_sample_complete ());
  g_autoptr (GError) error = NULL;
  g_autoptr (EupRecording) recording = NULL;
  g_autoptr (GBytes) kept = NULL;
  GBytes *pdfs[2];
  gsize size;
  const char *twin;

  eup_case_set_note (kase, note);
  case_test_seal (self, kase, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (eup_case_get_note (kase), ==, note);
  kept = record (self, kase, &error);
  g_assert_no_error (error);
  recording = eup_recording_new (eup_case_get_assessment (kase), eup_case_get_model (kase), NULL, FALSE, NULL,
                                 &error);
  g_assert_no_error (error);
  pdfs[0] = kept;
  pdfs[1] = recording->pdf;
  for (guint i = 0; i < G_N_ELEMENTS (pdfs); i++)
    {
      g_autofree char *text = eup_reading_run (pdfs[i], &error);

      g_assert_no_error (error);
      g_assert_nonnull (strstr (text, "Ja tack"));
      g_assert_null (strstr (text, "Hemligt"));
      g_assert_null (strstr (text, "pressa"));
    }
  twin = g_bytes_get_data (recording->twin, &size);
  g_assert_nonnull (memmem (twin, size, "Ja tack", 7));
  g_assert_null (memmem (twin, size, "Hemligt", 7));
}

/* The case of a file, sealed; @change may change it first. */
static EupCase *
sealed_file (CaseTest *self, const char *name, void (*change) (EupAssessment *assessment))
{
  g_autoptr (GError) error = NULL;
  EupAssessment *assessment = case_test_file (name);
  EupCase *kase;

  if (change != NULL)
    change (assessment);
  kase = case_test_import (self, assessment, &error);
  g_assert_no_error (error);
  case_test_seal (self, kase, &error);
  g_assert_no_error (error);
  return kase;
}

static gboolean
sign (CaseTest *self, EupCase *kase, EupSigner *signer, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) pdf = NULL;

  eup_case_sign_async (kase, signer, &(EupSignWish) { NULL }, NULL, case_test_result_cb, self);
  result = case_test_wait (self);
  pdf = eup_case_sign_finish (kase, result, error);
  return pdf != NULL;
}

static void
without_delegation (EupAssessment *assessment)
{
  g_set_str (&assessment->decision->delegation, NULL);
}

static void
signing_says_what_it_waits_for (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = sealed_file (self, "gps-alarm.json", without_delegation);
  g_autoptr (GError) error = NULL;

  g_assert_false (sign (self, kase, NULL, &error));
  g_assert_error (error, EUP_CASE_ERROR, EUP_CASE_ERROR_NOT_YET);
  g_assert_cmpstr (error->message, ==, "Det står inte vad som ger rätt att fatta beslutet.");
}

static void
nothing_is_signed_before_it_is_sealed (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = case_test_import (self, case_test_file ("gps-alarm.json"), NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (sign (self, kase, NULL, &error));
  g_assert_error (error, EUP_CASE_ERROR, EUP_CASE_ERROR_NOT_YET);
  g_assert_true (case_test_flush (self, kase, NULL));
}

static void
urgent_yes_schedules_the_full_assessment (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = sealed_file (self, "urgent-door-lock.json", NULL);
  const EupAssessment *before = eup_case_get_assessment (kase);
  const char *id = eup_case_get_scheduled (kase);
  g_autoptr (GError) error = NULL;
  g_autoptr (EupCase) next = NULL;
  g_autoptr (EupStoreSummary) summary = NULL;
  const EupAssessment *after;

  g_assert_nonnull (id);
  summary = case_test_summary (self, id);
  g_assert_cmpstr (summary->alias, ==, "Sven");
  g_assert_cmpstr (summary->state, ==, EUP_STORE_STATE_PREPARING);
  g_assert_cmpstr (summary->follow_up, ==, "2026-12-11");
  g_assert_cmpstr (summary->owner, ==, "Nadia Berg");

  next = case_test_open (self, id, &error);
  g_assert_no_error (error);
  after = eup_case_get_assessment (next);
  g_assert_cmpstr (after->card->earlier, ==, "SÄ 2026/319");
  g_assert_cmpstr (after->card->occasion, ==, "first");
  g_assert_false (after->card->urgent);
  g_assert_null (after->card->urgent_reason);
  g_assert_null (after->card->number);
  g_assert_cmpstr (after->card->technology, ==, "door-lock");
  g_assert_cmpstr (after->card->name, ==, before->card->name);
  g_assert_cmpstr (after->card->purpose, ==, before->card->purpose);
  g_assert_cmpstr (after->card->meeting, ==, "2026-12-11T11:00:00+01:00");
  g_assert_cmpuint (after->people->len, ==, before->people->len);
  g_assert_cmpuint (after->statements->len, ==, 0);
  g_assert_cmpuint (after->consents->len, ==, 0);
  g_assert_cmpstr (after->method->digest, ==, before->method->digest);
  g_assert_null (after->decision->outcome);
  g_assert_false (eup_case_is_sealed (next));
}

static void
scheduled_case_stays_due_when_it_is_changed (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = sealed_file (self, "urgent-door-lock.json", NULL);
  g_autoptr (EupCase) next = case_test_open (self, eup_case_get_scheduled (kase), NULL);
  EupCard *card = eup_case_edit (next, EUP_PART_CARD, NULL);
  g_autoptr (EupStoreSummary) summary = NULL;

  g_set_str (&card->number, "SÄ 2026/320");
  eup_case_put (next, EUP_PART_CARD, card);
  g_assert_true (case_test_flush (self, next, NULL));
  summary = case_test_summary (self, eup_case_get_id (next));
  g_assert_cmpstr (summary->number, ==, "SÄ 2026/320");
  g_assert_cmpstr (summary->follow_up, ==, "2026-12-11");
}

/* The follow-up after the last day that the decision holds: the day is the last one all the same. */
static void
with_a_late_follow_up (EupAssessment *assessment)
{
  g_set_str (&assessment->decision->follow_up_date, "2026-12-17");
}

static void
full_assessment_is_no_later_than_the_interim_decision_holds (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = sealed_file (self, "urgent-door-lock.json", with_a_late_follow_up);
  g_autoptr (EupStoreSummary) summary = case_test_summary (self, eup_case_get_scheduled (kase));

  g_assert_cmpstr (summary->follow_up, ==, "2026-12-14");
}

static void
as_a_no (EupAssessment *assessment)
{
  g_set_str (&assessment->decision->outcome, "not-now");
}

static void
urgent_no_schedules_nothing (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = sealed_file (self, "urgent-door-lock.json", as_a_no);

  g_assert_null (eup_case_get_scheduled (kase));
}

static void
ordinary_yes_schedules_nothing (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = sealed_file (self, "gps-alarm.json", NULL);

  g_assert_null (eup_case_get_scheduled (kase));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CASE_TEST_ADD (sealing_waits_for_what_is_missing);
  CASE_TEST_ADD (seal_is_refused_when_the_resident_said_no);
  CASE_TEST_ADD (a_sealed_case_never_changes);
  CASE_TEST_ADD (a_draft_can_be_seen_before_sealing);
  CASE_TEST_ADD (the_data_is_inside_where_that_is_chosen);
  CASE_TEST_ADD (a_private_note_is_in_no_record);
  CASE_TEST_ADD (signing_says_what_it_waits_for);
  CASE_TEST_ADD (nothing_is_signed_before_it_is_sealed);
  CASE_TEST_ADD (urgent_yes_schedules_the_full_assessment);
  CASE_TEST_ADD (scheduled_case_stays_due_when_it_is_changed);
  CASE_TEST_ADD (full_assessment_is_no_later_than_the_interim_decision_holds);
  CASE_TEST_ADD (urgent_no_schedules_nothing);
  CASE_TEST_ADD (ordinary_yes_schedules_nothing);
  return g_test_run ();
}
