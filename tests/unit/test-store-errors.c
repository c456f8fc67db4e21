#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "store-test.h"

#include "store/eup-store-database.h"
#include "store/eup-store-key.h"
#include "store/eup-store-query.h"

#define SECRET "Elsa-is-afraid-of-the-camera"

static void
assert_open_fails (const char *folder, EupStoreError code, const char *word)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EupStore) store = eup_store_open_sync (folder, &error);

  g_assert_null (store);
  g_assert_error (error, EUP_STORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, word));
}

static void
write_file (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
overwrite (const char *folder, const char *name, goffset at, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  int fd = g_open (path, O_WRONLY | O_CLOEXEC);

  g_assert_cmpint (pwrite (fd, text, strlen (text), at), ==, (int) strlen (text));
  close (fd);
}

static void
remove_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_remove (path), ==, 0);
}

static char *
read_file (const char *folder, const char *name, gsize *length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *contents;

  g_file_get_contents (path, &contents, length, &error);
  g_assert_no_error (error);
  return contents;
}

/* A closed store with one case in it. */
static char *
folder_with_a_case (void)
{
  char *folder = store_test_folder ();
  g_autoptr (EupStore) store = store_test_open (folder);

  store_test_put (store, "c1", "statement", "q1", "\"" SECRET "\"");
  return folder;
}

static void
assert_case_is_there (const char *folder)
{
  g_autoptr (EupStore) store = store_test_open (folder);
  g_autofree char *loaded = store_test_load (store, "c1");

  g_assert_cmpstr (loaded, ==, "statement/q1=\"" SECRET "\"");
}

static void
nothing_on_the_disk_can_be_read (void)
{
  static const char *const names[] = { "euphoria.db", "euphoria.db-wal" };
  static const char *const words[] = { SECRET, "SQLite format 3", "CREATE TABLE", "statement" };
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autoptr (EupStore) store = store_test_open (folder);

  store_test_put (store, "c1", "statement", "q1", "\"" SECRET "\"");
  for (guint round = 0; round < 2; round++) /* once in the write-ahead log, once in the database */
    {
      for (guint i = 0; i < G_N_ELEMENTS (names) - round; i++)
        {
          gsize length;
          g_autofree char *contents = read_file (folder, names[i], &length);

          g_assert_cmpuint (length, >, 4096);
          for (guint w = 0; w < G_N_ELEMENTS (words); w++)
            g_assert_null (memmem (contents, length, words[w], strlen (words[w])));
        }
      eup_store_close (store);
    }
}

static void
every_store_has_a_key_of_its_own (void)
{
  g_autoptr (StoreTestFolder) one = folder_with_a_case ();
  g_autoptr (StoreTestFolder) two = folder_with_a_case ();
  char *first = eup_store_key_read (one, NULL);
  char *second = eup_store_key_read (two, NULL);

  g_assert_cmpuint (strlen (first), ==, 64);
  g_assert_cmpstr (first, !=, second);
  eup_store_key_free (first);
  eup_store_key_free (second);
}

static void
existing_key_is_never_replaced (void)
{
  static const char *const keys[] = { "", "a note",
                                      "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (StoreTestFolder) folder = store_test_folder ();
      g_autofree char *after = NULL;

      write_file (folder, "key", keys[i]);
      g_assert_true (eup_store_key_make (folder, NULL));
      after = read_file (folder, "key", NULL);
      g_assert_cmpstr (after, ==, keys[i]);
    }
}

/* A key on a medium that is not plugged in, for one. */
static void
link_to_a_key_that_is_elsewhere_is_not_replaced (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autofree char *path = g_build_filename (folder, "key", NULL);
  g_autofree char *target = NULL;

  g_assert_cmpint (symlink ("elsewhere/key", path), ==, 0);
  assert_open_fails (folder, EUP_STORE_ERROR_UNREADABLE, path);
  target = g_file_read_link (path, NULL);
  g_assert_cmpstr (target, ==, "elsewhere/key");
}

static void
wrong_key_is_unreadable_and_harms_nothing (void)
{
  g_autoptr (StoreTestFolder) folder = folder_with_a_case ();
  g_autofree char *right = read_file (folder, "key", NULL);

  write_file (folder, "key", "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff\n");
  assert_open_fails (folder, EUP_STORE_ERROR_UNREADABLE, "key");
  write_file (folder, "key", right);
  assert_case_is_there (folder);
}

static void
missing_key_is_named_and_no_other_is_made (void)
{
  g_autoptr (StoreTestFolder) folder = folder_with_a_case ();
  g_autofree char *right = read_file (folder, "key", NULL);
  g_autofree char *path = g_build_filename (folder, "key", NULL);

  remove_file (folder, "key");
  assert_open_fails (folder, EUP_STORE_ERROR_UNREADABLE, path);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  write_file (folder, "key", right);
  assert_case_is_there (folder);
}

