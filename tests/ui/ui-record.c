/* What the tests of a sealed record share. */

#include "ui-record.h"

/* Certificates of tests hold from today on. */
EupCase *
ui_record_case (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  EupCase *kase = ui_test_case ("night-camera.json");

  eup_clock_set_fixed (eup_case_get_clock (kase), now);
  ui_test_keep (kase);
  eup_case_seal_async (kase, NULL, ui_test_answered_cb, &result);
  ui_test_wait_for_answer (&result);
  eup_case_seal_finish (kase, result, &error);
  g_assert_no_error (error);
  return kase;
}

GBytes *
ui_record_get (EupCase *kase)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *pdf;

  eup_case_record_async (kase, NULL, ui_test_answered_cb, &result);
  ui_test_wait_for_answer (&result);
  pdf = eup_case_record_finish (kase, result, &error);
  g_assert_no_error (error);
  return pdf;
}

void
ui_record_sign (EupCase *kase, EupSigner *signer, const char *place)
{
  EupSignWish wish = { (char *) place, (char *) "Beslut", (char *) "enhetschef", TRUE };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;

  eup_case_sign_async (kase, signer, &wish, NULL, ui_test_answered_cb, &result);
  ui_test_wait_for_answer (&result);
  pdf = eup_case_sign_finish (kase, result, &error);
  g_assert_no_error (error);
}

char *
ui_record_path (const char *name)
{
  static char *folder;

  if (folder == NULL)
    folder = g_dir_make_tmp ("euphoria-record-XXXXXX", NULL);
  return g_build_filename (folder, name, NULL);
}

void
ui_record_write (const char *path, GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert_true (g_file_set_contents (path, data, (gssize) size, NULL));
}
