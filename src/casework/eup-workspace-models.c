/* From the names in a case to the model that it was begun with: what is built in, else what the store has
 * kept. A model is made once and shared by the cases that name the same digests. */

#include "casework/eup-workspace-private.h"

#include "casework/eup-case-private.h"
#include "casework/eup-model-search.h"
#include "util/eup-worker.h"

/* The cache only grows: a unit has few methods, and a case may be opened again at any time. */
void
eup_workspace_remember_model (EupWorkspace *self, EupModel *model)
{
  g_hash_table_insert (self->cache, eup_model_key (model), eup_model_ref (model));
}

static void
make_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  EupModel *model = eup_model_search_make (g_task_get_task_data (data), &error);

  if (model != NULL)
    g_task_return_pointer (task, model, (GDestroyNotify) eup_model_unref);
  else
    g_task_return_error (task, error);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  EupModel *model = g_task_propagate_pointer (G_TASK (result), &error);

  if (model == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  eup_workspace_remember_model (EUP_WORKSPACE (source), model);
  g_task_return_pointer (task, model, (GDestroyNotify) eup_model_unref);
}

/* All that can be found is found. @task: (transfer full) */
static void
make (EupWorkspace *self, GTask *task)
{
  EupModelSearch *search = g_task_get_task_data (task);
  const EupWanted *missing = eup_model_search_first_missing (search);
  g_autoptr (GTask) making = NULL;
  g_autofree char *key = NULL;
  EupModel *model;

  if (missing != NULL)
    {
      g_task_return_new_error (task, EUP_CASE_ERROR, EUP_CASE_ERROR_UNKNOWN_MODEL,
                               "the case was begun with the %s “%s” %s, which is not here",
                               eup_wanted_kind_words (missing->kind), missing->id ? missing->id : "",
                               missing->version ? missing->version : "");
      g_object_unref (task);
      return;
    }
  key = eup_model_search_key (search);
  model = g_hash_table_lookup (self->cache, key);
  if (model != NULL)
    {
      g_task_return_pointer (task, eup_model_ref (model), (GDestroyNotify) eup_model_unref);
      g_object_unref (task);
      return;
    }
  making = g_task_new (self, NULL, made_cb, task);
  g_task_set_task_data (making, g_object_ref (task), g_object_unref);
  eup_worker_run (making, make_thread);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  EupWorkspace *self = g_task_get_source_object (task);
  EupModelSearch *search = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) found = eup_store_load_definitions_finish (EUP_STORE (source), result, &error);

  if (found == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  eup_model_search_take (search, found);
  if (search->from_before)
    eup_model_search_take_same_name (search, eup_workspace_get_model (self));
  make (self, task);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  EupModelSearch *search = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) definitions = eup_store_list_definitions_finish (EUP_STORE (source), result, &error);
  g_auto (GStrv) digests = NULL;

  if (definitions == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  eup_model_search_fill_in_digests (search, definitions);
  digests = eup_model_search_missing_digests (search);
  eup_store_load_definitions_async (EUP_STORE (source), (const char *const *) digests, NULL, loaded_cb, task);
}

/* Within casework: the model that a case names. Errors: EUP_CASE_ERROR_UNKNOWN_MODEL, EUP_DATA_ERROR when
 * this program can't read what was kept, and those of the store. */
void
eup_workspace_find_model_async (EupWorkspace *self,
                                const EupComing *coming,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  EupModelSearch *search = eup_model_search_new (coming->assessment, coming->from_before);

  g_task_set_source_tag (task, eup_workspace_find_model_async);
  g_task_set_task_data (task, search, eup_model_search_free);
  eup_model_search_take_shipped (search, self->models, eup_workspace_get_model (self));
  if (eup_model_search_first_missing (search) == NULL)
    make (self, task);
  else
    eup_store_list_definitions_async (self->store, NULL, listed_cb, task);
}

EupModel *
eup_workspace_find_model_finish (EupWorkspace *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
