/* Sealed records: rows that are only ever added, each holding the digest of the one before. */

#include "store/eup-store-records.h"

#include "store/eup-store-cases.h"
#include "store/eup-store-parts.h"
#include "store/eup-store-query.h"
#include "util/eup-digest.h"

#include <string.h>

/* Each field with its length before it, so that no two rows read the same. */
static void
add_field (GChecksum *sum, const char *text)
{
  g_autofree char *length = g_strdup_printf ("%" G_GSIZE_FORMAT ":", strlen (text));

  g_checksum_update (sum, (const guchar *) length, -1);
  g_checksum_update (sum, (const guchar *) text, -1);
}

/**
 * eup_store_records_link:
 * @previous: digest of the row before; "" for the first
 * @case_id: the case of this row
 * @record: the rest of it; its own digest is not looked at
 *
 * Returns: (transfer full): the digest of this row, 64 hexadecimal digits
 */
char *
eup_store_records_link (const char *previous, const char *case_id, const EupStoreRecord *record)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *revision = g_strdup_printf ("%u", record->revision);
  g_autofree char *pdf = eup_digest_bytes (record->pdf);
  g_autofree char *twin = eup_digest_bytes (record->twin);
  const char *fields[] = {
    "euphoria record chain 1", previous, case_id, revision, record->document_id, record->sealed, pdf, twin,
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    add_field (sum, fields[i]);

  return g_strdup (g_checksum_get_string (sum));
}

