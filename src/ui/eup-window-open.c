/* Files that somebody brings: opened from the desktop, dragged onto the window, or chosen. Records (PDF) are
 * verified, case files are taken in. Not in a meeting or a sitting, where others look on. */

#include "ui/eup-window-private.h"

#include <glib/gi18n.h>

static gboolean
is_pdf (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = name ? g_ascii_strdown (name, -1) : NULL;

  return lower != NULL && g_str_has_suffix (lower, ".pdf");
}

/* Whether nobody else is looking: at the root, or on a record. */
gboolean
eup_window_may_open (EupWindow *self)
{
  return self->archive != NULL &&
         adw_navigation_view_get_visible_page (self->view) == ADW_NAVIGATION_PAGE (self->archive) &&
         adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) == NULL;
}

/**
 * eup_window_open_files:
 * @self: the window
 * @files: (element-type GFile): records, with their data beside them or not; or case files
 *
 * Opens them once the cases are there. Records are verified, all together; without any record among them each
 * file is taken in as a case. Where others may look on nothing is opened, and a word says what to do.
 */
void
eup_window_open_files (EupWindow *self, GSList *files)
{
  gboolean records = FALSE;

  g_return_if_fail (EUP_IS_WINDOW (self));
  if (self->workspace == NULL)
    {
      for (GSList *item = files; item != NULL; item = item->next)
        self->coming = g_slist_append (self->coming, g_object_ref (item->data));
      return;
    }
  if (!eup_window_may_open (self))
    {
      eup_window_toast (self, adw_toast_new (_ ("Go back to the list of cases, and open the file again")));
      return;
    }
  for (GSList *item = files; item != NULL; item = item->next)
    records = records || is_pdf (item->data);
  if (records)
    {
      eup_window_verify_files (self, files);
      return;
    }
  eup_window_take_in_files (self, files);
}

/* The cases are there now: what somebody asked for before. */
void
eup_window_catch_up (EupWindow *self)
{
  g_autoslist (GFile) files = g_steal_pointer (&self->coming);

  if (self->begins_case)
    eup_window_new_case (self);
  self->begins_case = FALSE;
  if (files != NULL)
    eup_window_open_files (self, files);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupWindow) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (GSList) files = file ? g_slist_prepend (NULL, file) : NULL;

  if (files != NULL)
    eup_window_open_files (self, files);
}

/**
 * eup_window_choose_to_open:
 * @self: the window
 *
 * Lets somebody choose a case file, and takes it in.
 */
void
eup_window_choose_to_open (EupWindow *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) cases = gtk_file_filter_new ();

  if (!eup_window_may_open (self))
    return;
  gtk_file_filter_set_name (cases, _ ("Cases and data of records (JSON)"));
  gtk_file_filter_add_suffix (cases, "json");
  g_list_store_append (filters, cases);
  gtk_file_dialog_set_title (dialog, _ ("Choose a Case File"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (self), NULL, chosen_cb, g_object_ref (self));
}
