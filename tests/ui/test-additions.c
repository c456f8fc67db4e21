/* Local additions in the preferences: added from a file, all faults listed, taken away again. */

#include "ui-test.h"
#include "casework/eup-workspace.h"
#include "ui/common/eup-additions-group.h"
#include "ui/common/eup-preferences-dialog.h"

typedef struct
{
  EupWorkspace *workspace;
  GtkWindow *window;
  GtkWidget *group;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 ("2026-11-21T15:24:00Z", NULL);
  g_autoptr (EupClock) clock = eup_clock_new_fixed (now);

  fixture->workspace = ui_test_workspace (clock);
  fixture->group = g_object_new (EUP_TYPE_ADDITIONS_GROUP, NULL);
  eup_additions_group_set_workspace (EUP_ADDITIONS_GROUP (fixture->group), fixture->workspace);
  fixture->window = ui_test_present (fixture->group, 700, 700);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  eup_store_close (eup_workspace_get_store (fixture->workspace));
  g_clear_object (&fixture->workspace);
}

static gboolean
has_addition (gpointer data)
{
  return ui_test_find (((Fixture *) data)->group, ADW_TYPE_ACTION_ROW, "Björkdalen’s addition") != NULL;
}

static gboolean
has_none (gpointer data)
{
  return ui_test_find (((Fixture *) data)->group, ADW_TYPE_ACTION_ROW, NULL) == NULL;
}

static gboolean
has_dialog (gpointer data)
{
  return ui_test_find (GTK_WIDGET (((Fixture *) data)->window), ADW_TYPE_DIALOG, "Can’t Be Used") != NULL;
}

static void
add_shipped (Fixture *fixture)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("EUP_SOURCE"), "data", "additions", "bjorkdalen.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  eup_additions_group_add_file (EUP_ADDITIONS_GROUP (fixture->group), file);
  ui_test_wait (has_addition, fixture);
}

static void
an_addition_is_listed_and_counts_in_new_cases (Fixture *fixture, gconstpointer data)
{
  EupModel *model;

  g_assert_true (has_none (fixture));
  add_shipped (fixture);
  model = eup_workspace_get_model_for (fixture->workspace, "SE");
  g_assert_cmpuint (model->additions->len, ==, 1);
  g_assert_nonnull (eup_method_find_question (model->method, "bjorkdalen-way"));
}

static void
an_addition_can_be_taken_away (Fixture *fixture, gconstpointer data)
{
  GtkWidget *remove;

  add_shipped (fixture);
  remove = ui_test_find (fixture->group, GTK_TYPE_BUTTON, "Take away Björkdalen’s addition");
  g_assert_nonnull (remove);
  g_signal_emit_by_name (remove, "clicked");
  ui_test_wait (has_none, fixture);
  g_assert_cmpuint (eup_workspace_get_model_for (fixture->workspace, "SE")->additions->len, ==, 0);
}

/* Three faults in one file: all three are said, and nothing of it is used. */
static void
all_that_is_wrong_with_a_file_is_listed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("addition-XXXXXX.json", &stream, NULL);
  g_autofree char *path =
      g_build_filename (g_getenv ("EUP_SOURCE"), "data", "additions", "bjorkdalen.json", NULL);
  g_autofree char *good = NULL;
  g_autoptr (GString) bad = NULL;
  GtkWidget *dialog;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &good, NULL, NULL));
  bad = g_string_new (good);
  g_assert_cmpuint (g_string_replace (bad, "\"after\": \"q6\"", "\"after\": \"q66\"", 1), ==, 1);
  g_assert_cmpuint (g_string_replace (bad, "\"after\": \"q24\"", "\"after\": \"q77\"", 1), ==, 1);
  g_assert_true (g_file_replace_contents (file, bad->str, bad->len, NULL, FALSE, 0, NULL, NULL, NULL));
  eup_additions_group_add_file (EUP_ADDITIONS_GROUP (fixture->group), file);
  ui_test_wait (has_dialog, fixture);
  dialog = ui_test_find (GTK_WIDGET (fixture->window), ADW_TYPE_DIALOG, "Can’t Be Used");
  n += ui_test_find (dialog, ADW_TYPE_ACTION_ROW, "q66") != NULL;
  n += ui_test_find (dialog, ADW_TYPE_ACTION_ROW, "q77") != NULL;
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (has_none (fixture));
  g_file_delete (file, NULL, NULL);
}

static void
the_preferences_show_additions_and_the_rules_of_new_cases (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = GTK_WIDGET (eup_preferences_dialog_new (fixture->workspace));

  adw_dialog_present (ADW_DIALOG (dialog), fixture->group);
  ui_test_settle ();
  g_assert_nonnull (ui_test_find (dialog, EUP_TYPE_ADDITIONS_GROUP, NULL));
  g_assert_nonnull (ui_test_find (dialog, ADW_TYPE_COMBO_ROW, "The rules of"));
}

#define ADD(name) g_test_add ("/additions/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  ADD (an_addition_is_listed_and_counts_in_new_cases);
  ADD (an_addition_can_be_taken_away);
  ADD (all_that_is_wrong_with_a_file_is_listed);
  ADD (the_preferences_show_additions_and_the_rules_of_new_cases);
  return ui_test_run ();
}
