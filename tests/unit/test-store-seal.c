#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "store-test.h"

#include "store/eup-store-database.h"

/* A store with the sealed cases c1 and c2 (a record each, c1 with a second revision) and the open case c3. */
static EupStore *
store_with_sealed_cases (const char *folder)
{
  EupStore *store = store_test_open (folder);
  g_autoptr (GBytes) pdf = g_bytes_new_static ("%PDF-1 signed", 13);
  g_autoptr (GBytes) twin = g_bytes_new_static ("{}", 2);
  g_autoptr (EupStoreRecord) record = eup_store_record_new ("DOC-1", pdf, twin, "2026-11-24T10:00:00+01:00");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;

  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("c%u", i);

      store_test_put (store, id, "statement", "q1", "\"no\"");
      store_test_put (store, id, "statement", "q1", "\"yes\"");
    }
  g_assert_true (store_test_seal (store, "c1", "%PDF-1", &error));
  g_assert_true (store_test_seal (store, "c2", "%PDF-2", &error));
  eup_store_append_record_async (store, "c1", record, NULL, store_test_cb, &slot);
  result = store_test_wait (&slot);
  g_assert_true (eup_store_append_record_finish (store, result, &error));
  g_assert_no_error (error);
  return store;
}

static void
record_comes_back_byte_for_byte (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autoptr (EupStore) store = store_test_open (folder);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) twin = g_bytes_new_static ("{\"a\":\"\\u0000å\"}\0\n", 18);
  g_autoptr (EupStoreRecord) record = NULL;
  g_autoptr (EupStoreRecord) found = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;
  gsize length = 3 * 1024 * 1024 + 1;
  guint8 *bytes = g_malloc (length);

  for (gsize i = 0; i < length; i++)
    bytes[i] = (guint8) (i * 7 + i / 251);
  pdf = g_bytes_new_take (bytes, length);
  record = eup_store_record_new ("DOC-1", pdf, twin, "2026-11-23T10:00:00+01:00");

  store_test_put (store, "c1", "statement", "q1", "\"yes\"");
  eup_store_seal_async (store, "c1", record, NULL, store_test_cb, &slot);
  result = store_test_wait (&slot);
  g_assert_true (eup_store_seal_finish (store, result, &error));
  eup_store_close (store);
  g_clear_object (&store);
  store = store_test_open (folder);

  found = store_test_record (store, "c1", &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (found->pdf, pdf));
  g_assert_true (g_bytes_equal (found->twin, twin));
  g_assert_cmpstr (found->document_id, ==, "DOC-1");
  g_assert_cmpstr (found->sealed, ==, "2026-11-23T10:00:00+01:00");
  g_assert_cmpuint (found->revision, ==, 1);
}

static void
further_revision_stands_beside_the_first (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autoptr (EupStore) store = store_with_sealed_cases (folder);
  g_autoptr (EupStoreRecord) latest = store_test_record (store, "c1", NULL);
  g_autoptr (EupStoreRecord) other = store_test_record (store, "c2", NULL);
  g_autoptr (EupStoreFindings) findings = store_test_check (store);

  g_assert_cmpuint (latest->revision, ==, 2);
  g_assert_cmpmem (g_bytes_get_data (latest->pdf, NULL), g_bytes_get_size (latest->pdf), "%PDF-1 signed", 13);
  g_assert_cmpuint (other->revision, ==, 1);
  g_assert_cmpuint (strlen (latest->digest), ==, 64);
  g_assert_cmpstr (latest->digest, !=, other->digest);
  g_assert_cmpuint (findings->n_cases, ==, 3);
  g_assert_cmpuint (findings->n_records, ==, 3);
  g_assert_cmpuint (findings->problems->len, ==, 0);
}