static void
file_that_is_no_key_is_unreadable (void)
{
  static const char *const keys[] = {
    "",
    "x'00'",
    "00112233445566778899aabbccddeeff00112233445566778899aabbccddeef",
    "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff00",
    "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeg\n",
    "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff'; DROP TABLE cases",
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (StoreTestFolder) folder = folder_with_a_case ();

      write_file (folder, "key", keys[i]);
      assert_open_fails (folder, EUP_STORE_ERROR_UNREADABLE, "not a key");
    }
}

static void
damaged_first_page_is_unreadable (void)
{
  static const goffset places[] = { 0, 20, 2000 };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (StoreTestFolder) folder = folder_with_a_case ();

      overwrite (folder, "euphoria.db", places[i], "damage");
      assert_open_fails (folder, EUP_STORE_ERROR_UNREADABLE, "damaged");
    }
}

static void
damaged_page_is_unreadable_when_it_is_read (void)
{
  g_autoptr (StoreTestFolder) folder = folder_with_a_case ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (EupStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  GAsyncResult *slot = NULL;
  gsize length;

  contents = read_file (folder, "euphoria.db", &length);
  for (goffset at = 4096 + 100; at < (goffset) length; at += 4096)
    overwrite (folder, "euphoria.db", at, "damage");

  store = eup_store_open_sync (folder, &error);
  if (store != NULL)
    {
      eup_store_load_async (store, "c1", NULL, store_test_cb, &slot);
      result = store_test_wait (&slot);
      parts = eup_store_load_finish (store, result, &error);
      g_assert_null (parts);
    }
  g_assert_error (error, EUP_STORE_ERROR, EUP_STORE_ERROR_UNREADABLE);
}

/* Copies the files of an open store, as a power cut would leave them, and changes a byte somewhere. */
static char *
damaged_copy (const char *folder)
{
  static const char *const names[] = { "key", "euphoria.db", "euphoria.db-wal" };
  char *copy = store_test_folder ();
  guint victim = (guint) g_test_rand_int_range (1, G_N_ELEMENTS (names));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gsize length;
      g_autofree char *contents = read_file (folder, names[i], &length);
      g_autofree char *path = g_build_filename (copy, names[i], NULL);

      if (i == victim)
        contents[g_test_rand_int_range (0, (int) length)] ^= (char) (1 << g_test_rand_int_range (0, 8));
      g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
    }
  return copy;
}

static void
damage_anywhere_is_an_error_or_harmless_and_never_other_words (void)
{
  g_autoptr (StoreTestFolder) folder = folder_with_a_case ();
  g_autoptr (EupStore) store = store_test_open (folder);
  guint n_found = 0;

  store_test_put (store, "c1", "statement", "q2", "\"in the write-ahead log\"");
  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (StoreTestFolder) copy = damaged_copy (folder);
      g_autoptr (GError) error = NULL;
      g_autoptr (EupStore) damaged = eup_store_open_sync (copy, &error);
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GPtrArray) parts = NULL;
      GAsyncResult *slot = NULL;

      if (damaged != NULL)
        {
          eup_store_load_async (damaged, "c1", NULL, store_test_cb, &slot);
          result = store_test_wait (&slot);
          parts = eup_store_load_finish (damaged, result, &error);
          eup_store_close (damaged);
        }
      if (parts == NULL)
        g_assert_error (error, EUP_STORE_ERROR, EUP_STORE_ERROR_UNREADABLE);
      for (guint p = 0; parts != NULL && p < parts->len; p++)
        g_assert_cmpstr (((EupStorePart *) g_ptr_array_index (parts, p))->json, ==,
                         p == 0 ? "\"" SECRET "\"" : "\"in the write-ahead log\"");
      n_found += parts == NULL;
    }
  g_assert_cmpuint (n_found, >, 0);
}

static void
emptied_or_vanished_database_is_not_taken_for_a_new_one (void)
{
  g_autoptr (StoreTestFolder) emptied = folder_with_a_case ();
  g_autoptr (StoreTestFolder) vanished = folder_with_a_case ();

  write_file (emptied, "euphoria.db", "");
  assert_open_fails (emptied, EUP_STORE_ERROR_UNREADABLE, "empty");

  remove_file (vanished, "euphoria.db");
  write_file (vanished, "euphoria.db-wal", "frames");
  assert_open_fails (vanished, EUP_STORE_ERROR_UNREADABLE, "missing");
}

static void
database_of_another_program_is_unreadable (void)
{
  g_autoptr (StoreTestFolder) plain = folder_with_a_case ();
  g_autoptr (StoreTestFolder) other = folder_with_a_case ();

  write_file (plain, "euphoria.db", "SQLite format 3");
  assert_open_fails (plain, EUP_STORE_ERROR_UNREADABLE, "not ours");

  store_test_exec (other, "PRAGMA application_id = 7");
  assert_open_fails (other, EUP_STORE_ERROR_UNREADABLE, "another program");
}

