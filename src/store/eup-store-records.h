#pragma once

#include "store/eup-store-worker.h"

G_BEGIN_DECLS

char *eup_store_records_link (const char *previous, const char *case_id, const EupStoreRecord *record);

gboolean eup_store_records_insert (EupStoreDatabase *database,
                                   const char *case_id,
                                   EupStoreRecord *record,
                                   GError **error);

gboolean eup_store_records_is_whole (EupStoreDatabase *database,
                                     const char *case_id,
                                     const char *document_id,
                                     GError **error);

gpointer eup_store_records_seal (EupStoreDatabase *database, const EupStoreRequest *request, GError **error);
gpointer
eup_store_records_append (EupStoreDatabase *database, const EupStoreRequest *request, GError **error);
gpointer
eup_store_records_latest (EupStoreDatabase *database, const EupStoreRequest *request, GError **error);
gpointer eup_store_records_find (EupStoreDatabase *database, const EupStoreRequest *request, GError **error);

G_END_DECLS
