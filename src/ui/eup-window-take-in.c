/* Case files on their way into the store, one after the other: whether one is here already can only be known
 * once the one before it is in, or was refused, or somebody has answered what shall become of it. */

#include "ui/eup-window-private.h"

#include <glib/gi18n.h>
#include "ui/common/eup-error-words.h"
#include "util/eup-problems.h"
#include "util/eup-worker.h"

typedef struct
{
  EupWindow *window;
  EupAssessment *assessment; /* until it is handed on */
} Coming;

static void take_next (EupWindow *self);

/* Its end, whatever became of it; then the next one comes. */
static void
coming_free (Coming *coming)
{
  EupWindow *window = coming->window;

  g_clear_pointer (&coming->assessment, eup_assessment_free);
  g_free (coming);
  window->taking_in = FALSE;
  take_next (window);
  g_object_unref (window);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Coming, coming_free)

static void
refused_cb (GObject *source, GAsyncResult *result, gpointer coming)
{
  adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);
  coming_free (coming);
}

/* @coming: (transfer full) */
static void
refuse (Coming *coming, const GError *error)
{
  gboolean content = error->domain == EUP_DATA_ERROR;
  AdwDialog *dialog = adw_alert_dialog_new (
      _ ("The File Can’t Be Opened"),
      content ? _ ("It is no case that this version can read, or something in it was changed. Ask for it "
                   "once more from where it comes.")
              : eup_error_words (error));

  g_message ("A file can't be opened: %s", error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), GTK_WIDGET (coming->window), NULL, refused_cb, coming);
}

/* Not once people sit together over it. */
static void
undo_cb (EupWindow *self, AdwToast *toast)
{
  if (eup_window_may_open (self))
    eup_window_remove_case (self, g_object_get_data (G_OBJECT (toast), "case"));
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
      refuse (g_steal_pointer (&coming), error);
      return;
    }
  eup_archive_page_show_case (coming->window->archive, kase);
  toast = adw_toast_new (_ ("The case is taken in"));
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "case", g_strdup (eup_case_get_id (kase)), g_free);
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
  g_autoptr (Coming) coming = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EupStoreSummary) here = eup_store_find_finish (EUP_STORE (source), result, &error);

  if (coming->window->archive == NULL)
    return;
  if (here != NULL)
    ask (g_steal_pointer (&coming));
  else if (g_error_matches (error, EUP_STORE_ERROR, EUP_STORE_ERROR_NOT_FOUND))
    take_in (g_steal_pointer (&coming));
  else
    refuse (g_steal_pointer (&coming), error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  EupWindow *self = EUP_WINDOW (source);
  g_autoptr (Coming) coming = data;
  g_autoptr (GError) error = NULL;
  const char *id;

  coming->assessment = g_task_propagate_pointer (G_TASK (result), &error);
  if (self->archive == NULL)
    return;
  if (coming->assessment == NULL)
    {
      refuse (g_steal_pointer (&coming), error);
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
  self->taking_in = TRUE;
  /* A file that lies nowhere that can be read has no path; that is told like one that is not there. */
  g_task_set_task_data (task, path ? g_steal_pointer (&path) : g_file_get_uri (file), g_free);
  g_task_set_source_tag (task, take_in_file);
  eup_worker_run (task, read_thread);
}

static void
take_next (EupWindow *self)
{
  GSList *next = self->to_take_in;

  if (next == NULL || self->taking_in || self->archive == NULL)
    return;
  self->to_take_in = g_slist_remove_link (self->to_take_in, next);
  take_in_file (self, next->data);
  g_slist_free_full (next, g_object_unref);
}

/**
 * eup_window_take_in_files:
 * @files: (element-type GFile): case files
 *
 * Takes them in after those that are on their way, and tells of each what became of it.
 */
void
eup_window_take_in_files (EupWindow *self, GSList *files)
{
  for (GSList *item = files; item != NULL; item = item->next)
    self->to_take_in = g_slist_append (self->to_take_in, g_object_ref (item->data));
  take_next (self);
}
