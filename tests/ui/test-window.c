/* The whole window: what it says when the cases can't be opened, what a blank case leaves behind, and
 * that nothing is lost when it is closed in the middle of a word. */

#include "ui-test.h"

#include "casework/eup-workspace.h"
#include "ui/archive/eup-case-page.h"
#include "ui/eup-window.h"
#include "ui/meeting/eup-meeting-page.h"
#include "ui/meeting/eup-prepare-page.h"
#include "ui/sitting/eup-sitting-dialog.h"
#include "ui/sitting/eup-sitting-page.h"

typedef struct
{
  EupWorkspace *workspace;
  EupWindow *window;
  GPtrArray *cases; /* EupStoreSummary, of the last list */
  gboolean done;
} Fixture;

static gboolean
is_done (gpointer data)
{
  return ((Fixture *) data)->done;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 ("2026-11-21T15:24:00Z", NULL);
  g_autoptr (EupClock) clock = eup_clock_new_fixed (now);

  fixture->workspace = ui_test_workspace (clock);
  fixture->window = eup_window_new (NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  eup_window_set_workspace (fixture->window, fixture->workspace);
  ui_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_pointer (&fixture->cases, g_ptr_array_unref);
  eup_store_close (eup_workspace_get_store (fixture->workspace));
  g_clear_object (&fixture->workspace);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->cases, g_ptr_array_unref);
  fixture->cases = eup_store_list_finish (EUP_STORE (source), result, &error);
  g_assert_no_error (error);
  fixture->done = TRUE;
}

static GPtrArray *
list (Fixture *fixture)
{
  fixture->done = FALSE;
  eup_store_list_async (eup_workspace_get_store (fixture->workspace), NULL, NULL, listed_cb, fixture);
  ui_test_wait (is_done, fixture);
  return fixture->cases;
}

static EupCase *
open_case (Fixture *fixture)
{
  return eup_archive_page_get_case (eup_window_get_archive (fixture->window));
}

static void
name_it (EupCase *kase, const char *alias)
{
  EupCard *card = eup_case_edit (kase, EUP_PART_CARD, NULL);

  g_set_str (&card->alias, alias);
  eup_case_put (kase, EUP_PART_CARD, card);
}

static void
a_new_case_opens_its_preparation (Fixture *fixture, gconstpointer data)
{
  eup_window_new_case (fixture->window);
  ui_test_settle ();
  g_assert_nonnull (open_case (fixture));
  g_assert_nonnull (ui_test_find (GTK_WIDGET (fixture->window), EUP_TYPE_PREPARE_PAGE, NULL));
}

static gboolean
has_no_case (gpointer data)
{
  return list (data)->len == 0;
}

static gboolean
has_one_case (gpointer data)
{
  return list (data)->len == 1;
}

static gboolean
shows_its_case (gpointer fixture)
{
  return ui_test_find (GTK_WIDGET (((Fixture *) fixture)->window), EUP_TYPE_CASE_PAGE, NULL) != NULL;
}

static void
a_case_that_stays_blank_leaves_nothing_behind (Fixture *fixture, gconstpointer data)
{
  eup_window_new_case (fixture->window);
  ui_test_settle ();
  g_assert_true (eup_window_go_back (fixture->window));
  ui_test_settle ();
  g_assert_null (open_case (fixture));
  ui_test_wait (has_no_case, fixture);
}

static void
a_case_with_a_name_stays_and_opens_beside_the_list (Fixture *fixture, gconstpointer data)
{
  eup_window_new_case (fixture->window);
  name_it (open_case (fixture), "Anna");
  ui_test_settle ();
  eup_window_go_back (fixture->window);
  ui_test_wait (has_one_case, fixture);
  ui_test_wait (shows_its_case, fixture);
}

static void
a_removed_case_comes_back_with_undo (Fixture *fixture, gconstpointer data)
{
  GtkWidget *toast;

  eup_window_new_case (fixture->window);
  name_it (open_case (fixture), "Anna");
  eup_window_go_back (fixture->window);
  ui_test_wait (shows_its_case, fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.remove-case", NULL);
  ui_test_wait (has_no_case, fixture);
  ui_test_settle ();
  toast = ui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "_Undo");
  g_assert_nonnull (toast);
  g_signal_emit_by_name (toast, "clicked");
  ui_test_wait (has_one_case, fixture);
}

