/* The calls about the list of cases. */

#include "store/eup-store-cases.h"
#include "store/eup-store-private.h"

/**
 * eup_store_list_async:
 * @search: (nullable): a part of the alias or number, in any case; %NULL or "" for all
 *
 * Lists the cases that are not removed.
 */
void
eup_store_list_async (EupStore *self,
                      const char *search,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  EupStoreRequest *request;

  g_return_if_fail (EUP_IS_STORE (self));

  request = eup_store_request_new (NULL);
  request->search = g_strdup (search);
  eup_store_submit (self, eup_store_list_async, eup_store_cases_list, request,
                    (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * eup_store_list_finish:
 *
 * Returns: (transfer full) (element-type EupStoreSummary): newest first
 */
GPtrArray *
eup_store_list_finish (EupStore *self, GAsyncResult *result, GError **error)
{
  return eup_store_answer (self, result, eup_store_list_async, error);
}

/* Lists the cases that are removed and can be restored. */
void
eup_store_list_removed_async (EupStore *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (EUP_IS_STORE (self));

  eup_store_submit (self, eup_store_list_removed_async, eup_store_cases_list_removed, NULL,
                    (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
eup_store_list_removed_finish (EupStore *self, GAsyncResult *result, GError **error)
{
  return eup_store_answer (self, result, eup_store_list_removed_async, error);
}

/* What lists show of one case, removed or not. */
void
eup_store_find_async (EupStore *self,
                      const char *case_id,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_return_if_fail (EUP_IS_STORE (self));
  g_return_if_fail (case_id != NULL);

  eup_store_submit (self, eup_store_find_async, eup_store_cases_find, eup_store_request_new (case_id),
                    (GDestroyNotify) eup_store_summary_free, cancellable, callback, user_data);
}

/**
 * eup_store_find_finish:
 * @error: EUP_STORE_ERROR_NOT_FOUND
 *
 * Returns: (transfer full): the summary
 */
EupStoreSummary *
eup_store_find_finish (EupStore *self, GAsyncResult *result, GError **error)
{
  return eup_store_answer (self, result, eup_store_find_async, error);
}

/**
 * eup_store_set_follow_up_async:
 * @follow_up: (nullable): YYYY-MM-DD, or %NULL when none is due
 * @owner: (nullable): who is responsible; %NULL leaves that as it is
 *
 * Of a sealed case too: when the next look is due goes on changing, what was sealed doesn't.
 */
void
eup_store_set_follow_up_async (EupStore *self,
                               const char *case_id,
                               const char *follow_up,
                               const char *owner,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  EupStoreRequest *request;

  g_return_if_fail (EUP_IS_STORE (self));
  g_return_if_fail (case_id != NULL);

  request = eup_store_request_new (case_id);
  request->follow_up = g_strdup (follow_up);
  request->owner = g_strdup (owner);
  eup_store_submit (self, eup_store_set_follow_up_async, eup_store_cases_set_follow_up, request, NULL,
                    cancellable, callback, user_data);
}

gboolean
eup_store_set_follow_up_finish (EupStore *self, GAsyncResult *result, GError **error)
{
  return eup_store_answer (self, result, eup_store_set_follow_up_async, error) != NULL;
}

/* Takes an unsealed case out of the list. Nothing of it is lost: eup_store_restore_case_async(). */
void
eup_store_remove_case_async (EupStore *self,
                             const char *case_id,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_return_if_fail (EUP_IS_STORE (self));
  g_return_if_fail (case_id != NULL);

  eup_store_submit (self, eup_store_remove_case_async, eup_store_cases_remove,
                    eup_store_request_new (case_id), NULL, cancellable, callback, user_data);
}

/* Returns: whether it is removed; @error: EUP_STORE_ERROR_NOT_FOUND or EUP_STORE_ERROR_SEALED */
gboolean
eup_store_remove_case_finish (EupStore *self, GAsyncResult *result, GError **error)
{
  return eup_store_answer (self, result, eup_store_remove_case_async, error) != NULL;
}

void
eup_store_restore_case_async (EupStore *self,
                              const char *case_id,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (EUP_IS_STORE (self));
  g_return_if_fail (case_id != NULL);

  eup_store_submit (self, eup_store_restore_case_async, eup_store_cases_restore,
                    eup_store_request_new (case_id), NULL, cancellable, callback, user_data);
}

gboolean
eup_store_restore_case_finish (EupStore *self, GAsyncResult *result, GError **error)
{
  return eup_store_answer (self, result, eup_store_restore_case_async, error) != NULL;
}
