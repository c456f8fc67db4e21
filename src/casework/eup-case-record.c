/* Sealing, showing and signing a case's record. Pages and signatures are made on a worker thread
 * from a copy of the assessment; the main loop never waits. */

#include "casework/eup-case-private.h"

#include "casework/eup-recording.h"

/* What the worker gets: values only. */
typedef struct
{
  EupAssessment *assessment;
  EupModel *model;
  EupSigner *signer;
  EupRecording *recording;
  gboolean draft;
  char *now;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_clear_pointer (&work->assessment, eup_assessment_free);
  g_clear_pointer (&work->model, eup_model_unref);
  g_clear_pointer (&work->recording, eup_recording_free);
  g_clear_object (&work->signer);
  g_free (work->now);
  g_free (work);
}

static GTask *
new_task (EupCase *self,
          gboolean draft,
          GCancellable *cancellable,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Work *work = g_new0 (Work, 1);

  work->assessment = eup_assessment_copy (self->assessment);
  work->model = eup_model_ref (self->model);
  work->now = eup_clock_now_iso (self->clock);
  work->draft = draft;
  g_task_set_task_data (task, work, work_free);
  return task;
}

static void
make_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  EupRecording *recording = eup_recording_new (work->assessment, work->model, NULL, work->draft, &error);

  if (recording == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, recording, (GDestroyNotify) eup_recording_free);
}

static void
sign_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;

  if (eup_recording_sign (work->recording, work->signer, work->assessment, work->now, &error))
    g_task_return_pointer (task, g_steal_pointer (&work->recording), (GDestroyNotify) eup_recording_free);
  else
    g_task_return_error (task, error);
}

/* Sealing: flush → make → store; the case is only sealed when the store says so. */

static void
end_sealing (GTask *task, GError *error)
{
  EupCase *self = g_task_get_source_object (task);

  self->sealing = FALSE;
  if (error != NULL)
    g_task_return_error (task, error);
  else
    {
      Work *work = g_task_get_task_data (task);

      eup_case_set_sealed (self, work->now);
      g_task_return_boolean (task, TRUE);
    }
  g_object_unref (task);
}

static void
seal_stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;

  eup_store_seal_finish (EUP_STORE (source), result, &error);
  end_sealing (user_data, error);
}

static void
seal_and_next_stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EupCase *self = g_task_get_source_object (user_data);
  GError *error = NULL;

  if (!eup_store_seal_and_begin_finish (EUP_STORE (source), result, &error))
    g_clear_pointer (&self->scheduled, g_free);
  end_sealing (user_data, error);
}

static EupStoreRecord *
store_record (const EupRecording *recording)
{
  return eup_store_record_new (recording->document_id, recording->pdf, recording->twin, recording->sealed);
}

/* The seal of an urgent yes and the full assessment that follows are one transaction. */
static void
store_with_next (EupCase *self, const EupStoreRecord *record, EupCase *next, GTask *task)
{
  g_autoptr (GPtrArray) parts = eup_case_all_parts (next);
  g_autoptr (EupStoreSummary) summary = eup_case_summarize (next);

  g_set_str (&self->scheduled, eup_case_get_id (next));
  eup_store_seal_and_begin_async (self->store, eup_case_get_id (self), record, parts, summary, NULL,
                                  seal_and_next_stored_cb, task);
}

static void
seal_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EupCase *self = EUP_CASE (source);
  GError *error = NULL;
  g_autoptr (EupRecording) recording = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (EupStoreRecord) record = recording ? store_record (recording) : NULL;
  g_autoptr (EupCase) next = NULL;

  if (record == NULL)
    {
      end_sealing (user_data, error);
      return;
    }
  next = eup_case_new_full_assessment (self, recording->sealed);
  if (next != NULL)
    store_with_next (self, record, next, user_data);
  else
    eup_store_seal_async (self->store, eup_case_get_id (self), record, NULL, seal_stored_cb, user_data);
}

static void
seal_flushed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EupCase *self = EUP_CASE (source);
  GTask *task = user_data;
  Work *work = g_task_get_task_data (task);
  g_autoptr (GTask) make = NULL;
  GError *error = NULL;

  if (!eup_case_flush_finish (self, result, &error))
    {
      end_sealing (task, error);
      return;
    }
  make = new_task (self, FALSE, NULL, seal_made_cb, task);
  g_set_str (&((Work *) g_task_get_task_data (make))->assessment->decision->sealed, work->now);
  g_task_run_in_thread (make, make_thread);
}

