/* Documents that follow a sealed record: drafts, the chain between them, and what the store refuses. */

#include "store-test.h"

#include "store/eup-store-database.h"
#include "util/eup-digest.h"

static EupStoreRecord *
make (const char *document_id, const char *pdf)
{
  g_autoptr (GBytes) bytes = g_bytes_new (pdf, strlen (pdf));
  g_autoptr (GBytes) twin = g_bytes_new_static ("{\"amendment\":{}}", 16);

  return eup_store_record_new (document_id, bytes, twin, "2026-12-03T10:00:00+01:00");
}

static gboolean
amend (EupStore *store,
       const char *document_id,
       const char *pdf,
       const char *previous,
       const char *file,
       GError **error)
{
  g_autoptr (EupStoreRecord) record = make (document_id, pdf);
  g_autoptr (GBytes) bytes = g_bytes_new (file, strlen (file));
  g_autofree char *digest = eup_digest_bytes (bytes);
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  eup_store_seal_amendment_async (store, "a", record, previous, digest, NULL, store_test_cb, &slot);
  result = store_test_wait (&slot);
  return eup_store_seal_amendment_finish (store, result, error);
}

static gboolean
append (EupStore *store, const char *document_id, const char *pdf, GError **error)
{
  g_autoptr (EupStoreRecord) record = make (document_id, pdf);
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  eup_store_append_record_async (store, "a", record, NULL, store_test_cb, &slot);
  result = store_test_wait (&slot);
  return eup_store_append_record_finish (store, result, error);
}

static gboolean
put_draft (EupStore *store, const char *case_id, const char *json, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  eup_store_put_draft_async (store, case_id, json, NULL, store_test_cb, &slot);
  result = store_test_wait (&slot);
  return eup_store_put_draft_finish (store, result, error);
}

static char *
draft (EupStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;
  char *text;

  eup_store_draft_async (store, "a", NULL, store_test_cb, &slot);
  result = store_test_wait (&slot);
  text = eup_store_draft_finish (store, result, &error);
  g_assert_no_error (error);
  return text;
}

