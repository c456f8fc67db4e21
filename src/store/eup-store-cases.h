#pragma once

#include "store/eup-store-worker.h"

G_BEGIN_DECLS

gboolean
eup_store_cases_get_state (EupStoreDatabase *database, const char *case_id, char **state, GError **error);
gboolean eup_store_cases_fail_missing (const char *case_id, GError **error);
gboolean eup_store_cases_fail_sealed (const char *case_id, GError **error);
gboolean eup_store_cases_write_summary (EupStoreDatabase *database,
                                        const char *case_id,
                                        const EupStoreSummary *summary,
                                        GError **error);
gboolean
eup_store_cases_seal (EupStoreDatabase *database, const char *case_id, const char *sealed, GError **error);

gpointer eup_store_cases_list (EupStoreDatabase *database, const EupStoreRequest *request, GError **error);
gpointer
eup_store_cases_list_removed (EupStoreDatabase *database, const EupStoreRequest *request, GError **error);
gpointer eup_store_cases_find (EupStoreDatabase *database, const EupStoreRequest *request, GError **error);
gpointer
eup_store_cases_set_follow_up (EupStoreDatabase *database, const EupStoreRequest *request, GError **error);
gpointer eup_store_cases_remove (EupStoreDatabase *database, const EupStoreRequest *request, GError **error);
gpointer eup_store_cases_restore (EupStoreDatabase *database, const EupStoreRequest *request, GError **error);

G_END_DECLS
