/* Verifying in the window: a file at once in full, many as a list, what is known of certificates. */

#include "ui-signed.h"
#include "ui-test.h"

#include <glib/gstdio.h>
#include "casework/eup-known.h"
#include "casework/eup-workspace.h"
#include "ui/common/eup-known-group.h"
#include "ui/eup-window.h"
#include "ui/record/eup-verify-dialog.h"

static char *folder; /* of ui_signed_new() */

static char *
file (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static gboolean
is_done (gpointer dialog)
{
  return eup_verify_dialog_is_done (dialog);
}

static GtkWindow *
present (const char *const *paths, AdwDialog **dialog)
{
  GtkWindow *window = ui_test_present (gtk_label_new (NULL), 900, 800);

  *dialog = eup_verify_dialog_new (paths, NULL);
  adw_dialog_present (*dialog, GTK_WIDGET (window));
  ui_test_wait (is_done, *dialog);
  ui_test_settle ();
  return window;
}

static void
one_file_is_told_in_full (void)
{
  g_autofree char *path = file ("signed.pdf");
  AdwDialog *dialog;
  GtkWindow *window = present ((const char *const[]) { path, NULL }, &dialog);

  g_assert_true (ui_test_holds (GTK_WIDGET (dialog), "Sealed and unchanged"));
  g_assert_true (ui_test_holds (GTK_WIDGET (dialog), "1. Signed by Lars Öberg"));
  g_assert_true (ui_test_holds (GTK_WIDGET (dialog), "The whole file"));
  g_assert_true (ui_test_holds (GTK_WIDGET (dialog), "The data file beside it belongs to it"));
  g_assert_true (ui_test_holds (GTK_WIDGET (dialog), "SA-2026-311-1"));
  g_assert_true (ui_test_holds (GTK_WIDGET (dialog),
                                "Not known here: nobody who vouches for it is known on this computer"));
  gtk_window_destroy (window);
}

static void
changed_file_is_told (void)
{
  g_autofree char *path = file ("changed.pdf");
  AdwDialog *dialog;
  GtkWindow *window = present ((const char *const[]) { path, NULL }, &dialog);

  g_assert_true (ui_test_holds (GTK_WIDGET (dialog), "Changed after it was signed"));
  g_assert_true (ui_test_holds (GTK_WIDGET (dialog), "1. A signature that does not hold"));
  g_assert_false (ui_test_holds (GTK_WIDGET (dialog), "Sealed and unchanged"));
  gtk_window_destroy (window);
}

static void
many_files_are_a_list (void)
{
  g_autofree char *good = file ("signed.pdf"), *changed = file ("changed.pdf"), *text = file ("word");
  const char *const paths[] = { good, changed, text, "/nowhere/a.pdf", NULL };
  AdwDialog *dialog;
  GtkWindow *window = present (paths, &dialog);
  GtkWidget *list;

  g_assert_true (ui_test_holds (GTK_WIDGET (dialog), "4 files, 1 of them signed and unchanged"));
  g_assert_true (ui_test_holds (GTK_WIDGET (dialog), "Sealed and unchanged"));
  g_assert_true (ui_test_holds (GTK_WIDGET (dialog), "Changed after it was signed"));
  g_assert_true (ui_test_holds (GTK_WIDGET (dialog), "Not one of our records"));
  g_assert_true (ui_test_holds (GTK_WIDGET (dialog), "It could not be read"));
  list = ui_test_find_any (GTK_WIDGET (dialog), GTK_TYPE_LIST_VIEW);
  g_signal_emit_by_name (list, "activate", 1);
  ui_test_settle ();
  g_assert_true (ui_test_holds (GTK_WIDGET (dialog), "Do not rely on it. Look for another copy."));
  gtk_window_destroy (window);
}

static void
many_files_can_be_stopped (void)
{
  g_autofree char *good = file ("signed.pdf");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) paths = NULL;
  GtkWindow *window = ui_test_present (gtk_label_new (NULL), 900, 800);
  AdwDialog *dialog;

  for (guint i = 0; i < 5000; i++)
    g_strv_builder_add (builder, good);
  paths = g_strv_builder_end (builder);
  dialog = eup_verify_dialog_new ((const char *const *) paths, NULL);
  adw_dialog_present (dialog, GTK_WIDGET (window));
  ui_test_settle ();
  ui_test_press (GTK_WIDGET (dialog), "_Stop");
  ui_test_wait (is_done, dialog);
  g_assert_true (ui_test_holds (GTK_WIDGET (dialog), "Stopped after"));
  gtk_window_destroy (window);
}