static void
newer_database_is_refused_and_left_alone (void)
{
  g_autoptr (StoreTestFolder) folder = folder_with_a_case ();

  store_test_exec (folder, "PRAGMA user_version = 9999");
  assert_open_fails (folder, EUP_STORE_ERROR_NEWER, "newer");
  store_test_exec (folder, "PRAGMA user_version = 4");
  assert_case_is_there (folder);
}

/* As a program of before the first migration would have left it. */
static char *
folder_of_version_0 (const char *sql)
{
  char *folder = store_test_folder ();
  g_autofree char *all = g_strconcat ("PRAGMA application_id = 0x45555048;", sql, NULL);

  g_assert_true (eup_store_key_make (folder, NULL));
  store_test_exec (folder, all);
  return folder;
}

static guint
count_copies (const char *folder, char **name)
{
  g_autofree char *copies = g_build_filename (folder, "copies", NULL);
  g_autoptr (GDir) dir = g_dir_open (copies, 0, NULL);
  const char *found;
  guint n = 0;

  while (dir != NULL && (found = g_dir_read_name (dir)) != NULL)
    {
      n++;
      g_free (*name);
      *name = g_build_filename (copies, found, NULL);
    }
  return n;
}

static void
dated_copy_stands_before_a_migration (void)
{
  g_autoptr (StoreTestFolder) folder =
      folder_of_version_0 ("CREATE TABLE old (word TEXT); INSERT INTO old VALUES ('x')");
  g_autoptr (StoreTestFolder) fresh = folder_with_a_case ();
  g_autoptr (EupStore) store = store_test_open (folder);
  g_autofree char *before = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *none = NULL;

  g_assert_cmpuint (count_copies (folder, &copy), ==, 1);
  g_assert_true (g_str_has_suffix (copy, "-version-0.db"));
  g_assert_cmpuint (count_copies (fresh, &none), ==, 0);
  store_test_put (store, "c1", "statement", "q1", "\"" SECRET "\"");
  eup_store_close (store);
  g_clear_object (&store);
  assert_case_is_there (folder);
  g_assert_cmpuint (count_copies (folder, &copy), ==, 1);

  /* The copy is what was there, readable with the same key. */
  remove_file (folder, "euphoria.db");
  before = g_build_filename (folder, "euphoria.db", NULL);
  g_assert_cmpint (g_rename (copy, before), ==, 0);
  store_test_exec (folder, "UPDATE old SET word = 'y'; PRAGMA integrity_check");
}

static void
migration_that_fails_changes_nothing (void)
{
  g_autoptr (StoreTestFolder) folder = folder_of_version_0 ("CREATE TABLE records (mine TEXT)");

  assert_open_fails (folder, EUP_STORE_ERROR_UNREADABLE, "records already exists");
  store_test_exec (folder, "INSERT INTO records (mine) VALUES ('still')");
  store_test_exec (folder,
                   "CREATE TABLE cases (unmade TEXT)"); /* the migration made this one before it failed */
}

static void
folder_that_cannot_be_made_or_written_is_full (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autofree char *under_a_file = g_build_filename (folder, "file", "data", NULL);
  g_autofree char *lock = g_build_filename (folder, "lock", NULL);

  write_file (folder, "file", "x");
  assert_open_fails (under_a_file, EUP_STORE_ERROR_FULL, under_a_file);
  g_assert_cmpint (g_mkdir (lock, 0700), ==, 0);
  assert_open_fails (folder, EUP_STORE_ERROR_FULL, lock);
}

static void
folder_that_is_open_is_in_use (void)
{
  g_autoptr (StoreTestFolder) folder = folder_with_a_case ();
  g_autoptr (EupStore) store = store_test_open (folder);
  g_autofree char *list = NULL;

  assert_open_fails (folder, EUP_STORE_ERROR_IN_USE, "another program");
  list = store_test_list (store, NULL);
  g_assert_cmpstr (list, ==, "c1");
  eup_store_close (store);
  g_clear_object (&store);
  assert_case_is_there (folder);
}

static void
error_of_opening_comes_through_the_callback (void)
{
  g_autoptr (StoreTestFolder) folder = folder_with_a_case ();
  g_autoptr (EupStore) store = store_test_open (folder);
  g_autoptr (EupStore) second = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;

  eup_store_open_async (folder, NULL, store_test_cb, &slot);
  result = store_test_wait (&slot);
  second = eup_store_open_finish (result, &error);
  g_assert_null (second);
  g_assert_error (error, EUP_STORE_ERROR, EUP_STORE_ERROR_IN_USE);
}

