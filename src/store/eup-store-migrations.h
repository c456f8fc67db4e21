#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* "EUPH", as PRAGMA application_id: the mark of our databases. */
#define EUP_STORE_APPLICATION_ID 0x45555048

gboolean eup_store_migrations_run (sqlite3 *sql, gint64 from, GError **error);
gint64 eup_store_migrations_newest (void);

G_END_DECLS