static void
a_sitting_of_today_is_gone_on_with (Fixture *fixture, gconstpointer data)
{
  EupCase *kase;
  EupPerson *anna;
  GtkWidget *window = GTK_WIDGET (fixture->window);

  eup_window_new_case (fixture->window);
  kase = open_case (fixture);
  name_it (kase, "Anna");
  anna = eup_case_edit (kase, EUP_PART_PERSON, "anna");
  g_set_str (&anna->name, "Anna");
  g_set_str (&anna->voice, "resident");
  eup_case_put (kase, EUP_PART_PERSON, anna);
  gtk_widget_activate_action (window, "win.sit", NULL);
  ui_test_settle ();
  g_assert_nonnull (ui_test_find (window, EUP_TYPE_SITTING_DIALOG, NULL));
  adw_dialog_force_close (ADW_DIALOG (ui_test_find (window, EUP_TYPE_SITTING_DIALOG, NULL)));
  g_free (ui_test_sit (kase, "q1"));
  ui_test_settle ();
  g_assert_nonnull (ui_test_row (window, "Go on with Anna"));
  gtk_widget_activate_action (window, "win.sit", NULL);
  ui_test_settle ();
  g_assert_nonnull (ui_test_find (window, EUP_TYPE_SITTING_PAGE, NULL));
  g_assert_null (ui_test_find (window, EUP_TYPE_SITTING_DIALOG, NULL));
}

static void
destroyed_cb (Fixture *fixture)
{
  fixture->done = TRUE;
}

static void
closing_in_the_middle_of_a_word_keeps_it (Fixture *fixture, gconstpointer data)
{
  eup_window_new_case (fixture->window);
  ui_test_settle ();
  name_it (open_case (fixture), "Ann");
  fixture->done = FALSE;
  g_signal_connect_swapped (fixture->window, "destroy", G_CALLBACK (destroyed_cb), fixture);
  gtk_window_close (GTK_WINDOW (fixture->window));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->window)));
  ui_test_wait (is_done, fixture);
  fixture->window = NULL;
  g_assert_cmpstr (((EupStoreSummary *) list (fixture)->pdata[0])->alias, ==, "Ann");
}

static void
what_can_not_be_done_now_does_nothing (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  gtk_widget_activate_action (window, "win.sign", NULL);
  gtk_widget_activate_action (window, "win.meet", NULL);
  gtk_widget_activate_action (window, "win.remove-case", NULL);
  ui_test_settle ();
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  g_assert_null (ui_test_find (window, EUP_TYPE_MEETING_PAGE, NULL));
  g_assert_cmpuint (list (fixture)->len, ==, 0);
}

static void
a_folder_that_cant_be_opened_is_said_with_what_to_do (void)
{
  static const int codes[] = { EUP_STORE_ERROR_UNREADABLE, EUP_STORE_ERROR_NEWER, EUP_STORE_ERROR_IN_USE };
  static const char *const words[] = { "Put back a copy of the folder", "Install that version",
                                       "Close the other one" };
  EupWindow *window = eup_window_new (NULL);

  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (EUP_STORE_ERROR, codes[i], "for the log");

      eup_window_fail (window, error);
      ui_test_settle ();
      g_assert_nonnull (ui_test_find (GTK_WIDGET (window), ADW_TYPE_STATUS_PAGE, words[i]));
      g_assert_false (ui_test_holds (GTK_WIDGET (window), "for the log"));
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

#define CASE(name) g_test_add ("/window/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  CASE (a_new_case_opens_its_preparation);
  CASE (a_case_that_stays_blank_leaves_nothing_behind);
  CASE (a_case_with_a_name_stays_and_opens_beside_the_list);
  CASE (a_removed_case_comes_back_with_undo);
  CASE (a_sitting_of_today_is_gone_on_with);
  CASE (closing_in_the_middle_of_a_word_keeps_it);
  CASE (what_can_not_be_done_now_does_nothing);
  g_test_add_func ("/window/a_folder_that_cant_be_opened_is_said_with_what_to_do",
                   a_folder_that_cant_be_opened_is_said_with_what_to_do);
  return ui_test_run ();
}
