/* The disk is full in the middle of a sentence: it is said, the words stay, and they are saved as soon as
 * there is room. The disk is played by the limit that the kernel puts on the files of a process. */

#include "ui-test.h"

#include <signal.h>
#include <sys/resource.h>
#include "ui/eup-window.h"
#include "ui/meeting/eup-meeting-page.h"
#include "ui/meeting/eup-prepare-page.h"

#define BEFORE "Jag vill ut varje dag"
#define WHILE_FULL "Jag vill ut varje dag, även när det regnar"
#define SAID "The disk is full"

static void
set_room (rlim_t bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = MIN (bytes, limit.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static gboolean
is_saved (gpointer kase)
{
  return eup_case_get_saved (kase) && eup_case_get_problem (kase) == NULL;
}

static gboolean
is_full (gpointer kase)
{
  return eup_case_get_problem (kase) != NULL;
}

static gboolean
says_so (GtkWidget *page)
{
  GtkWidget *banner = ui_test_find (page, ADW_TYPE_BANNER, NULL);

  return banner != NULL && adw_banner_get_revealed (ADW_BANNER (banner));
}

static const char *
words_of (EupCase *kase)
{
  return eup_assessment_find_statement (eup_case_get_assessment (kase), "q16", "anna")->words;
}

static void
words_on_a_full_disk_stay_and_are_saved_when_there_is_room (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  EupMeetingPage *page = eup_meeting_page_new (kase);
  GtkWindow *window = ui_test_present (GTK_WIDGET (page), 1920, 1080);

  ui_test_say (kase, "q16", "anna", NULL, BEFORE);
  gtk_widget_activate_action (GTK_WIDGET (page), "meeting.shared", NULL);
  ui_test_wait (is_saved, kase);
  g_assert_false (says_so (GTK_WIDGET (page)));

  set_room (1);
  ui_test_say (kase, "q16", "anna", NULL, WHILE_FULL);
  ui_test_wait (is_full, kase);
  g_assert_true (says_so (GTK_WIDGET (page)));
  g_assert_cmpstr (words_of (kase), ==, WHILE_FULL);
  g_assert_false (ui_test_holds (GTK_WIDGET (eup_meeting_page_get_shared_window (page)), SAID));
  gtk_widget_activate_action (GTK_WIDGET (page), "meeting.next", NULL);
  g_assert_false (eup_case_get_saved (kase));

  set_room (RLIM_INFINITY);
  ui_test_wait (is_saved, kase);
  g_assert_false (says_so (GTK_WIDGET (page)));
  g_assert_cmpstr (words_of (kase), ==, WHILE_FULL);
  gtk_window_destroy (window);
}

static void
the_preparation_says_it_too (void)
{
  g_autoptr (EupCase) kase = ui_test_case ("gps-alarm.json");
  GtkWidget *page = eup_prepare_page_new (kase);
  GtkWindow *window = ui_test_present (page, 900, 700);

  ui_test_keep (kase);
  ui_test_wait (is_saved, kase);
  set_room (1);
  ui_test_keep (kase);
  ui_test_wait (is_full, kase);
  g_assert_true (says_so (page));
  set_room (RLIM_INFINITY);
  ui_test_wait (is_saved, kase);
  g_assert_false (says_so (page));
  gtk_window_destroy (window);
}

typedef struct
{
  EupWorkspace *workspace;
  EupWindow *window;
} Opened;

static GtkWidget *
dialog_of (Opened *opened)
{
  return (GtkWidget *) adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (opened->window));
}

static gboolean
says_that_it_is_full (gpointer opened)
{
  return dialog_of (opened) != NULL && ui_test_holds (dialog_of (opened), SAID);
}

static gboolean
has_one_case (gpointer data)
{
  Opened *opened = data;
  EupStore *store = eup_workspace_get_store (opened->workspace);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) cases = NULL;

  eup_store_list_async (store, NULL, NULL, ui_test_answered_cb, &result);
  ui_test_wait_for_answer (&result);
  cases = eup_store_list_finish (store, result, NULL);
  return cases->len == 1;
}

static void
open_sample (Opened *opened)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("EUP_SOURCE"), "tests", "data", "cases", "gps-alarm.json", NULL);
  g_autoslist (GFile) files = g_slist_prepend (NULL, g_file_new_for_path (path));

  eup_window_open_files (opened->window, files);
}

static void
a_case_that_cant_be_kept_is_not_taken_in (void)
{
  g_autoptr (EupClock) clock = eup_clock_new_default ();
  Opened opened = { ui_test_workspace (clock), eup_window_new (NULL) };

  gtk_window_present (GTK_WINDOW (opened.window));
  eup_window_set_workspace (opened.window, opened.workspace);
  set_room (1);
  open_sample (&opened);
  ui_test_wait (says_that_it_is_full, &opened);
  set_room (RLIM_INFINITY);
  adw_dialog_force_close (ADW_DIALOG (dialog_of (&opened)));
  g_assert_false (has_one_case (&opened));
  g_assert_null (eup_archive_page_get_case (eup_window_get_archive (opened.window)));
  open_sample (&opened);
  ui_test_wait (has_one_case, &opened);
  gtk_window_destroy (GTK_WINDOW (opened.window));
  eup_store_close (eup_workspace_get_store (opened.workspace));
  g_object_unref (opened.workspace);
}

#define ADD(name) g_test_add_func ("/disk-full/" #name, name)

int
main (int argc, char *argv[])
{
  signal (SIGXFSZ, SIG_IGN);
  ui_test_init (&argc, &argv);
  ADD (words_on_a_full_disk_stay_and_are_saved_when_there_is_room);
  ADD (the_preparation_says_it_too);
  ADD (a_case_that_cant_be_kept_is_not_taken_in);
  return ui_test_run ();
}
