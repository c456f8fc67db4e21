/* How an amendment ends: sealed as a document that follows the newest one of its case, or thrown away. What it
 * follows is read again first, and looked at: the amendment says for ever which file that was. */

#include "casework/eup-amending-private.h"

#include "casework/eup-recording.h"
#include "record/eup-verify.h"
#include "util/eup-digest.h"
#include "util/eup-worker.h"

/* What the worker gets and gives: values only. */
typedef struct
{
  EupAssessment *cover;
  EupModel *model;
  EupAmendment *amendment;
  EupStoreRecord *before;
  EupAmends *amends;
  EupRecording *recording;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_clear_pointer (&work->cover, eup_assessment_free);
  g_clear_pointer (&work->model, eup_model_unref);
  g_clear_pointer (&work->amendment, eup_amendment_free);
  g_clear_pointer (&work->before, eup_store_record_free);
  g_clear_pointer (&work->amends, eup_amends_free);
  g_clear_pointer (&work->recording, eup_recording_free);
  g_free (work);
}

static void
end_sealing (GTask *task, GError *error)
{
  EupAmending *self = g_task_get_source_object (task);
  Work *work = g_task_get_task_data (task);

  self->busy = FALSE;
  if (error != NULL)
    {
      g_task_return_error (task, error);
    }
  else
    {
      eup_amending_set_done (self, TRUE);
      g_task_return_pointer (task, g_strdup (work->recording->document_id), g_free);
    }
  g_object_unref (task);
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;

  eup_store_seal_amendment_finish (EUP_STORE (source), result, &error);
  end_sealing (user_data, error);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EupAmending *self = EUP_AMENDING (source);
  Work *work = g_task_get_task_data (G_TASK (user_data));
  GError *error = NULL;
  g_autoptr (EupStoreRecord) record = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      end_sealing (user_data, error);
      return;
    }
  record = eup_store_record_new (work->recording->document_id, work->recording->pdf, work->recording->twin,
                                 work->recording->sealed);
  eup_store_seal_amendment_async (self->kase->store, eup_case_get_id (self->kase), record,
                                  work->amends->document_id, work->amends->digest, NULL, stored_cb,
                                  user_data);
}

/* Whether what it follows is whole: signed or not, and not a byte changed. */
static gboolean
is_whole (const EupStoreRecord *before, GError **error)
{
  g_autoptr (EupVerdict) verdict = eup_verify_run (before->pdf, NULL, error);

  if (verdict == NULL)
    return FALSE;
  if (verdict->kind != EUP_VERDICT_CHANGED && verdict->kind != EUP_VERDICT_NOT_OURS &&
      g_strcmp0 (verdict->document_id, before->document_id) == 0)
    return TRUE;
  g_set_error (error, EUP_CASE_ERROR, EUP_CASE_ERROR_REFUSED,
               "the document %s is not as it was sealed; it can't be amended", before->document_id);
  return FALSE;
}

static void
make_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  g_autofree char *digest = eup_digest_bytes (work->before->pdf);
  GError *error = NULL;

  work->amends = eup_amends_new (work->before->document_id, digest, work->before->sealed);
  if (is_whole (work->before, &error))
    work->recording = eup_recording_new_amendment (work->cover, work->model, NULL, FALSE, work->amendment,
                                                   work->amends, &error);
  if (work->recording == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
before_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  EupAmending *self = g_task_get_source_object (task);
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GTask) make = NULL;

  work->before = eup_store_document_finish (EUP_STORE (source), result, &error);
  if (work->before == NULL)
    {
      end_sealing (task, error);
      return;
    }
  make = g_task_new (self, NULL, made_cb, task);
  g_task_set_task_data (make, work, NULL); /* the outer task owns it and lives longer */
  eup_worker_run (make, make_thread);
}

static void
documents_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  EupAmending *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) documents = eup_store_documents_finish (EUP_STORE (source), result, &error);
  const EupStoreDocument *newest;

  if (documents == NULL || documents->len == 0)
    {
      end_sealing (task,
                   error ? error
                         : g_error_new (EUP_STORE_ERROR, EUP_STORE_ERROR_NOT_FOUND,
                                        "The case %s has no sealed record", eup_case_get_id (self->kase)));
      return;
    }
  newest = documents->pdata[documents->len - 1];
  eup_store_document_async (self->kase->store, eup_case_get_id (self->kase), newest->document_id, NULL,
                            before_loaded_cb, task);
}

static void
flushed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EupAmending *self = EUP_AMENDING (source);
  GError *error = NULL;

  if (eup_amending_flush_finish (self, result, &error))
    eup_store_documents_async (self->kase->store, eup_case_get_id (self->kase), NULL, documents_loaded_cb,
                               user_data);
  else
    end_sealing (user_data, error);
}

static Work *
work_new (EupAmending *self)
{
  Work *work = g_new0 (Work, 1);
  g_autofree char *now = eup_clock_now_iso (self->kase->clock);

  work->cover = eup_assessment_copy (self->kase->assessment);
  g_set_str (&work->cover->decision->sealed, now);
  work->model = eup_model_ref (self->kase->model);
  work->amendment = eup_amendment_copy (self->amendment);
  return work;
}

/**
 * eup_amending_seal_async:
 *
 * Makes the document and stores it after the newest one of the case, which stays as it is. Afterwards nothing
 * in it can change. Errors: EUP_CASE_ERROR_NOT_YET while eup_amendment_lacks() something, EUP_CASE_ERROR_SEALED
 * when it is sealed already, EUP_CASE_ERROR_REFUSED when what it follows is not as it was sealed, and those of
 * the store and of the record; it is then as it was.
 */
void
eup_amending_seal_async (EupAmending *self,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, eup_amending_seal_async);
  if (self->busy || self->done)
    g_task_return_new_error_literal (task, EUP_CASE_ERROR, EUP_CASE_ERROR_SEALED,
                                     "the amendment is sealed already");
  else if (eup_amendment_lacks (self->amendment) != EUP_AMENDMENT_LACKS_NOTHING)
    g_task_return_new_error_literal (task, EUP_CASE_ERROR, EUP_CASE_ERROR_NOT_YET,
                                     "something is missing before the amendment can be sealed");
  else
    {
      g_task_set_task_data (task, work_new (self), work_free);
      self->busy = TRUE;
      eup_amending_flush_async (self, NULL, flushed_cb, task);
      return;
    }
  g_object_unref (task);
}

/* Returns: (transfer full) (nullable): the number of the new document */
char *
eup_amending_seal_finish (EupAmending *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
dropped_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  EupAmending *self = g_task_get_source_object (task);
  GError *error = NULL;

  self->busy = FALSE;
  if (!eup_store_put_draft_finish (EUP_STORE (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  eup_amending_set_done (self, FALSE);
  g_task_return_boolean (task, TRUE);
}

/* Throws it away: nothing of it was sealed. */
void
eup_amending_discard_async (EupAmending *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, eup_amending_discard_async);
  if (self->busy || self->done)
    {
      g_task_return_new_error_literal (task, EUP_CASE_ERROR, EUP_CASE_ERROR_SEALED,
                                       "the amendment is sealed already");
      g_object_unref (task);
      return;
    }
  self->busy = TRUE;
  self->dirty = FALSE;
  g_clear_handle_id (&self->save_source, g_source_remove);
  eup_store_put_draft_async (self->kase->store, eup_case_get_id (self->kase), NULL, NULL, dropped_cb, task);
}

gboolean
eup_amending_discard_finish (EupAmending *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
