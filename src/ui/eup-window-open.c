/* Files that somebody brings: opened from the desktop, dragged onto the window, or chosen. Records (PDF) are
 * verified, case files are taken in. Not in a meeting or a sitting, where others look on. */

#include "ui/eup-window-private.h"

#include <glib/gi18n.h>
#include "ui/common/eup-error-words.h"
#include "util/eup-problems.h"
#include "util/eup-worker.h"

/* One case file on its way into the store. */
typedef struct
{
  EupWindow *window;
  EupAssessment *assessment; /* until it is handed on */
} Coming;

static void
coming_free (Coming *coming)
{
  g_object_unref (coming->window);
  g_clear_pointer (&coming->assessment, eup_assessment_free);
  g_free (coming);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Coming, coming_free)

static void
refuse (EupWindow *self, const GError *error)
{
  gboolean content = error->domain == EUP_DATA_ERROR;
  AdwDialog *dialog = adw_alert_dialog_new (
      _ ("The File Can’t Be Opened"),
      content ? _ ("It is no case that this version can read, or something in it was changed. Ask for it "
                   "once more from where it comes.")
              : eup_error_words (error));

  g_message ("A file can't be opened: %s", error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
undo_cb (EupWindow *self)
{
  eup_window_remove_case (self);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Coming) coming = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EupCase) kase = eup_workspace_import_case_finish (EUP_WORKSPACE (source), result, &error);
  AdwToast *toast;

  if (coming->window->archive == NULL)
    return;
  if (kase == NULL)
    {
      refuse (coming->window, error);
      return;
    }
  eup_archive_page_show_case (coming->window->archive, kase);
  toast = adw_toast_new (_ ("The case is taken in"));
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), coming->window, G_CONNECT_SWAPPED);
  eup_window_toast (coming->window, toast);
}

static void
take_in (Coming *coming)
{
  eup_workspace_import_case_async (coming->window->workspace, g_steal_pointer (&coming->assessment), NULL,
                                   imported_cb, coming);
}

/* The one that is here may have been taken out of the list; then it comes back. A sealed one never was. */
static void
restored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Coming) coming = data;

  eup_store_restore_case_finish (EUP_STORE (source), result, NULL);
  if (coming->window->archive == NULL)
    return;
  eup_archive_page_reload (coming->window->archive);
  eup_archive_page_open (coming->window->archive, coming->assessment->card->id);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Coming) coming = data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);
  EupCard *card = coming->assessment->card;

  if (coming->window->workspace == NULL)
    return;
  if (g_strcmp0 (answer, "copy") == 0)
    {
      g_free (card->id);
      card->id = g_uuid_string_random ();
      take_in (g_steal_pointer (&coming));
    }
  else if (g_strcmp0 (answer, "open") == 0)
    {
      EupStore *store = eup_workspace_get_store (coming->window->workspace);

      eup_store_restore_case_async (store, card->id, NULL, restored_cb, g_steal_pointer (&coming));
    }
}

static void
ask (Coming *coming)
{
  AdwDialog *dialog = adw_alert_dialog_new (
      _ ("This Case Is Here Already"),
      _ ("The one that is here stays as it is. A copy from the file would stand beside it."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "copy",
                                  _ ("Take In a Co_py"), "open", _ ("_Open the One Here"), NULL);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "open");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), GTK_WIDGET (coming->window), NULL, answered_cb, coming);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Coming *coming = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EupStoreSummary) here = eup_store_find_finish (EUP_STORE (source), result, &error);

  if (here != NULL && coming->window->archive != NULL)
    {
      ask (coming);
      return;
    }
  if (coming->window->archive != NULL && g_error_matches (error, EUP_STORE_ERROR, EUP_STORE_ERROR_NOT_FOUND))
    {
      take_in (coming);
      return;
    }
  if (coming->window->archive != NULL)
    refuse (coming->window, error);
  coming_free (coming);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  EupWindow *self = EUP_WINDOW (source);
  g_autoptr (Coming) coming = data;
  g_autoptr (GError) error = NULL;
  const char *id;

  coming->assessment = g_task_propagate_pointer (G_TASK (result), &error);
  if (self->workspace == NULL)
    return;
  if (coming->assessment == NULL)
    {
      refuse (self, error);
      return;
    }
  id = coming->assessment->card->id;
  eup_store_find_async (eup_workspace_get_store (self->workspace), id, NULL, found_cb,
                        g_steal_pointer (&coming));
}

static void
read_thread (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  GError *error = NULL;
  EupAssessment *assessment = eup_assessment_load (path, NULL, &error);

  if (assessment != NULL)
    g_task_return_pointer (task, assessment, (GDestroyNotify) eup_assessment_free);
  else
    g_task_return_error (task, error);
}

static void
take_in_file (EupWindow *self, GFile *file)
{
  Coming *coming = g_new0 (Coming, 1);
  g_autoptr (GTask) task = g_task_new (self, NULL, read_cb, coming);
  g_autofree char *path = g_file_get_path (file);

  coming->window = g_object_ref (self);
  /* A file that lies nowhere that can be read has no path; that is told like one that is not there. */
  g_task_set_task_data (task, path ? g_steal_pointer (&path) : g_file_get_uri (file), g_free);
  g_task_set_source_tag (task, take_in_file);
  eup_worker_run (task, read_thread);
}

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
  for (GSList *item = files; item != NULL; item = item->next)
    take_in_file (self, item->data);
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
