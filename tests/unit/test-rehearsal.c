/* Rehearsals: invented, in a folder of their own, called so everywhere, never signed, and gone at once. */

#include "case-test.h"

#include <string.h>

#include "casework/eup-case-later.h"
#include "util/eup-json.h"

typedef struct
{
  CaseTest real;
  CaseTest invented;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  case_test_set_up (&fixture->real, data);
  fixture->invented.clock = g_object_ref (fixture->real.clock);
  fixture->invented.folder = g_build_filename (fixture->real.folder, "rehearsal", NULL);
  case_test_open_workspace (&fixture->invented);
  eup_workspace_set_rehearsal (fixture->invented.workspace);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (g_file_test (fixture->invented.folder, G_FILE_TEST_EXISTS))
    {
      eup_workspace_forget_rehearsal_async (fixture->invented.workspace, NULL, case_test_result_cb,
                                            &fixture->invented);
      g_object_unref (case_test_wait (&fixture->invented));
    }
  g_clear_object (&fixture->invented.workspace);
  g_clear_object (&fixture->invented.clock);
  g_free (fixture->invented.folder);
  case_test_tear_down (&fixture->real, data);
}

static EupCase *
rehearse (CaseTest *self, const char *language, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  eup_workspace_rehearse_async (self->workspace, language, NULL, case_test_result_cb, self);
  result = case_test_wait (self);
  return eup_workspace_rehearse_finish (self->workspace, result, error);
}

static gboolean
forget (CaseTest *self, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  eup_workspace_forget_rehearsal_async (self->workspace, NULL, case_test_result_cb, self);
  result = case_test_wait (self);
  return eup_workspace_forget_rehearsal_finish (self->workspace, result, error);
}

static void
the_invented_case_is_one_in_every_language (Fixture *fixture, gconstpointer data)
{
  static const char *const languages[] = { "sv", "en", "zh" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *name = g_strconcat (languages[i], ".json", NULL);
      g_autofree char *path = g_build_filename (g_getenv ("EUP_SOURCE"), "data", "rehearsal", name, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (EupAssessment) file = eup_assessment_load (path, NULL, &error);
      g_autoptr (EupCase) kase = NULL;

      g_assert_no_error (error); /* it fits the schema */
      kase = rehearse (&fixture->invented, languages[i], &error);
      g_assert_no_error (error);
      g_assert_true (eup_case_get_assessment (kase)->card->rehearsal);
      g_assert_cmpstr (eup_case_get_assessment (kase)->card->language, ==, languages[i]);
      g_assert_cmpuint (eup_case_get_assessment (kase)->people->len, ==, file->people->len);
      g_assert_true (case_test_flush (&fixture->invented, kase, NULL));
    }
}

static void
a_rehearsal_stays_one (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EupCase) kase = rehearse (&fixture->invented, "sv", NULL);
  g_autoptr (EupCase) again = NULL;
  EupCard *card = eup_case_edit (kase, EUP_PART_CARD, NULL);

  card->rehearsal = FALSE;
  eup_case_put (kase, EUP_PART_CARD, card);
  g_assert_true (eup_case_get_assessment (kase)->card->rehearsal);
  g_assert_true (case_test_flush (&fixture->invented, kase, NULL));
  again = case_test_open (&fixture->invented, eup_case_get_id (kase), NULL);
  g_assert_true (eup_case_get_assessment (again)->card->rehearsal);
}

/* As a file of a rehearsal, whose number and people are those of a sample. */
static EupCase *
import_invented (Fixture *fixture)
{
  EupAssessment *assessment = case_test_file ("urgent-door-lock.json");
  EupCase *kase;

  assessment->card->rehearsal = TRUE;
  kase = case_test_import (&fixture->invented, assessment, NULL);
  g_assert_nonnull (kase);
  return kase;
}

