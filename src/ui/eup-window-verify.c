/* Records that somebody chooses to verify, and files that are dragged onto the window (eup-window-open.c says
 * what becomes of them). */

#include "ui/eup-window-private.h"

#include <glib/gi18n.h>
#include "casework/eup-case-documents.h"
#include "ui/common/eup-error-words.h"
#include "ui/record/eup-verify-dialog.h"

/* A file that lies nowhere that can be read has no path; that is told by its name. */
static char **
paths_of (GSList *files)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (GSList *item = files; item != NULL; item = item->next)
    {
      const char *path = g_file_peek_path (item->data);
      g_autofree char *name = path ? NULL : g_file_get_basename (item->data);

      g_strv_builder_add (builder, path ? path : name);
    }
  return g_strv_builder_end (builder);
}

/* Opens a dialog that says what has become of @files (element-type GFile). */
void
eup_window_verify_files (EupWindow *self, GSList *files)
{
  g_auto (GStrv) paths = paths_of (files);
  EupStore *store = self->workspace ? eup_workspace_get_store (self->workspace) : NULL;

  if (*paths != NULL)
    adw_dialog_present (eup_verify_dialog_new ((const char *const *) paths, store), GTK_WIDGET (self));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupWindow) self = data;
  g_autoptr (GListModel) chosen =
      gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoslist (GFile) files = NULL;

  for (guint i = 0; chosen != NULL && i < g_list_model_get_n_items (chosen); i++)
    files = g_slist_prepend (files, g_list_model_get_item (chosen, i));
  files = g_slist_reverse (files);
  if (files != NULL)
    eup_window_verify_files (self, files);
}

/**
 * eup_window_choose_to_verify:
 * @self: the window
 *
 * Lets somebody choose records and verifies them.
 */
void
eup_window_choose_to_verify (EupWindow *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) pdf = gtk_file_filter_new ();

  if (!eup_window_may_open (self))
    return;
  gtk_file_filter_set_name (pdf, _ ("Records (PDF)"));
  gtk_file_filter_add_suffix (pdf, "pdf");
  g_list_store_append (filters, pdf);
  gtk_file_dialog_set_title (dialog, _ ("Choose Records to Verify"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (self), NULL, chosen_cb, g_object_ref (self));
}

static void
record_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EupStoreRecord) record = eup_store_document_finish (EUP_STORE (source), result, &error);

  if (record != NULL && eup_window_may_open (self))
    adw_dialog_present (eup_verify_dialog_new_record (record, EUP_STORE (source)), GTK_WIDGET (self));
  else if (record == NULL)
    eup_window_say (self, eup_error_words (error));
}

/**
 * eup_window_verify_case:
 *
 * Opens a dialog that tells in full of the record that is open, as it is kept.
 */
void
eup_window_verify_case (EupWindow *self)
{
  EupCase *kase = eup_window_get_case (self);

  if (kase != NULL && eup_window_may_open (self))
    eup_store_document_async (eup_workspace_get_store (self->workspace), eup_case_get_id (kase),
                              eup_case_get_document (kase), NULL, record_loaded_cb, g_object_ref (self));
}

static GdkDragAction
enter_cb (GtkDropTarget *target, double x, double y, EupWindow *self)
{
  gboolean may = eup_window_may_open (self);

  gtk_revealer_set_reveal_child (self->drop, may);
  return may ? GDK_ACTION_COPY : 0;
}

static void
leave_cb (GtkDropTarget *target, EupWindow *self)
{
  gtk_revealer_set_reveal_child (self->drop, FALSE);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, EupWindow *self)
{
  g_autoptr (GSList) files = NULL;

  gtk_revealer_set_reveal_child (self->drop, FALSE);
  if (!eup_window_may_open (self) || !G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    return FALSE;
  files = gdk_file_list_get_files (g_value_get_boxed (value));
  if (files != NULL)
    eup_window_open_files (self, files);
  return files != NULL;
}

/* Stands over everything while something is held above the window. */
static GtkWidget *
new_veil (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *icon = gtk_image_new_from_icon_name ("document-open-symbolic");
  GtkWidget *words = gtk_label_new (_ ("Let go to verify a record, or to take in a case"));

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 64);
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_justify (GTK_LABEL (words), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (words, "title-1");
  gtk_widget_add_css_class (box, "drop-veil");
  gtk_widget_set_vexpand (icon, TRUE);
  gtk_widget_set_valign (icon, GTK_ALIGN_END);
  gtk_widget_set_vexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), words);
  return box;
}

/* Makes the window take files that are dragged onto it. */
void
eup_window_take_drops (EupWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *content = g_object_ref (adw_application_window_get_content (ADW_APPLICATION_WINDOW (self)));

  self->drop = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_transition_type (self->drop, GTK_REVEALER_TRANSITION_TYPE_CROSSFADE);
  gtk_revealer_set_child (self->drop, new_veil ());
  gtk_widget_set_can_target (GTK_WIDGET (self->drop), FALSE);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), NULL);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), content);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), GTK_WIDGET (self->drop));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), overlay);
  g_object_unref (content);
  g_signal_connect (target, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
