/* Documents that follow a sealed record: the one that is being written, which goes when it is sealed, and
 * those that were sealed, each naming the one before it by the digest of its file as it stood. */

#include "store/eup-store-amendments.h"

#include "store/eup-store-cases.h"
#include "store/eup-store-query.h"
#include "store/eup-store-records.h"
#include "util/eup-digest.h"

/* Only a sealed case has documents. */
static gboolean
is_sealed (EupStoreDatabase *database, const char *case_id, GError **error)
{
  g_autofree char *state = NULL;

  if (!eup_store_cases_get_state (database, case_id, &state, error))
    return FALSE;
  if (g_strcmp0 (state, EUP_STORE_STATE_SEALED) == 0)
    return TRUE;
  g_set_error (error, EUP_STORE_ERROR, EUP_STORE_ERROR_NOT_FOUND, "There is no sealed case %s", case_id);
  return FALSE;
}

static gboolean
drop_draft (EupStoreDatabase *database, const char *case_id, GError **error)
{
  g_autoptr (EupStoreQuery) query =
      eup_store_query_new (database->sql, "DELETE FROM drafts WHERE case_id = ?");

  eup_store_query_add_text (query, case_id);
  return eup_store_query_run (query, error);
}

static gboolean
write_draft (EupStoreDatabase *database, const char *case_id, const char *json, GError **error)
{
  g_autoptr (EupStoreQuery) query = eup_store_query_new (
      database->sql, "INSERT INTO drafts (case_id, json, begun, updated) VALUES (?1, ?2, ?3, ?3)"
                     " ON CONFLICT (case_id) DO UPDATE SET json = excluded.json, updated = excluded.updated");
  g_autofree char *now = eup_clock_now_iso (database->clock);

  eup_store_query_add_text (query, case_id);
  eup_store_query_add_text (query, json);
  eup_store_query_add_text (query, now);
  return eup_store_query_run (query, error);
}

/* case_id, json or NULL: the amendment of a sealed case as it is being written, or none any more */
gpointer
eup_store_amendments_put_draft (EupStoreDatabase *database, const EupStoreRequest *request, GError **error)
{
  gboolean good;

  if (!eup_store_sql_exec (database->sql, "BEGIN IMMEDIATE", error))
    return NULL;
  good = is_sealed (database, request->case_id, error) &&
         (request->json ? write_draft (database, request->case_id, request->json, error)
                        : drop_draft (database, request->case_id, error));
  return eup_store_sql_end (database->sql, good, error) ? EUP_STORE_DONE : NULL;
}