/**
 * eup_case_seal_async:
 *
 * Freezes the case and stores its record. Afterwards nothing in it can change. An urgent yes schedules
 * the full assessment: eup_case_get_scheduled().
 * Errors: EUP_CASE_ERROR_NOT_YET while eup_rules_seal_obstacles() are there, EUP_CASE_ERROR_SEALED,
 * and those of the store and of the record; the case is then as it was.
 */
void
eup_case_seal_async (EupCase *self,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_autoptr (GPtrArray) obstacles = eup_rules_seal_obstacles (self->assessment, self->model);
  GTask *task = new_task (self, FALSE, cancellable, callback, user_data);

  g_task_set_source_tag (task, eup_case_seal_async);
  if (self->sealing || eup_case_is_sealed (self))
    g_task_return_new_error_literal (task, EUP_CASE_ERROR, EUP_CASE_ERROR_SEALED,
                                     "the case is sealed already");
  else if (obstacles->len > 0)
    g_task_return_new_error (task, EUP_CASE_ERROR, EUP_CASE_ERROR_NOT_YET,
                             "%u things are missing before it can be sealed", obstacles->len);
  else
    {
      self->sealing = TRUE;
      eup_case_flush_async (self, NULL, seal_flushed_cb, task);
      return;
    }
  g_object_unref (task);
}

gboolean
eup_case_seal_finish (EupCase *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Showing. */

static void
draft_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (EupRecording) recording = g_task_propagate_pointer (G_TASK (result), &error);

  if (recording == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_bytes_ref (recording->pdf), (GDestroyNotify) g_bytes_unref);
}

static void
record_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (EupStoreRecord) record = eup_store_record_finish (EUP_STORE (source), result, &error);

  if (record == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_bytes_ref (record->pdf), (GDestroyNotify) g_bytes_unref);
}

/**
 * eup_case_record_async:
 *
 * Gives the PDF: of a sealed case the bytes that were kept, else a draft of what is there now.
 */
void
eup_case_record_async (EupCase *self,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, eup_case_record_async);
  if (eup_case_is_sealed (self))
    {
      eup_store_record_async (self->store, eup_case_get_id (self), cancellable, record_loaded_cb, task);
    }
  else
    {
      g_autoptr (GTask) make = new_task (self, TRUE, cancellable, draft_made_cb, task);

      g_task_run_in_thread (make, make_thread);
    }
}

/* Returns: (transfer full) (nullable): the PDF */
GBytes *
eup_case_record_finish (EupCase *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Signing: load → sign → append. */

static void
signature_stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Work *work = g_task_get_task_data (task);
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
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (EupStoreRecord) record = NULL;

  work->recording = g_task_propagate_pointer (G_TASK (result), &error);
  if (work->recording == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  record = store_record (work->recording);
  eup_store_append_record_async (self->store, eup_case_get_id (self), record, NULL, signature_stored_cb,
                                 task);
}

static void
record_to_sign_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (EupStoreRecord) record = eup_store_record_finish (EUP_STORE (source), result, &error);
  g_autoptr (GTask) sign = NULL;
  Work *inner;

  if (record == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  sign = new_task (g_task_get_source_object (task), FALSE, NULL, signature_made_cb, task);
  inner = g_task_get_task_data (sign);
  inner->signer = g_object_ref (work->signer);
  inner->recording = g_new0 (EupRecording, 1);
  inner->recording->document_id = g_strdup (record->document_id);
  inner->recording->sealed = g_strdup (record->sealed);
  inner->recording->pdf = g_bytes_ref (record->pdf);
  inner->recording->twin = g_bytes_ref (record->twin);
  g_task_run_in_thread (sign, sign_thread);
}

/* (transfer full) (nullable): what stands between the record and a signature, as a sentence */
static char *
why_not_signed_yet (EupCase *self)
{
  g_autoptr (GPtrArray) obstacles = NULL;
  const EupObstacle *first;

  if (!eup_case_is_sealed (self))
    return g_strdup ("the case is not sealed yet");
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
 * Adds a signature to the sealed record and keeps the longer file as its next revision.
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
  GTask *task = new_task (self, FALSE, cancellable, callback, user_data);
  g_autofree char *obstacle = why_not_signed_yet (self);

  g_task_set_source_tag (task, eup_case_sign_async);
  if (obstacle != NULL)
    {
      g_task_return_new_error_literal (task, EUP_CASE_ERROR, EUP_CASE_ERROR_NOT_YET, obstacle);
      g_object_unref (task);
      return;
    }
  ((Work *) g_task_get_task_data (task))->signer = g_object_ref (signer);
  eup_store_record_async (self->store, eup_case_get_id (self), cancellable, record_to_sign_cb, task);
}

/* Returns: (transfer full) (nullable): the PDF with the signature */
GBytes *
eup_case_sign_finish (EupCase *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