/* Returns: (transfer full): "DOC-1 DOC-2<DOC-1", with a ! where the link does not hold */
static char *
documents (EupStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  GAsyncResult *slot = NULL;

  eup_store_documents_async (store, "a", NULL, store_test_cb, &slot);
  result = store_test_wait (&slot);
  list = eup_store_documents_finish (store, result, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++)
    {
      const EupStoreDocument *document = list->pdata[i];

      g_string_append_printf (text, "%s%s", i ? " " : "", document->document_id);
      if (document->previous_id != NULL)
        g_string_append_printf (text, "<%s", document->previous_id);
      g_string_append (text, document->holds ? "" : "!");
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
pdf_of (EupStore *store, const char *document_id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (EupStoreRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;

  eup_store_document_async (store, "a", document_id, NULL, store_test_cb, &slot);
  result = store_test_wait (&slot);
  record = eup_store_document_finish (store, result, &error);
  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (record->pdf, NULL), g_bytes_get_size (record->pdf));
}

static EupStore *
open_sealed (const char *folder)
{
  EupStore *store = store_test_open (folder);

  store_test_put (store, "a", "card", "a", "{}");
  g_assert_true (store_test_seal (store, "a", "%PDF one", NULL));
  return store;
}

static void
a_draft_is_one_a_case_and_stays_until_it_goes (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autoptr (EupStore) store = open_sealed (folder);
  g_autofree char *none = draft (store);
  g_autofree char *last = NULL, *kept = NULL, *gone = NULL;

  g_assert_cmpstr (none, ==, "");
  g_assert_true (put_draft (store, "a", "{\"reason\":\"a\"}", NULL));
  g_assert_true (put_draft (store, "a", "{\"reason\":\"ab\"}", NULL));
  last = draft (store);
  g_assert_cmpstr (last, ==, "{\"reason\":\"ab\"}");
  eup_store_close (store);
  g_clear_object (&store);
  store = store_test_open (folder);
  kept = draft (store);
  g_assert_cmpstr (kept, ==, "{\"reason\":\"ab\"}");
  g_assert_true (put_draft (store, "a", NULL, NULL));
  gone = draft (store);
  g_assert_cmpstr (gone, ==, "");
}

static void
only_a_sealed_case_is_amended (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autoptr (EupStore) store = store_test_open (folder);
  g_autoptr (GError) drafting = NULL, sealing = NULL, nobody = NULL;

  store_test_put (store, "a", "card", "a", "{}");
  g_assert_false (put_draft (store, "a", "{}", &drafting));
  g_assert_error (drafting, EUP_STORE_ERROR, EUP_STORE_ERROR_NOT_FOUND);
  g_assert_false (amend (store, "DOC-2", "%PDF two", "DOC-1", "%PDF one", &sealing));
  g_assert_error (sealing, EUP_STORE_ERROR, EUP_STORE_ERROR_NOT_FOUND);
  g_assert_false (put_draft (store, "nobody", "{}", &nobody));
  g_assert_error (nobody, EUP_STORE_ERROR, EUP_STORE_ERROR_NOT_FOUND);
}

static void
documents_follow_each_other_and_the_record_stays (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autoptr (EupStore) store = open_sealed (folder);
  g_autoptr (EupStoreRecord) record = NULL;
  g_autoptr (EupStoreFindings) findings = NULL;
  g_autofree char *list = NULL, *text = NULL, *pdf = NULL;

  g_assert_true (put_draft (store, "a", "{}", NULL));
  g_assert_true (amend (store, "DOC-2", "%PDF two", "DOC-1", "%PDF one", NULL));
  text = draft (store);
  g_assert_cmpstr (text, ==, "");
  g_assert_true (amend (store, "DOC-3", "%PDF three", "DOC-2", "%PDF two", NULL));
  list = documents (store);
  g_assert_cmpstr (list, ==, "DOC-1 DOC-2<DOC-1 DOC-3<DOC-2");
  record = store_test_record (store, "a", NULL);
  g_assert_cmpstr (record->document_id, ==, "DOC-1");
  g_assert_cmpmem (g_bytes_get_data (record->pdf, NULL), g_bytes_get_size (record->pdf), "%PDF one", 8);
  pdf = pdf_of (store, "DOC-2");
  g_assert_cmpstr (pdf, ==, "%PDF two");
  findings = store_test_check (store);
  g_assert_cmpuint (findings->problems->len, ==, 0);
  g_assert_cmpuint (findings->n_records, ==, 3);
}

static void
a_document_that_is_signed_again_after_it_was_amended_still_holds (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autoptr (EupStore) store = open_sealed (folder);
  g_autoptr (EupStoreFindings) findings = NULL;
  g_autofree char *list = NULL, *one = NULL, *two = NULL;

  g_assert_true (append (store, "DOC-1", "%PDF one signed", NULL));
  g_assert_true (amend (store, "DOC-2", "%PDF two", "DOC-1", "%PDF one signed", NULL));
  g_assert_true (append (store, "DOC-1", "%PDF one signed twice", NULL));
  g_assert_true (append (store, "DOC-2", "%PDF two signed", NULL));
  list = documents (store);
  g_assert_cmpstr (list, ==, "DOC-1 DOC-2<DOC-1");
  one = pdf_of (store, NULL);
  two = pdf_of (store, "DOC-2");
  g_assert_cmpstr (one, ==, "%PDF one signed twice");
  g_assert_cmpstr (two, ==, "%PDF two signed");
  findings = store_test_check (store);
  g_assert_cmpuint (findings->problems->len, ==, 0);
}

static void
what_was_overtaken_is_refused_and_nothing_is_written (void)
{
  static const char *const rows[][2] = {
    { "DOC-1", "%PDF one" },  /* somebody has amended it already */
    { "DOC-2", "%PDF two" },  /* somebody has signed it since */
    { "DOC-9", "%PDF nine" }, /* there is no such document */
  };
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autoptr (EupStore) store = open_sealed (folder);
  g_autofree char *list = NULL, *text = NULL;

  g_assert_true (amend (store, "DOC-2", "%PDF two", "DOC-1", "%PDF one", NULL));
  g_assert_true (append (store, "DOC-2", "%PDF two signed", NULL));
  g_assert_true (put_draft (store, "a", "{\"kind\":\"correction\"}", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (amend (store, "DOC-3", "%PDF three", rows[i][0], rows[i][1], &error));
      g_assert_error (error, EUP_STORE_ERROR, EUP_STORE_ERROR_OVERTAKEN);
    }
  list = documents (store);
  text = draft (store);
  g_assert_cmpstr (list, ==, "DOC-1 DOC-2<DOC-1");
  g_assert_cmpstr (text, ==, "{\"kind\":\"correction\"}");
}

static void
a_further_revision_is_one_of_a_document_that_is_there (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autoptr (EupStore) store = open_sealed (folder);
  g_autoptr (GError) error = NULL;

  g_assert_false (append (store, "DOC-2", "%PDF loose", &error));
  g_assert_error (error, EUP_STORE_ERROR, EUP_STORE_ERROR_NOT_FOUND);
}

static void
lists_tell_how_many_documents_follow (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autoptr (EupStore) store = open_sealed (folder);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (EupStoreSummary) summary = NULL;
  GAsyncResult *slot = NULL;

  g_assert_true (amend (store, "DOC-2", "%PDF two", "DOC-1", "%PDF one", NULL));
  g_assert_true (put_draft (store, "a", "{}", NULL));
  eup_store_find_async (store, "a", NULL, store_test_cb, &slot);
  result = store_test_wait (&slot);
  summary = eup_store_find_finish (store, result, NULL);
  g_assert_cmpuint (summary->amendments, ==, 1);
  g_assert_cmpstr (summary->amended, ==, "2026-12-03T10:00:00+01:00");
  g_assert_true (summary->drafting);
}

/* With the triggers out of the way somebody changes a file: sealing on it is refused, the check says it. */
static void
a_record_that_was_changed_in_the_store_is_not_amended (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autoptr (EupStore) store = open_sealed (folder);
  g_autoptr (GError) error = NULL;
  g_autofree char *list = NULL;

  eup_store_close (store);
  g_clear_object (&store);
  store_test_exec (folder, "DROP TRIGGER records_update; UPDATE records SET pdf = CAST ('%PDF 0ne' AS BLOB)");
  store = store_test_open (folder);
  g_assert_false (amend (store, "DOC-2", "%PDF two", "DOC-1", "%PDF 0ne", &error));
  g_assert_error (error, EUP_STORE_ERROR, EUP_STORE_ERROR_UNREADABLE);
  list = documents (store);
  g_assert_cmpstr (list, ==, "DOC-1");
}

static void
a_chain_with_a_wrong_digest_or_a_gap_is_found (void)
{
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autoptr (EupStore) store = open_sealed (folder);
  g_autoptr (EupStoreFindings) findings = NULL;
  g_autofree char *list = NULL;

  g_assert_true (amend (store, "DOC-2", "%PDF two", "DOC-1", "%PDF one", NULL));
  g_assert_true (amend (store, "DOC-3", "%PDF three", "DOC-2", "%PDF two", NULL));
  eup_store_close (store);
  g_clear_object (&store);
  store_test_exec (folder, "DROP TRIGGER amendments_update; DROP TRIGGER amendments_delete;"
                           "UPDATE amendments SET previous_digest = 'ff' WHERE number = 2;"
                           "DELETE FROM amendments WHERE number = 3");
  store = store_test_open (folder);
  findings = store_test_check (store);
  g_assert_cmpuint (findings->problems->len, ==, 2);
  g_assert_cmpstr (findings->problems->pdata[0], ==,
                   "The document DOC-2 (case a) follows another file than DOC-1 ever was");
  g_assert_cmpstr (findings->problems->pdata[1], ==,
                   "The document DOC-3 (case a) follows nothing that is told");
  list = documents (store);
  g_assert_nonnull (strstr (list, "DOC-2<DOC-1!"));
}

static void
what_is_written_once_can_not_be_changed (void)
{
  static const char *const tries[] = {
    "UPDATE amendments SET previous_id = 'x'",
    "DELETE FROM amendments",
    "INSERT OR REPLACE INTO amendments SELECT * FROM amendments",
    "INSERT INTO drafts VALUES ('b', '{}', '', '')",
    "UPDATE drafts SET case_id = 'b'",
  };
  g_autoptr (StoreTestFolder) folder = store_test_folder ();
  g_autoptr (EupStore) store = open_sealed (folder);
  sqlite3 *sql;

  store_test_put (store, "b", "card", "b", "{}");
  g_assert_true (amend (store, "DOC-2", "%PDF two", "DOC-1", "%PDF one", NULL));
  g_assert_true (put_draft (store, "a", "{}", NULL));
  eup_store_close (store);
  sql = store_test_sql (folder);
  for (guint i = 0; i < G_N_ELEMENTS (tries); i++)
    g_assert_cmpint (sqlite3_exec (sql, tries[i], NULL, NULL, NULL), !=, SQLITE_OK);
  sqlite3_close (sql);
}

#define ADD(name) g_test_add_func ("/store/amendments/" #name, name)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD (a_draft_is_one_a_case_and_stays_until_it_goes);
  ADD (only_a_sealed_case_is_amended);
  ADD (documents_follow_each_other_and_the_record_stays);
  ADD (a_document_that_is_signed_again_after_it_was_amended_still_holds);
  ADD (what_was_overtaken_is_refused_and_nothing_is_written);
  ADD (a_further_revision_is_one_of_a_document_that_is_there);
  ADD (lists_tell_how_many_documents_follow);
  ADD (a_record_that_was_changed_in_the_store_is_not_amended);
  ADD (a_chain_with_a_wrong_digest_or_a_gap_is_found);
  ADD (what_is_written_once_can_not_be_changed);

  return g_test_run ();
}
