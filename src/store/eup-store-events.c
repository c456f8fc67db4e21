/* What happens to a case after it was sealed: kept beside what was sealed, which stays as it is. */

#include "store/eup-store-events.h"

#include "store/eup-store-cases.h"
#include "store/eup-store-parts.h"
#include "store/eup-store-query.h"

#define EVENTS "INSERT INTO events (case_id, kind, id, json, at) VALUES (?, ?, ?, ?, ?)"

/* A follow-up that is due sooner stays where it is. */
static gboolean
follow_up_no_later_than (EupStoreDatabase *database, const char *case_id, const char *date, GError **error)
{
  g_autoptr (EupStoreQuery) query =
      eup_store_query_new (database->sql, "UPDATE cases SET follow_up = ?1 WHERE id = ?2"
                                          " AND (follow_up IS NULL OR follow_up > ?1)");

  eup_store_query_add_text (query, date);
  eup_store_query_add_text (query, case_id);
  return eup_store_query_run (query, error);
}

static gboolean
add (EupStoreDatabase *database, const EupStoreRequest *request, GError **error)
{
  g_autofree char *state = NULL;

  if (!eup_store_cases_get_state (database, request->case_id, &state, error))
    return FALSE;
  if (g_strcmp0 (state, EUP_STORE_STATE_SEALED) != 0)
    {
      g_set_error (error, EUP_STORE_ERROR, EUP_STORE_ERROR_NOT_FOUND, "There is no sealed case %s",
                   request->case_id);
      return FALSE;
    }

  return eup_store_parts_note (database, EVENTS, request->case_id, g_ptr_array_index (request->parts, 0),
                               error) &&
         (request->follow_up == NULL ||
          follow_up_no_later_than (database, request->case_id, request->follow_up, error));
}

/* case_id, parts (one: the event), follow_up or NULL: both or neither */
gpointer
eup_store_events_add (EupStoreDatabase *database, const EupStoreRequest *request, GError **error)
{
  gboolean good;

  if (!eup_store_sql_exec (database->sql, "BEGIN IMMEDIATE", error))
    return NULL;

  good = add (database, request, error);
  return eup_store_sql_end (database->sql, good, error) ? EUP_STORE_DONE : NULL;
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

/* case_id → GPtrArray of EupStoreChange, oldest first; none of a case that is not sealed or not there */
gpointer
eup_store_events_list (EupStoreDatabase *database, const EupStoreRequest *request, GError **error)
{
  g_autoptr (EupStoreQuery) query = eup_store_query_new (
      database->sql, "SELECT kind, id, json, at FROM events WHERE case_id = ? ORDER BY seq");
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_store_change_free);
  g_autoptr (GError) local = NULL;

  eup_store_query_add_text (query, request->case_id);
  while (eup_store_query_next (query, &local))
    g_ptr_array_add (events, change_of_row (query));

  if (local == NULL)
    return g_steal_pointer (&events);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
