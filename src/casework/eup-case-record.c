/* Making and showing a case's record: on a worker thread, from a copy of the assessment; the main loop
 * never waits. Sealing stands in eup-case-seal.c, signing in eup-case-sign.c. */

#include "casework/eup-case-record-private.h"
#include "casework/eup-case-session.h"
#include "util/eup-worker.h"

static void
work_free (gpointer data)
{
  EupCaseWork *work = data;

  g_clear_pointer (&work->assessment, eup_assessment_free);
  g_clear_pointer (&work->model, eup_model_unref);
  g_clear_pointer (&work->recording, eup_recording_free);
  g_free (work->now);
  g_free (work->profile);
  g_free (work);
}

GTask *
eup_case_new_work (EupCase *self,
                   gboolean draft,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  EupCaseWork *work = g_new0 (EupCaseWork, 1);

  work->assessment = eup_assessment_copy (self->assessment);
  work->model = eup_model_ref (self->model);
  work->now = eup_case_now (self);
  work->draft = draft;
  work->profile = g_strdup (self->profile);
  g_task_set_task_data (task, work, work_free);
  return task;
}

void
eup_case_make_record (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  EupCaseWork *work = data;
  GError *error = NULL;
  EupRecording *recording =
      eup_recording_new (work->assessment, work->model, NULL, work->draft, work->profile, &error);

  if (recording == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, recording, (GDestroyNotify) eup_recording_free);
}

EupStoreRecord *
eup_case_store_record (const EupRecording *recording)
{
  return eup_store_record_new (recording->document_id, recording->pdf, recording->twin, recording->sealed);
}

/**
 * eup_case_set_profile:
 * @profile: (nullable): EUP_PDF_PROFILE_…; %NULL for what the rule pack says
 *
 * Chooses what records made of the case from now on promise to an archive. A sealed record stays as it is.
 */
void
eup_case_set_profile (EupCase *self, const char *profile)
{
  g_set_str (&self->profile, profile);
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
  g_autoptr (EupStoreRecord) record = eup_store_document_finish (EUP_STORE (source), result, &error);

  if (record == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_bytes_ref (record->pdf), (GDestroyNotify) g_bytes_unref);
}

/**
 * eup_case_record_async:
 *
 * Gives the PDF: of a sealed case the bytes that were kept of the chosen document, else a draft of what is
 * there now.
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
      eup_store_document_async (self->store, eup_case_get_id (self), self->document, cancellable,
                                record_loaded_cb, task);
    }
  else
    {
      g_autoptr (GTask) make = eup_case_new_work (self, TRUE, cancellable, draft_made_cb, task);

      eup_worker_run (make, eup_case_make_record);
    }
}

/* Returns: (transfer full) (nullable): the PDF */
GBytes *
eup_case_record_finish (EupCase *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
