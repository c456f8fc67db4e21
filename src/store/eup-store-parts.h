#pragma once

#include "store/eup-store-worker.h"

G_BEGIN_DECLS

gboolean eup_store_parts_note (EupStoreDatabase *database,
                               const char *insert,
                               const char *case_id,
                               const EupStorePart *part,
                               GError **error);
gboolean eup_store_parts_write (EupStoreDatabase *database,
                                const char *case_id,
                                GPtrArray *parts,
                                const EupStoreSummary *summary,
                                GError **error);

gpointer eup_store_parts_put (EupStoreDatabase *database, const EupStoreRequest *request, GError **error);
gpointer eup_store_parts_load (EupStoreDatabase *database, const EupStoreRequest *request, GError **error);
gpointer eup_store_parts_history (EupStoreDatabase *database, const EupStoreRequest *request, GError **error);

G_END_DECLS
