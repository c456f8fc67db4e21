#include "case-test.h"
#include "eup-sample.h"

#include "casework/eup-case-private.h"

static void
a_case_opens_again_where_it_was (CaseTest *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EupCase) again = NULL;

  {
    g_autoptr (EupCase) kase = case_test_sample (self, eup_sample_case ());

    case_test_say (kase, "calm", "anna", "Då blir jag lugn");
    eup_case_go_to (kase, &(EupPlace) { EUP_PLACE_QUESTION,
                                        eup_method_find_question (eup_case_get_model (kase)->method, "calm"),
                                        NULL });
    eup_case_set_note (kase, "Fråga Maria sedan");
    g_assert_false (eup_case_get_saved (kase));
    g_assert_true (case_test_flush (self, kase, &error));
    g_assert_true (eup_case_get_saved (kase));
  }
  case_test_begin_again (self);
  again = case_test_open (self, "case-1", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (case_test_words (again, "calm", "anna"), ==, "Då blir jag lugn");
  g_assert_cmpstr (eup_case_get_assessment (again)->card->question, ==, "calm");
  g_assert_cmpstr (eup_case_get_note (again), ==, "Fråga Maria sedan");
  g_assert_false (eup_case_is_sealed (again));
}

static void
a_new_case_has_the_resident_and_the_facilitator (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = eup_workspace_new_case (self->workspace, "sv");
  const EupAssessment *assessment = eup_case_get_assessment (kase);

  g_assert_cmpstr (((EupPerson *) assessment->people->pdata[0])->voice, ==, "resident");
  g_assert_cmpstr (((EupPerson *) assessment->people->pdata[1])->voice, ==, "facilitator");
  g_assert_cmpstr (assessment->method->digest, ==,
                   eup_method_get_digest (eup_workspace_get_model (self->workspace)->method));
  g_assert_cmpstr (assessment->card->meeting, ==, "2026-11-26T13:30:00+00:00");
  g_assert_true (case_test_flush (self, kase, NULL));
}

static void
a_private_note_is_in_no_case_file (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = case_test_sample (self, eup_sample_case ());
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;

  eup_case_set_note (kase, "hemlighet");
  node = eup_assessment_write (eup_case_get_assessment (kase));
  text = json_to_string (node, FALSE);
  g_assert_null (g_strstr_len (text, -1, "hemlighet"));
  g_assert_true (case_test_flush (self, kase, NULL));
}

static void
changed_cb (EupCase *kase, int kind, const char *id, gpointer user_data)
{
  g_string_append_printf (user_data, "%s %s\n", eup_part_kind_to_name (kind), id);
}

static void
every_change_is_told (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = case_test_sample (self, eup_sample_complete ());
  g_autoptr (GString) told = g_string_new (NULL);

  g_signal_connect (kase, "changed", G_CALLBACK (changed_cb), told);
  eup_case_remove (kase, EUP_PART_ALTERNATIVE, "alarm");
  eup_case_undo (kase);
  eup_case_remove (kase, EUP_PART_ALTERNATIVE, "nothing");
  g_assert_cmpstr (told->str, ==, "alternative alarm\nalternative alarm\n");
  g_assert_true (case_test_flush (self, kase, NULL));
}

static void
nothing_is_revealed_while_somebody_is_missing (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = case_test_sample (self, eup_sample_case ());
  const EupQuestion *want = eup_method_find_question (eup_case_get_model (kase)->method, "want");
  g_autoptr (GError) error = NULL;

  g_assert_false (eup_case_reveal (kase, want, &error));
  g_assert_error (error, EUP_CASE_ERROR, EUP_CASE_ERROR_NOT_YET);
  case_test_say (kase, "want", "anna", "Ja");
  g_assert_true (eup_case_reveal (kase, want, NULL));
  g_assert_true (eup_rules_is_revealed (eup_case_get_assessment (kase), want));
  eup_case_hide (kase, want);
  g_assert_false (eup_rules_is_revealed (eup_case_get_assessment (kase), want));
  g_assert_true (case_test_flush (self, kase, NULL));
}

static void
what_cannot_be_written_stays_in_memory_and_is_told (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = case_test_sample (self, eup_sample_case ());
  g_autoptr (GError) error = NULL;

  eup_store_close (eup_workspace_get_store (self->workspace));
  case_test_say (kase, "calm", "anna", "Kvar i minnet");
  g_assert_false (case_test_flush (self, kase, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (eup_case_get_problem (kase));
  g_assert_false (eup_case_get_saved (kase));
  g_assert_cmpstr (case_test_words (kase, "calm", "anna"), ==, "Kvar i minnet");
}

static void
opening_what_is_not_there_says_so (CaseTest *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EupCase) kase = case_test_open (self, "nothing", &error);

  g_assert_null (kase);
  g_assert_error (error, EUP_STORE_ERROR, EUP_STORE_ERROR_NOT_FOUND);
}


/* In every kind of text: words, what a question's fields hold, a person's name. */
static void
control_characters_stop_at_the_case (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = case_test_sample (self, eup_sample_case ());
  EupStatement *statement = eup_case_edit_statement (kase, "calm", "anna");
  EupPerson *person = eup_case_edit (kase, EUP_PART_PERSON, "per");
  const EupAssessment *said = eup_case_get_assessment (kase);

  g_set_str (&statement->words, "Då\007 blir det \033[1m🌻\nlugnt");
  g_hash_table_insert (statement->fields, g_strdup ("why"), g_strdup ("a\177b"));
  eup_case_put (kase, EUP_PART_STATEMENT, statement);
  g_set_str (&person->name, "Per\010");
  eup_case_put (kase, EUP_PART_PERSON, person);
  g_assert_cmpstr (case_test_words (kase, "calm", "anna"), ==, "Då blir det [1m🌻\nlugnt");
  g_assert_cmpstr (eup_statement_get_field (eup_assessment_find_statement (said, "calm", "anna"), "why"), ==,
                   "ab");
  g_assert_cmpstr (eup_assessment_find_person (said, "per")->name, ==, "Per");
  g_assert_true (case_test_flush (self, kase, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CASE_TEST_ADD (a_case_opens_again_where_it_was);
  CASE_TEST_ADD (a_new_case_has_the_resident_and_the_facilitator);
  CASE_TEST_ADD (a_private_note_is_in_no_case_file);
  CASE_TEST_ADD (every_change_is_told);
  CASE_TEST_ADD (nothing_is_revealed_while_somebody_is_missing);
  CASE_TEST_ADD (what_cannot_be_written_stays_in_memory_and_is_told);
  CASE_TEST_ADD (control_characters_stop_at_the_case);
  CASE_TEST_ADD (opening_what_is_not_there_says_so);
  return g_test_run ();
}
