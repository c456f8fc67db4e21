/* One SQL statement with its values, and what its failure means to us.
 *
 * A mistake of binding or preparing is remembered and comes out of the first step, so that callers
 * look at one place for errors. */

#include "store/eup-store-query.h"

#include "store/eup-store-values.h"

struct _EupStoreQuery
{
  sqlite3 *sql;
  sqlite3_stmt *statement; /* NULL when it can't be prepared */
  int code;                /* the first failure, SQLITE_OK when there was none */
  int n_bound;
};

/* Which of our codes a result of SQLite is; its sentence goes to @sentence. */
static EupStoreError
meaning (int code, const char **sentence)
{
  if (code == SQLITE_CONSTRAINT_TRIGGER)
    {
      *sentence = "What is sealed can't be changed";
      return EUP_STORE_ERROR_SEALED;
    }

  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      *sentence = "Another program holds the database";
      return EUP_STORE_ERROR_IN_USE;

    case SQLITE_FULL:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_READONLY:
    case SQLITE_NOMEM:
      *sentence = "The disk is full or can't be written";
      return EUP_STORE_ERROR_FULL;

    case SQLITE_IOERR:
      if (code != SQLITE_IOERR_READ && code != SQLITE_IOERR_SHORT_READ && code != SQLITE_IOERR_DATA)
        {
          *sentence = "The disk is full or can't be written";
          return EUP_STORE_ERROR_FULL;
        }
      G_GNUC_FALLTHROUGH;

    default:
      *sentence = "The database can't be read: it is damaged, not ours, or the key is another one";
      return EUP_STORE_ERROR_UNREADABLE;
    }
}

/**
 * eup_store_sql_fail:
 * @sql: (nullable): the connection
 * @code: extended result code of SQLite
 * @error: gets the code of EUP_STORE_ERROR it means, with SQLite's own words in brackets
 *
 * Returns: %FALSE, to be returned on
 */
gboolean
eup_store_sql_fail (sqlite3 *sql, int code, GError **error)
{
  const char *sentence;
  EupStoreError ours = meaning (code, &sentence);

  g_set_error (error, EUP_STORE_ERROR, ours, "%s (%s)", sentence,
               sql ? sqlite3_errmsg (sql) : sqlite3_errstr (code));
  return FALSE;
}

/**
 * eup_store_sql_exec:
 * @text: statements without values and without results that matter
 */
gboolean
eup_store_sql_exec (sqlite3 *sql, const char *text, GError **error)
{
  int code = sqlite3_exec (sql, text, NULL, NULL, NULL);

  return code == SQLITE_OK ? TRUE : eup_store_sql_fail (sql, code, error);
}

/**
 * eup_store_sql_end:
 * @good: whether everything since BEGIN succeeded
 *
 * Makes the transaction durable, or takes all of it back when it was not good or can't be made so.
 *
 * Returns: whether it is durable; @error is touched only when @good
 */
gboolean
eup_store_sql_end (sqlite3 *sql, gboolean good, GError **error)
{
  gboolean done = good && eup_store_sql_exec (sql, "COMMIT", error);

  /* A full disk may have rolled it back already. */
  if (!done && !sqlite3_get_autocommit (sql))
    sqlite3_exec (sql, "ROLLBACK", NULL, NULL, NULL);

  return done;
}

/**
 * eup_store_query_new:
 * @sql: the connection; must live longer than the query
 * @text: one statement with a question mark for each value
 *
 * Returns: (transfer full): a query, whose values are added next, in order
 */
EupStoreQuery *
eup_store_query_new (sqlite3 *sql, const char *text)
{
  EupStoreQuery *query = g_new0 (EupStoreQuery, 1);

  query->sql = sql;
  query->code = sqlite3_prepare_v2 (sql, text, -1, &query->statement, NULL);
  return query;
}

void
eup_store_query_free (EupStoreQuery *query)
{
  if (query == NULL)
    return;

  sqlite3_finalize (query->statement);
  g_free (query);
}

static void
remember (EupStoreQuery *query, int code)
{
  if (query->code == SQLITE_OK)
    query->code = code;
}

/**
 * eup_store_query_add_text:
 * @text: (nullable): the next value; must stay as it is until the query is freed
 */
void
eup_store_query_add_text (EupStoreQuery *query, const char *text)
{
  query->n_bound++;
  if (query->statement != NULL)
    remember (query, sqlite3_bind_text (query->statement, query->n_bound, text, -1, SQLITE_STATIC));
}

void
eup_store_query_add_int (EupStoreQuery *query, gint64 number)
{
  query->n_bound++;
  if (query->statement != NULL)
    remember (query, sqlite3_bind_int64 (query->statement, query->n_bound, number));
}

/* @bytes must live until the query is freed. */
void
eup_store_query_add_bytes (EupStoreQuery *query, GBytes *bytes)
{
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  query->n_bound++;
  if (query->statement != NULL)
    remember (query, sqlite3_bind_blob64 (query->statement, query->n_bound, data ? data : "", length,
                                          SQLITE_STATIC));
}

/**
 * eup_store_query_next:
 * @error: any code of EUP_STORE_ERROR
 *
 * Returns: whether there is a further row; %FALSE at the end without @error set
 */
gboolean
eup_store_query_next (EupStoreQuery *query, GError **error)
{
  if (query->code == SQLITE_OK)
    {
      int code = sqlite3_step (query->statement);

      if (code == SQLITE_ROW)
        return TRUE;
      if (code == SQLITE_DONE)
        return FALSE;
      query->code = code;
    }

  return eup_store_sql_fail (query->sql, query->code, error);
}

/**
 * eup_store_query_run:
 *
 * For statements whose rows don't matter.
 *
 * Returns: whether it was done
 */
gboolean
eup_store_query_run (EupStoreQuery *query, GError **error)
{
  g_autoptr (GError) local = NULL;

  while (eup_store_query_next (query, &local))
    continue;

  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Returns: (transfer full) (nullable): the text of @column in this row */
char *
eup_store_query_get_text (EupStoreQuery *query, int column)
{
  return g_strdup ((const char *) sqlite3_column_text (query->statement, column));
}

gint64
eup_store_query_get_int (EupStoreQuery *query, int column)
{
  return sqlite3_column_int64 (query->statement, column);
}

/* Returns: (transfer full): a copy of the bytes of @column in this row */
GBytes *
eup_store_query_get_bytes (EupStoreQuery *query, int column)
{
  const void *data = sqlite3_column_blob (query->statement, column);

  return g_bytes_new (data, (gsize) sqlite3_column_bytes (query->statement, column));
}