static void
unsealed_case_has_no_record_to_read_or_add_to (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autoptr (EupStore) store = store_with_sealed_cases (folder);
  g_autoptr (EupStoreRecord) sealed = store_test_record (store, "c1", NULL);
  g_autoptr (EupStoreRecord) none = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) reading = NULL;
  g_autoptr (GError) adding = NULL;
  GAsyncResult *slot = NULL;

  none = store_test_record (store, "c3", &reading);
  g_assert_null (none);
  g_assert_error (reading, EUP_STORE_ERROR, EUP_STORE_ERROR_NOT_FOUND);

  eup_store_append_record_async (store, "c3", sealed, NULL, store_test_cb, &slot);
  result = store_test_wait (&slot);
  g_assert_false (eup_store_append_record_finish (store, result, &adding));
  g_assert_error (adding, EUP_STORE_ERROR, EUP_STORE_ERROR_NOT_FOUND);
}

static void
nothing_of_a_sealed_case_can_be_changed (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autoptr (EupStore) store = store_with_sealed_cases (folder);
  g_autoptr (GError) putting = NULL;
  g_autoptr (GError) taking = NULL;
  g_autoptr (GError) sealing = NULL;
  g_autoptr (GError) removing = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *parts = NULL;
  GAsyncResult *slot = NULL;

  g_assert_false (store_test_try_put (store, "c1", "statement", "q1", "\"changed\"", &putting));
  g_assert_error (putting, EUP_STORE_ERROR, EUP_STORE_ERROR_SEALED);
  g_assert_false (store_test_try_put (store, "c1", "statement", "q1", NULL, &taking));
  g_assert_error (taking, EUP_STORE_ERROR, EUP_STORE_ERROR_SEALED);
  g_assert_false (store_test_seal (store, "c1", "%PDF-other", &sealing));
  g_assert_error (sealing, EUP_STORE_ERROR, EUP_STORE_ERROR_SEALED);
  eup_store_remove_case_async (store, "c1", NULL, store_test_cb, &slot);
  result = store_test_wait (&slot);
  g_assert_false (eup_store_remove_case_finish (store, result, &removing));
  g_assert_error (removing, EUP_STORE_ERROR, EUP_STORE_ERROR_SEALED);

  parts = store_test_load (store, "c1");
  g_assert_cmpstr (parts, ==, "statement/q1=\"yes\"");
}

static void
put_alone_does_not_seal (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autoptr (EupStore) store = store_with_sealed_cases (folder);
  static const char *const ids[] = { "c1", "c3", "c4" }; /* sealed, unsealed, not there yet */

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (EupStoreSummary) summary =
          eup_store_summary_new (ids[i], "", "", EUP_STORE_STATE_SEALED, NULL, "", NULL);
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      GAsyncResult *slot = NULL;

      eup_store_put_async (store, ids[i], NULL, summary, NULL, store_test_cb, &slot);
      result = store_test_wait (&slot);
      g_assert_false (eup_store_put_finish (store, result, &error));
      g_assert_error (error, EUP_STORE_ERROR, EUP_STORE_ERROR_SEALED);
    }
}

static void
follow_up_of_a_sealed_case_can_move (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autoptr (EupStore) store = store_with_sealed_cases (folder);
  g_autoptr (GAsyncResult) moved = NULL;
  g_autoptr (GAsyncResult) found = NULL;
  g_autoptr (EupStoreSummary) summary = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;

  eup_store_set_follow_up_async (store, "c1", "2027-02-01", "Unit 4", NULL, store_test_cb, &slot);
  moved = store_test_wait (&slot);
  g_assert_true (eup_store_set_follow_up_finish (store, moved, &error));
  eup_store_find_async (store, "c1", NULL, store_test_cb, &slot);
  found = store_test_wait (&slot);
  summary = eup_store_find_finish (store, found, &error);
  g_assert_cmpstr (summary->state, ==, EUP_STORE_STATE_SEALED);
  g_assert_cmpstr (summary->updated, ==, "2026-11-23T10:00:00+01:00");
  g_assert_cmpstr (summary->follow_up, ==, "2027-02-01");
  g_assert_cmpstr (summary->owner, ==, "Unit 4");
}

