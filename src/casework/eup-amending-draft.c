/* How an amendment would look if it were sealed now: after the newest document of its case, marked as a draft.
 * Nothing is stored. */

#include "casework/eup-amending-private.h"

#include "casework/eup-case-documents.h"
#include "casework/eup-recording.h"
#include "util/eup-digest.h"
#include "util/eup-worker.h"

/* What the worker gets: values only. */
typedef struct
{
  EupAssessment *cover;
  EupModel *model;
  EupAmendment *amendment;
  EupStoreRecord *before;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  eup_assessment_free (work->cover);
  eup_model_unref (work->model);
  eup_amendment_free (work->amendment);
  g_clear_pointer (&work->before, eup_store_record_free);
  g_free (work);
}

static void
draw_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Work *work = data;
  g_autofree char *digest = eup_digest_bytes (work->before->pdf);
  g_autoptr (EupAmends) amends = eup_amends_new (work->before->document_id, digest, work->before->sealed);
  GError *error = NULL;
  g_autoptr (EupRecording) drawn =
      eup_recording_new_amendment (work->cover, work->model, NULL, TRUE, work->amendment, amends, &error);

  if (drawn == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_bytes_ref (drawn->pdf), (GDestroyNotify) g_bytes_unref);
}

static void
before_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;

  work->before = eup_store_document_finish (EUP_STORE (source), result, &error);
  if (work->before == NULL)
    g_task_return_error (task, error);
  else
    eup_worker_run (task, draw_thread);
}

/**
 * eup_amending_draft_async:
 *
 * Draws what is written so far, on a worker thread; what is still missing is missing there too. Errors: those of
 * the store and of the record.
 */
void
eup_amending_draft_async (EupAmending *self,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  const EupCaseDocument *newest = self->documents->pdata[self->documents->len - 1];
  Work *work = g_new0 (Work, 1);

  g_task_set_source_tag (task, eup_amending_draft_async);
  work->cover = eup_assessment_copy (self->kase->assessment);
  work->model = eup_model_ref (self->kase->model);
  work->amendment = eup_amendment_copy (self->amendment);
  g_task_set_task_data (task, work, work_free);
  eup_store_document_async (self->kase->store, eup_case_get_id (self->kase), newest->document_id, cancellable,
                            before_loaded_cb, task);
}

/* Returns: (transfer full) (nullable): the pages as PDF */
GBytes *
eup_amending_draft_finish (EupAmending *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
