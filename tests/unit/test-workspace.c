#include "case-test.h"

#include <string.h>

#include <glib/gstdio.h>

#include "util/eup-file.h"

/* A file in the workspace's folder. */
static char *
write_file (CaseTest *self, const char *name, const char *text)
{
  char *path = g_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

/* The addition that comes with the program, with @with in the place of the first @find. */
static char *
changed_addition (CaseTest *self, const char *name, const char *find, const char *with)
{
  g_autofree char *path = case_test_addition_path ();
  g_autofree char *text = NULL;
  g_autofree char *changed = NULL;
  const char *place;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  place = strstr (text, find);
  g_assert_nonnull (place);
  changed = g_strdup_printf ("%.*s%s%s", (int) (place - text), text, with, place + strlen (find));
  return write_file (self, name, changed);
}

static gboolean
asks_the_way (const EupModel *model)
{
  return eup_method_find_question (model->method, "bjorkdalen-way") != NULL;
}

static guint
n_lines (const char *text)
{
  guint n = 1;

  for (const char *c = text; *c != '\0'; c++)
    n += *c == '\n';
  return n;
}

static void
new_case_names_all_that_it_is_made_with (CaseTest *self, gconstpointer data)
{
  g_autofree char *path = case_test_addition_path ();
  g_autoptr (EupCase) kase = NULL;
  const EupAssessment *assessment;
  const EupModel *model;

  g_assert_true (case_test_add_addition (self, path, NULL));
  kase = eup_workspace_new_case (self->workspace, "sv");
  assessment = eup_case_get_assessment (kase);
  model = eup_case_get_model (kase);
  g_assert_cmpstr (assessment->method->digest, ==, eup_method_get_digest (model->method));
  g_assert_cmpstr (assessment->catalogue->digest, ==, eup_catalogue_get_digest (model->catalogue));
  g_assert_cmpstr (assessment->rules->digest, ==, eup_rule_pack_get_digest (model->rules));
  g_assert_cmpuint (assessment->additions->len, ==, 1);
  g_assert_cmpstr (((EupPin *) assessment->additions->pdata[0])->id, ==, "bjorkdalen");
  g_assert_cmpstr (((EupPin *) assessment->additions->pdata[0])->digest, ==,
                   ((EupAdditionPin *) model->additions->pdata[0])->digest);
  g_assert_true (case_test_flush (self, kase, NULL));
}

static void
country_follows_the_locale (CaseTest *self, gconstpointer data)
{
  static const char *const locales[][2] = {
    { "zh_CN", "CN" }, { "zh_CN.UTF-8", "CN" }, { "sv_SE.UTF-8", "SE" }, { "en_GB", "SE" },
    { "zh_TW", "SE" }, { "C", "SE" },           { NULL, "SE" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    g_assert_cmpstr (eup_workspace_country_of_locale (locales[i][0]), ==, locales[i][1]);
}

static void
new_case_gets_the_rules_that_were_chosen (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) chinese = NULL;

  g_assert_cmpstr (eup_workspace_get_country (self->workspace), ==, "SE");
  eup_workspace_set_country (self->workspace, "XX");
  g_assert_cmpstr (eup_workspace_get_country (self->workspace), ==, "SE");
  eup_workspace_set_country (self->workspace, "CN");
  chinese = eup_workspace_new_case (self->workspace, "zh");
  g_assert_cmpstr (eup_case_get_assessment (chinese)->rules->id, ==, "cn");
  g_assert_null (eup_workspace_get_model_for (self->workspace, "XX"));
  g_assert_cmpstr (eup_rule_pack_get_country (eup_workspace_get_model_for (self->workspace, "SE")->rules), ==,
                   "SE");
  g_assert_true (case_test_flush (self, chinese, NULL));
}

static void
addition_is_used_in_every_country_and_the_next_time (CaseTest *self, gconstpointer data)
{
  g_autofree char *path = case_test_addition_path ();
  g_autoptr (GError) error = NULL;
  const EupAdditionPin *pin;

  g_assert_true (case_test_add_addition (self, path, &error));
  g_assert_no_error (error);
  case_test_begin_again (self);
  g_assert_true (asks_the_way (eup_workspace_get_model_for (self->workspace, "SE")));
  g_assert_true (asks_the_way (eup_workspace_get_model_for (self->workspace, "CN")));
  g_assert_cmpuint (eup_workspace_get_additions (self->workspace)->len, ==, 1);
  pin = eup_workspace_get_additions (self->workspace)->pdata[0];
  g_assert_cmpstr (pin->version, ==, "1.0");
  g_assert_cmpstr (eup_text_get (pin->title, "sv"), ==, "Björkdalens tillägg");
  g_assert_null (eup_workspace_get_addition_problem (self->workspace, "bjorkdalen"));
}

static void
newer_version_of_an_addition_takes_its_place (CaseTest *self, gconstpointer data)
{
  g_autofree char *path = case_test_addition_path ();
  g_autofree char *newer = changed_addition (self, "b.json", "\"version\": \"1.0\"", "\"version\": \"1.1\"");
  g_autoptr (EupCase) kase = NULL;
  g_autoptr (EupModel) model = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (case_test_add_addition (self, path, NULL));
  kase = eup_workspace_new_case (self->workspace, "sv");
  g_assert_true (case_test_add_addition (self, newer, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (eup_workspace_get_additions (self->workspace)->len, ==, 1);
  g_assert_cmpstr (((EupAdditionPin *) eup_workspace_get_additions (self->workspace)->pdata[0])->version, ==,
                   "1.1");
  model = eup_workspace_newer_model (self->workspace, kase);
  g_assert_nonnull (model);
  g_assert_cmpstr (((EupPin *) eup_case_get_assessment (kase)->additions->pdata[0])->version, ==, "1.0");
  g_assert_true (case_test_flush (self, kase, NULL));
}

static void
removed_addition_stays_in_the_cases_that_have_it (CaseTest *self, gconstpointer data)
{
  g_autofree char *path = case_test_addition_path ();
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (EupCase) before = NULL;
  g_autoptr (EupCase) after = NULL;
  g_autoptr (EupModel) none = NULL;

  g_assert_true (case_test_add_addition (self, path, NULL));
  {
    g_autoptr (EupCase) kase = eup_workspace_new_case (self->workspace, "sv");

    id = g_strdup (eup_case_get_id (kase));
    g_assert_true (case_test_flush (self, kase, NULL));
  }
  g_assert_true (case_test_remove_addition (self, "bjorkdalen", &error));
  g_assert_no_error (error);
  case_test_begin_again (self);
  after = eup_workspace_new_case (self->workspace, "sv");
  before = case_test_open (self, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (eup_workspace_get_additions (self->workspace)->len, ==, 0);
  g_assert_false (asks_the_way (eup_case_get_model (after)));
  g_assert_true (asks_the_way (eup_case_get_model (before)));
  none = eup_workspace_newer_model (self->workspace, before); /* what is no longer used is nothing new */
  g_assert_null (none);
  g_assert_false (case_test_remove_addition (self, "bjorkdalen", &error));
  g_assert_error (error, EUP_STORE_ERROR, EUP_STORE_ERROR_NOT_FOUND);
  g_assert_true (case_test_flush (self, after, NULL));
}

/* In the middle of a meeting: what it asks is kept with the case, not read from the file again. */
static void
file_of_an_addition_that_is_deleted_is_not_missed (CaseTest *self, gconstpointer data)
{
  g_autofree char *path = changed_addition (self, "b.json", "\"version\": \"1.0\"", "\"version\": \"1.2\"");
  g_autofree char *id = NULL;
  g_autoptr (EupCase) again = NULL;
  g_autoptr (GError) error = NULL;
  const EupStatement *said;

  g_assert_true (case_test_add_addition (self, path, &error));
  g_assert_no_error (error);
  {
    g_autoptr (EupCase) kase = eup_workspace_new_case (self->workspace, "sv");
    EupStatement *statement;

    id = g_strdup (eup_case_get_id (kase));
    g_assert_cmpint (g_unlink (path), ==, 0);
    g_assert_true (asks_the_way (eup_case_get_model (kase)));
    statement = eup_case_edit_statement (kase, "bjorkdalen-way", NULL);
    g_set_str (&statement->words, "Förbi bageriet.");
    eup_case_put (kase, EUP_PART_STATEMENT, statement);
    g_assert_true (case_test_flush (self, kase, &error));
    g_assert_no_error (error);
  }
  case_test_begin_again (self);
  again = case_test_open (self, id, &error);
  g_assert_no_error (error);
  g_assert_true (asks_the_way (eup_case_get_model (again)));
  g_assert_cmpuint (eup_case_get_assessment (again)->statements->len, ==, 1);
  said = eup_case_get_assessment (again)->statements->pdata[0];
  g_assert_cmpstr (said->words, ==, "Förbi bageriet.");
  g_assert_true (asks_the_way (eup_workspace_get_model_for (self->workspace, "SE")));
}

static void
added_addition_is_something_new_for_open_cases (CaseTest *self, gconstpointer data)
{
  g_autofree char *path = case_test_addition_path ();
  g_autoptr (EupCase) kase = eup_workspace_new_case (self->workspace, "sv");
  g_autoptr (EupModel) none = eup_workspace_newer_model (self->workspace, kase);
  g_autoptr (EupModel) newer = NULL;

  g_assert_null (none);
  g_assert_true (case_test_add_addition (self, path, NULL));
  newer = eup_workspace_newer_model (self->workspace, kase);
  g_assert_true (asks_the_way (newer));
  g_assert_true (eup_case_take_over (kase, newer, NULL));
  g_assert_cmpuint (eup_case_get_assessment (kase)->additions->len, ==, 1);
  eup_case_undo (kase);
  g_assert_cmpuint (eup_case_get_assessment (kase)->additions->len, ==, 0);
  g_assert_true (case_test_flush (self, kase, NULL));
}

static void
wrong_addition_tells_all_that_is_wrong_and_changes_nothing (CaseTest *self, gconstpointer data)
{
  g_autofree char *path =
      changed_addition (self, "wrong.json", "\"removes\": [\"g19\"]", "\"removes\": [\"g3\", \"g99\"]");
  g_autoptr (GError) error = NULL;

  g_assert_false (case_test_add_addition (self, path, &error));
  g_assert_error (error, EUP_DATA_ERROR, EUP_DATA_ERROR_INVALID);
  g_test_message ("%s", error->message);
  g_assert_cmpuint (n_lines (error->message), ==, 2);
  g_assert_true (g_str_has_prefix (error->message, "wrong.json: $.removes[0]"));
  g_assert_nonnull (strstr (error->message, "\nwrong.json: $.removes[1]"));
  g_assert_cmpuint (eup_workspace_get_additions (self->workspace)->len, ==, 0);
  case_test_begin_again (self);
  g_assert_cmpuint (eup_workspace_get_additions (self->workspace)->len, ==, 0);
}

static void
additions_that_meet_are_told_with_both_places (CaseTest *self, gconstpointer data)
{
  g_autofree char *path = case_test_addition_path ();
  g_autofree char *other =
      changed_addition (self, "other.json", "\"id\": \"bjorkdalen\"", "\"id\": \"annan\"");
  g_autoptr (GError) error = NULL;

  g_assert_true (case_test_add_addition (self, path, NULL));
  g_assert_false (case_test_add_addition (self, other, &error));
  g_assert_error (error, EUP_DATA_ERROR, EUP_DATA_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "other.json"));
  g_assert_nonnull (strstr (error->message, "bjorkdalen.json"));
  g_assert_cmpuint (eup_workspace_get_additions (self->workspace)->len, ==, 1);
}

static void
file_that_is_no_addition_is_an_error (CaseTest *self, gconstpointer data)
{
  static const char *const texts[] = { "", "[]", "{}", "{\"kind\":\"method\"}", "\"x\"", "{" };
  g_autofree char *missing = g_build_filename (self->folder, "missing.json", NULL);
  g_autoptr (GError) gone = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = write_file (self, "x.json", texts[i]);
      g_autoptr (GError) error = NULL;

      g_assert_false (case_test_add_addition (self, path, &error));
      g_assert_cmpstr (g_quark_to_string (error->domain), ==, g_quark_to_string (EUP_DATA_ERROR));
      g_assert_nonnull (strstr (error->message, "x.json"));
    }
  g_assert_false (case_test_add_addition (self, missing, &gone));
  g_assert_error (gone, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* As when a newer program ships a method that an addition in use was not written for. */
static void
addition_that_no_longer_fits_is_left_out_and_told (CaseTest *self, gconstpointer data)
{
  EupStore *store = eup_workspace_get_store (self->workspace);
  g_autofree char *path =
      changed_addition (self, "old.json", "\"version\": \"1.0\" }", "\"version\": \"0.5\" }");
  g_autofree char *text = NULL;
  g_autofree char *good = case_test_addition_path ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (EupStoreDefinition) definition = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  bytes = g_bytes_new (text, strlen (text));
  definition = eup_store_definition_new (EUP_STORE_DEFINITION_ADDITION, "bjorkdalen", "1.0", bytes);
  eup_store_use_addition_async (store, definition, "old.json", NULL, case_test_result_cb, self);
  result = case_test_wait (self);
  g_assert_true (eup_store_use_addition_finish (store, result, NULL));
  case_test_begin_again (self);
  g_assert_cmpuint (eup_workspace_get_additions (self->workspace)->len, ==, 1);
  g_assert_nonnull (
      strstr (eup_workspace_get_addition_problem (self->workspace, "bjorkdalen"), "old.json: $.on.version"));
  g_assert_false (asks_the_way (eup_workspace_get_model (self->workspace)));

  g_assert_true (case_test_add_addition (self, good, &error));
  g_assert_no_error (error);
  g_assert_null (eup_workspace_get_addition_problem (self->workspace, "bjorkdalen"));
  g_assert_true (asks_the_way (eup_workspace_get_model (self->workspace)));
}

static void
imported_case_is_pinned_and_open (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupStoreSummary) summary = NULL;
  g_autoptr (GError) error = NULL;
  EupAssessment *assessment = case_test_file ("gps-alarm.json");
  g_autoptr (EupCase) kase = NULL;

  g_set_str (&assessment->decision->sealed, "2026-11-01T10:00:00+01:00");
  kase = case_test_import (self, assessment, &error);
  g_assert_no_error (error);
  summary = case_test_summary (self, eup_case_get_id (kase)); /* in the store as soon as it is told */
  g_assert_nonnull (summary);
  g_assert_false (eup_case_is_sealed (kase));
  g_assert_cmpstr (eup_case_get_assessment (kase)->method->digest, ==,
                   eup_method_get_digest (eup_workspace_get_model (self->workspace)->method));
  g_assert_cmpstr (eup_case_get_assessment (kase)->rules->id, ==, "se");
  g_assert_true (case_test_flush (self, kase, NULL));
}

static void
case_file_with_an_unknown_method_is_refused (CaseTest *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  EupAssessment *assessment = case_test_file ("gps-alarm.json");
  g_autoptr (EupCase) kase = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) list = NULL;

  g_set_str (&assessment->method->version, "7.0");
  kase = case_test_import (self, assessment, &error);
  g_assert_null (kase);
  g_assert_error (error, EUP_CASE_ERROR, EUP_CASE_ERROR_UNKNOWN_MODEL);
  g_assert_cmpstr (error->message, ==,
                   "the case was begun with the method “tre-roster” 7.0, which is not here");
  eup_store_list_async (eup_workspace_get_store (self->workspace), NULL, NULL, case_test_result_cb, self);
  result = case_test_wait (self);
  list = eup_store_list_finish (eup_workspace_get_store (self->workspace), result, NULL);
  g_assert_cmpuint (list->len, ==, 0);
}

static void
case_file_finds_a_method_that_the_store_has (CaseTest *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EupModel) older = case_test_older_model ();
  EupAssessment *assessment = case_test_file ("gps-alarm.json");
  g_autoptr (EupCase) kase = NULL;

  {
    g_autoptr (EupCase) first = case_test_new (self, case_test_file ("night-camera.json"), older);

    g_assert_true (case_test_flush (self, first, NULL));
  }
  g_set_str (&assessment->method->version, "0.9"); /* without a digest: the version is all it says */
  kase = case_test_import (self, assessment, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (eup_case_get_assessment (kase)->method->digest, ==, eup_method_get_digest (older->method));
  g_assert_true (case_test_flush (self, kase, NULL));
}

static void
case_file_that_does_not_fit_its_method_tells_all (CaseTest *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  EupAssessment *assessment = case_test_file ("gps-alarm.json");
  g_autoptr (EupCase) kase = NULL;

  g_set_str (&assessment->card->technology, "no-such");
  g_set_str (&assessment->decision->outcome, "no-such");
  kase = case_test_import (self, assessment, &error);
  g_assert_null (kase);
  g_assert_error (error, EUP_DATA_ERROR, EUP_DATA_ERROR_INVALID);
  g_assert_cmpuint (n_lines (error->message), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CASE_TEST_ADD (new_case_names_all_that_it_is_made_with);
  CASE_TEST_ADD (country_follows_the_locale);
  CASE_TEST_ADD (new_case_gets_the_rules_that_were_chosen);
  CASE_TEST_ADD (addition_is_used_in_every_country_and_the_next_time);
  CASE_TEST_ADD (newer_version_of_an_addition_takes_its_place);
  CASE_TEST_ADD (removed_addition_stays_in_the_cases_that_have_it);
  CASE_TEST_ADD (file_of_an_addition_that_is_deleted_is_not_missed);
  CASE_TEST_ADD (added_addition_is_something_new_for_open_cases);
  CASE_TEST_ADD (wrong_addition_tells_all_that_is_wrong_and_changes_nothing);
  CASE_TEST_ADD (additions_that_meet_are_told_with_both_places);
  CASE_TEST_ADD (file_that_is_no_addition_is_an_error);
  CASE_TEST_ADD (addition_that_no_longer_fits_is_left_out_and_told);
  CASE_TEST_ADD (imported_case_is_pinned_and_open);
  CASE_TEST_ADD (case_file_with_an_unknown_method_is_refused);
  CASE_TEST_ADD (case_file_finds_a_method_that_the_store_has);
  CASE_TEST_ADD (case_file_that_does_not_fit_its_method_tells_all);
  return g_test_run ();
}
