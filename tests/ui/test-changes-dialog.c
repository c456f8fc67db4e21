/* What a newer method changes: all of it is listed before anybody takes it over, and it can be undone. */

#include "ui-test.h"
#include "ui/archive/eup-changes-dialog.h"
#include "ui/archive/eup-versions-group.h"
#include "util/eup-json.h"

typedef struct
{
  EupCase *kase;
  EupModel *newer;
  GtkWindow *window;
  GtkWidget *group;
  GtkWidget *dialog;
} Fixture;

static void
set_in (GString *text, const char *from, const char *to)
{
  g_assert_cmpuint (g_string_replace (text, from, to, 1), ==, 1);
}

/* The shipped method a version later: one question asks with other words, one asks other voices. */
static EupModel *
new_newer (const EupModel *before)
{
  GBytes *method = before->sources->pdata[0];
  g_autoptr (GString) text =
      g_string_new_len (g_bytes_get_data (method, NULL), (gssize) g_bytes_get_size (method));
  g_autoptr (GBytes) changed = NULL;
  g_autoptr (GPtrArray) additions = g_ptr_array_new ();
  static const char *const names[] = { "method", "catalogue", "rules", NULL };
  g_autoptr (EupProblems) problems = NULL;
  g_autoptr (GError) error = NULL;
  EupModel *newer;

  set_in (text, "\"version\": \"1.0\"", "\"version\": \"1.1\"");
  set_in (text, "\"en\": \"What matters\"", "\"en\": \"What counts\"");
  set_in (text, "\"en\": \"Privacy\"", "\"en\": \"Being left in peace\"");
  changed = g_bytes_new (text->str, text->len);
  newer = eup_model_new (changed, before->sources->pdata[1], before->sources->pdata[2], additions, names,
                         &problems, &error);
  g_assert_no_error (error);
  return newer;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->kase = ui_test_case ("gps-alarm.json");
  fixture->newer = new_newer (eup_case_get_model (fixture->kase));
  fixture->group = eup_versions_group_new (NULL, fixture->kase);
  fixture->window = ui_test_present (fixture->group, 700, 900);
  fixture->dialog = GTK_WIDGET (eup_changes_dialog_new (fixture->kase, fixture->newer));
  adw_dialog_present (ADW_DIALOG (fixture->dialog), fixture->group);
  ui_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  eup_model_unref (fixture->newer);
  g_object_unref (fixture->kase);
}

static void
each_thing_that_changes_is_listed_once (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = ui_test_find (fixture->dialog, ADW_TYPE_ACTION_ROW, "What counts");

  g_assert_nonnull (row);
  g_assert_true (ui_test_holds (row, "Question · the title"));
  g_assert_nonnull (ui_test_find (fixture->dialog, ADW_TYPE_ACTION_ROW, "Being left in peace"));
  g_assert_null (ui_test_find (fixture->dialog, ADW_TYPE_ACTION_ROW, "Participation"));
  g_assert_nonnull (ui_test_find (fixture->dialog, GTK_TYPE_LABEL, "With other words, the same rule"));
  g_assert_null (ui_test_find (fixture->dialog, GTK_TYPE_LABEL, "No longer there"));
}

static void
nothing_is_taken_over_by_looking (Fixture *fixture, gconstpointer data)
{
  adw_dialog_close (ADW_DIALOG (fixture->dialog));
  ui_test_settle ();
  g_assert_cmpstr (eup_method_get_version (eup_case_get_model (fixture->kase)->method), ==, "1.0");
}

static void
taking_over_keeps_the_answers_and_can_be_undone (Fixture *fixture, gconstpointer data)
{
  guint said = eup_case_get_assessment (fixture->kase)->statements->len;
  GtkWidget *take_over = ui_test_find (fixture->dialog, GTK_TYPE_BUTTON, "Take over");

  g_signal_emit_by_name (take_over, "clicked");
  ui_test_settle ();
  g_assert_cmpstr (eup_method_get_version (eup_case_get_model (fixture->kase)->method), ==, "1.1");
  g_assert_cmpuint (eup_case_get_assessment (fixture->kase)->statements->len, ==, said);
  g_assert_true (ui_test_holds (fixture->group, "version 1.1"));
  eup_case_undo (fixture->kase);
  g_assert_cmpstr (eup_method_get_version (eup_case_get_model (fixture->kase)->method), ==, "1.0");
  g_assert_true (ui_test_holds (fixture->group, "version 1.0"));
  g_assert_false (ui_test_holds (fixture->group, "version 1.1"));
}

static void
a_sealed_case_keeps_what_it_was_made_with (Fixture *fixture, gconstpointer data)
{
  EupDecision *decision = eup_case_edit (fixture->kase, EUP_PART_DECISION, NULL);

  g_set_str (&decision->sealed, "2026-11-26T16:00:00Z");
  eup_case_put (fixture->kase, EUP_PART_DECISION, decision);
  g_signal_emit_by_name (ui_test_find (fixture->dialog, GTK_TYPE_BUTTON, "Take over"), "clicked");
  g_assert_cmpstr (eup_method_get_version (eup_case_get_model (fixture->kase)->method), ==, "1.0");
  g_assert_nonnull (ui_test_find (fixture->dialog, GTK_TYPE_LABEL, "The case is sealed and stays as it is."));
}

static void
method_rules_and_what_to_verify_are_named (Fixture *fixture, gconstpointer data)
{
  g_assert_nonnull (ui_test_find (fixture->group, ADW_TYPE_ACTION_ROW, "version 1.0"));
  g_assert_nonnull (ui_test_find (fixture->group, ADW_TYPE_ACTION_ROW, "Sweden, version"));
  g_assert_true (
      ui_test_holds (ui_test_find (fixture->group, ADW_TYPE_ACTION_ROW, "Sweden"), "verify with a lawyer"));
}

#define ADD(name) g_test_add ("/changes-dialog/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  ADD (each_thing_that_changes_is_listed_once);
  ADD (nothing_is_taken_over_by_looking);
  ADD (taking_over_keeps_the_answers_and_can_be_undone);
  ADD (a_sealed_case_keeps_what_it_was_made_with);
  ADD (method_rules_and_what_to_verify_are_named);
  return ui_test_run ();
}
