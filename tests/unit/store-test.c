/* What the tests of the store share: a folder for each, calls that wait, and a look past the store. */

#include "store-test.h"

#include <glib/gstdio.h>

#include "store/eup-store-database.h"
#include "store/eup-store-key.h"

char *
store_test_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("euphoria-store.XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

void
store_test_remove (char *folder)
{
  remove_tree (folder);
  g_free (folder);
}

EupStore *
store_test_open (const char *folder)
{
  g_autoptr (GError) error = NULL;
  EupStore *store = eup_store_open_sync (folder, &error);

  g_assert_no_error (error);
  return store;
}

void
store_test_cb (GObject *source, GAsyncResult *result, gpointer slot)
{
  *(GAsyncResult **) slot = g_object_ref (result);
}

/* Returns: (transfer full): the result that store_test_cb() put into @slot */
GAsyncResult *
store_test_wait (GAsyncResult **slot)
{
  while (*slot == NULL)
    g_main_context_iteration (NULL, TRUE);

  return g_steal_pointer (slot);
}

gboolean
store_test_try_put (
    EupStore *store, const char *case_id, const char *kind, const char *id, const char *json, GError **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_store_part_free);
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  g_ptr_array_add (parts, eup_store_part_new (kind, id, json));
  eup_store_put_async (store, case_id, parts, NULL, NULL, store_test_cb, &slot);
  result = store_test_wait (&slot);
  return eup_store_put_finish (store, result, error);
}

void
store_test_put (EupStore *store, const char *case_id, const char *kind, const char *id, const char *json)
{
  g_autoptr (GError) error = NULL;

  store_test_try_put (store, case_id, kind, id, json, &error);
  g_assert_no_error (error);
}

void
store_test_put_summary (EupStore *store, const EupStoreSummary *summary)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;

  eup_store_put_async (store, summary->id, NULL, summary, NULL, store_test_cb, &slot);
  result = store_test_wait (&slot);
  eup_store_put_finish (store, result, &error);
  g_assert_no_error (error);
}

/* Returns: (transfer full): all parts as "kind/id=json kind/id=json" */
char *
store_test_load (EupStore *store, const char *case_id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  GAsyncResult *slot = NULL;

  eup_store_load_async (store, case_id, NULL, store_test_cb, &slot);
  result = store_test_wait (&slot);
  parts = eup_store_load_finish (store, result, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < parts->len; i++)
    {
      EupStorePart *part = g_ptr_array_index (parts, i);

      g_string_append_printf (text, "%s%s/%s=%s", i ? " " : "", part->kind, part->id, part->json);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* Returns: (transfer full): the ids of the listed cases with a space between */
char *
store_test_list (EupStore *store, const char *search)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  GAsyncResult *slot = NULL;

  eup_store_list_async (store, search, NULL, store_test_cb, &slot);
  result = store_test_wait (&slot);
  list = eup_store_list_finish (store, result, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (text, "%s%s", i ? " " : "",
                            ((EupStoreSummary *) g_ptr_array_index (list, i))->id);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

gboolean
store_test_seal (EupStore *store, const char *case_id, const char *pdf, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (pdf, strlen (pdf));
  g_autoptr (GBytes) twin = g_bytes_new_static ("{}", 2);
  g_autoptr (EupStoreRecord) record =
      eup_store_record_new ("DOC-1", bytes, twin, "2026-11-23T10:00:00+01:00");
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  eup_store_seal_async (store, case_id, record, NULL, store_test_cb, &slot);
  result = store_test_wait (&slot);
  return eup_store_seal_finish (store, result, error);
}

EupStoreRecord *
store_test_record (EupStore *store, const char *case_id, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  eup_store_record_async (store, case_id, NULL, store_test_cb, &slot);
  result = store_test_wait (&slot);
  return eup_store_record_finish (store, result, error);
}

EupStoreFindings *
store_test_check (EupStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;
  EupStoreFindings *findings;

  eup_store_check_async (store, NULL, store_test_cb, &slot);
  result = store_test_wait (&slot);
  findings = eup_store_check_finish (store, result, &error);
  g_assert_no_error (error);
  return findings;
}

/* Returns: a connection of its own to the database of @folder, with its key */
sqlite3 *
store_test_sql (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, EUP_STORE_DATABASE_FILE, NULL);
  g_autoptr (GError) error = NULL;
  char *key = eup_store_key_read (folder, &error);
  g_autofree char *pragma = g_strdup_printf ("PRAGMA key = \"x'%s'\"", key);
  sqlite3 *sql;

  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_open (path, &sql), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_busy_timeout (sql, 10000), ==,
                   SQLITE_OK); /* whoever reads beside may be about to end */
  g_assert_cmpint (sqlite3_exec (sql, pragma, NULL, NULL, NULL), ==, SQLITE_OK);
  eup_store_key_free (key);
  return sql;
}

/* Runs SQL of which nothing may fail, past the store, which has to be closed. */
void
store_test_exec (const char *folder, const char *text)
{
  sqlite3 *sql = store_test_sql (folder);
  g_autofree char *problem = NULL;
  char *message = NULL;

  sqlite3_exec (sql, text, NULL, NULL, &message);
  problem = g_strdup (message);
  sqlite3_free (message);
  g_assert_cmpstr (problem, ==, NULL);
  g_assert_cmpint (sqlite3_close (sql), ==, SQLITE_OK);
}