static void
certificates_are_added_and_taken_away (void)
{
  g_autofree char *authority = file ("authority.pem"), *word = file ("word"), *path = file ("signed.pdf");
  EupKnownGroup *group = g_object_new (EUP_TYPE_KNOWN_GROUP, NULL);
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWindow *window, *other;
  AdwDialog *dialog;
  g_autoptr (GPtrArray) known = NULL;

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), GTK_WIDGET (group));
  window = ui_test_present (overlay, 700, 600);
  eup_known_group_add_file (group, word);
  ui_test_settle ();
  known = eup_known_list ();
  g_assert_cmpuint (known->len, ==, 0);
  g_assert_true (ui_test_holds (GTK_WIDGET (window), "The Certificate Can’t Be Used"));
  adw_dialog_force_close (ADW_DIALOG (ui_test_find_any (GTK_WIDGET (window), ADW_TYPE_DIALOG)));
  ui_test_settle ();

  eup_known_group_add_file (group, authority);
  eup_known_group_add_file (group, authority); /* the same is one */
  ui_test_settle ();
  g_clear_pointer (&known, g_ptr_array_unref);
  known = eup_known_list ();
  g_assert_cmpuint (known->len, ==, 1);
  g_assert_true (ui_test_holds (GTK_WIDGET (group), "Holds until "));

  other = present ((const char *const[]) { path, NULL }, &dialog);
  g_assert_true (ui_test_holds (GTK_WIDGET (dialog), "Known here"));
  g_assert_true (ui_test_holds (GTK_WIDGET (dialog), "known here, added by you"));
  gtk_window_destroy (other);

  {
    const EupKnown *one = known->pdata[0];
    g_autofree char *take_away = g_strdup_printf ("Take away %s", one->certificate->name);
    g_autoptr (GPtrArray) left = NULL, back = NULL;

    ui_test_press (GTK_WIDGET (group), take_away);
    left = eup_known_list ();
    g_assert_cmpuint (left->len, ==, 0);
    ui_test_press (GTK_WIDGET (window), "_Undo");
    back = eup_known_list ();
    g_assert_cmpuint (back->len, ==, 1);
  }
  gtk_window_destroy (window);
}

static EupWorkspace *
open_workspace (void)
{
  g_autoptr (EupClock) clock = eup_clock_new_system ();

  return ui_test_workspace (clock);
}

static gboolean
drop (GtkWidget *window, GSList *files)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (window);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, files);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 10.0, 10.0, &taken);
    }
  return taken;
}

static void
records_are_dropped_on_the_window (void)
{
  g_autoptr (EupWorkspace) workspace = open_workspace ();
  g_autofree char *path = file ("signed.pdf");
  EupWindow *window = eup_window_new (NULL);
  g_autoslist (GFile) files = g_slist_prepend (NULL, g_file_new_for_path (path));
  AdwDialog *dialog;

  gtk_window_present (GTK_WINDOW (window));
  g_assert_false (drop (GTK_WIDGET (window), files)); /* nothing is open yet */
  eup_window_set_workspace (window, workspace);
  ui_test_settle ();
  g_assert_true (drop (GTK_WIDGET (window), files));
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_true (EUP_IS_VERIFY_DIALOG (dialog));
  ui_test_wait (is_done, dialog);
  ui_test_settle ();
  g_assert_true (ui_test_holds (GTK_WIDGET (dialog), "Sealed and unchanged"));
  g_assert_true (ui_test_holds (GTK_WIDGET (dialog), "No record with this number is kept here"));
  g_assert_false (drop (GTK_WIDGET (window), files)); /* one at a time */
  adw_dialog_force_close (dialog);
  ui_test_settle ();
  eup_window_new_case (window);
  ui_test_settle ();
  g_assert_false (drop (GTK_WIDGET (window), files)); /* others may look on */
  gtk_window_destroy (GTK_WINDOW (window));
  eup_store_close (eup_workspace_get_store (workspace));
}

int
main (int argc, char **argv)
{
  int status;

  ui_test_init (&argc, &argv);
  folder = ui_signed_new ();
#define ADD(name) g_test_add_func ("/verify-dialog/" #name, name)
  ADD (one_file_is_told_in_full);
  ADD (changed_file_is_told);
  ADD (many_files_are_a_list);
  ADD (many_files_can_be_stopped);
  ADD (certificates_are_added_and_taken_away);
  ADD (records_are_dropped_on_the_window);
  status = g_test_run ();
  ui_signed_free (folder);
  return status;
}