/* The digest of the newest row of all cases, "" before the first. */
static char *
last_digest (EupStoreDatabase *database, GError **error)
{
  g_autoptr (EupStoreQuery) query =
      eup_store_query_new (database->sql, "SELECT digest FROM records ORDER BY seq DESC LIMIT 1");
  g_autoptr (GError) local = NULL;

  if (eup_store_query_next (query, &local))
    return eup_store_query_get_text (query, 0);

  if (local == NULL)
    return g_strdup ("");
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static gboolean
count_revisions (EupStoreDatabase *database, const char *case_id, guint *n, GError **error)
{
  g_autoptr (EupStoreQuery) query =
      eup_store_query_new (database->sql, "SELECT count (*) FROM records WHERE case_id = ?");

  eup_store_query_add_text (query, case_id);
  if (!eup_store_query_next (query, error))
    return FALSE;

  *n = (guint) eup_store_query_get_int (query, 0);
  return TRUE;
}

/**
 * eup_store_records_insert:
 * @record: gets its revision and digest
 *
 * Adds the next row of the chain within a transaction of the caller's.
 */
gboolean
eup_store_records_insert (EupStoreDatabase *database,
                          const char *case_id,
                          EupStoreRecord *record,
                          GError **error)
{
  g_autoptr (EupStoreQuery) query = eup_store_query_new (
      database->sql,
      "INSERT INTO records (case_id, revision, document_id, sealed, pdf, twin, previous, digest)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  g_autofree char *previous = last_digest (database, error);
  guint n;

  if (previous == NULL || !count_revisions (database, case_id, &n, error))
    return FALSE;
  record->revision = n + 1;
  record->digest = eup_store_records_link (previous, case_id, record);

  eup_store_query_add_text (query, case_id);
  eup_store_query_add_int (query, record->revision);
  eup_store_query_add_text (query, record->document_id);
  eup_store_query_add_text (query, record->sealed);
  eup_store_query_add_bytes (query, record->pdf);
  eup_store_query_add_bytes (query, record->twin);
  eup_store_query_add_text (query, previous);
  eup_store_query_add_text (query, record->digest);
  return eup_store_query_run (query, error);
}

/* A further revision is one of a document that is there. */
static gboolean
has_document (EupStoreDatabase *database, const char *case_id, const char *document_id, GError **error)
{
  g_autoptr (EupStoreQuery) query = eup_store_query_new (
      database->sql, "SELECT count (*) FROM records WHERE case_id = ? AND document_id = ?");

  eup_store_query_add_text (query, case_id);
  eup_store_query_add_text (query, document_id);
  if (!eup_store_query_next (query, error))
    return FALSE;
  if (eup_store_query_get_int (query, 0) > 0)
    return TRUE;
  g_set_error (error, EUP_STORE_ERROR, EUP_STORE_ERROR_NOT_FOUND, "The case %s has no document %s", case_id,
               document_id);
  return FALSE;
}

/* Adds the record to a case that is sealed already (@further) or that this seals. */
static gboolean
add (EupStoreDatabase *database, const EupStoreRequest *request, gboolean further, GError **error)
{
  g_autoptr (EupStoreRecord) record = eup_store_record_copy (request->record);
  g_autofree char *state = NULL;
  gboolean sealed;

  if (!eup_store_cases_get_state (database, request->case_id, &state, error))
    return FALSE;
  if (state == NULL)
    return eup_store_cases_fail_missing (request->case_id, error);
  sealed = g_str_equal (state, EUP_STORE_STATE_SEALED);

  if (sealed && !further)
    return eup_store_cases_fail_sealed (request->case_id, error);
  if (!sealed && further)
    {
      g_set_error (error, EUP_STORE_ERROR, EUP_STORE_ERROR_NOT_FOUND,
                   "The case %s has no sealed record to add to", request->case_id);
      return FALSE;
    }

  return (!further || has_document (database, request->case_id, record->document_id, error)) &&
         eup_store_records_insert (database, request->case_id, record, error) &&
         (further || eup_store_cases_seal (database, request->case_id, record->sealed, error));
}

static gpointer
add_in_transaction (EupStoreDatabase *database,
                    const EupStoreRequest *request,
                    gboolean further,
                    GError **error)
{
  gboolean good;

  if (!eup_store_sql_exec (database->sql, "BEGIN IMMEDIATE", error))
    return NULL;

  good = add (database, request, further, error) &&
         (request->next_id == NULL ||
          eup_store_parts_write (database, request->next_id, request->parts, request->summary, error));
  return eup_store_sql_end (database->sql, good, error) ? EUP_STORE_DONE : NULL;
}

/* case_id, record: the record and the seal, both or neither; and with next_id, parts and summary the
 * case that is begun by it */
gpointer
eup_store_records_seal (EupStoreDatabase *database, const EupStoreRequest *request, GError **error)
{
  return add_in_transaction (database, request, FALSE, error);
}

/* case_id, record: a further revision beside those that are there */
gpointer
eup_store_records_append (EupStoreDatabase *database, const EupStoreRequest *request, GError **error)
{
  return add_in_transaction (database, request, TRUE, error);
}

static EupStoreRecord *
record_of_row (EupStoreQuery *query)
{
  EupStoreRecord *record = g_new0 (EupStoreRecord, 1);

  record->document_id = eup_store_query_get_text (query, 0);
  record->pdf = eup_store_query_get_bytes (query, 1);
  record->twin = eup_store_query_get_bytes (query, 2);
  record->sealed = eup_store_query_get_text (query, 3);
  record->revision = (guint) eup_store_query_get_int (query, 4);
  record->digest = eup_store_query_get_text (query, 5);
  return record;
}

/**
 * eup_store_records_is_whole:
 *
 * Returns: whether the newest row of the document is as it was written; @error: UNREADABLE when not
 */
gboolean
eup_store_records_is_whole (EupStoreDatabase *database,
                            const char *case_id,
                            const char *document_id,
                            GError **error)
{
  g_autoptr (EupStoreQuery) query =
      eup_store_query_new (database->sql,
                           "SELECT document_id, pdf, twin, sealed, revision, digest, previous FROM records"
                           " WHERE case_id = ? AND document_id = ? ORDER BY revision DESC LIMIT 1");
  g_autoptr (EupStoreRecord) record = NULL;
  g_autofree char *previous = NULL;
  g_autofree char *recomputed = NULL;
  g_autoptr (GError) local = NULL;

  eup_store_query_add_text (query, case_id);
  eup_store_query_add_text (query, document_id);
  if (eup_store_query_next (query, &local))
    {
      record = record_of_row (query);
      previous = eup_store_query_get_text (query, 6);
      recomputed = eup_store_records_link (previous, case_id, record);
    }
  if (recomputed != NULL && g_str_equal (recomputed, record->digest))
    return TRUE;
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error (error, EUP_STORE_ERROR, EUP_STORE_ERROR_UNREADABLE,
                 "The document %s (case %s) was changed after it was sealed", document_id, case_id);
  return FALSE;
}

/* case_id, name or NULL → EupStoreRecord of the latest revision of that document; NULL for the case's record */
gpointer
eup_store_records_latest (EupStoreDatabase *database, const EupStoreRequest *request, GError **error)
{
  g_autoptr (EupStoreQuery) query =
      eup_store_query_new (database->sql,
                           "SELECT document_id, pdf, twin, sealed, revision, digest FROM records"
                           " WHERE case_id = ?1 AND document_id = coalesce (?2,"
                           "  (SELECT document_id FROM records WHERE case_id = ?1 AND revision = 1))"
                           " ORDER BY revision DESC LIMIT 1");
  g_autoptr (GError) local = NULL;

  eup_store_query_add_text (query, request->case_id);
  eup_store_query_add_text (query, request->name);
  if (!eup_store_query_next (query, &local))
    {
      if (local != NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      else
        g_set_error (error, EUP_STORE_ERROR, EUP_STORE_ERROR_NOT_FOUND, "The case %s has no sealed record",
                     request->case_id);
      return NULL;
    }

  return record_of_row (query);
}
