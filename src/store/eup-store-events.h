#pragma once

#include "store/eup-store-worker.h"

G_BEGIN_DECLS

gpointer eup_store_events_add (EupStoreDatabase *database, const EupStoreRequest *request, GError **error);
gpointer eup_store_events_list (EupStoreDatabase *database, const EupStoreRequest *request, GError **error);

G_END_DECLS
