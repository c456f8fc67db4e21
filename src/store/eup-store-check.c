/* Is everything still as it was sealed? Reads through a connection of its own, so that a long check of a
 * large archive never stands between somebody's words and the disk. */

#include "store/eup-store-check.h"

#include "store/eup-store-amendments.h"
#include "store/eup-store-database.h"
#include "store/eup-store-query.h"
#include "store/eup-store-records.h"
#include "util/eup-digest.h"

enum
{
  STEPS_BETWEEN_LOOKS = 10000, /* virtual machine steps of SQLite between two looks at the cancellable */
};

static int
stop_if_cancelled_cb (void *cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

static void G_GNUC_PRINTF (2, 3) find (EupStoreFindings *findings, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (findings->problems, g_strdup_vprintf (format, args));
  va_end (args);
}

/* Damage is what a check is for: it becomes a finding, once. Anything else ends the check. */
static gboolean
survive (EupStoreFindings *findings, GError *problem, GError **error)
{
  if (problem == NULL)
    return TRUE;
  if (!g_error_matches (problem, EUP_STORE_ERROR, EUP_STORE_ERROR_UNREADABLE))
    {
      g_propagate_error (error, problem);
      return FALSE;
    }

  if (!g_ptr_array_find_with_equal_func (findings->problems, problem->message, g_str_equal, NULL))
    find (findings, "%s", problem->message);
  g_error_free (problem);
  return TRUE;
}

/* Every row of @pragma is a problem, except @fine; all of them make one finding. */
static gboolean
check_pragma (sqlite3 *sql, const char *pragma, const char *fine, EupStoreFindings *findings, GError **error)
{
  g_autoptr (EupStoreQuery) query = eup_store_query_new (sql, pragma);
  g_autofree char *first = NULL;
  GError *problem = NULL;
  guint n = 0;

  while (eup_store_query_next (query, &problem))
    {
      g_autofree char *line = eup_store_query_get_text (query, 0);

      if (g_strcmp0 (line, fine) == 0)
        continue;
      if (n++ == 0)
        first = g_steal_pointer (&line);
    }

  if (first != NULL)
    {
      g_autofree char *more = n > 1 ? g_strdup_printf (" (and %u more)", n - 1) : g_strdup ("");

      find (findings, "The database file is damaged: %s%s", g_strdelimit (first, "\n", ' '), more);
    }
  return survive (findings, problem, error);
}

/* Looks at one row; @previous is the digest that it must build on, and becomes its own. */
static void
check_row (EupStoreQuery *query, char **previous, EupStoreFindings *findings)
{
  g_autofree char *case_id = eup_store_query_get_text (query, 1);
  g_autofree char *before = eup_store_query_get_text (query, 7);
  g_autofree char *recomputed = NULL;
  gint64 seq = eup_store_query_get_int (query, 0);
  EupStoreRecord *record = g_new0 (EupStoreRecord, 1);

  record->revision = (guint) eup_store_query_get_int (query, 2);
  record->document_id = eup_store_query_get_text (query, 3);
  record->sealed = eup_store_query_get_text (query, 4);
  record->pdf = eup_store_query_get_bytes (query, 5);
  record->twin = eup_store_query_get_bytes (query, 6);
  record->digest = eup_store_query_get_text (query, 8);

  findings->n_records++;
  if (seq != (gint64) findings->n_records || g_strcmp0 (before, *previous) != 0)
    find (findings, "Before record %" G_GINT64_FORMAT " (case %s) a record is missing or was changed", seq,
          case_id);
  recomputed = eup_store_records_link (before, case_id, record);
  if (g_strcmp0 (recomputed, record->digest) != 0)
    find (findings, "Record %" G_GINT64_FORMAT " (case %s) was changed after it was sealed", seq, case_id);

  g_free (*previous);
  *previous = g_strdup (record->digest);
  eup_store_record_free (record);
}

/* @complete tells whether every row could be read. */
static gboolean
check_chain (sqlite3 *sql, gboolean *complete, EupStoreFindings *findings, GError **error)
{
  g_autoptr (EupStoreQuery) query =
      eup_store_query_new (sql, "SELECT seq, case_id, revision, document_id, sealed, pdf, twin, previous, "
                                "digest FROM records ORDER BY seq");
  g_autofree char *previous = g_strdup ("");
  GError *problem = NULL;

  while (eup_store_query_next (query, &problem))
    check_row (query, &previous, findings);

  *complete = problem == NULL;
  return survive (findings, problem, error);
}

/* Numbers that were given out and are no longer there; sealed cases without a record. */
static gboolean
check_count (sqlite3 *sql, gboolean complete, EupStoreFindings *findings, GError **error)
{
  g_autoptr (EupStoreQuery) query =
      eup_store_query_new (sql, "SELECT (SELECT count (*) FROM cases),"
                                " coalesce ((SELECT seq FROM sqlite_sequence WHERE name = 'records'), 0),"
                                " (SELECT count (*) FROM cases WHERE state = 'sealed'"
                                "  AND NOT EXISTS (SELECT 1 FROM records WHERE case_id = cases.id))");
  GError *problem = NULL;

  if (eup_store_query_next (query, &problem))
    {
      gint64 given = eup_store_query_get_int (query, 1);
      gint64 bare = eup_store_query_get_int (query, 2);

      findings->n_cases = (guint) eup_store_query_get_int (query, 0);
      if (complete && given > (gint64) findings->n_records)
        find (findings, "%" G_GINT64_FORMAT " records were sealed, but %u are there", given,
              findings->n_records);
      if (bare > 0)
        find (findings, "%" G_GINT64_FORMAT " sealed cases have no record", bare);
    }

  return survive (findings, problem, error);
}

/* Amendments that follow another file than was there, and documents that follow nothing. */
static gboolean
check_amendments (sqlite3 *sql, EupStoreFindings *findings, GError **error)
{
  g_autoptr (EupStoreQuery) query =
      eup_store_query_new (sql,
                           "SELECT case_id, document_id, record, previous_id, previous_digest FROM amendments"
                           " ORDER BY case_id, number");
  g_autoptr (EupStoreQuery) loose = eup_store_query_new (
      sql, "SELECT DISTINCT r.case_id, r.document_id FROM records AS r WHERE NOT EXISTS (SELECT 1 FROM"
           " amendments AS a WHERE a.case_id = r.case_id AND a.document_id = r.document_id) AND r.document_id"
           " <> (SELECT document_id FROM records WHERE case_id = r.case_id AND revision = 1)");
  GError *problem = NULL;

  while (problem == NULL && eup_store_query_next (query, &problem))
    {
      g_autofree char *case_id = eup_store_query_get_text (query, 0);
      g_autofree char *document = eup_store_query_get_text (query, 1);
      g_autofree char *previous = eup_store_query_get_text (query, 3);
      g_autofree char *digest = eup_store_query_get_text (query, 4);
      gboolean known = FALSE;

      if (eup_store_amendments_knows (sql, case_id, previous, digest, &known, &problem) && !known)
        find (findings, "The document %s (case %s) follows another file than %s ever was", document, case_id,
              previous);
    }
  while (problem == NULL && eup_store_query_next (loose, &problem))
    {
      g_autofree char *case_id = eup_store_query_get_text (loose, 0);
      g_autofree char *document = eup_store_query_get_text (loose, 1);

      find (findings, "The document %s (case %s) follows nothing that is told", document, case_id);
    }
  return survive (findings, problem, error);
}

/* Definitions whose bytes are no longer those that their digest was made of. */
static gboolean
check_definitions (sqlite3 *sql, EupStoreFindings *findings, GError **error)
{
  g_autoptr (EupStoreQuery) query =
      eup_store_query_new (sql, "SELECT digest, kind, id, version, bytes FROM definitions ORDER BY rowid");
  GError *problem = NULL;

  while (eup_store_query_next (query, &problem))
    {
      g_autofree char *digest = eup_store_query_get_text (query, 0);
      g_autofree char *kind = eup_store_query_get_text (query, 1);
      g_autofree char *id = eup_store_query_get_text (query, 2);
      g_autofree char *version = eup_store_query_get_text (query, 3);
      g_autoptr (GBytes) bytes = eup_store_query_get_bytes (query, 4);
      g_autofree char *recomputed = eup_digest_bytes (bytes);

      if (g_strcmp0 (recomputed, digest) != 0)
        find (findings, "The %s “%s” %s was changed after cases were begun with it", kind, id, version);
    }

  return survive (findings, problem, error);
}

/* The records first: after a page that can't be decrypted SQLCipher reads nothing more on a connection. */
static gboolean
check_all (sqlite3 *sql, EupStoreFindings *findings, GError **error)
{
  gboolean complete = FALSE;

  return check_chain (sql, &complete, findings, error) && check_count (sql, complete, findings, error) &&
         check_amendments (sql, findings, error) && check_definitions (sql, findings, error) &&
         check_pragma (sql, "PRAGMA cipher_integrity_check", NULL, findings, error) &&
         check_pragma (sql, "PRAGMA integrity_check (1)", "ok", findings, error) &&
         check_pragma (sql, "PRAGMA foreign_key_check", NULL, findings, error);
}

/**
 * eup_store_check_run:
 * @folder: a data folder that this program has open
 * @cancellable: (nullable): to stop it
 * @error: EUP_STORE_ERROR, or G_IO_ERROR_CANCELLED
 *
 * Reads every page and every record, and recomputes the chain. Takes about a second for 100 MB.
 *
 * Returns: (transfer full) (nullable): what was found
 */
EupStoreFindings *
eup_store_check_run (const char *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (EupStoreDatabase) database = eup_store_database_new (folder);
  g_autoptr (EupStoreFindings) findings = g_new0 (EupStoreFindings, 1);
  g_autoptr (GError) local = NULL;

  findings->problems = g_ptr_array_new_with_free_func (g_free);
  if (!eup_store_database_open_reader (database, error))
    return NULL;

  sqlite3_progress_handler (database->sql, STEPS_BETWEEN_LOOKS, stop_if_cancelled_cb, cancellable);
  if (check_all (database->sql, findings, &local) && !g_cancellable_is_cancelled (cancellable))
    return g_steal_pointer (&findings);

  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
