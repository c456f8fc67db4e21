#include <glib/gstdio.h>

#include "store-test.h"

static void
parts_come_back_by_kind_and_in_the_order_they_were_first_put (void)
{
  static const char *const steps[][3] = {
    { "statement", "q2", "\"b\"" }, { "person", "p1", "\"Elsa\"" }, { "statement", "q1", "\"a\"" },
    { "person", "p0", "\"Bo\"" },   { "statement", "q2", NULL },    { "statement", "q3", "\"c\"" },
    { "statement", "q2", "\"B\"" }, { "person", "p9", NULL },
  };
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autoptr (EupStore) store = store_test_open (folder);
  g_autofree char *now = NULL;
  g_autofree char *later = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    store_test_put (store, "c1", steps[i][0], steps[i][1], steps[i][2]);

  now = store_test_load (store, "c1");
  g_assert_cmpstr (
      now, ==,
      "person/p1=\"Elsa\" person/p0=\"Bo\" statement/q2=\"B\" statement/q1=\"a\" statement/q3=\"c\"");

  eup_store_close (store);
  g_clear_object (&store);
  store = store_test_open (folder);
  later = store_test_load (store, "c1");
  g_assert_cmpstr (later, ==, now);
}

static void
no_earlier_words_are_lost (void)
{
  static const char *const words[] = { "\"no\"", "\"perhaps\"", "\"perhaps\"", NULL, "\"yes\"" };
  static const char *const kept[] = { "\"no\"", "\"perhaps\"", NULL, "\"yes\"" };
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autoptr (EupStore) store = store_test_open (folder);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    store_test_put (store, "c1", "statement", "q1", words[i]);

  eup_store_history_async (store, "c1", NULL, store_test_cb, &slot);
  result = store_test_wait (&slot);
  changes = eup_store_history_finish (store, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (changes->len, ==, G_N_ELEMENTS (kept));
  for (guint i = 0; i < changes->len; i++)
    {
      EupStoreChange *change = g_ptr_array_index (changes, i);

      g_assert_cmpstr (change->json, ==, kept[i]);
      g_assert_cmpuint (strlen (change->at), ==, strlen ("2026-11-23T10:00:00+01:00"));
    }
}

static void
list_is_newest_first_and_found_by_alias_or_number (void)
{
  static const struct
  {
    const char *id, *number, *alias, *updated;
  } cases[] = {
    { "old", "2026-001", "Åsa B", "2026-11-01T10:00:00+01:00" },
    { "east", "2026-003", "王 100%", "2026-11-03T10:00:00+08:00" },
    { "west", "2026-002", "ELSA", "2026-11-03T09:00:00+01:00" }, /* later than the one in the east */
  };
  static const char *const searches[][2] = {
    { NULL, "west east old" }, { "", "west east old" },        { " åsa ", "old" }, { "elsa", "west" },
    { "王", "east" },          { "2026-00", "west east old" }, { "%", "east" },    { "_", "" },
    { "a\xcc\x8asa", "old" },
  };
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autoptr (EupStore) store = store_test_open (folder);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (EupStoreSummary) summary =
          eup_store_summary_new (cases[i].id, cases[i].number, cases[i].alias, EUP_STORE_STATE_MEETING,
                                 "2027-01-01", "Unit 4", cases[i].updated);

      store_test_put_summary (store, summary);
    }

  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autofree char *found = store_test_list (store, searches[i][0]);

      g_assert_cmpstr (found, ==, searches[i][1]);
    }
}

static EupStoreSummary *
find (EupStore *store, const char *case_id, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  eup_store_find_async (store, case_id, NULL, store_test_cb, &slot);
  result = store_test_wait (&slot);
  return eup_store_find_finish (store, result, error);
}

