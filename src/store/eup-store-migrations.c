/* The numbered SQL files of data/sql, compiled in. File 0003-….sql takes a database from version 2 to 3. */

#include "store/eup-store-migrations.h"

#include "store/eup-store-query.h"

#include <gio/gio.h>
#include <stdlib.h>

#define FOLDER "/io/github/euphoria_care/Euphoria/sql"

static int
compare_names_cb (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

/* Returns: the names of all migrations in order; the first is number 1. */
static GStrv
names (void)
{
  char **all = g_resources_enumerate_children (FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  guint n;

  g_assert (all != NULL);
  n = g_strv_length (all);
  qsort (all, n, sizeof *all, compare_names_cb);
  for (guint i = 0; i < n; i++)
    g_assert (g_ascii_strtoull (all[i], NULL, 10) == i + 1);

  return all;
}

/**
 * eup_store_migrations_newest:
 *
 * Returns: the version that this program makes and reads
 */
gint64
eup_store_migrations_newest (void)
{
  g_auto (GStrv) all = names ();

  return g_strv_length (all);
}

/* One migration and its number, both or neither. */
static gboolean
run_one (sqlite3 *sql, const char *name, gint64 number, GError **error)
{
  g_autofree char *path = g_build_path ("/", FOLDER, name, NULL);
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version = %" G_GINT64_FORMAT, number);
  g_autoptr (GBytes) text = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gboolean good;

  g_assert (text != NULL);
  if (!eup_store_sql_exec (sql, "BEGIN IMMEDIATE", error))
    return FALSE;

  /* A resource ends with a null byte that its size does not count. */
  good = eup_store_sql_exec (sql, g_bytes_get_data (text, NULL), error) &&
         eup_store_sql_exec (sql, version, error);

  return eup_store_sql_end (sql, good, error);
}

/**
 * eup_store_migrations_run:
 * @sql: an open connection
 * @from: the version the database has now; 0 for an empty one
 * @error: EUP_STORE_ERROR_FULL or EUP_STORE_ERROR_UNREADABLE
 *
 * Returns: whether the database has the newest version now
 */
gboolean
eup_store_migrations_run (sqlite3 *sql, gint64 from, GError **error)
{
  g_auto (GStrv) all = names ();

  for (gint64 i = from; all[i] != NULL; i++)
    {
      if (!run_one (sql, all[i], i + 1, error))
        return FALSE;
    }

  return TRUE;
}
