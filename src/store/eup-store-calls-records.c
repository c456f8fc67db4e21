/* The calls about sealed records. */

#include "store/eup-store-check.h"
#include "store/eup-store-private.h"
#include "store/eup-store-records.h"
#include "util/eup-worker.h"

static EupStoreRequest *
request_of (const char *case_id, const EupStoreRecord *record)
{
  EupStoreRequest *request = eup_store_request_new (case_id);

  request->record = eup_store_record_copy (record);
  return request;
}

static void
check_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  EupStoreFindings *findings = eup_store_check_run (eup_store_get_folder (source), cancellable, &error);

  if (findings != NULL)
    g_task_return_pointer (task, findings, (GDestroyNotify) eup_store_findings_free);
  else
    g_task_return_error (task, error);
}

/* All that was asked for before is written; now the check can see it. */
static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (eup_store_answer (EUP_STORE (source), result, written_cb, &error))
    eup_worker_run (task, check_in_thread);
  else
    g_task_return_error (task, error);
}

/**
 * eup_store_seal_async:
 * @record: what is sealed; copied. Its revision and digest are not looked at
 *
 * Writes the record and marks the case as sealed in one transaction. From then on nothing of the case can
 * be changed, except when its follow-up is due.
 */
void
eup_store_seal_async (EupStore *self,
                      const char *case_id,
                      const EupStoreRecord *record,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_return_if_fail (EUP_IS_STORE (self));
  g_return_if_fail (case_id != NULL && record != NULL);

  eup_store_submit (self, eup_store_seal_async, eup_store_records_seal, request_of (case_id, record), NULL,
                    cancellable, callback, user_data);
}

/* Returns: whether it is sealed; @error: NOT_FOUND, SEALED (before this) or FULL of EUP_STORE_ERROR */
gboolean
eup_store_seal_finish (EupStore *self, GAsyncResult *result, GError **error)
{
  return eup_store_answer (self, result, eup_store_seal_async, error) != NULL;
}

/**
 * eup_store_seal_and_begin_async:
 * @record: what is sealed; copied
 * @next_parts: (element-type EupStorePart): of the case that follows from it; copied
 * @next_summary: what lists show of that case
 *
 * As eup_store_seal_async(), and begins a further case in the same transaction.
 */
void
eup_store_seal_and_begin_async (EupStore *self,
                                const char *case_id,
                                const EupStoreRecord *record,
                                GPtrArray *next_parts,
                                const EupStoreSummary *next_summary,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  EupStoreRequest *request;

  g_return_if_fail (EUP_IS_STORE (self));
  g_return_if_fail (case_id != NULL && record != NULL);
  g_return_if_fail (next_parts != NULL && next_summary != NULL);
  g_return_if_fail (g_strcmp0 (next_summary->id, case_id) != 0);

  request = request_of (case_id, record);
  request->next_id = g_strdup (next_summary->id);
  request->parts = eup_store_copy_parts (next_parts);
  request->summary = eup_store_summary_copy (next_summary);
  eup_store_submit (self, eup_store_seal_and_begin_async, eup_store_records_seal, request, NULL, cancellable,
                    callback, user_data);
}

/* Returns: whether both are done; @error: as eup_store_seal_finish(); nothing was done then */
gboolean
eup_store_seal_and_begin_finish (EupStore *self, GAsyncResult *result, GError **error)
{
  return eup_store_answer (self, result, eup_store_seal_and_begin_async, error) != NULL;
}

/**
 * eup_store_append_record_async:
 * @record: a further revision of the record of a sealed case, such as with a signature added; copied
 *
 * Keeps it beside the earlier ones, which stay.
 */
void
eup_store_append_record_async (EupStore *self,
                               const char *case_id,
                               const EupStoreRecord *record,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_return_if_fail (EUP_IS_STORE (self));
  g_return_if_fail (case_id != NULL && record != NULL);

  eup_store_submit (self, eup_store_append_record_async, eup_store_records_append,
                    request_of (case_id, record), NULL, cancellable, callback, user_data);
}

/* Returns: whether it is kept; @error: NOT_FOUND (no such case, or not sealed) or FULL of EUP_STORE_ERROR */
gboolean
eup_store_append_record_finish (EupStore *self, GAsyncResult *result, GError **error)
{
  return eup_store_answer (self, result, eup_store_append_record_async, error) != NULL;
}

/* Reads the latest revision of the record of a case. */
void
eup_store_record_async (EupStore *self,
                        const char *case_id,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_return_if_fail (EUP_IS_STORE (self));
  g_return_if_fail (case_id != NULL);

  eup_store_submit (self, eup_store_record_async, eup_store_records_latest, eup_store_request_new (case_id),
                    (GDestroyNotify) eup_store_record_free, cancellable, callback, user_data);
}

/**
 * eup_store_record_finish:
 * @error: EUP_STORE_ERROR_NOT_FOUND
 *
 * Returns: (transfer full): the record, byte for byte as it was given
 */
EupStoreRecord *
eup_store_record_finish (EupStore *self, GAsyncResult *result, GError **error)
{
  return eup_store_answer (self, result, eup_store_record_async, error);
}

/**
 * eup_store_check_async:
 *
 * Reads everything again: pages, tables, and the chain of the records. Writing goes on beside it.
 */
void
eup_store_check_async (EupStore *self,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task;

  g_return_if_fail (EUP_IS_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, eup_store_check_async);
  eup_store_submit (self, written_cb, eup_store_nothing, NULL, NULL, cancellable, written_cb, task);
}

/**
 * eup_store_check_finish:
 * @error: EUP_STORE_ERROR, or G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): what was found; damage is a finding, not an error
 */
EupStoreFindings *
eup_store_check_finish (EupStore *self, GAsyncResult *result, GError **error)
{
  return eup_store_answer (self, result, eup_store_check_async, error);
}
