/* Whether a file that somebody brings is one of the records that are kept here. */

#include "store/eup-store-private.h"
#include "store/eup-store-query.h"
#include "store/eup-store-records.h"
#include "util/eup-digest.h"

/* name: the document's number; search: SHA-256 of the file → EupStorePlace and 1 */
gpointer
eup_store_records_find (EupStoreDatabase *database, const EupStoreRequest *request, GError **error)
{
  g_autoptr (EupStoreQuery) query =
      eup_store_query_new (database->sql, "SELECT pdf FROM records WHERE document_id = ? ORDER BY seq DESC");
  g_autoptr (GError) local = NULL;
  EupStorePlace place = EUP_STORE_PLACE_NONE;

  eup_store_query_add_text (query, request->name);
  for (guint n = 0; eup_store_query_next (query, &local); n++)
    {
      g_autoptr (GBytes) pdf = eup_store_query_get_bytes (query, 0);
      g_autofree char *digest = eup_digest_bytes (pdf);

      if (place == EUP_STORE_PLACE_NONE)
        place = EUP_STORE_PLACE_OTHER;
      if (place == EUP_STORE_PLACE_OTHER && g_str_equal (digest, request->search))
        place = n == 0 ? EUP_STORE_PLACE_SAME : EUP_STORE_PLACE_EARLIER;
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return GINT_TO_POINTER ((int) place + 1);
}

/**
 * eup_store_find_record_async:
 * @document_id: the number that the file carries
 * @digest: SHA-256 of the file
 *
 * Looks for it among all records, those of earlier signatures too.
 */
void
eup_store_find_record_async (EupStore *self,
                             const char *document_id,
                             const char *digest,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  EupStoreRequest *request;

  g_return_if_fail (EUP_IS_STORE (self));
  g_return_if_fail (document_id != NULL && digest != NULL);

  request = eup_store_request_new (NULL);
  request->name = g_strdup (document_id);
  request->search = g_strdup (digest);
  eup_store_submit (self, eup_store_find_record_async, eup_store_records_find, request, NULL, cancellable,
                    callback, user_data);
}

/**
 * eup_store_find_record_finish:
 * @place: (out): where it stands
 * @error: EUP_STORE_ERROR
 *
 * Returns: whether it could be looked for
 */
gboolean
eup_store_find_record_finish (EupStore *self, GAsyncResult *result, EupStorePlace *place, GError **error)
{
  gpointer answer = eup_store_answer (self, result, eup_store_find_record_async, error);

  if (answer == NULL)
    return FALSE;
  *place = (EupStorePlace) (GPOINTER_TO_INT (answer) - 1);
  return TRUE;
}