static void
summary_comes_back_and_stays_when_only_parts_are_put (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autoptr (EupStore) store = store_test_open (folder);
  g_autoptr (EupStoreSummary) summary = eup_store_summary_new (
      "c1", "7", "E", EUP_STORE_STATE_MEETING, "2027-01-01", "Unit 4", "2026-11-03T10:00:00+08:00");
  g_autoptr (EupStoreSummary) found = NULL;
  g_autoptr (EupStoreSummary) after = NULL;
  g_autoptr (EupStoreSummary) bare = NULL;

  store_test_put_summary (store, summary);
  found = find (store, "c1", NULL);
  g_assert_cmpstr (found->number, ==, "7");
  g_assert_cmpstr (found->alias, ==, "E");
  g_assert_cmpstr (found->state, ==, "meeting");
  g_assert_cmpstr (found->follow_up, ==, "2027-01-01");
  g_assert_cmpstr (found->owner, ==, "Unit 4");
  g_assert_cmpstr (found->updated, ==, "2026-11-03T10:00:00+08:00");

  store_test_put (store, "c1", "statement", "q1", "\"a\"");
  after = find (store, "c1", NULL);
  g_assert_cmpstr (after->number, ==, "7");
  g_assert_cmpstr (after->alias, ==, "E");
  g_assert_cmpstr (after->state, ==, "meeting");
  g_assert_cmpstr (after->follow_up, ==, "2027-01-01");
  g_assert_cmpstr (after->owner, ==, "Unit 4");
  g_assert_cmpstr (after->updated, !=, found->updated);

  store_test_put (store, "c2", "statement", "q1", "\"a\"");
  bare = find (store, "c2", NULL);
  g_assert_cmpstr (bare->number, ==, "");
  g_assert_cmpstr (bare->state, ==, "preparing");
  g_assert_null (bare->follow_up);
}

static void
removed_case_leaves_the_list_and_comes_back_whole (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autoptr (EupStore) store = store_test_open (folder);
  g_autoptr (GAsyncResult) removed = NULL;
  g_autoptr (GAsyncResult) listed = NULL;
  g_autoptr (GAsyncResult) restored = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *without = NULL;
  g_autofree char *with = NULL;
  g_autofree char *parts = NULL;
  GAsyncResult *slot = NULL;

  store_test_put (store, "c1", "statement", "q1", "\"a\"");
  eup_store_remove_case_async (store, "c1", NULL, store_test_cb, &slot);
  removed = store_test_wait (&slot);
  g_assert_true (eup_store_remove_case_finish (store, removed, &error));
  without = store_test_list (store, NULL);
  g_assert_cmpstr (without, ==, "");

  eup_store_list_removed_async (store, NULL, store_test_cb, &slot);
  listed = store_test_wait (&slot);
  list = eup_store_list_removed_finish (store, listed, &error);
  g_assert_cmpuint (list->len, ==, 1);

  eup_store_restore_case_async (store, "c1", NULL, store_test_cb, &slot);
  restored = store_test_wait (&slot);
  g_assert_true (eup_store_restore_case_finish (store, restored, &error));
  with = store_test_list (store, NULL);
  parts = store_test_load (store, "c1");
  g_assert_cmpstr (with, ==, "c1");
  g_assert_cmpstr (parts, ==, "statement/q1=\"a\"");
}

static void
count_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  guint *n_done = data;

  eup_store_put_finish (EUP_STORE (source), result, &error);
  g_assert_no_error (error);
  (*n_done)++;
}

