/* What a desktop expects of a program: it opens what it is given, stays awake while people talk, says its
 * versions and nothing of the person. */

#include "ui-test.h"

#include <glib/gstdio.h>
#include <string.h>
#include "casework/eup-case-session.h"
#include "casework/eup-workspace.h"
#include "ui/common/eup-about.h"
#include "ui/archive/eup-case-row.h"
#include "ui/eup-window.h"
#include "ui/meeting/eup-meeting-page.h"
#include "ui/meeting/eup-shared-window.h"

typedef struct
{
  EupWorkspace *workspace;
  EupWindow *window;
  GAsyncResult *result;
  GPtrArray *cases;
  int width; /* of the window, before it grows */
} Fixture;

static EupWorkspace *
open_workspace (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 ("2026-11-21T15:24:00Z", NULL);
  g_autoptr (EupClock) clock = eup_clock_new_fixed (now);

  return ui_test_workspace (clock);
}

static void
set_up (Fixture *fixture, gconstpointer rehearsal)
{
  fixture->workspace = open_workspace ();
  if (rehearsal != NULL)
    eup_workspace_set_rehearsal (fixture->workspace);
  fixture->window = eup_window_new (NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_pointer (&fixture->cases, g_ptr_array_unref);
  eup_store_close (eup_workspace_get_store (fixture->workspace));
  g_clear_object (&fixture->workspace);
}

static guint
n_cases (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) cases = NULL;

  eup_store_list_async (eup_workspace_get_store (fixture->workspace), NULL, NULL, ui_test_answered_cb,
                        &result);
  ui_test_wait_for_answer (&result);
  cases = eup_store_list_finish (eup_workspace_get_store (fixture->workspace), result, NULL);
  return cases->len;
}

static AdwDialog *
dialog_of (Fixture *fixture)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
}

static EupCase *
case_of (Fixture *fixture)
{
  return eup_archive_page_get_case (eup_window_get_archive (fixture->window));
}

static gboolean
has_case (gpointer fixture)
{
  return case_of (fixture) != NULL;
}

static gboolean
has_dialog (gpointer fixture)
{
  return dialog_of (fixture) != NULL;
}

static gboolean
asks_about_a_case (gpointer fixture)
{
  return has_dialog (fixture) &&
         ui_test_holds (GTK_WIDGET (dialog_of (fixture)), "This Case Is Here Already");
}

static gboolean
has_no_dialog (gpointer fixture)
{
  return !has_dialog (fixture);
}

static gboolean
has_two_cases (gpointer fixture)
{
  return n_cases (fixture) == 2;
}

static gboolean
has_three_cases (gpointer fixture)
{
  return n_cases (fixture) == 3;
}

/* As by double click. */
static void
open_path (Fixture *fixture, const char *path)
{
  g_autoslist (GFile) files = g_slist_prepend (NULL, g_file_new_for_path (path));

  eup_window_open_files (fixture->window, files);
}

static char *
sample (const char *name)
{
  return g_build_filename (g_getenv ("EUP_SOURCE"), "tests", "data", "cases", name, NULL);
}

static void
open_sample (Fixture *fixture)
{
  g_autofree char *path = sample ("gps-alarm.json");

  open_path (fixture, path);
}

static void
a_case_file_is_taken_in_once_the_cases_are_there (Fixture *fixture, gconstpointer data)
{
  open_sample (fixture);
  ui_test_settle ();
  g_assert_false (ui_test_holds (GTK_WIDGET (fixture->window), "Anna"));
  eup_window_set_workspace (fixture->window, fixture->workspace);
  ui_test_wait (has_case, fixture);
  ui_test_settle ();
  g_assert_true (ui_test_holds (GTK_WIDGET (fixture->window), "Anna"));
  g_assert_false (eup_case_is_sealed (case_of (fixture)));
  g_assert_true (ui_test_holds (GTK_WIDGET (fixture->window), "The case is taken in"));
}

