#include "eup-sample.h"

#include <glib/gstdio.h>

#include "casework/eup-case-private.h"
#include "casework/eup-workspace.h"

typedef struct
{
  char *folder;
  EupWorkspace *workspace;
  EupModel *model;
  EupClock *clock;
  GAsyncResult *result;
} Fixture;

static void
result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->result = g_object_ref (result);
}

static GAsyncResult *
wait_for (Fixture *fixture)
{
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return g_steal_pointer (&fixture->result);
}

static void
open_workspace (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  eup_workspace_open_async (fixture->folder, fixture->clock, NULL, result_cb, fixture);
  result = wait_for (fixture);
  fixture->workspace = eup_workspace_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
close_workspace (Fixture *fixture)
{
  eup_store_close (eup_workspace_get_store (fixture->workspace));
  g_clear_object (&fixture->workspace);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 ("2026-11-26T13:30:00Z", NULL);

  fixture->folder = g_dir_make_tmp ("eup-case-XXXXXX", NULL);
  fixture->clock = eup_clock_new_fixed (now);
  fixture->model = eup_sample_model ();
  open_workspace (fixture);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_workspace (fixture);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  eup_model_unref (fixture->model);
  g_object_unref (fixture->clock);
}

/* A case of the sample method, in the fixture's store. */
static EupCase *
new_case (Fixture *fixture, EupAssessment *assessment)
{
  EupCase *kase =
      eup_case_new (eup_workspace_get_store (fixture->workspace), fixture->model, fixture->clock, assessment);

  eup_case_touch_all (kase);
  return kase;
}

static gboolean
flush (Fixture *fixture, EupCase *kase, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  eup_case_flush_async (kase, NULL, result_cb, fixture);
  result = wait_for (fixture);
  return eup_case_flush_finish (kase, result, error);
}

static EupCase *
open_case (Fixture *fixture, const char *id, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  eup_workspace_open_case_async (fixture->workspace, id, NULL, result_cb, fixture);
  result = wait_for (fixture);
  return eup_workspace_open_case_finish (fixture->workspace, result, error);
}

static void
say (EupCase *kase, const char *question, const char *person, const char *words)
{
  EupStatement *statement = eup_case_edit_statement (kase, question, person);

  g_set_str (&statement->words, words);
  eup_case_put (kase, EUP_PART_STATEMENT, statement);
}

static const char *
words_of (EupCase *kase, const char *question, const char *person)
{
  const EupStatement *statement =
      eup_assessment_find_statement (eup_case_get_assessment (kase), question, person);

  return statement ? statement->words : NULL;
}

static void
a_case_opens_again_where_it_was (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EupCase) again = NULL;

  {
    g_autoptr (EupCase) kase = new_case (fixture, eup_sample_case ());

    say (kase, "calm", "anna", "Då blir jag lugn");
    eup_case_go_to (kase, eup_method_find_question (fixture->model->method, "calm"));
    eup_case_set_note (kase, "Fråga Maria sedan");
    g_assert_false (eup_case_get_saved (kase));
    g_assert_true (flush (fixture, kase, &error));
    g_assert_true (eup_case_get_saved (kase));
  }
  close_workspace (fixture);
  open_workspace (fixture);
  again = open_case (fixture, "case-1", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (words_of (again, "calm", "anna"), ==, "Då blir jag lugn");
  g_assert_cmpstr (eup_case_get_assessment (again)->card->question, ==, "calm");
  g_assert_cmpstr (eup_case_get_note (again), ==, "Fråga Maria sedan");
  g_assert_false (eup_case_is_sealed (again));
}

static void
a_new_case_has_the_resident_and_the_facilitator (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EupCase) kase = eup_workspace_new_case (fixture->workspace, "sv");
  const EupAssessment *assessment = eup_case_get_assessment (kase);

  g_assert_cmpstr (((EupPerson *) assessment->people->pdata[0])->voice, ==, "resident");
  g_assert_cmpstr (((EupPerson *) assessment->people->pdata[1])->voice, ==, "facilitator");
  g_assert_cmpstr (assessment->method->digest, ==,
                   eup_method_get_digest (eup_workspace_get_model (fixture->workspace)->method));
  g_assert_cmpstr (assessment->card->meeting, ==, "2026-11-26T13:30:00+00:00");
  g_assert_true (flush (fixture, kase, NULL));
}

