#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

typedef struct _EupStoreQuery EupStoreQuery;

gboolean eup_store_sql_fail (sqlite3 *sql, int code, GError **error);
gboolean eup_store_sql_exec (sqlite3 *sql, const char *text, GError **error);
gboolean eup_store_sql_end (sqlite3 *sql, gboolean good, GError **error);

EupStoreQuery *eup_store_query_new (sqlite3 *sql, const char *text);
void eup_store_query_free (EupStoreQuery *query);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupStoreQuery, eup_store_query_free)

void eup_store_query_add_text (EupStoreQuery *query, const char *text);
void eup_store_query_add_int (EupStoreQuery *query, gint64 number);
void eup_store_query_add_bytes (EupStoreQuery *query, GBytes *bytes);

gboolean eup_store_query_next (EupStoreQuery *query, GError **error);
gboolean eup_store_query_run (EupStoreQuery *query, GError **error);

char *eup_store_query_get_text (EupStoreQuery *query, int column);
gint64 eup_store_query_get_int (EupStoreQuery *query, int column);
GBytes *eup_store_query_get_bytes (EupStoreQuery *query, int column);

G_END_DECLS
