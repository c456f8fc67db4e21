#include "case-test.h"
#include "eup-sample.h"

#include "casework/eup-case-private.h"

/* A small case as a file would bring it, made with @model. */
static EupCase *
begin (CaseTest *self, EupModel *model)
{
  EupAssessment *assessment = eup_assessment_new ();

  assessment->card->id = g_strdup ("case-1");
  assessment->card->alias = g_strdup ("Anna");
  assessment->card->language = g_strdup ("sv");
  return case_test_new (self, assessment, model);
}

static void
say (EupCase *kase, const char *question, const char *words)
{
  EupStatement *statement = eup_case_edit_statement (kase, question, "resident");

  g_set_str (&statement->words, words);
  eup_case_put (kase, EUP_PART_STATEMENT, statement);
}

static const char *
words_of (EupCase *kase, const char *question)
{
  const EupStatement *statement =
      eup_assessment_find_statement (eup_case_get_assessment (kase), question, "resident");

  return statement ? statement->words : NULL;
}

static const char *
title_of (EupCase *kase)
{
  return eup_text_get (eup_method_find_question (eup_case_get_model (kase)->method, "q1")->title, "sv");
}

static const char *
version_of (EupCase *kase)
{
  return eup_method_get_version (eup_case_get_model (kase)->method);
}

/* Ends and starts the program. */
static EupCase *
again (CaseTest *self, EupCase *kase, GError **error)
{
  g_autofree char *id = g_strdup (eup_case_get_id (kase));

  g_assert_true (case_test_flush (self, kase, NULL));
  g_object_unref (kase);
  case_test_begin_again (self);
  return case_test_open (self, id, error);
}

static void
open_case_keeps_the_method_it_was_begun_with (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupModel) older = case_test_older_model ();
  g_autoptr (GError) error = NULL;
  g_autoptr (EupCase) kase = again (self, begin (self, older), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (version_of (kase), ==, "0.9");
  g_assert_cmpstr (title_of (kase), ==, "Det viktigaste");
  g_assert_true (g_bytes_equal (eup_case_get_model (kase)->sources->pdata[0], older->sources->pdata[0]));
  g_assert_cmpstr (eup_method_get_version (eup_workspace_get_model (self->workspace)->method), ==, "1.0");
}

static void
sealed_case_keeps_the_method_it_was_begun_with (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupModel) older = case_test_older_model ();
  g_autoptr (GError) error = NULL;
  g_autoptr (EupModel) newer = NULL;
  EupCase *kase = case_test_new (self, case_test_file ("gps-alarm.json"), older);

  case_test_seal (self, kase, &error);
  g_assert_no_error (error);
  kase = again (self, kase, &error);
  g_assert_no_error (error);
  g_assert_true (eup_case_is_sealed (kase));
  g_assert_cmpstr (version_of (kase), ==, "0.9");
  newer = eup_workspace_newer_model (self->workspace, kase);
  g_assert_null (newer);
  g_assert_false (eup_case_take_over (kase, eup_workspace_get_model (self->workspace), &error));
  g_assert_error (error, EUP_CASE_ERROR, EUP_CASE_ERROR_SEALED);
  g_assert_cmpstr (version_of (kase), ==, "0.9");
  g_object_unref (kase);
}

static void
cases_of_one_method_share_it (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupModel) older = case_test_older_model ();
  g_autoptr (EupCase) first = again (self, begin (self, older), NULL);
  g_autoptr (EupCase) second = case_test_open (self, "case-1", NULL);

  g_assert_true (eup_case_get_model (first) == eup_case_get_model (second));
  g_assert_true (eup_case_get_model (first) != older);
}

static void
note_cb (EupCase *kase, int kind, const char *id, gpointer user_data)
{
  g_string_append_printf (user_data, "%s %s %s\n", eup_part_kind_to_name (kind), id, version_of (kase));
}

static void
newer_method_is_taken_over_in_one_step (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupModel) older = case_test_older_model ();
  g_autoptr (EupCase) kase = again (self, begin (self, older), NULL);
  g_autoptr (EupModel) newer = eup_workspace_newer_model (self->workspace, kase);
  g_autoptr (EupModel) none = NULL;
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  const char *title = title_of (kase);

  g_assert_true (newer == eup_workspace_get_model (self->workspace));
  say (kase, "q1", "Att gå ut");
  g_signal_connect (kase, "changed", G_CALLBACK (note_cb), told);
  g_assert_true (eup_case_take_over (kase, newer, &error));
  g_assert_cmpstr (told->str, ==, "method tre-roster 1.0\ncatalogue technologies 1.0\nrules se 1.0\n");
  g_assert_cmpstr (version_of (kase), ==, "1.0");
  g_assert_cmpstr (eup_case_get_assessment (kase)->method->version, ==, "1.0");
  g_assert_cmpstr (eup_case_get_assessment (kase)->method->digest, ==, eup_method_get_digest (newer->method));
  g_assert_cmpstr (words_of (kase, "q1"), ==, "Att gå ut");
  none = eup_workspace_newer_model (self->workspace, kase);
  g_assert_null (none);
  g_assert_cmpstr (title, ==, "Det viktigaste"); /* who held on to the older one can still read it */

  eup_case_undo (kase);
  g_assert_cmpstr (version_of (kase), ==, "0.9");
  g_assert_cmpstr (eup_case_get_assessment (kase)->method->version, ==, "0.9");
  g_assert_cmpstr (words_of (kase, "q1"), ==, "Att gå ut");
  g_assert_true (case_test_flush (self, kase, NULL));
}

