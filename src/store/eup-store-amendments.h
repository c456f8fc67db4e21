#pragma once

#include "store/eup-store-worker.h"

G_BEGIN_DECLS

gboolean eup_store_amendments_knows (sqlite3 *sql,
                                     const char *case_id,
                                     const char *document_id,
                                     const char *digest,
                                     gboolean *known,
                                     GError **error);

gpointer
eup_store_amendments_put_draft (EupStoreDatabase *database, const EupStoreRequest *request, GError **error);
gpointer
eup_store_amendments_get_draft (EupStoreDatabase *database, const EupStoreRequest *request, GError **error);
gpointer
eup_store_amendments_list (EupStoreDatabase *database, const EupStoreRequest *request, GError **error);
gpointer
eup_store_amendments_seal (EupStoreDatabase *database, const EupStoreRequest *request, GError **error);

G_END_DECLS
