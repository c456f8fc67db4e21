/* One more revision of a sealed record, or of the document after it that is chosen: the stored record, then what is added on a worker thread, then the
 * longer file beside it. What goes wrong on the way leaves the record as it was. */

#include "casework/eup-case-later.h"
#include "casework/eup-case-private.h"
#include "util/eup-worker.h"

typedef struct
{
  EupCaseRevise revise;
  gpointer data;
  GDestroyNotify free_data;
  EupStoreRecord *record;
  GBytes *pdf; /* the longer one */
} Revision;

static void
revision_free (gpointer data)
{
  Revision *revision = data;

  if (revision->free_data != NULL)
    revision->free_data (revision->data);
  g_clear_pointer (&revision->record, eup_store_record_free);
  g_clear_pointer (&revision->pdf, g_bytes_unref);
  g_free (revision);
}

/* Takes @task over. */
static void
end (GTask *task, GError *error)
{
  EupCase *self = g_task_get_source_object (task);
  Revision *revision = g_task_get_task_data (task);

  self->revising = FALSE;
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_bytes_ref (revision->pdf), (GDestroyNotify) g_bytes_unref);
  g_object_unref (task);
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;

  eup_store_append_record_finish (EUP_STORE (source), result, &error);
  end (user_data, error);
}

static void
revised_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EupCase *self = EUP_CASE (source);
  GTask *task = user_data;
  Revision *revision = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (EupStoreRecord) record = NULL;

  revision->pdf = g_task_propagate_pointer (G_TASK (result), &error);
  if (revision->pdf == NULL)
    {
      end (task, error);
      return;
    }
  record = eup_store_record_new (revision->record->document_id, revision->pdf, revision->record->twin,
                                 revision->record->sealed);
  eup_store_append_record_async (self->store, eup_case_get_id (self), record, NULL, stored_cb, task);
}

static void
revise_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Revision *revision = data;
  GError *error = NULL;
  GBytes *pdf = revision->revise (revision->record->pdf, revision->data, &error);

  if (pdf != NULL)
    g_task_return_pointer (task, pdf, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Revision *revision = g_task_get_task_data (task);
  g_autoptr (GTask) work = NULL;
  GError *error = NULL;

  revision->record = eup_store_document_finish (EUP_STORE (source), result, &error);
  if (revision->record == NULL)
    {
      end (task, error);
      return;
    }
  work = g_task_new (g_task_get_source_object (task), NULL, revised_cb, task);
  g_task_set_source_tag (work, eup_case_revise_async);
  g_task_set_task_data (work, revision, NULL); /* goes with @task, which waits for this */
  eup_worker_run (work, revise_thread);
}

/**
 * eup_case_revise_async:
 * @revise: what is added
 * @data: (transfer full): for @revise
 * @free_data: (nullable): frees @data
 *
 * Errors: EUP_CASE_ERROR_NOT_YET before sealing, EUP_CASE_ERROR_REFUSED while something else is being
 * added, and those of @revise and of the store.
 */
void
eup_case_revise_async (EupCase *self,
                       EupCaseRevise revise,
                       gpointer data,
                       GDestroyNotify free_data,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Revision *revision = g_new0 (Revision, 1);

  g_return_if_fail (EUP_IS_CASE (self) && revise != NULL);
  revision->revise = revise;
  revision->data = data;
  revision->free_data = free_data;
  g_task_set_source_tag (task, eup_case_revise_async);
  g_task_set_task_data (task, revision, revision_free);
  if (!eup_case_is_sealed (self))
    {
      g_task_return_new_error_literal (task, EUP_CASE_ERROR, EUP_CASE_ERROR_NOT_YET,
                                       "the case is not sealed yet");
      return;
    }
  if (self->assessment->card->rehearsal)
    {
      g_task_return_new_error_literal (task, EUP_CASE_ERROR, EUP_CASE_ERROR_REHEARSAL,
                                       "nothing is added to what is rehearsed");
      return;
    }
  if (self->revising)
    {
      g_task_return_new_error_literal (task, EUP_CASE_ERROR, EUP_CASE_ERROR_REFUSED,
                                       "something else is being added to the record");
      return;
    }
  self->revising = TRUE;
  eup_store_document_async (self->store, eup_case_get_id (self), self->document, cancellable, loaded_cb,
                            g_steal_pointer (&task));
}

/* Returns: (transfer full) (nullable): the record as it is kept now */
GBytes *
eup_case_revise_finish (EupCase *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