static void
not_even_sql_on_the_same_connection_changes_what_is_sealed (void)
{
  static const char *const tries[] = {
    "UPDATE parts SET json = '1' WHERE case_id = 'c1'",
    "UPDATE parts SET case_id = 'c3', id = 'q2' WHERE case_id = 'c1'",
    "UPDATE parts SET case_id = 'c1', id = 'q2' WHERE case_id = 'c3'",
    "UPDATE OR REPLACE parts SET case_id = 'c1' WHERE case_id = 'c3'",
    "DELETE FROM parts WHERE case_id = 'c1'",
    "DELETE FROM parts",
    "INSERT INTO parts VALUES ('c1', 'statement', 'q2', '1', 99)",
    "REPLACE INTO parts VALUES ('c1', 'statement', 'q1', '1', 99)",
    "INSERT INTO parts VALUES ('c1', 'statement', 'q1', '1', 1) ON CONFLICT DO UPDATE SET json = "
    "excluded.json",
    "INSERT INTO journal (case_id, kind, id, json, at) VALUES ('c1', 'statement', 'q1', '1', '')",
    "UPDATE journal SET json = '1' WHERE case_id = 'c3'",
    "DELETE FROM journal WHERE case_id = 'c3'",
    "REPLACE INTO journal (seq, case_id, kind, id, json, at) VALUES (5, 'c3', 'statement', 'q1', '1', '')",
    "UPDATE records SET pdf = x'00'",
    "UPDATE records SET seq = seq + 10",
    "DELETE FROM records",
    "REPLACE INTO records SELECT seq, case_id, revision, document_id, sealed, x'00', twin, previous, digest "
    "FROM records",
    "REPLACE INTO records SELECT 9, case_id, revision, document_id, sealed, x'00', twin, digest, digest FROM "
    "records",
    "INSERT INTO records VALUES (NULL, 'c3', 1, 'D', '', x'00', x'00', '', '')",
    "INSERT INTO records SELECT NULL, 'c1', 9, 'D', '', x'00', x'00', digest, '' FROM records WHERE seq = 3",
    "REPLACE INTO records SELECT 1, 'c3', 1, 'D', '', x'00', x'00', digest, '' FROM records WHERE seq = 3",
    "UPDATE cases SET state = 'meeting' WHERE id = 'c1'",
    "UPDATE cases SET alias = 'other' WHERE id = 'c1'",
    "UPDATE cases SET removed = 1 WHERE id = 'c1'",
    "UPDATE cases SET id = 'c9' WHERE id = 'c1'",
    "UPDATE cases SET state = 'sealed' WHERE id = 'c3'",
    "DELETE FROM cases",
    "REPLACE INTO cases SELECT id, number, alias, 'meeting', follow_up, owner, updated, updated_us, 99, "
    "searched, 0, NULL"
    " FROM cases WHERE id = 'c1'",
    "INSERT INTO cases VALUES ('c9', '', '', 'sealed', NULL, '', '', 1, 99, '', 0, NULL)",
  };
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autoptr (EupStore) store = store_with_sealed_cases (folder);
  g_autoptr (EupStoreDatabase) database = eup_store_database_new (folder);
  g_autoptr (EupStoreFindings) findings = NULL;
  g_autoptr (GError) error = NULL;

  eup_store_close (store);
  g_clear_object (&store);
  eup_store_database_open (database, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (tries); i++)
    {
      const char *sql = tries[i % G_N_ELEMENTS (tries)];

      /* The second time as another program would come, whose REPLACE meets no delete trigger. */
      if (i == G_N_ELEMENTS (tries))
        sqlite3_exec (database->sql, "PRAGMA recursive_triggers = OFF", NULL, NULL, NULL);
      g_test_message ("%s", sql);
      g_assert_cmpint (sqlite3_exec (database->sql, sql, NULL, NULL, NULL), ==, SQLITE_CONSTRAINT_TRIGGER);
    }
  eup_store_database_close (database);

  store = store_test_open (folder);
  findings = store_test_check (store);
  g_assert_cmpuint (findings->problems->len, ==, 0);
}

