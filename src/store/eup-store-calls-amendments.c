/* The calls about documents that follow a sealed record. */

#include "store/eup-store-amendments.h"
#include "store/eup-store-private.h"
#include "store/eup-store-records.h"

/**
 * eup_store_put_draft_async:
 * @json: (nullable): the amendment as it is now; %NULL takes it away
 *
 * Keeps the one amendment of a sealed case that is being written.
 */
void
eup_store_put_draft_async (EupStore *self,
                           const char *case_id,
                           const char *json,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  EupStoreRequest *request;

  g_return_if_fail (EUP_IS_STORE (self));
  g_return_if_fail (case_id != NULL);

  request = eup_store_request_new (case_id);
  request->json = g_strdup (json);
  eup_store_submit (self, eup_store_put_draft_async, eup_store_amendments_put_draft, request, NULL,
                    cancellable, callback, user_data);
}

/* Returns: whether it is kept; @error: NOT_FOUND (no such case, or not sealed) or FULL of EUP_STORE_ERROR */
gboolean
eup_store_put_draft_finish (EupStore *self, GAsyncResult *result, GError **error)
{
  return eup_store_answer (self, result, eup_store_put_draft_async, error) != NULL;
}

/* Reads the amendment of a case that is being written. */
void
eup_store_draft_async (EupStore *self,
                       const char *case_id,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_return_if_fail (EUP_IS_STORE (self));
  g_return_if_fail (case_id != NULL);

  eup_store_submit (self, eup_store_draft_async, eup_store_amendments_get_draft,
                    eup_store_request_new (case_id), g_free, cancellable, callback, user_data);
}

/* Returns: (transfer full): its text; "" when none is being written */
char *
eup_store_draft_finish (EupStore *self, GAsyncResult *result, GError **error)
{
  return eup_store_answer (self, result, eup_store_draft_async, error);
}

/* Lists the documents of a case, each as it is now. */
void
eup_store_documents_async (EupStore *self,
                           const char *case_id,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_return_if_fail (EUP_IS_STORE (self));
  g_return_if_fail (case_id != NULL);

  eup_store_submit (self, eup_store_documents_async, eup_store_amendments_list,
                    eup_store_request_new (case_id), (GDestroyNotify) g_ptr_array_unref, cancellable,
                    callback, user_data);
}

/* Returns: (transfer full) (element-type EupStoreDocument): the record first; none of a case without one */
GPtrArray *
eup_store_documents_finish (EupStore *self, GAsyncResult *result, GError **error)
{
  return eup_store_answer (self, result, eup_store_documents_async, error);
}

/**
 * eup_store_document_async:
 * @document_id: (nullable): which document of the case; %NULL for its record
 *
 * Reads the latest revision of one document, as eup_store_record_async() does of the record.
 */
void
eup_store_document_async (EupStore *self,
                          const char *case_id,
                          const char *document_id,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  EupStoreRequest *request;

  g_return_if_fail (EUP_IS_STORE (self));
  g_return_if_fail (case_id != NULL);

  request = eup_store_request_new (case_id);
  request->name = g_strdup (document_id);
  eup_store_submit (self, eup_store_document_async, eup_store_records_latest, request,
                    (GDestroyNotify) eup_store_record_free, cancellable, callback, user_data);
}

/* Returns: (transfer full) (nullable): the document; @error: EUP_STORE_ERROR_NOT_FOUND */
EupStoreRecord *
eup_store_document_finish (EupStore *self, GAsyncResult *result, GError **error)
{
  return eup_store_answer (self, result, eup_store_document_async, error);
}

/**
 * eup_store_seal_amendment_async:
 * @record: the amendment's file; copied. Its revision and digest are not looked at
 * @previous_id: the document that it follows
 * @previous_digest: SHA-256 of that document's file, 64 hexadecimal digits
 *
 * Stores a document that follows the newest one of a sealed case, and ends its draft, in one transaction.
 * What was there stays as it is, byte for byte.
 */
void
eup_store_seal_amendment_async (EupStore *self,
                                const char *case_id,
                                const EupStoreRecord *record,
                                const char *previous_id,
                                const char *previous_digest,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  EupStoreRequest *request;

  g_return_if_fail (EUP_IS_STORE (self));
  g_return_if_fail (case_id != NULL && record != NULL);
  g_return_if_fail (previous_id != NULL && previous_digest != NULL);

  request = eup_store_request_new (case_id);
  request->record = eup_store_record_copy (record);
  request->previous_id = g_strdup (previous_id);
  request->previous_digest = g_strdup (previous_digest);
  eup_store_submit (self, eup_store_seal_amendment_async, eup_store_amendments_seal, request, NULL,
                    cancellable, callback, user_data);
}

/* Returns: whether it is stored; @error: NOT_FOUND, OVERTAKEN or FULL of EUP_STORE_ERROR; nothing was done then */
gboolean
eup_store_seal_amendment_finish (EupStore *self, GAsyncResult *result, GError **error)
{
  return eup_store_answer (self, result, eup_store_seal_amendment_async, error) != NULL;
}
