/* The store as the rest of the program sees it: every call becomes a job of the worker.
 *
 * The writes of one store are done in the order of the calls, and durable when their callback runs. */

#include "store/eup-store.h"

#include "store/eup-store-private.h"

struct _EupStore
{
  GObject parent_instance;

  char *folder;
  EupStoreWorker *worker;
};

G_DEFINE_FINAL_TYPE (EupStore, eup_store, G_TYPE_OBJECT)

static EupStore *
store_new (const char *folder)
{
  EupStore *self = g_object_new (EUP_TYPE_STORE, NULL);

  self->folder = g_strdup (folder);
  self->worker = eup_store_worker_new (folder);
  return self;
}

static gpointer
open_verb (EupStoreDatabase *database, const EupStoreRequest *request, GError **error)
{
  return eup_store_database_open (database, error) ? EUP_STORE_DONE : NULL;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) outer = user_data;
  EupStore *self = EUP_STORE (source);
  GError *error = NULL;

  if (eup_store_answer (self, result, eup_store_open_async, &error))
    g_task_return_pointer (outer, g_object_ref (self), g_object_unref);
  else
    g_task_return_error (outer, error);
}

static void
eup_store_finalize (GObject *object)
{
  EupStore *self = EUP_STORE (object);

  g_clear_pointer (&self->worker, eup_store_worker_free);
  g_free (self->folder);
  G_OBJECT_CLASS (eup_store_parent_class)->finalize (object);
}

static void
eup_store_class_init (EupStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = eup_store_finalize;
}

static void
eup_store_init (EupStore *self)
{
}

/**
 * eup_store_open_async:
 * @folder: the data folder; made with mode 0700 when it isn't there
 *
 * Opens the store, and makes the key file and the database when they are missing.
 */
void
eup_store_open_async (const char *folder,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (EupStore) self = NULL;
  GTask *outer;

  g_return_if_fail (folder != NULL);

  self = store_new (folder);
  outer = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (outer, eup_store_open_async);
  g_task_set_check_cancellable (outer, FALSE);
  eup_store_submit (self, eup_store_open_async, open_verb, NULL, NULL, cancellable, opened_cb, outer);
}

/**
 * eup_store_open_finish:
 * @error: UNREADABLE, NEWER, FULL or IN_USE of EUP_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the open store
 */
EupStore *
eup_store_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, eup_store_open_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * eup_store_open_sync:
 *
 * As eup_store_open_async(), waiting; for the command line and tests.
 */
EupStore *
eup_store_open_sync (const char *folder, GError **error)
{
  g_autoptr (EupStore) self = NULL;

  g_return_val_if_fail (folder != NULL, NULL);

  self = store_new (folder);
  return eup_store_worker_wait (self->worker, open_verb, error) ? g_steal_pointer (&self) : NULL;
}

/* Returns: (transfer none): the data folder */
const char *
eup_store_get_folder (EupStore *self)
{
  g_return_val_if_fail (EUP_IS_STORE (self), NULL);

  return self->folder;
}

/**
 * eup_store_flush_sync:
 *
 * Waits until everything asked for so far is on the disk. The callbacks run later, in the main loop.
 */
void
eup_store_flush_sync (EupStore *self)
{
  g_return_if_fail (EUP_IS_STORE (self));

  eup_store_worker_wait (self->worker, eup_store_nothing, NULL);
}

/**
 * eup_store_close:
 *
 * Does what is queued, closes the database and lets another program open the folder. Later calls
 * answer with G_IO_ERROR_CLOSED. Dropping the last reference does the same.
 */
void
eup_store_close (EupStore *self)
{
  g_return_if_fail (EUP_IS_STORE (self));

  eup_store_worker_stop (self->worker);
}

/**
 * eup_store_submit:
 * @tag: the public function, which eup_store_answer() looks for
 * @verb: what to do
 * @request: (transfer full) (nullable): what to do it with
 * @free_result: (nullable): for what @verb returns
 *
 * Within the store: makes a job of a call.
 */
void
eup_store_submit (EupStore *self,
                  gpointer tag,
                  EupStoreVerb verb,
                  EupStoreRequest *request,
                  GDestroyNotify free_result,
                  GCancellable *cancellable,
                  GAsyncReadyCallback callback,
                  gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  eup_store_worker_push (self->worker, task, verb, request, free_result);
}

/* Within the store: what the job of the call @tag returned. */
gpointer
eup_store_answer (EupStore *self, GAsyncResult *result, gpointer tag, GError **error)
{
  g_return_val_if_fail (EUP_IS_STORE (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tag), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* A verb that does nothing: when it is done, all before it is. */
gpointer
eup_store_nothing (EupStoreDatabase *database, const EupStoreRequest *request, GError **error)
{
  return EUP_STORE_DONE;
}
