/* Local additions: read, checked on the method that is built in, kept in the store, used in new cases. */

#include "casework/eup-workspace-private.h"

#include "util/eup-file.h"
#include "util/eup-json.h"
#include "util/eup-worker.h"

/* Loading: the list from the store, then the models on a worker thread. */

static void
make_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, eup_model_set_new (data), (GDestroyNotify) eup_model_set_free);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  EupWorkspace *self = EUP_WORKSPACE (source);

  g_clear_pointer (&self->models, eup_model_set_free);
  self->models = g_task_propagate_pointer (G_TASK (result), NULL);
  for (guint i = 0; i < self->models->shipped->len; i++)
    eup_workspace_remember_model (self, self->models->shipped->pdata[i]);
  for (guint i = 0; i < self->models->current->len; i++)
    eup_workspace_remember_model (self, self->models->current->pdata[i]);
  g_task_return_boolean (task, TRUE);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GTask) make = NULL;
  GError *error = NULL;
  GPtrArray *additions = eup_store_list_additions_finish (EUP_STORE (source), result, &error);

  if (additions == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  make = g_task_new (g_task_get_source_object (task), NULL, made_cb, g_object_ref (task));
  g_task_set_task_data (make, additions, (GDestroyNotify) g_ptr_array_unref);
  eup_worker_run (make, make_thread);
}

/* Within casework: makes the models of new cases again. */
void
eup_workspace_reload_additions_async (EupWorkspace *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, eup_workspace_reload_additions_async);
  eup_store_list_additions_async (self->store, NULL, listed_cb, task);
}

gboolean
eup_workspace_reload_additions_finish (EupWorkspace *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
reloaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (eup_workspace_reload_additions_finish (EUP_WORKSPACE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Adding: file, then what is in use, then the check on a worker thread, then the store. */

typedef struct
{
  char *name; /* of the file, as people see it */
  GBytes *bytes;
  GPtrArray *in_use; /* EupStoreAddition */
} Adding;

static void
adding_free (gpointer data)
{
  Adding *adding = data;

  g_free (adding->name);
  g_clear_pointer (&adding->bytes, g_bytes_unref);
  g_clear_pointer (&adding->in_use, g_ptr_array_unref);
  g_free (adding);
}

static void
use_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  GError *error = NULL;

  if (eup_store_use_addition_finish (EUP_STORE (source), result, &error))
    {
      eup_workspace_reload_additions_async (g_task_get_source_object (task), reloaded_cb, task);
      return;
    }
  g_task_return_error (task, error);
  g_object_unref (task);
}

static void
try_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GTask *outer = data;
  const Adding *adding = g_task_get_task_data (outer);
  GError *error = NULL;
  EupStoreDefinition *definition = eup_model_set_try (adding->in_use, adding->bytes, adding->name, &error);

  if (definition != NULL)
    g_task_return_pointer (task, definition, (GDestroyNotify) eup_store_definition_free);
  else
    g_task_return_error (task, error);
}

static void
tried_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EupWorkspace *self = EUP_WORKSPACE (source);
  GTask *task = user_data;
  const Adding *adding = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (EupStoreDefinition) definition = g_task_propagate_pointer (G_TASK (result), &error);

  if (definition != NULL)
    {
      eup_store_use_addition_async (self->store, definition, adding->name, NULL, use_cb, task);
      return;
    }
  g_task_return_error (task, error);
  g_object_unref (task);
}

/* An addition that does not fit anyway stands in nobody's way. */
static void
leave_out_unfit (EupWorkspace *self, GPtrArray *additions)
{
  for (guint i = additions->len; i > 0; i--)
    {
      const EupStoreAddition *addition = additions->pdata[i - 1];

      if (g_hash_table_contains (self->models->problems, addition->definition->id))
        g_ptr_array_remove_index (additions, i - 1);
    }
}

static void
in_use_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  EupWorkspace *self = g_task_get_source_object (task);
  Adding *adding = g_task_get_task_data (task);
  g_autoptr (GTask) try = NULL;
  GError *error = NULL;

  adding->in_use = eup_store_list_additions_finish (EUP_STORE (source), result, &error);
  if (adding->in_use == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  leave_out_unfit (self, adding->in_use);
  try = g_task_new (self, NULL, tried_cb, task);
  g_task_set_task_data (try, g_object_ref (task), g_object_unref);
  eup_worker_run (try, try_thread);
}

static void
file_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  EupWorkspace *self = g_task_get_source_object (task);
  Adding *adding = g_task_get_task_data (task);
  GError *error = NULL;

  adding->bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);
  if (adding->bytes != NULL)
    {
      eup_store_list_additions_async (self->store, NULL, in_use_cb, task);
      return;
    }
  g_task_return_error (task, error);
  g_object_unref (task);
}

static void
file_asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Adding *adding = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);

  if (info == NULL)
    g_task_return_error (task, error);
  else if (g_file_info_get_size (info) > EUP_JSON_MAX_SIZE)
    g_task_return_new_error (task, EUP_FILE_ERROR, EUP_FILE_ERROR_TOO_LARGE,
                             "%s: the file is too large to be an addition", adding->name);
  else
    {
      g_set_str (&adding->name, g_file_info_get_display_name (info));
      g_file_load_bytes_async (G_FILE (source), g_task_get_cancellable (task), file_read_cb, task);
      return;
    }
  g_object_unref (task);
}

/**
 * eup_workspace_add_addition_async:
 * @file: an addition, see docs/local-addition.md
 *
 * Checks the addition on the method that is built in, together with those that are in use, and lets new
 * cases begin with it; another version of the same is replaced. Cases that are there stay as they are.
 * Errors: EUP_DATA_ERROR, whose message has a line for each problem; G_IO_ERROR and EUP_FILE_ERROR when the
 * file can't be read; those of the store.
 */
void
eup_workspace_add_addition_async (EupWorkspace *self,
                                  GFile *file,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Adding *adding = g_new0 (Adding, 1);

  g_task_set_source_tag (task, eup_workspace_add_addition_async);
  adding->name = g_file_get_basename (file);
  g_task_set_task_data (task, adding, adding_free);
  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME,
                           G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, cancellable, file_asked_cb, task);
}

gboolean
eup_workspace_add_addition_finish (EupWorkspace *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
dropped_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  GError *error = NULL;

  if (eup_store_drop_addition_finish (EUP_STORE (source), result, &error))
    {
      eup_workspace_reload_additions_async (g_task_get_source_object (task), reloaded_cb, task);
      return;
    }
  g_task_return_error (task, error);
  g_object_unref (task);
}

/**
 * eup_workspace_remove_addition_async:
 *
 * New cases no longer begin with the addition. Cases that have it keep it.
 * Errors: EUP_STORE_ERROR_NOT_FOUND when it is not in use.
 */
void
eup_workspace_remove_addition_async (EupWorkspace *self,
                                     const char *id,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, eup_workspace_remove_addition_async);
  eup_store_drop_addition_async (self->store, id, cancellable, dropped_cb, task);
}

gboolean
eup_workspace_remove_addition_finish (EupWorkspace *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* (transfer none) (element-type EupAdditionPin): all in use; until the next one is added or removed */
GPtrArray *
eup_workspace_get_additions (EupWorkspace *self)
{
  return self->models->additions;
}

/* (nullable): why new cases go without this addition although it is in use: it does not fit the method
 * that is built in. A line for each problem. */
const char *
eup_workspace_get_addition_problem (EupWorkspace *self, const char *id)
{
  return g_hash_table_lookup (self->models->problems, id);
}