static void
a_case_that_is_here_already_is_asked_about (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;

  eup_window_set_workspace (fixture->window, fixture->workspace);
  open_sample (fixture);
  ui_test_wait (has_case, fixture);
  ui_test_settle ();
  first = g_strdup (eup_case_get_id (case_of (fixture)));
  open_sample (fixture);
  ui_test_wait (has_dialog, fixture);
  g_assert_true (ui_test_holds (GTK_WIDGET (dialog_of (fixture)), "This Case Is Here Already"));
  adw_dialog_close (dialog_of (fixture));
  ui_test_wait (has_no_dialog, fixture);
  g_assert_cmpuint (n_cases (fixture), ==, 1);
  open_sample (fixture);
  ui_test_wait (has_dialog, fixture);
  g_signal_emit_by_name (dialog_of (fixture), "response::copy", "copy");
  adw_dialog_force_close (dialog_of (fixture));
  ui_test_wait (has_two_cases, fixture);
  g_assert_cmpstr (eup_case_get_id (case_of (fixture)), !=, first);
}

/* Two files of one case and something else between them, all at once: the second waits for what is said of the
 * one before it. */
static void
files_that_come_together_are_taken_in_one_after_the_other (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "gps-alarm.json", "../README.md", "gps-alarm.json",
                                       "night-camera.json" };
  g_autoslist (GFile) files = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = sample (names[i]);

      files = g_slist_append (files, g_file_new_for_path (path));
    }
  eup_window_set_workspace (fixture->window, fixture->workspace);
  eup_window_open_files (fixture->window, files);
  ui_test_wait (has_dialog, fixture);
  g_assert_true (ui_test_holds (GTK_WIDGET (dialog_of (fixture)), "The File Can’t Be Opened"));
  g_assert_cmpuint (n_cases (fixture), ==, 1);
  g_assert_nonnull (case_of (fixture));
  adw_dialog_close (dialog_of (fixture));
  ui_test_wait (asks_about_a_case, fixture);
  g_assert_cmpuint (n_cases (fixture), ==, 1);
  g_signal_emit_by_name (dialog_of (fixture), "response::copy", "copy");
  adw_dialog_force_close (dialog_of (fixture));
  ui_test_wait (has_three_cases, fixture);
  ui_test_wait (has_no_dialog, fixture);
}

static gboolean
has_one_case (gpointer fixture)
{
  return n_cases (fixture) == 1;
}

static gboolean
shows_night_camera (gpointer fixture)
{
  return has_case (fixture) &&
         g_str_equal (eup_case_get_assessment (case_of (fixture))->card->technology, "night-camera");
}

/* What is said of the first file stays at the foot of the window while the second is shown already. */
static void
taking_in_is_undone_for_the_case_that_it_is_said_of (Fixture *fixture, gconstpointer data)
{
  g_autofree char *second = sample ("night-camera.json");
  GtkWidget *undo;

  eup_window_set_workspace (fixture->window, fixture->workspace);
  open_sample (fixture);
  ui_test_wait (has_case, fixture);
  open_path (fixture, second);
  ui_test_wait (shows_night_camera, fixture);
  undo = ui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "_Undo");
  g_assert_nonnull (undo);
  g_signal_emit_by_name (undo, "clicked");
  ui_test_wait (has_one_case, fixture);
  g_assert_true (shows_night_camera (fixture));
}

static void
what_is_no_case_is_refused_with_a_word (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "other.json", NULL);
  static const char *const texts[] = { "{}", "not at all", "" };

  eup_window_set_workspace (fixture->window, fixture->workspace);
  ui_test_settle ();
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
      open_path (fixture, path);
      ui_test_wait (has_dialog, fixture);
      g_assert_true (
          ui_test_holds (GTK_WIDGET (dialog_of (fixture)), "It is no case that this version can read"));
      adw_dialog_force_close (dialog_of (fixture));
      ui_test_settle ();
    }
  g_remove (path);
  open_path (fixture, path);
  ui_test_wait (has_dialog, fixture);
  g_assert_true (ui_test_holds (GTK_WIDGET (dialog_of (fixture)), "The file is not there"));
  g_assert_cmpuint (n_cases (fixture), ==, 0);
}

static gboolean
says_it_is_saved (gpointer window)
{
  return ui_test_holds (window, "A copy of the case is saved");
}

