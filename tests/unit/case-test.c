#include "case-test.h"

#include <glib/gstdio.h>
#include <string.h>

#include "casework/eup-case-private.h"
#include "eup-sample.h"

void
case_test_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CaseTest *self = user_data;

  self->result = g_object_ref (result);
}

/* Returns: (transfer full): what case_test_result_cb() got */
GAsyncResult *
case_test_wait (CaseTest *self)
{
  while (self->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return g_steal_pointer (&self->result);
}

void
case_test_open_workspace (CaseTest *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  eup_workspace_open_async (self->folder, self->clock, NULL, case_test_result_cb, self);
  result = case_test_wait (self);
  self->workspace = eup_workspace_open_finish (result, &error);
  g_assert_no_error (error);
}

void
case_test_close_workspace (CaseTest *self)
{
  eup_store_close (eup_workspace_get_store (self->workspace));
  g_clear_object (&self->workspace);
}

/* As when the program is ended and started. */
void
case_test_begin_again (CaseTest *self)
{
  case_test_close_workspace (self);
  case_test_open_workspace (self);
}

void
case_test_set_up (CaseTest *self, gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 ("2026-11-26T13:30:00Z", NULL);

  self->folder = g_dir_make_tmp ("eup-case-XXXXXX", NULL);
  self->clock = eup_clock_new_fixed (now);
  case_test_open_workspace (self);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}

void
case_test_tear_down (CaseTest *self, gconstpointer data)
{
  case_test_close_workspace (self);
  remove_folder (self->folder);
  g_free (self->folder);
  g_object_unref (self->clock);
}

EupCase *
case_test_new (CaseTest *self, EupAssessment *assessment, EupModel *model)
{
  EupCase *kase;

  eup_case_pin (assessment, model);
  kase = eup_case_new (eup_workspace_get_store (self->workspace), model, self->clock, assessment);
  eup_case_touch_all (kase);
  return kase;
}

EupCase *
case_test_import (CaseTest *self, EupAssessment *assessment, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  eup_workspace_import_case_async (self->workspace, assessment, NULL, case_test_result_cb, self);
  result = case_test_wait (self);
  return eup_workspace_import_case_finish (self->workspace, result, error);
}

/* One of the fictional cases in tests/data/cases/. */
EupAssessment *
case_test_file (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("EUP_SOURCE"), "tests", "data", "cases", name, NULL);
  g_autoptr (GError) error = NULL;
  EupAssessment *assessment = eup_assessment_load (path, NULL, &error);

  g_assert_no_error (error);
  return assessment;
}

EupCase *
case_test_open (CaseTest *self, const char *id, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  eup_workspace_open_case_async (self->workspace, id, NULL, case_test_result_cb, self);
  result = case_test_wait (self);
  return eup_workspace_open_case_finish (self->workspace, result, error);
}

gboolean
case_test_flush (CaseTest *self, EupCase *kase, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  eup_case_flush_async (kase, NULL, case_test_result_cb, self);
  result = case_test_wait (self);
  return eup_case_flush_finish (kase, result, error);
}

gboolean
case_test_seal (CaseTest *self, EupCase *kase, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  eup_case_seal_async (kase, NULL, case_test_result_cb, self);
  result = case_test_wait (self);
  return eup_case_seal_finish (kase, result, error);
}

/* (transfer full): what the list of cases shows */
EupStoreSummary *
case_test_summary (CaseTest *self, const char *id)
{
  EupStore *store = eup_workspace_get_store (self->workspace);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  EupStoreSummary *summary;

  eup_store_find_async (store, id, NULL, case_test_result_cb, self);
  result = case_test_wait (self);
  summary = eup_store_find_finish (store, result, &error);
  g_assert_no_error (error);
  return summary;
}

gboolean
case_test_add_addition (CaseTest *self, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  eup_workspace_add_addition_async (self->workspace, file, NULL, case_test_result_cb, self);
  result = case_test_wait (self);
  return eup_workspace_add_addition_finish (self->workspace, result, error);
}

gboolean
case_test_remove_addition (CaseTest *self, const char *id, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  eup_workspace_remove_addition_async (self->workspace, id, NULL, case_test_result_cb, self);
  result = case_test_wait (self);
  return eup_workspace_remove_addition_finish (self->workspace, result, error);
}

/* @text with @with in the place of its first @find, which must be there */
static char *
replace_first (const char *text, const char *find, const char *with)
{
  const char *place = strstr (text, find);

  g_assert_nonnull (place);
  return g_strdup_printf ("%.*s%s%s", (int) (place - text), text, with, place + strlen (find));
}

EupModel *
case_test_older_model (void)
{
  g_autoptr (EupModel) shipped = eup_model_new_shipped ("SE");
  g_autofree char *text = g_strndup (g_bytes_get_data (shipped->sources->pdata[0], NULL),
                                     g_bytes_get_size (shipped->sources->pdata[0]));
  g_autofree char *version = replace_first (text, "\"version\": \"1.0\"", "\"version\": \"0.9\"");
  g_autofree char *title = replace_first (version, "\"sv\": \"Viktigast\"", "\"sv\": \"Det viktigaste\"");
  g_autoptr (GBytes) older = g_bytes_new (title, strlen (title));
  g_autoptr (GError) error = NULL;
  EupModel *model =
      eup_model_new (older, shipped->sources->pdata[1], shipped->sources->pdata[2], NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return model;
}

char *
case_test_addition_path (void)
{
  return g_build_filename (g_getenv ("EUP_SOURCE"), "data", "additions", "bjorkdalen.json", NULL);
}

EupCase *
case_test_sample (CaseTest *self, EupAssessment *assessment)
{
  g_autoptr (EupModel) model = eup_sample_model ();

  return case_test_new (self, assessment, model);
}

void
case_test_say (EupCase *kase, const char *question, const char *person, const char *words)
{
  EupStatement *statement = eup_case_edit_statement (kase, question, person);

  g_set_str (&statement->words, words);
  eup_case_put (kase, EUP_PART_STATEMENT, statement);
}

/* Returns: (nullable) (transfer none): what @person said */
const char *
case_test_words (EupCase *kase, const char *question, const char *person)
{
  const EupStatement *statement =
      eup_assessment_find_statement (eup_case_get_assessment (kase), question, person);

  return statement ? statement->words : NULL;
}