typedef void (*Ask) (EupStore *store, const char *case_id, GCancellable *, GAsyncReadyCallback, gpointer);
typedef gpointer (*Answer) (EupStore *store, GAsyncResult *result, GError **error);

static void
ask_to_set_follow_up (
    EupStore *store, const char *case_id, GCancellable *c, GAsyncReadyCallback cb, gpointer data)
{
  eup_store_set_follow_up_async (store, case_id, "2027-01-01", NULL, c, cb, data);
}

static gpointer
set_follow_up_answer (EupStore *store, GAsyncResult *result, GError **error)
{
  return GINT_TO_POINTER (eup_store_set_follow_up_finish (store, result, error));
}

static gpointer
remove_answer (EupStore *store, GAsyncResult *result, GError **error)
{
  return GINT_TO_POINTER (eup_store_remove_case_finish (store, result, error));
}

static gpointer
restore_answer (EupStore *store, GAsyncResult *result, GError **error)
{
  return GINT_TO_POINTER (eup_store_restore_case_finish (store, result, error));
}

static void
case_that_is_not_there_is_not_found (void)
{
  static const struct
  {
    Ask ask;
    Answer answer;
  } calls[] = {
    { eup_store_load_async, (Answer) eup_store_load_finish },
    { eup_store_history_async, (Answer) eup_store_history_finish },
    { eup_store_find_async, (Answer) eup_store_find_finish },
    { eup_store_record_async, (Answer) eup_store_record_finish },
    { eup_store_remove_case_async, remove_answer },
    { eup_store_restore_case_async, restore_answer },
    { ask_to_set_follow_up, set_follow_up_answer },
  };
  g_autoptr (StoreTestFolder) folder = folder_with_a_case ();
  g_autoptr (EupStore) store = store_test_open (folder);
  g_autoptr (GError) sealing = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      GAsyncResult *slot = NULL;

      calls[i].ask (store, "nobody", NULL, store_test_cb, &slot);
      result = store_test_wait (&slot);
      g_assert_null (calls[i].answer (store, result, &error));
      g_assert_error (error, EUP_STORE_ERROR, EUP_STORE_ERROR_NOT_FOUND);
    }

  g_assert_false (store_test_seal (store, "nobody", "%PDF", &sealing));
  g_assert_error (sealing, EUP_STORE_ERROR, EUP_STORE_ERROR_NOT_FOUND);
}

static void
connection_has_the_settings_that_durability_rests_on (void)
{
  static const char *const settings[][2] = {
    { "PRAGMA journal_mode", "wal" }, { "PRAGMA synchronous", "2" }, /* FULL */
    { "PRAGMA foreign_keys", "1" },   { "PRAGMA recursive_triggers", "1" },
    { "PRAGMA temp_store", "2" },     { "PRAGMA busy_timeout", "5000" }, /* MEMORY; milliseconds */
    { "PRAGMA trusted_schema", "0" }, { "PRAGMA application_id", "1163219016" },
    { "PRAGMA user_version", "4" },   { "PRAGMA integrity_check", "ok" },
  };
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autoptr (EupStoreDatabase) database = eup_store_database_new (folder);
  g_autoptr (GError) error = NULL;

  eup_store_database_open (database, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autoptr (EupStoreQuery) query = eup_store_query_new (database->sql, settings[i][0]);
      g_autofree char *found = NULL;

      g_assert_true (eup_store_query_next (query, &error));
      found = eup_store_query_get_text (query, 0);
      g_assert_cmpstr (found, ==, settings[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/store-errors/" #name, name)
  ADD (nothing_on_the_disk_can_be_read);
  ADD (connection_has_the_settings_that_durability_rests_on);
  ADD (every_store_has_a_key_of_its_own);
  ADD (existing_key_is_never_replaced);
  ADD (link_to_a_key_that_is_elsewhere_is_not_replaced);
  ADD (wrong_key_is_unreadable_and_harms_nothing);
  ADD (missing_key_is_named_and_no_other_is_made);
  ADD (file_that_is_no_key_is_unreadable);
  ADD (damaged_first_page_is_unreadable);
  ADD (damaged_page_is_unreadable_when_it_is_read);
  ADD (damage_anywhere_is_an_error_or_harmless_and_never_other_words);
  ADD (emptied_or_vanished_database_is_not_taken_for_a_new_one);
  ADD (database_of_another_program_is_unreadable);
  ADD (newer_database_is_refused_and_left_alone);
  ADD (dated_copy_stands_before_a_migration);
  ADD (migration_that_fails_changes_nothing);
  ADD (folder_that_cannot_be_made_or_written_is_full);
  ADD (folder_that_is_open_is_in_use);
  ADD (error_of_opening_comes_through_the_callback);
  ADD (case_that_is_not_there_is_not_found);
  return g_test_run ();
}