static void
what_is_begun_or_brought_among_rehearsals_is_one (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EupCase) fresh = eup_workspace_new_case (fixture->invented.workspace, "sv");
  g_autoptr (EupCase) brought = import_invented (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_true (eup_case_get_assessment (fresh)->card->rehearsal);
  g_assert_true (eup_case_get_assessment (brought)->card->rehearsal);
  g_assert_true (case_test_flush (&fixture->invented, fresh, NULL));
  g_assert_true (case_test_flush (&fixture->invented, brought, NULL));
  g_assert_null (case_test_import (&fixture->invented, case_test_file ("gps-alarm.json"), &error));
  g_assert_error (error, EUP_CASE_ERROR, EUP_CASE_ERROR_REHEARSAL);
}

static void
no_rehearsal_comes_among_real_cases (Fixture *fixture, gconstpointer data)
{
  EupAssessment *assessment = case_test_file ("gps-alarm.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (EupCase) real = eup_workspace_new_case (fixture->real.workspace, "sv");

  g_assert_false (eup_case_get_assessment (real)->card->rehearsal);
  g_assert_true (case_test_flush (&fixture->real, real, NULL));
  assessment->card->rehearsal = TRUE;
  g_assert_null (case_test_import (&fixture->real, assessment, &error));
  g_assert_error (error, EUP_CASE_ERROR, EUP_CASE_ERROR_REHEARSAL);
  g_clear_error (&error);
  g_assert_null (rehearse (&fixture->real, "sv", &error));
  g_assert_error (error, EUP_CASE_ERROR, EUP_CASE_ERROR_REFUSED);
}

static void
a_rehearsal_is_never_signed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EupCase) kase = import_invented (fixture);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (case_test_seal (&fixture->invented, kase, NULL));
  eup_case_sign_async (kase, NULL, &(EupSignWish) { 0 }, NULL, case_test_result_cb, &fixture->invented);
  result = case_test_wait (&fixture->invented);
  g_assert_null (eup_case_sign_finish (kase, result, &error));
  g_assert_error (error, EUP_CASE_ERROR, EUP_CASE_ERROR_REHEARSAL);
  g_clear_error (&error);
  g_clear_object (&result);
  eup_case_take_back_async (kase, nothing, NULL, case_test_result_cb, &fixture->invented);
  result = case_test_wait (&fixture->invented);
  g_assert_null (eup_case_sign_finish (kase, result, &error));
  g_assert_error (error, EUP_CASE_ERROR, EUP_CASE_ERROR_REHEARSAL);
  g_clear_error (&error);
  g_clear_object (&result);
  eup_case_stamp_async (kase, nothing, nothing, NULL, case_test_result_cb, &fixture->invented);
  result = case_test_wait (&fixture->invented);
  g_assert_null (eup_case_revise_finish (kase, result, &error));
  g_assert_error (error, EUP_CASE_ERROR, EUP_CASE_ERROR_REHEARSAL);
}

static void
thrown_away_all_of_it_is_gone_and_real_cases_are_there (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EupCase) real = case_test_import (&fixture->real, case_test_file ("gps-alarm.json"), NULL);
  g_autoptr (EupCase) kase = import_invented (fixture);
  g_autoptr (EupStoreSummary) summary = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (case_test_flush (&fixture->real, real, NULL));
  g_assert_true (case_test_seal (&fixture->invented, kase, NULL)); /* what is sealed goes too */
  g_assert_false (forget (&fixture->real, &error));
  g_assert_error (error, EUP_CASE_ERROR, EUP_CASE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (forget (&fixture->invented, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (fixture->invented.folder, G_FILE_TEST_EXISTS));
  summary = case_test_summary (&fixture->real, eup_case_get_id (real));
  g_assert_nonnull (summary);
}

static void
a_folder_that_is_gone_already_is_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (forget (&fixture->invented, NULL));
  g_assert_false (forget (&fixture->invented, &error));
  g_assert_nonnull (error);
}

#define CASE(name) g_test_add ("/rehearsal/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  CASE (the_invented_case_is_one_in_every_language);
  CASE (a_rehearsal_stays_one);
  CASE (what_is_begun_or_brought_among_rehearsals_is_one);
  CASE (no_rehearsal_comes_among_real_cases);
  CASE (a_rehearsal_is_never_signed);
  CASE (thrown_away_all_of_it_is_gone_and_real_cases_are_there);
  CASE (a_folder_that_is_gone_already_is_told);
  return g_test_run ();
}