static void
a_case_leaves_as_a_file_that_is_known_by_its_beginning (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "copy.euphoria.json", NULL);
  g_autofree char *text = NULL;
  g_autofree char *number = NULL;

  eup_window_set_workspace (fixture->window, fixture->workspace);
  open_sample (fixture);
  ui_test_wait (has_case, fixture);
  eup_case_set_note (case_of (fixture), "For me alone");
  eup_window_save_copy_to (fixture->window, path);
  ui_test_wait (says_it_is_saved, fixture->window);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (g_strstr_len (text, 48, "\"kind\" : \"case\""));
  g_assert_null (strstr (text, "For me alone"));
  number = g_strdup (eup_case_get_assessment (case_of (fixture))->card->number);
  open_path (fixture, path); /* it is a case, and this one */
  ui_test_wait (has_dialog, fixture);
  g_assert_true (ui_test_holds (GTK_WIDGET (dialog_of (fixture)), "This Case Is Here Already"));
  g_assert_cmpstr (eup_case_get_assessment (case_of (fixture))->card->number, ==, number);
}

static void
a_case_without_a_number_is_not_saved_as_a_file (Fixture *fixture, gconstpointer data)
{
  eup_window_set_workspace (fixture->window, fixture->workspace);
  eup_window_new_case (fixture->window);
  ui_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.save-copy", NULL);
  ui_test_settle ();
  g_assert_true (
      ui_test_holds (GTK_WIDGET (fixture->window), "Give the case a number, a name and a technology"));
}

/* The window system comes back with sizes in its own time, older ones first. */
static gboolean
has_grown (gpointer data)
{
  Fixture *fixture = data;
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (fixture->window), &width, &height);
  return gtk_widget_get_width (GTK_WIDGET (fixture->window)) != fixture->width && width == 1010 &&
         height == 707;
}

static void
the_window_has_the_size_that_it_had (Fixture *fixture, gconstpointer data)
{
  EupWindow *next;
  int width, height;

  fixture->width = gtk_widget_get_width (GTK_WIDGET (fixture->window));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1010, 707);
  ui_test_wait (has_grown, fixture);
  ui_test_settle ();
  next = eup_window_new (NULL);
  gtk_window_get_default_size (GTK_WINDOW (next), &width, &height);
  g_assert_cmpint (width, ==, 1010);
  g_assert_cmpint (height, ==, 707);
  gtk_window_destroy (GTK_WINDOW (next));
}

static void
nothing_is_opened_where_others_may_look_on (Fixture *fixture, gconstpointer data)
{
  eup_window_set_workspace (fixture->window, fixture->workspace);
  eup_window_new_case (fixture->window);
  ui_test_settle ();
  open_sample (fixture);
  ui_test_settle ();
  g_assert_true (ui_test_holds (GTK_WIDGET (fixture->window), "Go back to the list of cases"));
  g_assert_cmpuint (n_cases (fixture), <=, 1);
}

static void
a_new_case_asked_for_at_the_start_comes_once_the_cases_are_there (Fixture *fixture, gconstpointer data)
{
  eup_window_new_case (fixture->window);
  g_assert_false (ui_test_holds (GTK_WIDGET (fixture->window), "Nobody named yet"));
  eup_window_set_workspace (fixture->window, fixture->workspace);
  ui_test_settle ();
  g_assert_nonnull (case_of (fixture));
}

static void
the_machine_stays_awake_while_people_talk (Fixture *fixture, gconstpointer data)
{
  GtkWidget *meeting;

  eup_window_set_workspace (fixture->window, fixture->workspace);
  open_sample (fixture);
  ui_test_wait (has_case, fixture);
  ui_test_settle ();
  g_assert_false (eup_window_is_talking (fixture->window));
  eup_window_meet (fixture->window);
  ui_test_settle ();
  g_assert_true (eup_window_is_talking (fixture->window));
  meeting = ui_test_find (GTK_WIDGET (fixture->window), EUP_TYPE_MEETING_PAGE, NULL);
  ui_test_act (meeting, "meeting.pause");
  g_assert_false (eup_window_is_talking (fixture->window));
  ui_test_act (meeting, "meeting.resume");
  g_assert_true (eup_window_is_talking (fixture->window));
  eup_window_go_back (fixture->window);
  ui_test_settle ();
  g_assert_false (eup_window_is_talking (fixture->window));
}

