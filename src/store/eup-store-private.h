#pragma once

#include "store/eup-store-worker.h"
#include "store/eup-store.h"

G_BEGIN_DECLS

void eup_store_submit (EupStore *self,
                       gpointer tag,
                       EupStoreVerb verb,
                       EupStoreRequest *request,
                       GDestroyNotify free_result,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data);
gpointer eup_store_answer (EupStore *self, GAsyncResult *result, gpointer tag, GError **error);
gpointer eup_store_nothing (EupStoreDatabase *database, const EupStoreRequest *request, GError **error);
GPtrArray *eup_store_copy_parts (GPtrArray *parts);

G_END_DECLS
