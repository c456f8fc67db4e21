/* Sealing: flush, then the record on a worker thread, then one transaction that stores it and seals the
 * case. */

#include "casework/eup-case-record-private.h"
#include "util/eup-worker.h"

static void
end_sealing (GTask *task, GError *error)
{
  EupCase *self = g_task_get_source_object (task);

  self->sealing = FALSE;
  if (error != NULL)
    {
      eup_case_go_on_unsealed (self);
      g_task_return_error (task, error);
    }
  else
    {
      EupCaseWork *work = g_task_get_task_data (task);

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
  g_autoptr (EupStoreRecord) record = recording ? eup_case_store_record (recording) : NULL;
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
  EupCaseWork *work = g_task_get_task_data (task);
  g_autoptr (GTask) make = NULL;
  GError *error = NULL;

  if (!eup_case_flush_finish (self, result, &error))
    {
      end_sealing (task, error);
      return;
    }
  make = eup_case_new_work (self, FALSE, NULL, seal_made_cb, task);
  g_set_str (&((EupCaseWork *) g_task_get_task_data (make))->assessment->decision->sealed, work->now);
  eup_worker_run (make, eup_case_make_record);
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
  GTask *task = eup_case_new_work (self, FALSE, cancellable, callback, user_data);

  g_task_set_source_tag (task, eup_case_seal_async);
  if (self->sealing || eup_case_is_sealed (self))
    g_task_return_new_error_literal (task, EUP_CASE_ERROR, EUP_CASE_ERROR_SEALED,
                                     "the case is sealed already");
  else if (obstacles->len > 0)
    g_task_return_new_error (task, EUP_CASE_ERROR, EUP_CASE_ERROR_NOT_YET,
                             "%u things are missing before it can be sealed", obstacles->len);
  else
    {
      eup_case_end_session_to_seal (self);
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
