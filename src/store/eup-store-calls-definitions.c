/* The calls about what cases are begun with. */

#include "store/eup-store-definitions.h"
#include "store/eup-store-private.h"

static EupStoreRequest *
request_of_list (void)
{
  EupStoreRequest *request = eup_store_request_new (NULL);

  request->definitions = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_store_definition_free);
  return request;
}

/**
 * eup_store_put_definitions_async:
 * @definitions: (element-type EupStoreDefinition): copied
 *
 * Keeps them for ever, in one transaction. What is there already is left alone.
 */
void
eup_store_put_definitions_async (EupStore *self,
                                 GPtrArray *definitions,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  EupStoreRequest *request;

  g_return_if_fail (EUP_IS_STORE (self));
  g_return_if_fail (definitions != NULL);

  request = request_of_list ();
  for (guint i = 0; i < definitions->len; i++)
    g_ptr_array_add (request->definitions, eup_store_definition_copy (g_ptr_array_index (definitions, i)));
  eup_store_submit (self, eup_store_put_definitions_async, eup_store_definitions_put, request, NULL,
                    cancellable, callback, user_data);
}

/* Returns: whether all of them are on the disk; @error: EUP_STORE_ERROR_FULL */
gboolean
eup_store_put_definitions_finish (EupStore *self, GAsyncResult *result, GError **error)
{
  return eup_store_answer (self, result, eup_store_put_definitions_async, error) != NULL;
}

/* Reads definitions by their digests. */
void
eup_store_load_definitions_async (EupStore *self,
                                  const char *const *digests,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  EupStoreRequest *request;

  g_return_if_fail (EUP_IS_STORE (self));
  g_return_if_fail (digests != NULL);

  request = eup_store_request_new (NULL);
  request->digests = g_strdupv ((char **) digests);
  eup_store_submit (self, eup_store_load_definitions_async, eup_store_definitions_load, request,
                    (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * eup_store_load_definitions_finish:
 *
 * Returns: (transfer full) (element-type EupStoreDefinition): those that are there, in the order asked for
 */
GPtrArray *
eup_store_load_definitions_finish (EupStore *self, GAsyncResult *result, GError **error)
{
  return eup_store_answer (self, result, eup_store_load_definitions_async, error);
}

void
eup_store_list_definitions_async (EupStore *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (EUP_IS_STORE (self));

  eup_store_submit (self, eup_store_list_definitions_async, eup_store_definitions_list, NULL,
                    (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * eup_store_list_definitions_finish:
 *
 * Returns: (transfer full) (element-type EupStoreDefinition): without bytes, in the order they came
 */
GPtrArray *
eup_store_list_definitions_finish (EupStore *self, GAsyncResult *result, GError **error)
{
  return eup_store_answer (self, result, eup_store_list_definitions_async, error);
}

/**
 * eup_store_use_addition_async:
 * @addition: copied
 * @name: of the file that it was read from
 *
 * Keeps an addition and lets new cases begin with it, in the place of another version of the same.
 */
void
eup_store_use_addition_async (EupStore *self,
                              const EupStoreDefinition *addition,
                              const char *name,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  EupStoreRequest *request;

  g_return_if_fail (EUP_IS_STORE (self));
  g_return_if_fail (addition != NULL && name != NULL);
  g_return_if_fail (g_strcmp0 (addition->kind, EUP_STORE_DEFINITION_ADDITION) == 0);

  request = request_of_list ();
  g_ptr_array_add (request->definitions, eup_store_definition_copy (addition));
  request->name = g_strdup (name);
  eup_store_submit (self, eup_store_use_addition_async, eup_store_additions_use, request, NULL, cancellable,
                    callback, user_data);
}

gboolean
eup_store_use_addition_finish (EupStore *self, GAsyncResult *result, GError **error)
{
  return eup_store_answer (self, result, eup_store_use_addition_async, error) != NULL;
}

/* New cases no longer begin with the addition @id; those that have it keep it. */
void
eup_store_drop_addition_async (EupStore *self,
                               const char *id,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  EupStoreRequest *request;

  g_return_if_fail (EUP_IS_STORE (self));
  g_return_if_fail (id != NULL);

  request = eup_store_request_new (NULL);
  request->name = g_strdup (id);
  eup_store_submit (self, eup_store_drop_addition_async, eup_store_additions_drop, request, NULL, cancellable,
                    callback, user_data);
}

/* Returns: whether it is no longer in use; @error: EUP_STORE_ERROR_NOT_FOUND */
gboolean
eup_store_drop_addition_finish (EupStore *self, GAsyncResult *result, GError **error)
{
  return eup_store_answer (self, result, eup_store_drop_addition_async, error) != NULL;
}

void
eup_store_list_additions_async (EupStore *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_return_if_fail (EUP_IS_STORE (self));

  eup_store_submit (self, eup_store_list_additions_async, eup_store_additions_list, NULL,
                    (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * eup_store_list_additions_finish:
 *
 * Returns: (transfer full) (element-type EupStoreAddition): in the order in which they are applied
 */
GPtrArray *
eup_store_list_additions_finish (EupStore *self, GAsyncResult *result, GError **error)
{
  return eup_store_answer (self, result, eup_store_list_additions_async, error);
}
