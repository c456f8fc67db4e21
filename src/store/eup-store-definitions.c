/* What cases are begun with: written once under its digest, never changed or taken away. Beside it the
 * list of local additions that new cases get, which may change. */

#include "store/eup-store-definitions.h"

#include "store/eup-store-query.h"

#define COLUMNS "digest, kind, id, version"

static gboolean
is_there (EupStoreDatabase *database, const char *digest, gboolean *there, GError **error)
{
  g_autoptr (EupStoreQuery) query =
      eup_store_query_new (database->sql, "SELECT 1 FROM definitions WHERE digest = ?");
  g_autoptr (GError) local = NULL;

  eup_store_query_add_text (query, digest);
  *there = eup_store_query_next (query, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* The same bytes are the same definition; what is there already is left alone. */
static gboolean
put_one (EupStoreDatabase *database, const EupStoreDefinition *definition, GError **error)
{
  g_autoptr (EupStoreQuery) query = eup_store_query_new (database->sql, "INSERT INTO definitions (" COLUMNS
                                                                        ", bytes) VALUES (?, ?, ?, ?, ?)");
  gboolean there;

  if (!is_there (database, definition->digest, &there, error))
    return FALSE;
  if (there)
    return TRUE;

  eup_store_query_add_text (query, definition->digest);
  eup_store_query_add_text (query, definition->kind);
  eup_store_query_add_text (query, definition->id);
  eup_store_query_add_text (query, definition->version);
  eup_store_query_add_bytes (query, definition->bytes);
  return eup_store_query_run (query, error);
}

static gboolean
put_all (EupStoreDatabase *database, GPtrArray *definitions, GError **error)
{
  for (guint i = 0; i < definitions->len; i++)
    {
      if (!put_one (database, g_ptr_array_index (definitions, i), error))
        return FALSE;
    }

  return TRUE;
}

static EupStoreDefinition *
definition_of_row (EupStoreQuery *query, gboolean with_bytes)
{
  EupStoreDefinition *definition = g_new0 (EupStoreDefinition, 1);

  definition->digest = eup_store_query_get_text (query, 0);
  definition->kind = eup_store_query_get_text (query, 1);
  definition->id = eup_store_query_get_text (query, 2);
  definition->version = eup_store_query_get_text (query, 3);
  definition->bytes = with_bytes ? eup_store_query_get_bytes (query, 4) : NULL;
  return definition;
}

/* Adds the rows of @query to @list. */
static gboolean
collect (EupStoreQuery *query, gboolean with_bytes, GPtrArray *list, GError **error)
{
  g_autoptr (GError) local = NULL;

  while (eup_store_query_next (query, &local))
    g_ptr_array_add (list, definition_of_row (query, with_bytes));

  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) eup_store_definition_free);
}

/* definitions: those that are not there yet, all of them or none */
gpointer
eup_store_definitions_put (EupStoreDatabase *database, const EupStoreRequest *request, GError **error)
{
  gboolean good;

  if (!eup_store_sql_exec (database->sql, "BEGIN IMMEDIATE", error))
    return NULL;

  good = put_all (database, request->definitions, error);
  return eup_store_sql_end (database->sql, good, error) ? EUP_STORE_DONE : NULL;
}

/* digests → GPtrArray of EupStoreDefinition with bytes: those that are there, in the order of @digests */
gpointer
eup_store_definitions_load (EupStoreDatabase *database, const EupStoreRequest *request, GError **error)
{
  g_autoptr (GPtrArray) list = new_list ();

  for (guint i = 0; request->digests[i] != NULL; i++)
    {
      g_autoptr (EupStoreQuery) query =
          eup_store_query_new (database->sql, "SELECT " COLUMNS ", bytes FROM definitions WHERE digest = ?");

      eup_store_query_add_text (query, request->digests[i]);
      if (!collect (query, TRUE, list, error))
        return NULL;
    }
  return g_steal_pointer (&list);
}

/* → GPtrArray of EupStoreDefinition without bytes, in the order they came */
gpointer
eup_store_definitions_list (EupStoreDatabase *database, const EupStoreRequest *request, GError **error)
{
  g_autoptr (EupStoreQuery) query =
      eup_store_query_new (database->sql, "SELECT " COLUMNS " FROM definitions ORDER BY rowid");
  g_autoptr (GPtrArray) list = new_list ();

  return collect (query, FALSE, list, error) ? g_steal_pointer (&list) : NULL;
}

/* A newer version of an addition takes the place of the older one. */
static gboolean
write_addition (EupStoreDatabase *database,
                const EupStoreDefinition *definition,
                const char *name,
                GError **error)
{
  g_autoptr (EupStoreQuery) query =
      eup_store_query_new (database->sql,
                           "INSERT INTO additions (id, digest, name, added, place)"
                           " VALUES (?, ?, ?, ?, (SELECT coalesce (max (place), 0) + 1 FROM additions))"
                           " ON CONFLICT (id) DO UPDATE SET digest = excluded.digest, name = excluded.name,"
                           " added = excluded.added");
  g_autofree char *now = eup_clock_now_iso (database->clock);

  eup_store_query_add_text (query, definition->id);
  eup_store_query_add_text (query, definition->digest);
  eup_store_query_add_text (query, name);
  eup_store_query_add_text (query, now);
  return eup_store_query_run (query, error);
}

/* definitions (one), name: keeps it and uses it, both or neither */
gpointer
eup_store_additions_use (EupStoreDatabase *database, const EupStoreRequest *request, GError **error)
{
  const EupStoreDefinition *definition = g_ptr_array_index (request->definitions, 0);
  gboolean good;

  if (!eup_store_sql_exec (database->sql, "BEGIN IMMEDIATE", error))
    return NULL;

  good = put_one (database, definition, error) && write_addition (database, definition, request->name, error);
  return eup_store_sql_end (database->sql, good, error) ? EUP_STORE_DONE : NULL;
}

/* name: the addition's id; the definition stays for the cases that have it */
gpointer
eup_store_additions_drop (EupStoreDatabase *database, const EupStoreRequest *request, GError **error)
{
  g_autoptr (EupStoreQuery) query = eup_store_query_new (database->sql, "DELETE FROM additions WHERE id = ?");

  eup_store_query_add_text (query, request->name);
  if (!eup_store_query_run (query, error))
    return NULL;
  if (sqlite3_changes (database->sql) == 1)
    return EUP_STORE_DONE;

  g_set_error (error, EUP_STORE_ERROR, EUP_STORE_ERROR_NOT_FOUND, "There is no addition “%s” in use",
               request->name);
  return NULL;
}

static EupStoreAddition *
addition_of_row (EupStoreQuery *query)
{
  EupStoreAddition *addition = g_new0 (EupStoreAddition, 1);

  addition->definition = definition_of_row (query, TRUE);
  addition->name = eup_store_query_get_text (query, 5);
  addition->added = eup_store_query_get_text (query, 6);
  return addition;
}

/* → GPtrArray of EupStoreAddition, in the order in which they are applied */
gpointer
eup_store_additions_list (EupStoreDatabase *database, const EupStoreRequest *request, GError **error)
{
  g_autoptr (EupStoreQuery) query =
      eup_store_query_new (database->sql,
                           "SELECT definitions.digest, kind, definitions.id, version, bytes, name, added"
                           " FROM additions JOIN definitions ON definitions.digest = additions.digest"
                           " ORDER BY place");
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_store_addition_free);
  g_autoptr (GError) local = NULL;

  while (eup_store_query_next (query, &local))
    g_ptr_array_add (list, addition_of_row (query));

  if (local == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
