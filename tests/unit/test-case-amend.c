#include "case-test.h"
#include "eup-sample.h"

#include "casework/eup-amending.h"
#include "casework/eup-case-documents.h"
#include "record/eup-verify.h"
#include "util/eup-digest.h"

static EupCase *
new_sealed (CaseTest *self)
{
  g_autoptr (EupModel) model = eup_sample_model ();
  EupCase *kase = case_test_new (self, eup_sample_complete (), model);
  g_autoptr (GError) error = NULL;

  g_assert_true (case_test_seal (self, kase, &error));
  g_assert_no_error (error);
  return kase;
}

static EupAmending *
begin (CaseTest *self, EupCase *kase, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  eup_case_amend_async (kase, NULL, case_test_result_cb, self);
  result = case_test_wait (self);
  return eup_case_amend_finish (kase, result, error);
}

static char *
seal (CaseTest *self, EupAmending *amending, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  eup_amending_seal_async (amending, NULL, case_test_result_cb, self);
  result = case_test_wait (self);
  return eup_amending_seal_finish (amending, result, error);
}

static gboolean
flush (CaseTest *self, EupAmending *amending, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  eup_amending_flush_async (amending, NULL, case_test_result_cb, self);
  result = case_test_wait (self);
  return eup_amending_flush_finish (amending, result, error);
}

static EupCaseDocuments *
documents (CaseTest *self, EupCase *kase)
{
  g_autoptr (GAsyncResult) result = NULL;

  eup_case_documents_async (kase, NULL, case_test_result_cb, self);
  result = case_test_wait (self);
  return eup_case_documents_finish (kase, result, NULL);
}

static GBytes *
pdf (CaseTest *self, EupCase *kase)
{
  g_autoptr (GAsyncResult) result = NULL;

  eup_case_record_async (kase, NULL, case_test_result_cb, self);
  result = case_test_wait (self);
  return eup_case_record_finish (kase, result, NULL);
}

static void
set_reason (EupAmending *amending, const char *reason)
{
  EupAmendment *amendment = eup_amending_edit (amending);

  g_set_str (&amendment->reason, reason);
  eup_amending_put (amending, amendment);
}

static void
fill (EupAmending *amending, const char *new_words)
{
  EupAmendment *amendment = eup_amending_edit (amending);

  g_set_str (&amendment->kind, "correction");
  g_set_str (&amendment->part, "decision");
  g_set_str (&amendment->old_words, "4.12");
  g_set_str (&amendment->new_words, new_words);
  g_set_str (&amendment->decided_by, "Ana Lind");
  g_set_str (&amendment->decided, "2026-11-26");
  eup_amending_put (amending, amendment);
}

static void
only_a_sealed_case_is_amended (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupModel) model = eup_sample_model ();
  g_autoptr (EupCase) kase = case_test_new (self, eup_sample_complete (), model);
  g_autoptr (GError) error = NULL;

  g_assert_null (begin (self, kase, &error));
  g_assert_error (error, EUP_CASE_ERROR, EUP_CASE_ERROR_NOT_YET);
  g_assert_true (case_test_flush (self, kase, NULL));
}

static void
half_written_words_are_there_after_a_crash (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = new_sealed (self);
  g_autoptr (EupAmending) amending = begin (self, kase, NULL);
  g_autofree char *id = g_strdup (eup_case_get_id (kase));
  g_autoptr (EupCase) again = NULL;
  g_autoptr (EupAmending) later = NULL;

  set_reason (amending, "siffrorna har");
  g_assert_false (eup_amending_get_saved (amending));
  g_assert_true (flush (self, amending, NULL));
  g_clear_object (&amending);
  g_clear_object (&kase);
  case_test_begin_again (self);
  again = case_test_open (self, id, NULL);
  later = begin (self, again, NULL);
  g_assert_cmpstr (eup_amending_get_amendment (later)->reason, ==, "siffrorna har");
}

static void
an_amendment_begun_twice_is_one (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = new_sealed (self);
  g_autoptr (EupAmending) first = begin (self, kase, NULL);
  g_autoptr (EupAmending) second = begin (self, kase, NULL);

  g_assert_true (first == second);
}

static void
words_typed_in_one_field_are_one_step_back (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = new_sealed (self);
  g_autoptr (EupAmending) amending = begin (self, kase, NULL);
  EupAmendment *amendment;

  set_reason (amending, "a");
  set_reason (amending, "ab");
  set_reason (amending, "abc");
  amendment = eup_amending_edit (amending);
  g_set_str (&amendment->told, "Gunnar");
  eup_amending_put (amending, amendment);
  set_reason (amending, "abcd");
  eup_amending_undo (amending);
  g_assert_cmpstr (eup_amending_get_amendment (amending)->reason, ==, "abc");
  eup_amending_undo (amending);
  g_assert_null (eup_amending_get_amendment (amending)->told);
  g_assert_cmpstr (eup_amending_get_amendment (amending)->reason, ==, "abc");
  eup_amending_undo (amending);
  g_assert_null (eup_amending_get_amendment (amending)->reason);
  g_assert_false (eup_amending_get_can_undo (amending));
  g_assert_true (flush (self, amending, NULL));
}

