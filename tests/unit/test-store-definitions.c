#include "store-test.h"

#include <glib/gstdio.h>
#include <string.h>

#include "store/eup-store-database.h"
#include "store/eup-store-key.h"
#include "store/eup-store-records.h"
#include "util/eup-digest.h"

static EupStoreDefinition *
definition (const char *kind, const char *id, const char *version, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return eup_store_definition_new (kind, id, version, bytes);
}

static void
put (EupStore *store, const char *kind, const char *id, const char *version, const char *text)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_store_definition_free);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;

  g_ptr_array_add (list, definition (kind, id, version, text));
  eup_store_put_definitions_async (store, list, NULL, store_test_cb, &slot);
  result = store_test_wait (&slot);
  eup_store_put_definitions_finish (store, result, &error);
  g_assert_no_error (error);
}

static GPtrArray *
load (EupStore *store, const char *const *digests)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;
  GPtrArray *list;

  eup_store_load_definitions_async (store, digests, NULL, store_test_cb, &slot);
  result = store_test_wait (&slot);
  list = eup_store_load_definitions_finish (store, result, &error);
  g_assert_no_error (error);
  return list;
}

/* Returns: (transfer full): all definitions as "kind/id/version kind/id/version" */
static char *
list_all (EupStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  GAsyncResult *slot = NULL;

  eup_store_list_definitions_async (store, NULL, store_test_cb, &slot);
  result = store_test_wait (&slot);
  list = eup_store_list_definitions_finish (store, result, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++)
    {
      const EupStoreDefinition *found = g_ptr_array_index (list, i);

      g_assert_null (found->bytes);
      g_string_append_printf (text, "%s%s/%s/%s", i ? " " : "", found->kind, found->id, found->version);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
definition_comes_back_byte_for_byte (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autoptr (EupStore) store = store_test_open (folder);
  g_autoptr (EupStoreDefinition) method = definition ("method", "m", "1.0", "{ \"å\" :1}\n");
  g_autoptr (GPtrArray) found = NULL;
  const char *digests[] = { method->digest, NULL };

  put (store, "method", "m", "1.0", "{ \"å\" :1}\n");
  eup_store_close (store);
  g_clear_object (&store);
  store = store_test_open (folder);
  found = load (store, digests);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_true (g_bytes_equal (((EupStoreDefinition *) found->pdata[0])->bytes, method->bytes));
  g_assert_cmpstr (((EupStoreDefinition *) found->pdata[0])->digest, ==, method->digest);
  g_assert_cmpstr (((EupStoreDefinition *) found->pdata[0])->version, ==, "1.0");
}

static void
same_version_with_other_bytes_is_another_definition (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autoptr (EupStore) store = store_test_open (folder);
  g_autofree char *all = NULL;

  put (store, "method", "m", "1.0", "one");
  put (store, "method", "m", "1.0", "two");
  put (store, "rules", "se", "1.0", "three");
  put (store, "method", "m", "1.0", "one");
  all = list_all (store);
  g_assert_cmpstr (all, ==, "method/m/1.0 method/m/1.0 rules/se/1.0");
}

static void
what_is_not_there_is_left_out (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autoptr (EupStore) store = store_test_open (folder);
  g_autoptr (EupStoreDefinition) one = definition ("method", "m", "1.0", "one");
  g_autoptr (EupStoreDefinition) two = definition ("rules", "se", "1.0", "two");
  g_autoptr (GPtrArray) found = NULL;
  const char *digests[] = { two->digest, "unknown", one->digest, NULL };

  put (store, "method", "m", "1.0", "one");
  put (store, "rules", "se", "1.0", "two");
  found = load (store, digests);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpstr (((EupStoreDefinition *) found->pdata[0])->id, ==, "se");
  g_assert_cmpstr (((EupStoreDefinition *) found->pdata[1])->id, ==, "m");
}

static void
use (EupStore *store, const char *id, const char *version, const char *text)
{
  g_autoptr (EupStoreDefinition) addition = definition ("addition", id, version, text);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;

  eup_store_use_addition_async (store, addition, "file.json", NULL, store_test_cb, &slot);
  result = store_test_wait (&slot);
  g_assert_true (eup_store_use_addition_finish (store, result, &error));
  g_assert_no_error (error);
}

static gboolean
drop (EupStore *store, const char *id, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  eup_store_drop_addition_async (store, id, NULL, store_test_cb, &slot);
  result = store_test_wait (&slot);
  return eup_store_drop_addition_finish (store, result, error);
}

/* Returns: (transfer full): the additions in use as "id/version=text id/version=text" */
static char *
list_additions (EupStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  GAsyncResult *slot = NULL;

  eup_store_list_additions_async (store, NULL, store_test_cb, &slot);
  result = store_test_wait (&slot);
  list = eup_store_list_additions_finish (store, result, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++)
    {
      const EupStoreAddition *found = g_ptr_array_index (list, i);

      g_assert_cmpstr (found->name, ==, "file.json");
      g_assert_cmpuint (strlen (found->added), ==, strlen ("2026-11-23T10:00:00+01:00"));
      g_string_append_printf (text, "%s%s/%s=%.*s", i ? " " : "", found->definition->id,
                              found->definition->version, (int) g_bytes_get_size (found->definition->bytes),
                              (const char *) g_bytes_get_data (found->definition->bytes, NULL));
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
newer_addition_takes_the_place_of_the_older_and_both_are_kept (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autoptr (EupStore) store = store_test_open (folder);
  g_autofree char *used = NULL;
  g_autofree char *kept = NULL;

  use (store, "town", "1.0", "a");
  use (store, "unit", "1.0", "b");
  use (store, "town", "1.1", "c");
  used = list_additions (store);
  kept = list_all (store);
  g_assert_cmpstr (used, ==, "town/1.1=c unit/1.0=b");
  g_assert_cmpstr (kept, ==, "addition/town/1.0 addition/unit/1.0 addition/town/1.1");
}

static void
addition_that_is_dropped_stays_for_the_cases_that_have_it (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autoptr (EupStore) store = store_test_open (folder);
  g_autoptr (GError) error = NULL;
  g_autofree char *used = NULL;
  g_autofree char *kept = NULL;

  use (store, "town", "1.0", "a");
  g_assert_true (drop (store, "town", NULL));
  used = list_additions (store);
  kept = list_all (store);
  g_assert_cmpstr (used, ==, "");
  g_assert_cmpstr (kept, ==, "addition/town/1.0");
  g_assert_false (drop (store, "town", &error));
  g_assert_error (error, EUP_STORE_ERROR, EUP_STORE_ERROR_NOT_FOUND);
}

static void
not_even_sql_changes_a_definition (void)
{
  static const char *const tries[] = {
    "UPDATE definitions SET bytes = x'00'",
    "UPDATE definitions SET version = '2.0'",
    "DELETE FROM definitions",
    "INSERT INTO definitions SELECT * FROM definitions",
    "REPLACE INTO definitions SELECT digest, kind, id, version, x'00' FROM definitions",
    "INSERT INTO definitions SELECT * FROM definitions WHERE true"
    " ON CONFLICT (digest) DO UPDATE SET bytes = x'00'",
  };
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autoptr (EupStore) store = store_test_open (folder);
  g_autoptr (EupStoreDatabase) database = eup_store_database_new (folder);
  g_autoptr (GError) error = NULL;

  put (store, "method", "m", "1.0", "one");
  eup_store_close (store);
  g_clear_object (&store);
  eup_store_database_open (database, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (tries); i++)
    {
      const char *sql = tries[i % G_N_ELEMENTS (tries)];

      if (i == G_N_ELEMENTS (tries))
        sqlite3_exec (database->sql, "PRAGMA recursive_triggers = OFF", NULL, NULL, NULL);
      g_test_message ("%s", sql);
      g_assert_cmpint (sqlite3_exec (database->sql, sql, NULL, NULL, NULL), ==, SQLITE_CONSTRAINT_TRIGGER);
    }
}

static void
check_finds_a_definition_that_was_changed (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autoptr (EupStore) store = store_test_open (folder);
  g_autoptr (EupStoreFindings) sound = NULL;
  g_autoptr (EupStoreFindings) changed = NULL;

  put (store, "method", "m", "1.0", "one");
  sound = store_test_check (store);
  g_assert_cmpuint (sound->problems->len, ==, 0);
  eup_store_close (store);
  g_clear_object (&store);
  store_test_exec (folder, "DROP TRIGGER definitions_update; UPDATE definitions SET bytes = x'00'");
  store = store_test_open (folder);
  changed = store_test_check (store);
  g_assert_cmpuint (changed->problems->len, ==, 1);
  g_assert_cmpstr (changed->problems->pdata[0], ==,
                   "The method “m” 1.0 was changed after cases were begun with it");
}

/* A data folder as a program of database version 1 left it: the sealed case "old" and the open case "new". */
static char *
folder_of_version_1 (void)
{
  char *folder = store_test_folder ();
  g_autoptr (GBytes) sql = g_resources_lookup_data ("/io/github/euphoria_care/Euphoria/sql/0001-first.sql",
                                                    G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GBytes) pdf = g_bytes_new_static ("%PDF", 4);
  g_autoptr (GBytes) twin = g_bytes_new_static ("{}", 2);
  g_autoptr (EupStoreRecord) record = eup_store_record_new ("D", pdf, twin, "2026-11-23T10:00:00+01:00");
  g_autofree char *digest = NULL;
  g_autofree char *rows = NULL;

  record->revision = 1;
  digest = eup_store_records_link ("", "old", record);
  rows = g_strdup_printf (
      "PRAGMA application_id = 0x45555048; PRAGMA user_version = 1;"
      "INSERT INTO cases VALUES ('old', '1', 'Elsa', 'meeting', '2027-01-01', 'Unit', '', 1, 1, '1 elsa', 0);"
      "INSERT INTO cases VALUES ('new', '2', 'Nils', 'meeting', NULL, 'Unit', '', 2, 2, '2 nils', 0);"
      "INSERT INTO journal VALUES (1, 'old', 'statement', 'q1', '\"yes\"', '');"
      "INSERT INTO journal VALUES (2, 'new', 'statement', 'q1', '\"no\"', '');"
      "INSERT INTO parts VALUES ('old', 'statement', 'q1', '\"yes\"', 1);"
      "INSERT INTO parts VALUES ('new', 'statement', 'q1', '\"no\"', 2);"
      "INSERT INTO records VALUES (1, 'old', 1, 'D', '2026-11-23T10:00:00+01:00',"
      " CAST ('%%PDF' AS BLOB), CAST ('{}' AS BLOB), '', '%s');"
      "UPDATE cases SET state = 'sealed' WHERE id = 'old';",
      digest);

  g_assert_true (eup_store_key_make (folder, NULL));
  store_test_exec (folder, g_bytes_get_data (sql, NULL));
  store_test_exec (folder, rows);
  return folder;
}

static void
database_of_version_1_is_whole_after_the_migration (void)
{
  g_autoptr (StoreTestFolder) folder = folder_of_version_1 ();
  g_autoptr (EupStore) store = store_test_open (folder);
  g_autoptr (EupStoreFindings) findings = store_test_check (store);
  g_autoptr (EupStoreRecord) record = store_test_record (store, "old", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *cases = store_test_list (store, NULL);
  g_autofree char *sealed = store_test_load (store, "old");
  g_autofree char *open = NULL;

  g_assert_cmpuint (findings->problems->len, ==, 0);
  g_assert_cmpuint (findings->n_records, ==, 1);
  g_assert_cmpstr (cases, ==, "new old");
  g_assert_cmpstr (sealed, ==, "statement/q1=\"yes\"");
  g_assert_cmpmem (g_bytes_get_data (record->pdf, NULL), g_bytes_get_size (record->pdf), "%PDF", 4);

  store_test_put (store, "new", "statement", "q1", "\"perhaps\"");
  open = store_test_load (store, "new");
  g_assert_cmpstr (open, ==, "statement/q1=\"perhaps\"");
  g_assert_false (store_test_try_put (store, "old", "statement", "q1", "\"no\"", &error));
  g_assert_error (error, EUP_STORE_ERROR, EUP_STORE_ERROR_SEALED);
}

static void
database_of_version_1_takes_what_the_migration_is_for (void)
{
  g_autoptr (StoreTestFolder) folder = folder_of_version_1 ();
  g_autoptr (EupStore) store = store_test_open (folder);
  g_autofree char *none = list_all (store);
  g_autofree char *one = NULL;
  g_autofree char *used = NULL;

  g_assert_cmpstr (none, ==, "");
  put (store, "method", "m", "1.0", "one");
  use (store, "town", "1.0", "a");
  one = list_all (store);
  used = list_additions (store);
  g_assert_cmpstr (one, ==, "method/m/1.0 addition/town/1.0");
  g_assert_cmpstr (used, ==, "town/1.0=a");
}

static void
copy_of_version_1_stands_beside (void)
{
  g_autoptr (StoreTestFolder) folder = folder_of_version_1 ();
  g_autoptr (EupStore) store = store_test_open (folder);
  g_autofree char *copies = g_build_filename (folder, "copies", NULL);
  g_autoptr (GDir) dir = g_dir_open (copies, 0, NULL);

  g_assert_nonnull (dir);
  g_assert_true (g_str_has_suffix (g_dir_read_name (dir), "-version-1.db"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/store-definitions/" #name, name)
  ADD (definition_comes_back_byte_for_byte);
  ADD (same_version_with_other_bytes_is_another_definition);
  ADD (what_is_not_there_is_left_out);
  ADD (newer_addition_takes_the_place_of_the_older_and_both_are_kept);
  ADD (addition_that_is_dropped_stays_for_the_cases_that_have_it);
  ADD (not_even_sql_changes_a_definition);
  ADD (check_finds_a_definition_that_was_changed);
  ADD (database_of_version_1_is_whole_after_the_migration);
  ADD (database_of_version_1_takes_what_the_migration_is_for);
  ADD (copy_of_version_1_stands_beside);
  return g_test_run ();
}
