/* Acknowledgements of an open case: noted, undone, refused; and of one that is sealed. */

#include "case-test.h"

#include "casework/eup-case-acknowledge.h"
#include "record/eup-signer.h"
#include "record/eup-verify.h"

static EupAcknowledgement *new (const char *id, const char *answer)
{
  EupAcknowledgement *of = eup_shape_new (eup_part_shape (EUP_PART_ACKNOWLEDGEMENT));

  of->id = g_strdup (id);
  of->answer = g_strdup (answer);
  of->witness = g_strdup ("Lena Sand");
  if (g_str_equal (answer, "drawn"))
    of->drawing = g_strsplit ("1,1 5,9|7,7", "|", -1);
  return of;
}

static EupCase *
new_case (CaseTest *self)
{
  g_autoptr (GError) error = NULL;
  EupCase *kase = case_test_import (self, case_test_file ("gps-alarm.json"), &error);

  g_assert_no_error (error);
  return kase;
}

static const EupAcknowledgement *
find (EupCase *kase, const char *id)
{
  return eup_assessment_find (eup_case_get_assessment (kase), EUP_PART_ACKNOWLEDGEMENT, id);
}

static void
what_somebody_drew_is_kept_with_time_and_outcome (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = new_case (self);
  g_autofree char *id = g_strdup (eup_case_get_id (kase));
  g_autoptr (EupCase) again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (eup_case_acknowledge (kase, new ("anna", "drawn"), &error));
  g_assert_no_error (error);
  g_assert_cmpstr (find (kase, "anna")->at, ==, "2026-11-26T15:14:30+01:00");
  g_assert_nonnull (strstr (find (kase, "anna")->outcome, "7 januari 2027"));
  g_assert_true (case_test_flush (self, kase, &error));
  g_clear_object (&kase);
  case_test_begin_again (self);
  again = case_test_open (self, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (find (again, "anna")->drawing[1], ==, "7,7");
}

static void
it_is_one_step_back (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = new_case (self);

  g_assert_true (eup_case_acknowledge (kase, new ("anna", "said"), NULL));
  g_assert_true (eup_case_acknowledge (kase, new ("per", "declined"), NULL));
  eup_case_undo (kase);
  g_assert_null (find (kase, "per"));
  g_assert_cmpstr (find (kase, "anna")->answer, ==, "said");
  eup_case_undo (kase);
  g_assert_null (find (kase, "anna"));
}

static void
what_lacks_something_is_refused (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = new_case (self);
  EupAcknowledgement *wrong[] = { new ("nobody", "said"), new ("anna", "signed"), new ("lena", "said"),
                                  new ("anna", "not-asked") };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (eup_case_acknowledge (kase, wrong[i], &error));
      g_assert_error (error, EUP_CASE_ERROR, EUP_CASE_ERROR_REFUSED);
    }
  g_assert_cmpuint (eup_case_get_assessment (kase)->acknowledgements->len, ==, 0);
}

static EupSigner *
new_signer (CaseTest *self)
{
  g_autofree char *script =
      g_build_filename (g_getenv ("EUP_SOURCE"), "build-aux", "dev", "certificate.sh", NULL);
  g_autofree char *file = g_build_filename (self->folder, "unit.p12", NULL);
  g_autofree char *word = g_build_filename (self->folder, "word", NULL);
  g_autofree char *command = g_strdup_printf ("'%s' '%s' '%s' 'Björkgårdens enhet'", script, file, word);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  EupSigner *signer;
  char *text;
  gsize length;

  g_assert_true (g_file_set_contents (word, "hemligt", -1, NULL));
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_assert_true (g_file_get_contents (file, &text, &length, NULL));
  bytes = g_bytes_new_take (text, length);
  signer = eup_signer_new_pkcs12 (bytes, "hemligt", now, &error);
  g_assert_no_error (error);
  return signer;
}

static GBytes *
acknowledge_afterwards (CaseTest *self, EupCase *kase, EupSigner *signer, GError **error)
{
  EupAcknowledgement *of = new ("eva", "drawn");
  g_autoptr (GAsyncResult) result = NULL;

  eup_case_acknowledge_afterwards_async (kase, "Eva B.", of, signer, NULL, case_test_result_cb, self);
  eup_shape_free (eup_part_shape (EUP_PART_ACKNOWLEDGEMENT), of);
  result = case_test_wait (self);
  return eup_case_acknowledge_afterwards_finish (kase, result, error);
}

static void
who_comes_later_is_sealed_into_the_record (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = new_case (self);
  g_autoptr (EupSigner) signer = new_signer (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) early = acknowledge_afterwards (self, kase, signer, &error);
  g_autoptr (EupVerdict) verdict = NULL;
  g_autoptr (GBytes) pdf = NULL;
  const EupVerdictSignature *found;

  g_assert_null (early);
  g_assert_error (error, EUP_CASE_ERROR, EUP_CASE_ERROR_NOT_YET);
  g_clear_error (&error);
  g_assert_true (case_test_seal (self, kase, &error));
  g_assert_false (eup_case_acknowledge (kase, new ("anna", "said"), &error));
  g_assert_error (error, EUP_CASE_ERROR, EUP_CASE_ERROR_SEALED);
  g_clear_error (&error);
  pdf = acknowledge_afterwards (self, kase, signer, &error);
  g_assert_no_error (error);
  verdict = eup_verify_run (pdf, NULL, NULL);
  g_assert_true (eup_verdict_is_good (verdict));
  g_assert_cmpuint (eup_verdict_count_people (verdict), ==, 0);
  g_assert_cmpuint (eup_verdict_count_acknowledgements (verdict), ==, 1);
  found = verdict->signatures->pdata[0];
  g_assert_cmpstr (found->acknowledges, ==, "Eva B.");
  g_assert_cmpstr (found->name, ==, "Björkgårdens enhet");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CASE_TEST_ADD (what_somebody_drew_is_kept_with_time_and_outcome);
  CASE_TEST_ADD (it_is_one_step_back);
  CASE_TEST_ADD (what_lacks_something_is_refused);
  CASE_TEST_ADD (who_comes_later_is_sealed_into_the_record);
  return g_test_run ();
}