static void
what_was_taken_over_is_there_the_next_time (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupModel) older = case_test_older_model ();
  g_autoptr (GError) error = NULL;
  EupCase *kase = begin (self, older);

  g_assert_true (case_test_flush (self, kase, NULL));
  g_assert_true (eup_case_take_over (kase, eup_workspace_get_model (self->workspace), NULL));
  kase = again (self, kase, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (version_of (kase), ==, "1.0");
  g_object_unref (kase);
}

static void
model_changed_while_it_is_written_is_written_too (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupModel) older = case_test_older_model ();
  g_autoptr (GError) error = NULL;
  EupCase *kase = begin (self, eup_workspace_get_model (self->workspace));

  /* The first write has begun, and is not answered when the model changes. */
  eup_case_flush_async (kase, NULL, case_test_result_cb, self);
  g_assert_true (eup_case_take_over (kase, older, NULL));
  g_object_unref (case_test_wait (self));
  kase = again (self, kase, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (version_of (kase), ==, "0.9");
  g_object_unref (kase);
}

static void
words_to_questions_that_are_gone_stay (CaseTest *self, gconstpointer data)
{
  g_autofree char *path = case_test_addition_path ();
  g_autoptr (EupModel) shipped = eup_model_new_shipped ("SE");
  g_autoptr (GError) error = NULL;
  EupCase *kase;

  g_assert_true (case_test_add_addition (self, path, NULL));
  kase = begin (self, eup_workspace_get_model (self->workspace));
  say (kase, "bjorkdalen-way", "Tjugo minuter");
  g_assert_cmpuint (eup_case_get_assessment (kase)->additions->len, ==, 1);
  g_assert_true (eup_case_take_over (kase, shipped, NULL));
  g_assert_cmpuint (eup_case_get_assessment (kase)->additions->len, ==, 0);
  g_assert_null (eup_method_find_question (eup_case_get_model (kase)->method, "bjorkdalen-way"));
  g_assert_cmpstr (words_of (kase, "bjorkdalen-way"), ==, "Tjugo minuter");
  kase = again (self, kase, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (eup_case_get_assessment (kase)->additions->len, ==, 0);
  g_assert_cmpstr (words_of (kase, "bjorkdalen-way"), ==, "Tjugo minuter");
  g_object_unref (kase);
}

static void
rules_of_another_country_are_one_step (CaseTest *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  EupCase *kase = begin (self, eup_workspace_get_model_for (self->workspace, "SE"));

  g_assert_true (eup_workspace_set_rules (self->workspace, kase, "CN", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (eup_case_get_assessment (kase)->rules->id, ==, "cn");
  eup_case_undo (kase);
  g_assert_cmpstr (eup_case_get_assessment (kase)->rules->id, ==, "se");
  g_assert_cmpstr (eup_rule_pack_get_country (eup_case_get_model (kase)->rules), ==, "SE");

  g_assert_true (eup_workspace_set_rules (self->workspace, kase, "CN", &error));
  g_assert_false (eup_workspace_set_rules (self->workspace, kase, "XX", &error));
  g_assert_error (error, EUP_DATA_ERROR, EUP_DATA_ERROR_INVALID);
  g_clear_error (&error);
  kase = again (self, kase, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (eup_rule_pack_get_country (eup_case_get_model (kase)->rules), ==, "CN");
  g_object_unref (kase);
}

static void
rules_of_a_sealed_case_stay (CaseTest *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EupCase) kase = case_test_import (self, case_test_file ("gps-alarm.json"), NULL);

  g_assert_true (case_test_seal (self, kase, NULL));
  g_assert_false (eup_workspace_set_rules (self->workspace, kase, "CN", &error));
  g_assert_error (error, EUP_CASE_ERROR, EUP_CASE_ERROR_SEALED);
  g_assert_cmpstr (eup_case_get_assessment (kase)->rules->id, ==, "se");
}

static void
case_whose_method_is_missing_says_which (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupModel) older = case_test_older_model ();
  g_autoptr (EupCase) kase = begin (self, older);
  g_autoptr (EupCase) none = NULL;
  g_autoptr (GError) error = NULL;
  EupPin *pin = eup_case_edit (kase, EUP_PART_METHOD, NULL);

  pin->digest[0] = pin->digest[0] == '0' ? '1' : '0';
  eup_case_put (kase, EUP_PART_METHOD, pin);
  g_assert_true (case_test_flush (self, kase, NULL));
  none = case_test_open (self, "case-1", &error);
  g_assert_null (none);
  g_assert_error (error, EUP_CASE_ERROR, EUP_CASE_ERROR_UNKNOWN_MODEL);
  g_assert_cmpstr (error->message, ==,
                   "the case was begun with the method “tre-roster” 0.9, which is not here");
}

/* What a program that kept no definitions left: pins of a method and a catalogue, none of rules. */
static void
put_case_of_before (CaseTest *self, const char *id, const char *method)
{
  EupStore *store = eup_workspace_get_store (self->workspace);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_store_part_free);
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *card = g_strdup_printf ("{\"id\":\"%s\",\"language\":\"sv\"}", id);

  g_ptr_array_add (parts, eup_store_part_new ("method", "tre-roster", method));
  g_ptr_array_add (parts, eup_store_part_new ("catalogue", "technologies",
                                              "{\"id\":\"technologies\",\"version\":\"0.1\",\"digest\":"
                                              "\"cafe\"}"));
  g_ptr_array_add (parts, eup_store_part_new ("card", id, card));
  eup_store_put_async (store, id, parts, NULL, NULL, case_test_result_cb, self);
  result = case_test_wait (self);
  g_assert_true (eup_store_put_finish (store, result, NULL));
}

#define METHOD_OF_BEFORE "{\"id\":\"tre-roster\",\"version\":\"0.1\",\"digest\":\"beef\"}"

static void
case_of_before_goes_on_with_what_is_built_in (CaseTest *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  EupCase *kase;

  put_case_of_before (self, "old", METHOD_OF_BEFORE);
  kase = case_test_open (self, "old", &error);
  g_assert_no_error (error);
  g_assert_true (eup_case_get_model (kase) == eup_workspace_get_model (self->workspace));
  g_assert_cmpstr (eup_case_get_assessment (kase)->rules->id, ==, "se");
  g_assert_cmpstr (eup_case_get_assessment (kase)->method->version, ==, "1.0");
  g_assert_false (eup_case_get_can_undo (kase));
  kase = again (self, kase, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (eup_case_get_assessment (kase)->rules->id, ==, "se");
  g_object_unref (kase);
}

static void
sealed_case_of_before_opens_and_stays_as_it_was (CaseTest *self, gconstpointer data)
{
  EupStore *store = eup_workspace_get_store (self->workspace);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("%PDF", 4);
  g_autoptr (EupStoreRecord) record = eup_store_record_new ("D", bytes, bytes, "2026-11-20T10:00:00+01:00");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (EupCase) kase = NULL;
  g_autoptr (GError) error = NULL;

  put_case_of_before (self, "old", METHOD_OF_BEFORE);
  eup_store_seal_async (store, "old", record, NULL, case_test_result_cb, self);
  result = case_test_wait (self);
  g_assert_true (eup_store_seal_finish (store, result, NULL));
  kase = case_test_open (self, "old", &error);
  g_assert_no_error (error);
  g_assert_true (eup_case_is_sealed (kase));
  g_assert_cmpstr (eup_case_get_assessment (kase)->method->version, ==, "0.1");
  g_assert_null (eup_case_get_assessment (kase)->rules->id);
  g_assert_true (eup_case_get_saved (kase));
}

static void
case_of_before_with_another_method_says_which (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = NULL;
  g_autoptr (GError) error = NULL;

  put_case_of_before (self, "old", "{\"id\":\"other\",\"version\":\"0.1\",\"digest\":\"beef\"}");
  kase = case_test_open (self, "old", &error);
  g_assert_error (error, EUP_CASE_ERROR, EUP_CASE_ERROR_UNKNOWN_MODEL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CASE_TEST_ADD (open_case_keeps_the_method_it_was_begun_with);
  CASE_TEST_ADD (sealed_case_keeps_the_method_it_was_begun_with);
  CASE_TEST_ADD (cases_of_one_method_share_it);
  CASE_TEST_ADD (newer_method_is_taken_over_in_one_step);
  CASE_TEST_ADD (what_was_taken_over_is_there_the_next_time);
  CASE_TEST_ADD (model_changed_while_it_is_written_is_written_too);
  CASE_TEST_ADD (words_to_questions_that_are_gone_stay);
  CASE_TEST_ADD (rules_of_another_country_are_one_step);
  CASE_TEST_ADD (rules_of_a_sealed_case_stay);
  CASE_TEST_ADD (case_whose_method_is_missing_says_which);
  CASE_TEST_ADD (case_of_before_goes_on_with_what_is_built_in);
  CASE_TEST_ADD (sealed_case_of_before_opens_and_stays_as_it_was);
  CASE_TEST_ADD (case_of_before_with_another_method_says_which);
  return g_test_run ();
}
