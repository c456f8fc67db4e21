/* The table of cases: what lists show, and whether a case is sealed or removed. */

#include "store/eup-store-cases.h"

#include "store/eup-store-query.h"

#define COLUMNS                                                                                              \
  "SELECT id, number, alias, state, follow_up, owner, updated, paused,"                                      \
  " (SELECT count (*) FROM amendments WHERE case_id = cases.id),"                                            \
  " (SELECT r.sealed FROM amendments AS a JOIN records AS r ON r.seq = a.record"                             \
  "  WHERE a.case_id = cases.id ORDER BY a.number DESC LIMIT 1),"                                            \
  " EXISTS (SELECT 1 FROM drafts WHERE case_id = cases.id) FROM cases "
#define NEWEST_FIRST " ORDER BY updated_us DESC, touched DESC"

/* What searching compares: without difference of case or of how accents are composed. */
static char *
folded (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);

  return g_utf8_casefold (normal ? normal : "", -1);
}

/* The instant of an ISO 8601 time in microseconds, so that two offsets compare; -1 when it is none. */
static gint64
instant (const char *time)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) parsed = g_date_time_new_from_iso8601 (time, zone);

  return parsed ? g_date_time_to_unix_usec (parsed) : -1;
}

static EupStoreSummary *
summary_of_row (EupStoreQuery *query)
{
  EupStoreSummary *summary = g_new0 (EupStoreSummary, 1);

  summary->id = eup_store_query_get_text (query, 0);
  summary->number = eup_store_query_get_text (query, 1);
  summary->alias = eup_store_query_get_text (query, 2);
  summary->state = eup_store_query_get_text (query, 3);
  summary->follow_up = eup_store_query_get_text (query, 4);
  summary->owner = eup_store_query_get_text (query, 5);
  summary->updated = eup_store_query_get_text (query, 6);
  summary->paused = eup_store_query_get_text (query, 7);
  summary->amendments = (guint) eup_store_query_get_int (query, 8);
  summary->amended = eup_store_query_get_text (query, 9);
  summary->drafting = eup_store_query_get_int (query, 10) != 0;
  return summary;
}