static void
a_private_note_is_in_no_case_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EupCase) kase = new_case (fixture, eup_sample_case ());
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;

  eup_case_set_note (kase, "hemlighet");
  node = eup_assessment_write (eup_case_get_assessment (kase));
  text = json_to_string (node, FALSE);
  g_assert_null (g_strstr_len (text, -1, "hemlighet"));
  g_assert_true (flush (fixture, kase, NULL));
}

static void
typing_is_one_step_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EupCase) kase = new_case (fixture, eup_sample_case ());

  g_assert_false (eup_case_get_can_undo (kase));
  say (kase, "calm", "anna", "D");
  say (kase, "calm", "anna", "Då");
  say (kase, "calm", "per", "Bra");
  eup_case_undo (kase);
  g_assert_null (words_of (kase, "calm", "per"));
  g_assert_cmpstr (words_of (kase, "calm", "anna"), ==, "Då");
  eup_case_undo (kase);
  g_assert_null (words_of (kase, "calm", "anna"));
  g_assert_false (eup_case_get_can_undo (kase));
  g_assert_true (flush (fixture, kase, NULL));
}

static void
what_was_removed_comes_back_in_its_place (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EupCase) kase = new_case (fixture, eup_sample_complete ());

  eup_case_remove (kase, EUP_PART_ALTERNATIVE, "alarm");
  g_assert_cmpuint (eup_case_get_assessment (kase)->alternatives->len, ==, 1);
  eup_case_undo (kase);
  g_assert_cmpstr (((EupAlternative *) eup_case_get_assessment (kase)->alternatives->pdata[0])->id, ==,
                   "alarm");
  g_assert_true (flush (fixture, kase, NULL));
}

static void
changed_cb (EupCase *kase, int kind, const char *id, gpointer user_data)
{
  g_string_append_printf (user_data, "%s %s\n", eup_part_kind_to_name (kind), id);
}

static void
every_change_is_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EupCase) kase = new_case (fixture, eup_sample_complete ());
  g_autoptr (GString) told = g_string_new (NULL);

  g_signal_connect (kase, "changed", G_CALLBACK (changed_cb), told);
  eup_case_remove (kase, EUP_PART_ALTERNATIVE, "alarm");
  eup_case_undo (kase);
  eup_case_remove (kase, EUP_PART_ALTERNATIVE, "nothing");
  g_assert_cmpstr (told->str, ==, "alternative alarm\nalternative alarm\n");
  g_assert_true (flush (fixture, kase, NULL));
}

static void
nothing_is_revealed_while_somebody_is_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EupCase) kase = new_case (fixture, eup_sample_case ());
  const EupQuestion *want = eup_method_find_question (fixture->model->method, "want");
  g_autoptr (GError) error = NULL;

  g_assert_false (eup_case_reveal (kase, want, &error));
  g_assert_error (error, EUP_CASE_ERROR, EUP_CASE_ERROR_NOT_YET);
  say (kase, "want", "anna", "Ja");
  g_assert_true (eup_case_reveal (kase, want, NULL));
  g_assert_true (eup_rules_is_revealed (eup_case_get_assessment (kase), want));
  eup_case_hide (kase, want);
  g_assert_false (eup_rules_is_revealed (eup_case_get_assessment (kase), want));
  g_assert_true (flush (fixture, kase, NULL));
}