static void
closing_does_what_is_queued_and_frees_the_folder (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autoptr (EupStore) store = store_test_open (folder);
  g_autoptr (EupStore) again = NULL;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_store_part_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *loaded = NULL;
  guint n_done = 0;

  g_ptr_array_add (parts, eup_store_part_new ("statement", "q1", NULL));
  for (guint i = 0; i < 50; i++)
    {
      EupStorePart *part = g_ptr_array_index (parts, 0);

      g_free (part->json);
      part->json = g_strdup_printf ("%u", i);
      eup_store_put_async (store, "c1", parts, NULL, NULL, count_cb, &n_done);
    }
  eup_store_close (store);
  g_assert_cmpuint (n_done, ==, 0);

  again = store_test_open (folder);
  loaded = store_test_load (again, "c1");
  g_assert_cmpstr (loaded, ==, "statement/q1=49");
  while (n_done < 50)
    g_main_context_iteration (NULL, TRUE);

  g_assert_false (store_test_try_put (store, "c1", "statement", "q1", "50", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
}

static void
put_that_was_cancelled_before_its_turn_writes_nothing (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autoptr (EupStore) store = store_test_open (folder);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_store_part_free);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *list = NULL;
  GAsyncResult *slot = NULL;

  g_ptr_array_add (parts, eup_store_part_new ("statement", "q1", "1"));
  g_cancellable_cancel (cancellable);
  eup_store_put_async (store, "c1", parts, NULL, cancellable, store_test_cb, &slot);
  result = store_test_wait (&slot);
  g_assert_false (eup_store_put_finish (store, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  list = store_test_list (store, NULL);
  g_assert_cmpstr (list, ==, "");
}

static void
put_that_was_cancelled_after_its_turn_says_that_it_is_written (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autoptr (EupStore) store = store_test_open (folder);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_store_part_free);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;

  g_ptr_array_add (parts, eup_store_part_new ("statement", "q1", "1"));
  eup_store_put_async (store, "c1", parts, NULL, cancellable, store_test_cb, &slot);
  eup_store_flush_sync (store);
  g_cancellable_cancel (cancellable);
  result = store_test_wait (&slot);
  g_assert_true (eup_store_put_finish (store, result, &error));
  g_assert_no_error (error);
}

static void
store_opens_without_blocking_and_is_for_its_owner_only (void)
{
  static const char *const files[] = { "key", "euphoria.db", "euphoria.db-wal", "lock" };
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autofree char *data = g_build_filename (folder, "new", "data", NULL);
  g_autoptr (EupStore) store = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;
  GStatBuf status;

  eup_store_open_async (data, NULL, store_test_cb, &slot);
  result = store_test_wait (&slot);
  store = eup_store_open_finish (result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (eup_store_get_folder (store), ==, data);
  store_test_put (store, "c1", "statement", "q1", "1");

  g_assert_cmpint (g_stat (data, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (data, files[i], NULL);

      g_assert_cmpint (g_stat (path, &status), ==, 0);
      g_assert_cmpint (status.st_mode & 0777, ==, 0600);
    }
}

static void
list_of_a_thousand_cases_takes_less_than_a_tenth_of_a_second (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autoptr (EupStore) store = store_test_open (folder);
  g_autofree char *found = NULL;
  gint64 start;

  eup_store_close (store);
  store_test_exec (folder, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)"
                           " INSERT INTO cases SELECT 'c' || i, i, 'Elsa', 'meeting', NULL, '', '2026', i, i,"
                           " i || char (10) || 'elsa', 0, NULL FROM n");
  g_object_unref (store);
  store = store_test_open (folder);

  start = g_get_monotonic_time ();
  found = store_test_list (store, "elsa");
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC / 10);
  g_assert_true (g_str_has_prefix (found, "c1000 c999 "));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/store/" #name, name)
  ADD (parts_come_back_by_kind_and_in_the_order_they_were_first_put);
  ADD (no_earlier_words_are_lost);
  ADD (list_is_newest_first_and_found_by_alias_or_number);
  ADD (summary_comes_back_and_stays_when_only_parts_are_put);
  ADD (removed_case_leaves_the_list_and_comes_back_whole);
  ADD (closing_does_what_is_queued_and_frees_the_folder);
  ADD (put_that_was_cancelled_before_its_turn_writes_nothing);
  ADD (put_that_was_cancelled_after_its_turn_says_that_it_is_written);
  ADD (store_opens_without_blocking_and_is_for_its_owner_only);
  ADD (list_of_a_thousand_cases_takes_less_than_a_tenth_of_a_second);
  return g_test_run ();
}
