/* Signing: the stored record, then the signature on a worker thread, then a further revision beside it. */

#include "casework/eup-case-record-private.h"

static void
sign_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  EupCaseWork *work = data;
  GError *error = NULL;

  if (work->acknowledgement != NULL
          ? eup_recording_acknowledge (work->recording, work->signer, work->acknowledges,
                                       work->acknowledgement, work->now, &error)
          : eup_recording_sign (work->recording, work->signer, work->assessment, work->now, &error))
    g_task_return_pointer (task, g_steal_pointer (&work->recording), (GDestroyNotify) eup_recording_free);
  else
    g_task_return_error (task, error);
}

static void
signature_stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  EupCaseWork *work = g_task_get_task_data (task);
  GError *error = NULL;

  if (eup_store_append_record_finish (EUP_STORE (source), result, &error))
    g_task_return_pointer (task, g_bytes_ref (work->recording->pdf), (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
signature_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EupCase *self = EUP_CASE (source);
  GTask *task = user_data;
  EupCaseWork *work = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (EupStoreRecord) record = NULL;

  work->recording = g_task_propagate_pointer (G_TASK (result), &error);
  if (work->recording == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  record = eup_case_store_record (work->recording);
  eup_store_append_record_async (self->store, eup_case_get_id (self), record, NULL, signature_stored_cb,
                                 task);
}

static void
record_to_sign_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  EupCaseWork *work = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (EupStoreRecord) record = eup_store_document_finish (EUP_STORE (source), result, &error);
  g_autoptr (GTask) sign = NULL;
  EupCaseWork *inner;

  if (record == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  sign = eup_case_new_work (g_task_get_source_object (task), FALSE, NULL, signature_made_cb, task);
  inner = g_task_get_task_data (sign);
  inner->signer = g_object_ref (work->signer);
  inner->acknowledges = g_steal_pointer (&work->acknowledges);
  inner->acknowledgement = g_steal_pointer (&work->acknowledgement);
  inner->recording = g_new0 (EupRecording, 1);
  inner->recording->document_id = g_strdup (record->document_id);
  inner->recording->sealed = g_strdup (record->sealed);
  inner->recording->pdf = g_bytes_ref (record->pdf);
  inner->recording->twin = g_bytes_ref (record->twin);
  g_task_run_in_thread (sign, sign_thread);
}

/**
 * eup_case_sign_stored_record:
 * @task: (transfer full): with an #EupCaseWork that holds the signer; returns the longer PDF
 *
 * Reads the sealed record, signs it on a worker thread and keeps it as its next revision.
 */
void
eup_case_sign_stored_record (EupCase *self, GTask *task)
{
  eup_store_document_async (self->store, eup_case_get_id (self), self->document, g_task_get_cancellable (task),
                            record_to_sign_cb, task);
}

/* (transfer full) (nullable): what stands between the record and a signature, as a sentence */
static char *
why_not_signed_yet (EupCase *self)
{
  g_autoptr (GPtrArray) obstacles = NULL;
  const EupObstacle *first;

  if (!eup_case_is_sealed (self))
    return g_strdup ("the case is not sealed yet");
  if (self->document != NULL) /* what holds the record back does not hold back what corrects it */
    return NULL;
  obstacles = eup_rules_sign_obstacles (self->assessment, self->model);
  if (obstacles->len == 0)
    return NULL;
  first = obstacles->pdata[0];
  if (first->need == NULL)
    return g_strdup_printf ("%u things are missing before it can be signed", obstacles->len);
  return eup_rules_say (first->need->missing, self->assessment->card->language, self->assessment,
                        self->model);
}

/**
 * eup_case_sign_async:
 * @signer: (transfer none): who signs
 *
 * Adds a signature to the chosen document (eup_case_choose_document()) and keeps the longer file as its next revision.
 * Errors: EUP_CASE_ERROR_NOT_YET before sealing and while eup_rules_sign_obstacles() are there (the
 * message is what the first one waits for, in the case's language), and those of signing and of the store.
 */
void
eup_case_sign_async (EupCase *self,
                     EupSigner *signer,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  GTask *task = eup_case_new_work (self, FALSE, cancellable, callback, user_data);
  g_autofree char *obstacle = why_not_signed_yet (self);

  g_task_set_source_tag (task, eup_case_sign_async);
  if (obstacle != NULL)
    {
      g_task_return_new_error_literal (task, EUP_CASE_ERROR, EUP_CASE_ERROR_NOT_YET, obstacle);
      g_object_unref (task);
      return;
    }
  ((EupCaseWork *) g_task_get_task_data (task))->signer = g_object_ref (signer);
  eup_case_sign_stored_record (self, task);
}

/* Returns: (transfer full) (nullable): the PDF with the signature */
GBytes *
eup_case_sign_finish (EupCase *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