/* case_id → its text, "" when none is being written */
gpointer
eup_store_amendments_get_draft (EupStoreDatabase *database, const EupStoreRequest *request, GError **error)
{
  g_autoptr (EupStoreQuery) query =
      eup_store_query_new (database->sql, "SELECT json FROM drafts WHERE case_id = ?");
  g_autoptr (GError) local = NULL;

  eup_store_query_add_text (query, request->case_id);
  if (eup_store_query_next (query, &local))
    return eup_store_query_get_text (query, 0);
  if (local == NULL)
    return g_strdup ("");
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * eup_store_amendments_knows:
 * @digest: SHA-256 of a file
 * @known: (out): whether the document @document_id ever was that file
 *
 * Returns: whether the database could tell
 */
gboolean
eup_store_amendments_knows (sqlite3 *sql,
                            const char *case_id,
                            const char *document_id,
                            const char *digest,
                            gboolean *known,
                            GError **error)
{
  g_autoptr (EupStoreQuery) query =
      eup_store_query_new (sql, "SELECT pdf FROM records WHERE case_id = ? AND document_id = ? ORDER BY seq");
  g_autoptr (GError) local = NULL;

  *known = FALSE;
  eup_store_query_add_text (query, case_id);
  eup_store_query_add_text (query, document_id);
  while (!*known && eup_store_query_next (query, &local))
    {
      g_autoptr (GBytes) pdf = eup_store_query_get_bytes (query, 0);
      g_autofree char *found = eup_digest_bytes (pdf);

      *known = g_str_equal (found, digest);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static EupStoreDocument *
document_of_row (EupStoreQuery *query)
{
  g_autoptr (GBytes) pdf = eup_store_query_get_bytes (query, 2);
  EupStoreDocument *document = g_new0 (EupStoreDocument, 1);

  document->document_id = eup_store_query_get_text (query, 0);
  document->sealed = eup_store_query_get_text (query, 1);
  document->pdf_digest = eup_digest_bytes (pdf);
  document->twin = eup_store_query_get_bytes (query, 3);
  document->previous_id = eup_store_query_get_text (query, 4);
  document->previous_digest = eup_store_query_get_text (query, 5);
  return document;
}

/* case_id → GPtrArray of EupStoreDocument, the record first; none of a case that is not sealed */
gpointer
eup_store_amendments_list (EupStoreDatabase *database, const EupStoreRequest *request, GError **error)
{
  g_autoptr (EupStoreQuery) query = eup_store_query_new (
      database->sql,
      "SELECT r.document_id, r.sealed, r.pdf, r.twin, a.previous_id, a.previous_digest FROM records AS r"
      " LEFT JOIN amendments AS a ON a.case_id = r.case_id AND a.document_id = r.document_id"
      " WHERE r.case_id = ?1 AND r.revision = (SELECT max (revision) FROM records"
      "  WHERE case_id = ?1 AND document_id = r.document_id)"
      " ORDER BY coalesce (a.number, 1)");
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_store_document_free);
  g_autoptr (GError) local = NULL;

  eup_store_query_add_text (query, request->case_id);
  while (local == NULL && eup_store_query_next (query, &local))
    {
      EupStoreDocument *document = document_of_row (query);

      g_ptr_array_add (list, document);
      document->holds = document->previous_id == NULL;
      if (!document->holds)
        eup_store_amendments_knows (database->sql, request->case_id, document->previous_id,
                                    document->previous_digest, &document->holds, &local);
    }
  if (local == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/* Whether what the amendment follows is the newest document, and its file as it was when it was looked at. */
static gboolean
follows_newest (EupStoreDatabase *database, const EupStoreRequest *request, GError **error)
{
  g_autoptr (GPtrArray) documents = eup_store_amendments_list (database, request, error);
  const EupStoreDocument *newest;

  if (documents == NULL)
    return FALSE;
  newest = documents->len > 0 ? documents->pdata[documents->len - 1] : NULL;
  if (newest != NULL && g_strcmp0 (newest->document_id, request->previous_id) == 0 &&
      g_strcmp0 (newest->pdf_digest, request->previous_digest) == 0)
    return TRUE;
  g_set_error (error, EUP_STORE_ERROR, EUP_STORE_ERROR_OVERTAKEN,
               "Of the case %s another document or signature has been stored since %s was looked at",
               request->case_id, request->previous_id);
  return FALSE;
}

static gboolean
insert_link (EupStoreDatabase *database, const EupStoreRequest *request, GError **error)
{
  g_autoptr (EupStoreQuery) query = eup_store_query_new (
      database->sql,
      "INSERT INTO amendments (case_id, number, document_id, record, previous_id, previous_digest)"
      " VALUES (?1, (SELECT count (*) + 2 FROM amendments WHERE case_id = ?1), ?2,"
      " (SELECT max (seq) FROM records WHERE case_id = ?1 AND document_id = ?2), ?3, ?4)");

  eup_store_query_add_text (query, request->case_id);
  eup_store_query_add_text (query, request->record->document_id);
  eup_store_query_add_text (query, request->previous_id);
  eup_store_query_add_text (query, request->previous_digest);
  return eup_store_query_run (query, error);
}

/* case_id, record, previous_id, previous_digest: the amendment's file, whom it follows, and the end of its
 * draft: all or none */
gpointer
eup_store_amendments_seal (EupStoreDatabase *database, const EupStoreRequest *request, GError **error)
{
  gboolean good;

  if (!eup_store_sql_exec (database->sql, "BEGIN IMMEDIATE", error))
    return NULL;
  good = is_sealed (database, request->case_id, error) && follows_newest (database, request, error) &&
         eup_store_records_is_whole (database, request->case_id, request->previous_id, error) &&
         eup_store_records_insert (database, request->case_id, request->record, error) &&
         insert_link (database, request, error) && drop_draft (database, request->case_id, error);
  return eup_store_sql_end (database->sql, good, error) ? EUP_STORE_DONE : NULL;
}