static void
what_cannot_be_written_stays_in_memory_and_is_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EupCase) kase = new_case (fixture, eup_sample_case ());
  g_autoptr (GError) error = NULL;

  eup_store_close (eup_workspace_get_store (fixture->workspace));
  say (kase, "calm", "anna", "Kvar i minnet");
  g_assert_false (flush (fixture, kase, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (eup_case_get_problem (kase));
  g_assert_false (eup_case_get_saved (kase));
  g_assert_cmpstr (words_of (kase, "calm", "anna"), ==, "Kvar i minnet");
}

static gboolean
seal (Fixture *fixture, EupCase *kase, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  eup_case_seal_async (kase, NULL, result_cb, fixture);
  result = wait_for (fixture);
  return eup_case_seal_finish (kase, result, error);
}

static GBytes *
record (Fixture *fixture, EupCase *kase, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  eup_case_record_async (kase, NULL, result_cb, fixture);
  result = wait_for (fixture);
  return eup_case_record_finish (kase, result, error);
}

static void
sealing_waits_for_what_is_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EupCase) kase = new_case (fixture, eup_sample_case ());
  g_autoptr (GError) error = NULL;

  g_assert_false (seal (fixture, kase, &error));
  g_assert_error (error, EUP_CASE_ERROR, EUP_CASE_ERROR_NOT_YET);
  g_assert_false (eup_case_is_sealed (kase));
  g_assert_true (flush (fixture, kase, NULL));
}

static void
seal_is_refused_when_the_resident_said_no (Fixture *fixture, gconstpointer data)
{
  EupAssessment *assessment = eup_sample_complete ();
  g_autoptr (EupCase) kase = NULL;
  g_autoptr (GError) error = NULL;

  eup_sample_say (assessment, "want", "anna", "no", "Nej!");
  kase = new_case (fixture, assessment);
  g_assert_false (seal (fixture, kase, &error));
  g_assert_error (error, EUP_CASE_ERROR, EUP_CASE_ERROR_NOT_YET);
  g_assert_true (flush (fixture, kase, NULL));
}

static void
a_sealed_case_never_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EupCase) again = NULL;
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;

  {
    g_autoptr (EupCase) kase = new_case (fixture, eup_sample_complete ());

    seal (fixture, kase, &error);
    g_assert_no_error (error);
    g_assert_true (eup_case_is_sealed (kase));
    first = record (fixture, kase, &error);
    g_assert_no_error (error);
    say (kase, "want", "anna", "Något annat");
    eup_case_undo (kase);
    g_assert_cmpstr (words_of (kase, "want", "anna"), ==, "Ja tack");
    g_assert_false (seal (fixture, kase, &error));
    g_assert_error (error, EUP_CASE_ERROR, EUP_CASE_ERROR_SEALED);
    g_clear_error (&error);
  }
  close_workspace (fixture);
  open_workspace (fixture);
  again = open_case (fixture, "case-1", &error);
  g_assert_no_error (error);
  g_assert_true (eup_case_is_sealed (again));
  g_assert_cmpstr (eup_case_get_assessment (again)->decision->sealed, ==, "2026-11-26T13:30:00+00:00");
  second = record (fixture, again, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (first, second));
}

static void
a_draft_can_be_seen_before_sealing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EupCase) kase = new_case (fixture, eup_sample_case ());
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = record (fixture, kase, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (pdf, NULL), 5, "%PDF-", 5);
  g_assert_false (eup_case_is_sealed (kase));
  g_assert_true (flush (fixture, kase, NULL));
}

static void
opening_what_is_not_there_says_so (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EupCase) kase = open_case (fixture, "nothing", &error);

  g_assert_null (kase);
  g_assert_error (error, EUP_STORE_ERROR, EUP_STORE_ERROR_NOT_FOUND);
}

#define ADD(name) g_test_add ("/case/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD (a_case_opens_again_where_it_was);
  ADD (a_new_case_has_the_resident_and_the_facilitator);
  ADD (a_private_note_is_in_no_case_file);
  ADD (typing_is_one_step_back);
  ADD (what_was_removed_comes_back_in_its_place);
  ADD (every_change_is_told);
  ADD (nothing_is_revealed_while_somebody_is_missing);
  ADD (what_cannot_be_written_stays_in_memory_and_is_told);
  ADD (sealing_waits_for_what_is_missing);
  ADD (seal_is_refused_when_the_resident_said_no);
  ADD (a_sealed_case_never_changes);
  ADD (a_draft_can_be_seen_before_sealing);
  ADD (opening_what_is_not_there_says_so);
  return g_test_run ();
}
