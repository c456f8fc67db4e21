/* Rehearsals: a store of their own beside the real one, an invented case to begin with, and all of it gone at
 * once when nobody wants it any more. Real cases are never deleted; these may be, since none of them is real. */

#include "casework/eup-workspace-private.h"

#include <glib/gstdio.h>
#include "casework/eup-case.h"
#include "util/eup-file.h"
#include "util/eup-json.h"
#include "util/eup-worker.h"

#define RESOURCES "/io/github/euphoria_care/Euphoria/rehearsal/"

/**
 * eup_workspace_rehearsal_folder:
 *
 * Returns: (transfer full): where rehearsals lie: a folder within that of the real cases, with a store and a
 *   key of its own
 */
char *
eup_workspace_rehearsal_folder (void)
{
  g_autofree char *folder = eup_workspace_default_folder ();

  return g_build_filename (folder, "rehearsal", NULL);
}

/* Says that every case of @self is invented: new ones are, and those that are taken in. */
void
eup_workspace_set_rehearsal (EupWorkspace *self)
{
  g_return_if_fail (EUP_IS_WORKSPACE (self));
  self->rehearsal = TRUE;
}

gboolean
eup_workspace_is_rehearsal (EupWorkspace *self)
{
  g_return_val_if_fail (EUP_IS_WORKSPACE (self), FALSE);
  return self->rehearsal;
}

static EupAssessment *
load_invented (const char *language, GError **error)
{
  g_autofree char *path = g_strconcat (RESOURCES, language, ".json", NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (EupProblems) problems = eup_problems_new (path);
  g_autoptr (JsonNode) node = bytes ? eup_json_parse (bytes, problems) : NULL;

  if (node != NULL)
    return eup_assessment_read (node);
  if (bytes != NULL)
    eup_problems_to_error (problems, error);
  return NULL;
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  EupCase *kase = eup_workspace_import_case_finish (EUP_WORKSPACE (source), result, &error);

  if (kase != NULL)
    g_task_return_pointer (task, kase, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * eup_workspace_rehearse_async:
 * @language: of the invented case: sv, en, zh
 *
 * Begins one more rehearsal with the invented case that is built in: people, a purpose, and two of them have
 * said something already. Errors: EUP_CASE_ERROR_REFUSED where real cases lie.
 */
void
eup_workspace_rehearse_async (EupWorkspace *self,
                              const char *language,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  EupAssessment *assessment;
  GError *error = NULL;

  g_task_set_source_tag (task, eup_workspace_rehearse_async);
  assessment = self->rehearsal ? load_invented (language, &error) : NULL;
  if (assessment == NULL)
    {
      if (error == NULL)
        error = g_error_new_literal (EUP_CASE_ERROR, EUP_CASE_ERROR_REFUSED, "real cases lie here");
      g_task_return_error (task, error);
      return;
    }
  g_free (assessment->card->id);
  assessment->card->id = g_uuid_string_random ();
  g_free (assessment->card->meeting);
  assessment->card->meeting = eup_clock_now_iso (self->clock);
  for (guint i = 0; i < assessment->statements->len; i++)
    g_set_str (&((EupStatement *) assessment->statements->pdata[i])->said, assessment->card->meeting);
  eup_workspace_import_case_async (self, assessment, cancellable, imported_cb, g_steal_pointer (&task));
}

EupCase *
eup_workspace_rehearse_finish (EupWorkspace *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Files, then the folder; nothing that lies elsewhere: a link is unlinked, not followed. */
static gboolean
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  gboolean gone = dir != NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        gone = remove_folder (child) && gone;
      else
        gone = g_unlink (child) == 0 && gone;
    }
  return g_rmdir (path) == 0 && gone;
}

static void
forget_thread (GTask *task, gpointer source, gpointer folder, GCancellable *cancellable)
{
  if (remove_folder (folder))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, EUP_FILE_ERROR, EUP_FILE_ERROR_UNWRITABLE, "%s can't be removed",
                             (const char *) folder);
}

/**
 * eup_workspace_forget_rehearsal_async:
 *
 * Closes the store of rehearsals and removes it from the disk, key and sealed records and all. @self is of no
 * use after this. Errors: EUP_CASE_ERROR_REFUSED where real cases lie; EUP_FILE_ERROR_UNWRITABLE.
 */
void
eup_workspace_forget_rehearsal_async (EupWorkspace *self,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, eup_workspace_forget_rehearsal_async);
  if (!self->rehearsal)
    {
      g_task_return_new_error_literal (task, EUP_CASE_ERROR, EUP_CASE_ERROR_REFUSED, "real cases lie here");
      return;
    }
  g_task_set_task_data (task, g_strdup (eup_store_get_folder (self->store)), g_free);
  eup_store_close (self->store);
  eup_worker_run (task, forget_thread);
}

gboolean
eup_workspace_forget_rehearsal_finish (EupWorkspace *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
