/* The encrypted file and the way to it: lock, key, pragmas, version. docs/database.md tells the whole.
 *
 * A new database is made under another name and renamed when it is whole, so euphoria.db is never a
 * half-made one, and an empty euphoria.db is damage rather than a fresh start. */

#include "store/eup-store-database.h"

#include "store/eup-store-copy.h"
#include "store/eup-store-key.h"
#include "store/eup-store-lock.h"
#include "store/eup-store-migrations.h"
#include "store/eup-store-query.h"
#include "store/eup-store-values.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define NEW_SUFFIX ".new"

static gboolean
fail (GError **error, EupStoreError code, const char *path, const char *reason)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, EUP_STORE_ERROR, code, "%s: %s", shown, reason);
  return FALSE;
}

/* The only value of a one-row pragma. */
static gboolean
ask (sqlite3 *sql, const char *pragma, gint64 *number, GError **error)
{
  g_autoptr (EupStoreQuery) query = eup_store_query_new (sql, pragma);
  g_autoptr (GError) local = NULL;

  if (eup_store_query_next (query, &local))
    {
      *number = eup_store_query_get_int (query, 0);
      return TRUE;
    }

  if (local == NULL)
    return eup_store_sql_fail (NULL, SQLITE_NOTADB, error);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Another library of the same symbols (plain SQLite) would take the key without a word and write
 * plain text. */
static gboolean
can_encrypt (sqlite3 *sql, GError **error)
{
  g_autoptr (EupStoreQuery) query = eup_store_query_new (sql, "PRAGMA cipher_version");

  if (eup_store_query_next (query, NULL))
    return TRUE;

  g_set_error_literal (error, EUP_STORE_ERROR, EUP_STORE_ERROR_UNREADABLE,
                       "The database library on this machine can't encrypt; SQLCipher is needed");
  return FALSE;
}

static gboolean
give_key (sqlite3 *sql, const char *folder, GError **error)
{
  char *key = eup_store_key_read (folder, error);
  char *pragma;
  gboolean given;

  if (key == NULL)
    return FALSE;

  pragma = g_strdup_printf ("PRAGMA key = \"x'%s'\"", key);
  given = eup_store_sql_exec (sql, pragma, error);
  eup_store_key_free (pragma);
  eup_store_key_free (key);
  return given;
}

/* Opens @path with the key of @folder; nothing has been read or written yet. */
static sqlite3 *
connect_to (const char *path, const char *folder, int flags, GError **error)
{
  sqlite3 *sql = NULL;
  int code = sqlite3_open_v2 (path, &sql, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);

  if (code != SQLITE_OK)
    eup_store_sql_fail (sql, code, error);
  else if (can_encrypt (sql, error) &&
           eup_store_sql_exec (sql, "PRAGMA cipher_log_level = NONE", error) && /* our errors say it */
           give_key (sql, folder, error) &&
           eup_store_sql_exec (sql,
                               "PRAGMA busy_timeout = 5000;"
                               "PRAGMA temp_store = MEMORY;"
                               "PRAGMA trusted_schema = OFF;"
                               "PRAGMA foreign_keys = ON;"
                               "PRAGMA recursive_triggers = ON;", /* REPLACE meets the triggers too */
                               error))
    return sql;

  sqlite3_close (sql);
  return NULL;
}

static char *
path_of (EupStoreDatabase *self, const char *suffix)
{
  g_autofree char *name = g_strconcat (EUP_STORE_DATABASE_FILE, suffix, NULL);

  return g_build_filename (self->folder, name, NULL);
}

/* Makes the whole database beside and renames it. */
static gboolean
make (EupStoreDatabase *self, const char *path, GError **error)
{
  g_autofree char *draft = path_of (self, NEW_SUFFIX);
  g_autofree char *draft_journal = path_of (self, NEW_SUFFIX "-journal");
  g_autofree char *mark = g_strdup_printf ("PRAGMA application_id = %d", EUP_STORE_APPLICATION_ID);
  sqlite3 *sql;
  gboolean made;
  int fd;

  g_unlink (draft);
  g_unlink (draft_journal);
  fd = g_open (draft, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    return fail (error, EUP_STORE_ERROR_FULL, draft, g_strerror (errno));
  close (fd);

  sql = connect_to (draft, self->folder, SQLITE_OPEN_READWRITE, error);
  if (sql == NULL)
    return FALSE;

  /* In the journal mode of old, which leaves no file beside when it is closed. */
  made = eup_store_sql_exec (sql, "PRAGMA synchronous = FULL", error) &&
         eup_store_sql_exec (sql, mark, error) && eup_store_migrations_run (sql, 0, error);
  sqlite3_close (sql);
  if (!made)
    return FALSE;

  if (g_rename (draft, path) != 0)
    return fail (error, EUP_STORE_ERROR_FULL, path, g_strerror (errno));
  return eup_store_sync_folder (self->folder, error);
}

/* The database is there, or may be made: neither a part of it nor a remainder is. */
static gboolean
make_if_missing (EupStoreDatabase *self, const char *path, GError **error)
{
  g_autofree char *journal = path_of (self, "-wal");
  GStatBuf status;

  if (g_stat (path, &status) == 0)
    {
      if (status.st_size > 0)
        return TRUE;
      return fail (error, EUP_STORE_ERROR_UNREADABLE, path, "the database is damaged: it is empty");
    }
  if (errno != ENOENT)
    return fail (error, EUP_STORE_ERROR_UNREADABLE, path, g_strerror (errno));
  if (g_file_test (journal, G_FILE_TEST_EXISTS))
    return fail (error, EUP_STORE_ERROR_UNREADABLE, path,
                 "the database is missing, but its journal is there");

  return eup_store_key_make (self->folder, error) && make (self, path, error);
}

/* Ours, and of which version. */
static gboolean
recognise (EupStoreDatabase *self, const char *path, gint64 *version, GError **error)
{
  gint64 mark = 0;

  if (!ask (self->sql, "PRAGMA application_id", &mark, error) ||
      !ask (self->sql, "PRAGMA user_version", version, error))
    return FALSE;
  if (mark != EUP_STORE_APPLICATION_ID)
    return fail (error, EUP_STORE_ERROR_UNREADABLE, path, "this is a database of another program");
  if (*version > eup_store_migrations_newest ())
    return fail (error, EUP_STORE_ERROR_NEWER, path,
                 "the database was made by a newer version of the program");

  return TRUE;
}

static gboolean
bring_up_to_date (EupStoreDatabase *self, const char *path, GError **error)
{
  gint64 version;

  if (!recognise (self, path, &version, error) ||
      !eup_store_sql_exec (self->sql, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL", error))
    return FALSE;
  if (version == eup_store_migrations_newest ())
    return TRUE;

  return eup_store_sql_exec (self->sql, "PRAGMA wal_checkpoint (TRUNCATE)", error) &&
         eup_store_copy_make (self->folder, path, version, self->clock, error) &&
         eup_store_migrations_run (self->sql, version, error);
}

/**
 * eup_store_database_new:
 * @folder: the data folder, which need not exist
 *
 * Returns: (transfer full): a database that is not open yet
 */
EupStoreDatabase *
eup_store_database_new (const char *folder)
{
  EupStoreDatabase *self = g_new0 (EupStoreDatabase, 1);

  self->folder = g_strdup (folder);
  self->clock = eup_clock_new_default ();
  self->lock = -1;
  return self;
}

void
eup_store_database_free (EupStoreDatabase *self)
{
  if (self == NULL)
    return;

  eup_store_database_close (self);
  g_object_unref (self->clock);
  g_free (self->folder);
  g_free (self);
}

/**
 * eup_store_database_open:
 * @error: UNREADABLE, NEWER, FULL or IN_USE of EUP_STORE_ERROR
 *
 * Makes what is missing, takes the lock, opens, and runs the migrations.
 *
 * Returns: whether it is open; if not, nothing is held
 */
gboolean
eup_store_database_open (EupStoreDatabase *self, GError **error)
{
  g_autofree char *path = path_of (self, "");

  g_return_val_if_fail (self->sql == NULL, FALSE);

  if (g_mkdir_with_parents (self->folder, 0700) != 0)
    return fail (error, EUP_STORE_ERROR_FULL, self->folder, g_strerror (errno));

  self->lock = eup_store_lock_take (self->folder, error);
  if (self->lock >= 0 && make_if_missing (self, path, error))
    {
      self->sql = connect_to (path, self->folder, SQLITE_OPEN_READWRITE, error);
      if (self->sql != NULL && bring_up_to_date (self, path, error))
        return TRUE;
    }

  eup_store_database_close (self);
  return FALSE;
}

/**
 * eup_store_database_open_reader:
 * @error: any code of EUP_STORE_ERROR
 *
 * Opens a second connection to a database that this program has open already; it can only read.
 *
 * Returns: whether it is open
 */
gboolean
eup_store_database_open_reader (EupStoreDatabase *self, GError **error)
{
  g_autofree char *path = path_of (self, "");
  gint64 version;

  g_return_val_if_fail (self->sql == NULL, FALSE);

  self->sql = connect_to (path, self->folder, SQLITE_OPEN_READONLY, error);
  if (self->sql != NULL && recognise (self, path, &version, error))
    return TRUE;

  eup_store_database_close (self);
  return FALSE;
}

/* Closes the connection, then gives the lock back. */
void
eup_store_database_close (EupStoreDatabase *self)
{
  sqlite3_close (g_steal_pointer (&self->sql));
  eup_store_lock_release (self->lock);
  self->lock = -1;
}