static GPtrArray *
collect (EupStoreQuery *query, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_store_summary_free);
  g_autoptr (GError) local = NULL;

  while (eup_store_query_next (query, &local))
    g_ptr_array_add (list, summary_of_row (query));

  if (local == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/* Sets the mark of removal of an unsealed case. */
static gpointer
mark_removed (EupStoreDatabase *database, const char *case_id, gboolean removed, GError **error)
{
  g_autoptr (EupStoreQuery) query =
      eup_store_query_new (database->sql, "UPDATE cases SET removed = ? WHERE id = ?");
  g_autofree char *state = NULL;

  eup_store_query_add_int (query, removed);
  eup_store_query_add_text (query, case_id);

  if (!eup_store_cases_get_state (database, case_id, &state, error))
    return NULL;
  if (state == NULL)
    eup_store_cases_fail_missing (case_id, error);
  else if (g_str_equal (state, EUP_STORE_STATE_SEALED))
    eup_store_cases_fail_sealed (case_id, error);
  else if (eup_store_query_run (query, error))
    return EUP_STORE_DONE;

  return NULL;
}

/**
 * eup_store_cases_get_state:
 * @state: (out) (transfer full) (nullable): its state; %NULL when there is no such case
 *
 * Returns: whether the database could tell
 */
gboolean
eup_store_cases_get_state (EupStoreDatabase *database, const char *case_id, char **state, GError **error)
{
  g_autoptr (EupStoreQuery) query =
      eup_store_query_new (database->sql, "SELECT state FROM cases WHERE id = ?");
  g_autoptr (GError) local = NULL;

  eup_store_query_add_text (query, case_id);
  *state = eup_store_query_next (query, &local) ? eup_store_query_get_text (query, 0) : NULL;

  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gboolean
eup_store_cases_fail_missing (const char *case_id, GError **error)
{
  g_set_error (error, EUP_STORE_ERROR, EUP_STORE_ERROR_NOT_FOUND, "There is no case %s", case_id);
  return FALSE;
}

gboolean
eup_store_cases_fail_sealed (const char *case_id, GError **error)
{
  g_set_error (error, EUP_STORE_ERROR, EUP_STORE_ERROR_SEALED, "The case %s is sealed and can't be changed",
               case_id);
  return FALSE;
}

/**
 * eup_store_cases_write_summary:
 * @summary: (nullable): %NULL to note the time only
 *
 * Writes what lists show of an unsealed case, which is made if it isn't there.
 */
gboolean
eup_store_cases_write_summary (EupStoreDatabase *database,
                               const char *case_id,
                               const EupStoreSummary *summary,
                               GError **error)
{
  g_autoptr (EupStoreQuery) query = eup_store_query_new (
      database->sql,
      "INSERT INTO cases (id, number, alias, state, follow_up, owner, updated, updated_us, searched, paused,"
      " touched)"
      " VALUES (?1, coalesce (?2, ''), coalesce (?3, ''), coalesce (?4, 'preparing'), ?5, coalesce (?6, ''),"
      " ?7, ?8, coalesce (?9, ''), ?11, (SELECT coalesce (max (touched), 0) + 1 FROM cases))"
      " ON CONFLICT (id) DO UPDATE SET updated = ?7, updated_us = ?8, touched = excluded.touched,"
      " number = iif (?10, excluded.number, number), alias = iif (?10, excluded.alias, alias),"
      " state = iif (?10, excluded.state, state), follow_up = iif (?10, ?5, follow_up),"
      " owner = iif (?10, excluded.owner, owner), searched = iif (?10, excluded.searched, searched),"
      " paused = iif (?10, ?11, paused)");
  const EupStoreSummary nothing = { NULL };
  const EupStoreSummary *shown = summary ? summary : &nothing;
  g_autofree char *now = eup_clock_now_iso (database->clock);
  const char *updated = shown->updated && instant (shown->updated) >= 0 ? shown->updated : now;
  g_autofree char *words =
      g_strconcat (shown->number ? shown->number : "", "\n", shown->alias ? shown->alias : "", NULL);
  g_autofree char *searched = folded (words);

  eup_store_query_add_text (query, case_id);
  eup_store_query_add_text (query, shown->number);
  eup_store_query_add_text (query, shown->alias);
  eup_store_query_add_text (query, shown->state);
  eup_store_query_add_text (query, shown->follow_up);
  eup_store_query_add_text (query, shown->owner);
  eup_store_query_add_text (query, updated);
  eup_store_query_add_int (query, instant (updated));
  eup_store_query_add_text (query, searched);
  eup_store_query_add_int (query, summary != NULL);
  eup_store_query_add_text (query, shown->paused);
  return eup_store_query_run (query, error);
}

/**
 * eup_store_cases_seal:
 * @sealed: ISO 8601 time of sealing, which becomes the time of the last change
 *
 * Marks a case as sealed, whose record has been written in the same transaction.
 */
gboolean
eup_store_cases_seal (EupStoreDatabase *database, const char *case_id, const char *sealed, GError **error)
{
  g_autoptr (EupStoreQuery) query =
      eup_store_query_new (database->sql,
                           "UPDATE cases SET state = 'sealed', removed = 0, updated = ?, updated_us = ?,"
                           " touched = (SELECT max (touched) + 1 FROM cases) WHERE id = ?");
  g_autofree char *now = eup_clock_now_iso (database->clock);
  const char *updated = instant (sealed) >= 0 ? sealed : now;

  eup_store_query_add_text (query, updated);
  eup_store_query_add_int (query, instant (updated));
  eup_store_query_add_text (query, case_id);
  return eup_store_query_run (query, error);
}

/* search → GPtrArray of EupStoreSummary, newest first */
gpointer
eup_store_cases_list (EupStoreDatabase *database, const EupStoreRequest *request, GError **error)
{
  g_autoptr (EupStoreQuery) query = eup_store_query_new (
      database->sql, COLUMNS "WHERE removed = 0 AND (?1 = '' OR instr (searched, ?1) > 0)" NEWEST_FIRST);
  g_autofree char *search = folded (request->search ? request->search : "");

  eup_store_query_add_text (query, g_strstrip (search));
  return collect (query, error);
}

/* → GPtrArray of EupStoreSummary, newest first */
gpointer
eup_store_cases_list_removed (EupStoreDatabase *database, const EupStoreRequest *request, GError **error)
{
  g_autoptr (EupStoreQuery) query =
      eup_store_query_new (database->sql, COLUMNS "WHERE removed = 1" NEWEST_FIRST);

  return collect (query, error);
}

/* case_id → EupStoreSummary, of a removed case too */
gpointer
eup_store_cases_find (EupStoreDatabase *database, const EupStoreRequest *request, GError **error)
{
  g_autoptr (EupStoreQuery) query = eup_store_query_new (database->sql, COLUMNS "WHERE id = ?");
  g_autoptr (GError) local = NULL;

  eup_store_query_add_text (query, request->case_id);
  if (eup_store_query_next (query, &local))
    return summary_of_row (query);

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    eup_store_cases_fail_missing (request->case_id, error);
  return NULL;
}

/* case_id, follow_up, owner: the one thing lists show that goes on changing after sealing */
gpointer
eup_store_cases_set_follow_up (EupStoreDatabase *database, const EupStoreRequest *request, GError **error)
{
  g_autoptr (EupStoreQuery) query = eup_store_query_new (
      database->sql, "UPDATE cases SET follow_up = ?, owner = coalesce (?, owner) WHERE id = ?");

  eup_store_query_add_text (query, request->follow_up);
  eup_store_query_add_text (query, request->owner);
  eup_store_query_add_text (query, request->case_id);
  if (!eup_store_query_run (query, error))
    return NULL;
  if (sqlite3_changes (database->sql) == 1)
    return EUP_STORE_DONE;

  eup_store_cases_fail_missing (request->case_id, error);
  return NULL;
}

/* case_id: takes an unsealed case out of the list; every word of it stays */
gpointer
eup_store_cases_remove (EupStoreDatabase *database, const EupStoreRequest *request, GError **error)
{
  return mark_removed (database, request->case_id, TRUE, error);
}

gpointer
eup_store_cases_restore (EupStoreDatabase *database, const EupStoreRequest *request, GError **error)
{
  return mark_removed (database, request->case_id, FALSE, error);
}
