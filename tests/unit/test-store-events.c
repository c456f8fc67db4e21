#include "store-test.h"

#include "store/eup-store-database.h"

static gboolean
add (EupStore *store, const char *case_id, const char *id, const char *follow_up, GError **error)
{
  g_autoptr (EupStorePart) event = eup_store_part_new ("withdrawal", id, "{\"to\":\"Mei\"}");
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  eup_store_add_event_async (store, case_id, event, follow_up, NULL, store_test_cb, &slot);
  result = store_test_wait (&slot);
  return eup_store_add_event_finish (store, result, error);
}

/* Returns: (transfer full): all events of a case as "kind/id kind/id" */
static char *
list (EupStore *store, const char *case_id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  GAsyncResult *slot = NULL;

  eup_store_events_async (store, case_id, NULL, store_test_cb, &slot);
  result = store_test_wait (&slot);
  events = eup_store_events_finish (store, result, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < events->len; i++)
    {
      const EupStoreChange *event = g_ptr_array_index (events, i);

      g_assert_cmpstr (event->json, ==, "{\"to\":\"Mei\"}");
      g_string_append_printf (text, "%s%s/%s", i ? " " : "", event->kind, event->id);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
follow_up_of (EupStore *store, const char *case_id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (EupStoreSummary) summary = NULL;
  GAsyncResult *slot = NULL;

  eup_store_find_async (store, case_id, NULL, store_test_cb, &slot);
  result = store_test_wait (&slot);
  summary = eup_store_find_finish (store, result, NULL);
  return g_strdup (summary->follow_up);
}

/* The sealed case c1 and the open case c2. */
static EupStore *
store_with_a_sealed_case (const char *folder)
{
  EupStore *store = store_test_open (folder);
  g_autoptr (GError) error = NULL;

  store_test_put (store, "c1", "statement", "q1", "\"yes\"");
  store_test_put (store, "c2", "statement", "q1", "\"yes\"");
  g_assert_true (store_test_seal (store, "c1", "%PDF-1", &error));
  g_assert_no_error (error);
  return store;
}

static void
event_is_kept_and_the_seal_stays (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autoptr (EupStore) store = store_with_a_sealed_case (folder);
  g_autoptr (EupStoreFindings) findings = NULL;
  g_autofree char *events = NULL;
  g_autofree char *parts = NULL;

  g_assert_true (add (store, "c1", "consent-1", NULL, NULL));
  g_assert_true (add (store, "c1", "consent-2", NULL, NULL));
  eup_store_close (store);
  g_clear_object (&store);
  store = store_test_open (folder);
  events = list (store, "c1");
  parts = store_test_load (store, "c1");
  findings = store_test_check (store);
  g_assert_cmpstr (events, ==, "withdrawal/consent-1 withdrawal/consent-2");
  g_assert_cmpstr (parts, ==, "statement/q1=\"yes\"");
  g_assert_cmpuint (findings->problems->len, ==, 0);
}

static void
follow_up_comes_sooner_but_never_later (void)
{
  static const struct
  {
    const char *date, *after;
  } steps[] = {
    { NULL, NULL },
    { "2027-03-01", "2027-03-01" },
    { "2027-02-01", "2027-02-01" },
    { "2027-02-15", "2027-02-01" },
    { NULL, "2027-02-01" },
  };
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autoptr (EupStore) store = store_with_a_sealed_case (folder);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *found = NULL;

      g_assert_true (add (store, "c1", "consent-1", steps[i].date, NULL));
      found = follow_up_of (store, "c1");
      g_assert_cmpstr (found, ==, steps[i].after);
    }
}

static void
open_or_missing_case_has_no_events (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autoptr (EupStore) store = store_with_a_sealed_case (folder);
  g_autoptr (GError) open = NULL;
  g_autoptr (GError) missing = NULL;
  g_autofree char *events = NULL;
  g_autofree char *follow_up = NULL;

  g_assert_false (add (store, "c2", "consent-1", "2027-02-01", &open));
  g_assert_error (open, EUP_STORE_ERROR, EUP_STORE_ERROR_NOT_FOUND);
  g_assert_false (add (store, "c9", "consent-1", NULL, &missing));
  g_assert_error (missing, EUP_STORE_ERROR, EUP_STORE_ERROR_NOT_FOUND);
  events = list (store, "c2");
  follow_up = follow_up_of (store, "c2");
  g_assert_cmpstr (events, ==, "");
  g_assert_null (follow_up);
}

static void
not_even_sql_changes_an_event (void)
{
  static const char *const tries[] = {
    "UPDATE events SET json = '1'",
    "DELETE FROM events",
    "REPLACE INTO events SELECT seq, case_id, kind, id, '1', at FROM events",
    "INSERT INTO events VALUES (NULL, 'c2', 'withdrawal', 'x', '1', '')",
    "INSERT INTO events VALUES (NULL, 'c9', 'withdrawal', 'x', '1', '')",
  };
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autoptr (EupStore) store = store_with_a_sealed_case (folder);
  g_autoptr (EupStoreDatabase) database = eup_store_database_new (folder);
  g_autoptr (GError) error = NULL;

  g_assert_true (add (store, "c1", "consent-1", NULL, NULL));
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

static gboolean
seal_and_begin (EupStore *store, const char *case_id, const char *next, const char *state, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("%PDF", 4);
  g_autoptr (EupStoreRecord) record = eup_store_record_new ("D", bytes, bytes, "2026-11-23T10:00:00+01:00");
  g_autoptr (EupStoreSummary) summary =
      eup_store_summary_new (next, "", "Elsa", state, "2026-12-07", "Unit", NULL);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_store_part_free);
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  g_ptr_array_add (parts, eup_store_part_new ("card", next, "{}"));
  eup_store_seal_and_begin_async (store, case_id, record, parts, summary, NULL, store_test_cb, &slot);
  result = store_test_wait (&slot);
  return eup_store_seal_and_begin_finish (store, result, error);
}

static void
seal_and_the_case_that_follows_come_together (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autoptr (EupStore) store = store_with_a_sealed_case (folder);
  g_autoptr (EupStoreRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;
  g_autofree char *parts = NULL;
  g_autofree char *follow_up = NULL;

  g_assert_true (seal_and_begin (store, "c2", "c3", EUP_STORE_STATE_PREPARING, &error));
  record = store_test_record (store, "c2", &error);
  g_assert_no_error (error);
  found = store_test_list (store, "elsa");
  parts = store_test_load (store, "c3");
  follow_up = follow_up_of (store, "c3");
  g_assert_cmpstr (found, ==, "c3");
  g_assert_cmpstr (parts, ==, "card/c3={}");
  g_assert_cmpstr (follow_up, ==, "2026-12-07");
}

static void
nothing_is_sealed_when_the_case_that_follows_cannot_be_begun (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autoptr (EupStore) store = store_with_a_sealed_case (folder);
  g_autoptr (EupStoreRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) none = NULL;

  g_assert_false (seal_and_begin (store, "c2", "c1", EUP_STORE_STATE_PREPARING, &error));
  g_assert_error (error, EUP_STORE_ERROR, EUP_STORE_ERROR_SEALED);
  record = store_test_record (store, "c2", &none);
  g_assert_error (none, EUP_STORE_ERROR, EUP_STORE_ERROR_NOT_FOUND);
  store_test_put (store, "c2", "statement", "q1", "\"still open\"");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/store-events/" #name, name)
  ADD (event_is_kept_and_the_seal_stays);
  ADD (follow_up_comes_sooner_but_never_later);
  ADD (open_or_missing_case_has_no_events);
  ADD (not_even_sql_changes_an_event);
  ADD (seal_and_the_case_that_follows_come_together);
  ADD (nothing_is_sealed_when_the_case_that_follows_cannot_be_begun);
  return g_test_run ();
}
