/* The calls about what happens to a sealed case. */

#include "store/eup-store-events.h"
#include "store/eup-store-private.h"

/**
 * eup_store_add_event_async:
 * @event: what happened: its kind, the id of what it happened to, and its text; copied
 * @follow_up: (nullable): YYYY-MM-DD: the next follow-up must be no later than this
 *
 * Notes something that happened to a sealed case. What was sealed stays as it is.
 */
void
eup_store_add_event_async (EupStore *self,
                           const char *case_id,
                           const EupStorePart *event,
                           const char *follow_up,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  EupStoreRequest *request;

  g_return_if_fail (EUP_IS_STORE (self));
  g_return_if_fail (case_id != NULL);
  g_return_if_fail (event != NULL && event->json != NULL);

  request = eup_store_request_new (case_id);
  request->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_store_part_free);
  g_ptr_array_add (request->parts, eup_store_part_copy (event));
  request->follow_up = g_strdup (follow_up);
  eup_store_submit (self, eup_store_add_event_async, eup_store_events_add, request, NULL, cancellable,
                    callback, user_data);
}

/* Returns: whether it is noted; @error: NOT_FOUND (no such case, or not sealed) or FULL of EUP_STORE_ERROR */
gboolean
eup_store_add_event_finish (EupStore *self, GAsyncResult *result, GError **error)
{
  return eup_store_answer (self, result, eup_store_add_event_async, error) != NULL;
}

/* Reads all that has happened to a case since it was sealed. */
void
eup_store_events_async (EupStore *self,
                        const char *case_id,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_return_if_fail (EUP_IS_STORE (self));
  g_return_if_fail (case_id != NULL);

  eup_store_submit (self, eup_store_events_async, eup_store_events_list, eup_store_request_new (case_id),
                    (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * eup_store_events_finish:
 *
 * Returns: (transfer full) (element-type EupStoreChange): oldest first; empty when nothing happened
 */
GPtrArray *
eup_store_events_finish (EupStore *self, GAsyncResult *result, GError **error)
{
  return eup_store_answer (self, result, eup_store_events_async, error);
}
