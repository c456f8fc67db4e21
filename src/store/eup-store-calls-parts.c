/* The calls that write and read what is in a case. */

#include "store/eup-store-parts.h"
#include "store/eup-store-private.h"

/* Within the store: (transfer full); none for %NULL */
GPtrArray *
eup_store_copy_parts (GPtrArray *parts)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_store_part_free);

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    g_ptr_array_add (copies, eup_store_part_copy (g_ptr_array_index (parts, i)));

  return copies;
}

/**
 * eup_store_put_async:
 * @case_id: the case; it begins to exist with its first put
 * @parts: (element-type EupStorePart) (nullable): what to write; copied
 * @summary: (nullable): what lists show from now on; %NULL leaves that as it is. A state of "sealed" is
 *   refused: only eup_store_seal_async() seals
 *
 * Writes all of it in one transaction.
 */
void
eup_store_put_async (EupStore *self,
                     const char *case_id,
                     GPtrArray *parts,
                     const EupStoreSummary *summary,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  EupStoreRequest *request;

  g_return_if_fail (EUP_IS_STORE (self));
  g_return_if_fail (case_id != NULL && *case_id != '\0');
  g_return_if_fail (summary == NULL || summary->id == NULL || g_str_equal (summary->id, case_id));

  request = eup_store_request_new (case_id);
  request->parts = eup_store_copy_parts (parts);
  request->summary = summary ? eup_store_summary_copy (summary) : NULL;
  eup_store_submit (self, eup_store_put_async, eup_store_parts_put, request, NULL, cancellable, callback,
                    user_data);
}

/**
 * eup_store_put_finish:
 * @error: EUP_STORE_ERROR_SEALED or EUP_STORE_ERROR_FULL; nothing was written then
 *
 * Returns: whether all of it is on the disk
 */
gboolean
eup_store_put_finish (EupStore *self, GAsyncResult *result, GError **error)
{
  return eup_store_answer (self, result, eup_store_put_async, error) != NULL;
}

/**
 * eup_store_load_async:
 *
 * Reads all parts of a case, removed or sealed ones' too.
 */
void
eup_store_load_async (EupStore *self,
                      const char *case_id,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_return_if_fail (EUP_IS_STORE (self));
  g_return_if_fail (case_id != NULL);

  eup_store_submit (self, eup_store_load_async, eup_store_parts_load, eup_store_request_new (case_id),
                    (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * eup_store_load_finish:
 * @error: EUP_STORE_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (element-type EupStorePart): by kind, then in the order they were first put
 */
GPtrArray *
eup_store_load_finish (EupStore *self, GAsyncResult *result, GError **error)
{
  return eup_store_answer (self, result, eup_store_load_async, error);
}

/**
 * eup_store_history_async:
 *
 * Reads everything that was ever put into a case.
 */
void
eup_store_history_async (EupStore *self,
                         const char *case_id,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_return_if_fail (EUP_IS_STORE (self));
  g_return_if_fail (case_id != NULL);

  eup_store_submit (self, eup_store_history_async, eup_store_parts_history, eup_store_request_new (case_id),
                    (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * eup_store_history_finish:
 * @error: EUP_STORE_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (element-type EupStoreChange): oldest first
 */
GPtrArray *
eup_store_history_finish (EupStore *self, GAsyncResult *result, GError **error)
{
  return eup_store_answer (self, result, eup_store_history_async, error);
}
