#pragma once

#include <sqlite3.h>

#include "store/eup-store.h"

G_BEGIN_DECLS

char *store_test_folder (void);
void store_test_remove (char *folder);

/* A folder in /tmp that is gone again at the end of the block. */
typedef char StoreTestFolder;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StoreTestFolder, store_test_remove)

EupStore *store_test_open (const char *folder);

void store_test_cb (GObject *source, GAsyncResult *result, gpointer slot);
GAsyncResult *store_test_wait (GAsyncResult **slot);

gboolean store_test_try_put (
    EupStore *store, const char *case_id, const char *kind, const char *id, const char *json, GError **error);
void
store_test_put (EupStore *store, const char *case_id, const char *kind, const char *id, const char *json);
void store_test_put_summary (EupStore *store, const EupStoreSummary *summary);
char *store_test_load (EupStore *store, const char *case_id);
char *store_test_list (EupStore *store, const char *search);
gboolean store_test_seal (EupStore *store, const char *case_id, const char *pdf, GError **error);
EupStoreRecord *store_test_record (EupStore *store, const char *case_id, GError **error);
EupStoreFindings *store_test_check (EupStore *store);

sqlite3 *store_test_sql (const char *folder);
void store_test_exec (const char *folder, const char *text);

G_END_DECLS