static void
rehearse (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (EupCase) kase = NULL;

  eup_workspace_rehearse_async (fixture->workspace, "sv", NULL, ui_test_answered_cb, &result);
  ui_test_wait_for_answer (&result);
  kase = eup_workspace_rehearse_finish (fixture->workspace, result, NULL);
  eup_archive_page_show_case (eup_window_get_archive (fixture->window), kase);
}

static gboolean
list_calls_it_so (gpointer window)
{
  return ui_test_holds (window, "Rehearsal · ");
}

static gboolean
list_has_the_case (gpointer window)
{
  return ui_test_find (window, EUP_TYPE_CASE_ROW, NULL) != NULL;
}

static void
a_rehearsal_is_called_so_in_the_window_and_on_the_wall (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  g_autoptr (EupSharedState) state = eup_shared_state_new ();
  GtkWidget *wall;
  AdwBanner *banner;

  eup_window_set_workspace (fixture->window, fixture->workspace);
  if (data != NULL)
    rehearse (fixture);
  else
    open_sample (fixture);
  ui_test_wait (has_case, fixture);
  ui_test_settle ();
  banner = ADW_BANNER (ui_test_find_any (window, ADW_TYPE_BANNER));
  g_assert_true (adw_banner_get_revealed (banner) == (data != NULL));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (banner)) == (data != NULL));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==,
                   data ? "Euphoria – rehearsal" : "Euphoria");
  if (data != NULL)
    ui_test_wait (list_calls_it_so, window);
  else
    ui_test_wait (list_has_the_case, window);
  g_assert_true (ui_test_holds (window, "Rehearsal · ") == (data != NULL));
  wall = eup_shared_window_new (case_of (fixture), state);
  g_assert_true (ui_test_holds (wall, "Övning med ett påhittat ärende") == (data != NULL));
  eup_shared_state_set_blank (state, TRUE);
  g_assert_true (ui_test_holds (wall, "Övning med ett påhittat ärende") == (data != NULL));
  gtk_window_destroy (GTK_WINDOW (wall));
}

static void
versions_are_told_and_nobody_is_named (void)
{
  g_autofree char *details = eup_about_describe (NULL);
  static const char *const told[] = { "Euphoria 0.", "GTK 4.",    "libadwaita 1.", "Poppler ",
                                      "qpdf ",       "OpenSSL 3", "SQLite 3",      "In a sandbox: no" };

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    g_assert_nonnull (strstr (details, told[i]));
  g_assert_null (strstr (details, g_get_home_dir ()));
  g_assert_null (strstr (details, g_get_tmp_dir ()));
  g_assert_null (strstr (details, g_get_host_name ()));
}

#define CASE(name) g_test_add ("/manners/" #name, Fixture, NULL, set_up, name, tear_down)
#define ADD(name) g_test_add_func ("/manners/" #name, name)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  CASE (a_case_file_is_taken_in_once_the_cases_are_there);
  CASE (a_case_that_is_here_already_is_asked_about);
  CASE (files_that_come_together_are_taken_in_one_after_the_other);
  CASE (taking_in_is_undone_for_the_case_that_it_is_said_of);
  CASE (what_is_no_case_is_refused_with_a_word);
  CASE (a_case_leaves_as_a_file_that_is_known_by_its_beginning);
  CASE (a_case_without_a_number_is_not_saved_as_a_file);
  CASE (the_window_has_the_size_that_it_had);
  CASE (nothing_is_opened_where_others_may_look_on);
  CASE (a_new_case_asked_for_at_the_start_comes_once_the_cases_are_there);
  CASE (the_machine_stays_awake_while_people_talk);
  CASE (a_rehearsal_is_called_so_in_the_window_and_on_the_wall);
  g_test_add ("/manners/a_rehearsal_is_called_so_in_the_window_and_on_the_wall/rehearsal", Fixture, "yes",
              set_up, a_rehearsal_is_called_so_in_the_window_and_on_the_wall, tear_down);
  ADD (versions_are_told_and_nobody_is_named);
  return ui_test_run ();
}