static void
check_finds_what_was_changed_past_the_triggers (void)
{
  static const struct
  {
    const char *change, *found;
  } cases[] = {
    { "UPDATE records SET pdf = CAST ('%PDF-x' AS BLOB) WHERE seq = 1", "Record 1 (case c1) was changed" },
    { "UPDATE records SET twin = CAST ('[]' AS BLOB) WHERE seq = 2", "Record 2 (case c2) was changed" },
    { "UPDATE records SET sealed = '2020-01-01' WHERE seq = 3", "Record 3 (case c1) was changed" },
    { "UPDATE records SET document_id = 'D' WHERE seq = 2", "Record 2 (case c2) was changed" },
    { "UPDATE records SET case_id = 'c3' WHERE seq = 2", "Record 2 (case c3) was changed" },
    { "UPDATE records SET revision = 5 WHERE seq = 2", "Record 2 (case c2) was changed" },
    { "UPDATE records SET digest = replace (digest, substr (digest, 1, 1), 'x') WHERE seq = 3",
      "Record 3 (case c1) was changed" },
    { "DELETE FROM records WHERE seq = 1", "Before record 2 (case c2) a record is missing" },
    { "DELETE FROM records WHERE seq = 2", "Before record 3 (case c1) a record is missing" },
    { "DELETE FROM records WHERE seq = 3", "3 records were sealed, but 2 are there" },
    { "DELETE FROM records", "3 records were sealed, but 0 are there" },
    { "DELETE FROM records WHERE seq > 1; UPDATE sqlite_sequence SET seq = 1 WHERE name = 'records'",
      "1 sealed cases have no record" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StoreTestFolder) folder = store_test_folder ();
      g_autoptr (EupStore) store = store_with_sealed_cases (folder);
      g_autoptr (EupStoreFindings) findings = NULL;
      g_autofree char *sql =
          g_strconcat ("DROP TRIGGER records_update; DROP TRIGGER records_delete;", cases[i].change, NULL);

      eup_store_close (store);
      g_clear_object (&store);
      store_test_exec (folder, sql);
      store = store_test_open (folder);
      findings = store_test_check (store);
      g_test_message ("%s", cases[i].change);
      g_assert_cmpuint (findings->problems->len, >, 0);
      g_assert_true (g_str_has_prefix (g_ptr_array_index (findings->problems, 0), cases[i].found));
    }
}

static void
check_finds_a_damaged_page (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autoptr (EupStore) store = store_with_sealed_cases (folder);
  g_autoptr (EupStoreFindings) findings = NULL;
  g_autoptr (EupStoreRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, EUP_STORE_DATABASE_FILE, NULL);
  g_autofree char *pdf = g_strnfill (1000000, 'p');
  int fd;

  g_assert_true (store_test_seal (store, "c3", pdf, &error));
  eup_store_close (store);
  g_clear_object (&store);
  fd = g_open (path, O_WRONLY | O_CLOEXEC);
  g_assert_cmpint (pwrite (fd, "damage", 6, 500000), ==, 6);
  close (fd);

  store = store_test_open (folder);
  findings = store_test_check (store);
  g_assert_cmpuint (findings->problems->len, >, 0);
  for (guint i = 0; i < findings->problems->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (findings->problems, i));
  record = store_test_record (store, "c3", &error);
  g_assert_null (record);
  g_assert_error (error, EUP_STORE_ERROR, EUP_STORE_ERROR_UNREADABLE);
}

static void
check_can_be_cancelled (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autoptr (EupStore) store = store_with_sealed_cases (folder);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (EupStoreFindings) findings = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;

  eup_store_check_async (store, cancellable, store_test_cb, &slot);
  g_cancellable_cancel (cancellable);
  result = store_test_wait (&slot);
  findings = eup_store_check_finish (store, result, &error);
  g_assert_null (findings);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/store-seal/" #name, name)
  ADD (record_comes_back_byte_for_byte);
  ADD (further_revision_stands_beside_the_first);
  ADD (unsealed_case_has_no_record_to_read_or_add_to);
  ADD (nothing_of_a_sealed_case_can_be_changed);
  ADD (put_alone_does_not_seal);
  ADD (follow_up_of_a_sealed_case_can_move);
  ADD (not_even_sql_on_the_same_connection_changes_what_is_sealed);
  ADD (check_finds_what_was_changed_past_the_triggers);
  ADD (check_finds_a_damaged_page);
  ADD (check_can_be_cancelled);
  return g_test_run ();
}
