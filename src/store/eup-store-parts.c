/* The parts of a case as they are now, and the journal of all they have ever been. */

#include "store/eup-store-parts.h"

#include "store/eup-store-cases.h"
#include "store/eup-store-query.h"

#define JOURNAL "INSERT INTO journal (case_id, kind, id, json, at) VALUES (?, ?, ?, ?, ?)"

static gboolean
get_json (
    EupStoreDatabase *database, const char *case_id, const EupStorePart *part, char **json, GError **error)
{
  g_autoptr (EupStoreQuery) query =
      eup_store_query_new (database->sql, "SELECT json FROM parts WHERE case_id = ? AND kind = ? AND id = ?");
  g_autoptr (GError) local = NULL;

  eup_store_query_add_text (query, case_id);
  eup_store_query_add_text (query, part->kind);
  eup_store_query_add_text (query, part->id);
  *json = eup_store_query_next (query, &local) ? eup_store_query_get_text (query, 0) : NULL;

  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * eup_store_parts_note:
 * @insert: SQL with places for case, kind, id, text and time
 *
 * Writes down what happened to a part, and when: in the journal, or among the events of a sealed case.
 */
gboolean
eup_store_parts_note (EupStoreDatabase *database,
                      const char *insert,
                      const char *case_id,
                      const EupStorePart *part,
                      GError **error)
{
  g_autoptr (EupStoreQuery) query = eup_store_query_new (database->sql, insert);
  g_autofree char *now = eup_clock_now_iso (database->clock);

  eup_store_query_add_text (query, case_id);
  eup_store_query_add_text (query, part->kind);
  eup_store_query_add_text (query, part->id);
  eup_store_query_add_text (query, part->json);
  eup_store_query_add_text (query, now);
  return eup_store_query_run (query, error);
}

/* A part that comes back after it was taken away stands where it first stood: the journal knows. */
static gboolean
write_part (EupStoreDatabase *database, const char *case_id, const EupStorePart *part, GError **error)
{
  g_autoptr (EupStoreQuery) query = eup_store_query_new (
      database->sql, part->json
                         ? "INSERT INTO parts (case_id, kind, id, json, place) VALUES (?1, ?2, ?3, ?4,"
                           " (SELECT min (seq) FROM journal WHERE case_id = ?1 AND kind = ?2 AND id = ?3))"
                           " ON CONFLICT (case_id, kind, id) DO UPDATE SET json = excluded.json"
                         : "DELETE FROM parts WHERE case_id = ?1 AND kind = ?2 AND id = ?3");

  eup_store_query_add_text (query, case_id);
  eup_store_query_add_text (query, part->kind);
  eup_store_query_add_text (query, part->id);
  if (part->json != NULL)
    eup_store_query_add_text (query, part->json);
  return eup_store_query_run (query, error);
}

/* Unchanged text is not noted again, so that a careless caller does not fill the journal. */
static gboolean
put_part (EupStoreDatabase *database, const char *case_id, const EupStorePart *part, GError **error)
{
  g_autofree char *before = NULL;

  if (!get_json (database, case_id, part, &before, error))
    return FALSE;
  if (g_strcmp0 (before, part->json) == 0)
    return TRUE;

  return eup_store_parts_note (database, JOURNAL, case_id, part, error) &&
         write_part (database, case_id, part, error);
}

/**
 * eup_store_parts_write:
 * @parts: (element-type EupStorePart): what to write
 * @summary: (nullable): what lists show from now on
 *
 * Writes into an unsealed case, which is made if it isn't there, within a transaction of the caller's.
 */
gboolean
eup_store_parts_write (EupStoreDatabase *database,
                       const char *case_id,
                       GPtrArray *parts,
                       const EupStoreSummary *summary,
                       GError **error)
{
  g_autofree char *state = NULL;

  if (!eup_store_cases_get_state (database, case_id, &state, error))
    return FALSE;
  if (g_strcmp0 (state, EUP_STORE_STATE_SEALED) == 0)
    return eup_store_cases_fail_sealed (case_id, error);
  if (!eup_store_cases_write_summary (database, case_id, summary, error))
    return FALSE;

  for (guint i = 0; i < parts->len; i++)
    {
      if (!put_part (database, case_id, g_ptr_array_index (parts, i), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
case_is_there (EupStoreDatabase *database, const char *case_id, GError **error)
{
  g_autofree char *state = NULL;

  if (!eup_store_cases_get_state (database, case_id, &state, error))
    return FALSE;
  return state != NULL ? TRUE : eup_store_cases_fail_missing (case_id, error);
}

static EupStoreChange *
change_of_row (EupStoreQuery *query)
{
  EupStoreChange *change = g_new0 (EupStoreChange, 1);

  change->kind = eup_store_query_get_text (query, 0);
  change->id = eup_store_query_get_text (query, 1);
  change->json = eup_store_query_get_text (query, 2);
  change->at = eup_store_query_get_text (query, 3);
  return change;
}

static EupStorePart *
part_of_row (EupStoreQuery *query)
{
  EupStorePart *part = g_new0 (EupStorePart, 1);

  part->kind = eup_store_query_get_text (query, 0);
  part->id = eup_store_query_get_text (query, 1);
  part->json = eup_store_query_get_text (query, 2);
  return part;
}

/* case_id, parts, summary or NULL: all of it or nothing */
gpointer
eup_store_parts_put (EupStoreDatabase *database, const EupStoreRequest *request, GError **error)
{
  gboolean good;

  if (!eup_store_sql_exec (database->sql, "BEGIN IMMEDIATE", error))
    return NULL;

  good = eup_store_parts_write (database, request->case_id, request->parts, request->summary, error);
  return eup_store_sql_end (database->sql, good, error) ? EUP_STORE_DONE : NULL;
}

/* case_id → GPtrArray of EupStorePart, by kind and then by when each was first put */
gpointer
eup_store_parts_load (EupStoreDatabase *database, const EupStoreRequest *request, GError **error)
{
  g_autoptr (EupStoreQuery) query = eup_store_query_new (
      database->sql, "SELECT kind, id, json FROM parts WHERE case_id = ? ORDER BY kind, place");
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_store_part_free);
  g_autoptr (GError) local = NULL;

  if (!case_is_there (database, request->case_id, error))
    return NULL;

  eup_store_query_add_text (query, request->case_id);
  while (eup_store_query_next (query, &local))
    g_ptr_array_add (parts, part_of_row (query));

  if (local == NULL)
    return g_steal_pointer (&parts);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/* case_id → GPtrArray of EupStoreChange, oldest first */
gpointer
eup_store_parts_history (EupStoreDatabase *database, const EupStoreRequest *request, GError **error)
{
  g_autoptr (EupStoreQuery) query = eup_store_query_new (
      database->sql, "SELECT kind, id, json, at FROM journal WHERE case_id = ? ORDER BY seq");
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_store_change_free);
  g_autoptr (GError) local = NULL;

  if (!case_is_there (database, request->case_id, error))
    return NULL;

  eup_store_query_add_text (query, request->case_id);
  while (eup_store_query_next (query, &local))
    g_ptr_array_add (changes, change_of_row (query));

  if (local == NULL)
    return g_steal_pointer (&changes);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
