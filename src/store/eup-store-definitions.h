#pragma once

#include "store/eup-store-worker.h"

G_BEGIN_DECLS

gpointer
eup_store_definitions_put (EupStoreDatabase *database, const EupStoreRequest *request, GError **error);
gpointer
eup_store_definitions_load (EupStoreDatabase *database, const EupStoreRequest *request, GError **error);
gpointer
eup_store_definitions_list (EupStoreDatabase *database, const EupStoreRequest *request, GError **error);

gpointer eup_store_additions_use (EupStoreDatabase *database, const EupStoreRequest *request, GError **error);
gpointer
eup_store_additions_drop (EupStoreDatabase *database, const EupStoreRequest *request, GError **error);
gpointer
eup_store_additions_list (EupStoreDatabase *database, const EupStoreRequest *request, GError **error);

G_END_DECLS