static void
sealing_waits_for_what_is_missing (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = new_sealed (self);
  g_autoptr (EupAmending) amending = begin (self, kase, NULL);
  g_autoptr (EupCaseDocuments) found = NULL;
  g_autoptr (GError) error = NULL;

  fill (amending, "  ");
  g_assert_null (seal (self, amending, &error));
  g_assert_error (error, EUP_CASE_ERROR, EUP_CASE_ERROR_NOT_YET);
  g_assert_true (flush (self, amending, NULL));
  found = documents (self, kase);
  g_assert_cmpuint (found->documents->len, ==, 1);
  g_assert_true (found->drafting);
}

static void
several_in_a_row_name_the_file_before_them_and_the_record_stays (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = new_sealed (self);
  g_autoptr (GBytes) before = pdf (self, kase);
  g_autoptr (EupCaseDocuments) found = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autofree char *last = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (EupAmending) amending = begin (self, kase, NULL);
      g_autoptr (GBytes) followed = NULL;
      g_autoptr (GBytes) made = NULL;
      g_autoptr (EupVerdict) verdict = NULL;
      g_autofree char *digest = NULL;

      g_assert_null (eup_amending_get_amendment (amending)->kind);
      eup_case_choose_document (kase, last);
      followed = pdf (self, kase);
      fill (amending, i == 0 ? "4.21" : "4.22");
      g_free (last);
      last = seal (self, amending, NULL);
      g_assert_nonnull (last);
      eup_case_choose_document (kase, last);
      made = pdf (self, kase);
      verdict = eup_verify_run (made, NULL, NULL);
      digest = eup_digest_bytes (followed);
      g_assert_cmpint (verdict->kind, ==, EUP_VERDICT_NOT_SIGNED);
      g_assert_cmpstr (verdict->document_id, ==, last);
      g_assert_cmpstr (verdict->amends_digest, ==, digest);
    }
  eup_case_choose_document (kase, NULL);
  after = pdf (self, kase);
  g_assert_true (g_bytes_equal (before, after));
  found = documents (self, kase);
  g_assert_cmpuint (found->documents->len, ==, 3);
  g_assert_false (found->drafting);
  for (guint i = 0; i < 3; i++)
    {
      const EupCaseDocument *document = found->documents->pdata[i];

      g_assert_cmpuint (document->number, ==, i + 1);
      g_assert_cmpuint (document->of, ==, 3);
      g_assert_true (document->holds);
      g_assert_true ((document->amendment == NULL) == (i == 0));
    }
  g_assert_cmpstr (((EupCaseDocument *) found->documents->pdata[2])->amendment->new_words, ==, "4.22");
}

static void
what_is_sealed_takes_no_more_words (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = new_sealed (self);
  g_autoptr (EupAmending) amending = begin (self, kase, NULL);
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;

  fill (amending, "4.21");
  name = seal (self, amending, NULL);
  g_assert_nonnull (name);
  set_reason (amending, "more");
  g_assert_null (eup_amending_get_amendment (amending)->reason);
  g_assert_null (seal (self, amending, &error));
  g_assert_error (error, EUP_CASE_ERROR, EUP_CASE_ERROR_SEALED);
}

static gboolean
discard (CaseTest *self, EupAmending *amending)
{
  g_autoptr (GAsyncResult) result = NULL;

  eup_amending_discard_async (amending, NULL, case_test_result_cb, self);
  result = case_test_wait (self);
  return eup_amending_discard_finish (amending, result, NULL);
}

static void
what_is_thrown_away_is_gone (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = new_sealed (self);
  g_autoptr (EupAmending) amending = begin (self, kase, NULL);
  g_autoptr (EupCaseDocuments) found = NULL;

  set_reason (amending, "x");
  g_assert_true (discard (self, amending));
  found = documents (self, kase);
  g_assert_false (found->drafting);
  g_assert_cmpuint (found->documents->len, ==, 1);
}

/* Bytes that are no record came into the store: nothing is built on them. */
static void
what_is_not_as_it_was_sealed_is_not_amended (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = new_sealed (self);
  g_autoptr (EupAmending) amending = begin (self, kase, NULL);
  g_autoptr (EupCaseDocuments) found = documents (self, kase);
  g_autoptr (GBytes) rubbish = g_bytes_new_static ("%PDF-1.7 nothing", 16);
  g_autoptr (EupStoreRecord) record =
      eup_store_record_new (((EupCaseDocument *) found->documents->pdata[0])->document_id, rubbish, rubbish,
                            "2026-11-26T13:30:00Z");
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;

  eup_store_append_record_async (eup_workspace_get_store (self->workspace), eup_case_get_id (kase), record,
                                 NULL, case_test_result_cb, self);
  result = case_test_wait (self);
  fill (amending, "4.21");
  name = seal (self, amending, &error);
  g_assert_null (name);
  g_assert_error (error, EUP_CASE_ERROR, EUP_CASE_ERROR_REFUSED);
  g_assert_cmpstr (eup_amending_get_amendment (amending)->new_words, ==, "4.21");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  CASE_TEST_ADD (only_a_sealed_case_is_amended);
  CASE_TEST_ADD (half_written_words_are_there_after_a_crash);
  CASE_TEST_ADD (an_amendment_begun_twice_is_one);
  CASE_TEST_ADD (words_typed_in_one_field_are_one_step_back);
  CASE_TEST_ADD (sealing_waits_for_what_is_missing);
  CASE_TEST_ADD (several_in_a_row_name_the_file_before_them_and_the_record_stays);
  CASE_TEST_ADD (what_is_sealed_takes_no_more_words);
  CASE_TEST_ADD (what_is_thrown_away_is_gone);
  CASE_TEST_ADD (what_is_not_as_it_was_sealed_is_not_amended);

  return g_test_run ();
}
