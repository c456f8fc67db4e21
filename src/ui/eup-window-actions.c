/* The window's actions: buttons, menus and keys all come here. */

#include "ui/eup-window.h"

#include <glib/gi18n.h>
#include "ui/archive/eup-after-dialog.h"
#include "ui/common/eup-error-words.h"
#include "ui/record/eup-amend-dialog.h"
#include "ui/record/eup-export.h"
#include "ui/record/eup-sign-dialog.h"

static EupCase *
current_case (EupWindow *self)
{
  EupArchivePage *archive = eup_window_get_archive (self);

  return archive != NULL ? eup_archive_page_get_case (archive) : NULL;
}

static void
open_case_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EupArchivePage *archive = eup_window_get_archive (EUP_WINDOW (widget));

  if (archive != NULL)
    eup_archive_page_open (archive, g_variant_get_string (parameter, NULL));
}

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  eup_window_go_back (EUP_WINDOW (widget));
}

static void
prepare_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  eup_window_prepare (EUP_WINDOW (widget));
}

static void
prepare_at_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  eup_window_prepare_at (EUP_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
after_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EupCase *kase = current_case (EUP_WINDOW (widget));

  if (kase != NULL)
    adw_dialog_present (eup_after_dialog_new (eup_window_get_workspace (EUP_WINDOW (widget)), kase), widget);
}

static void
meet_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  eup_window_meet (EUP_WINDOW (widget));
}

static void
sit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  eup_window_sit (EUP_WINDOW (widget));
}

static void
preview_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  eup_window_preview (EUP_WINDOW (widget));
}

static void
exported_cb (EupWindow *self, const char *words)
{
  eup_window_say (self, words);
}

static void
export_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EupCase *kase = current_case (EUP_WINDOW (widget));

  if (kase != NULL)
    eup_export_record (kase, eup_workspace_get_store (eup_window_get_workspace (EUP_WINDOW (widget))),
                       GTK_WINDOW (widget), (EupExportedFunc) exported_cb, widget);
}

static void
verify_case_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  eup_window_verify_case (EUP_WINDOW (widget));
}

static void
signed_cb (EupWindow *self)
{
  eup_window_say (self, _ ("The record is signed"));
  eup_archive_page_show_case (eup_window_get_archive (self), current_case (self));
  eup_archive_page_reload (eup_window_get_archive (self));
}

static void
sign_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EupCase *kase = current_case (EUP_WINDOW (widget));
  AdwDialog *dialog;

  if (kase == NULL)
    return;
  dialog = eup_sign_dialog_new (kase);
  g_signal_connect_object (dialog, "signed", G_CALLBACK (signed_cb), widget, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

/* The new document is the one that is shown. */
static void
amended_cb (EupWindow *self, const char *document_id)
{
  EupCase *kase = current_case (self);

  eup_window_say (self, _ ("The amendment is sealed"));
  if (kase == NULL)
    return;
  eup_case_choose_document (kase, document_id);
  eup_archive_page_show_case (eup_window_get_archive (self), kase);
  eup_archive_page_reload (eup_window_get_archive (self));
}

static void
amend_closed_cb (EupWindow *self)
{
  if (eup_window_get_archive (self) != NULL)
    eup_archive_page_reload (eup_window_get_archive (self));
}

static void
amending_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EupAmending) amending = eup_case_amend_finish (EUP_CASE (source), result, &error);
  AdwDialog *dialog;

  if (amending == NULL)
    {
      g_warning ("A record can't be amended: %s", error->message);
      eup_window_say (self, eup_error_words (error));
      return;
    }
  if (current_case (self) != EUP_CASE (source))
    return;
  dialog = eup_amend_dialog_new (amending);
  g_signal_connect_object (dialog, "sealed", G_CALLBACK (amended_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (amend_closed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
amend_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EupCase *kase = current_case (EUP_WINDOW (widget));

  if (kase != NULL)
    eup_case_amend_async (kase, NULL, amending_cb, g_object_ref (widget));
}

static void
acknowledge_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  eup_window_acknowledge (EUP_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
acknowledge_afterwards_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  eup_window_acknowledge (EUP_WINDOW (widget), NULL);
}

static void
save_copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  eup_window_save_copy (EUP_WINDOW (widget));
}

static void
remove_case_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EupCase *kase = current_case (EUP_WINDOW (widget));

  if (kase != NULL)
    eup_window_remove_case (EUP_WINDOW (widget), eup_case_get_id (kase));
}

void
eup_window_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open-case", "s", open_case_cb);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "win.prepare", NULL, prepare_cb);
  gtk_widget_class_install_action (widget_class, "win.prepare-at", "s", prepare_at_cb);
  gtk_widget_class_install_action (widget_class, "win.after", NULL, after_cb);
  gtk_widget_class_install_action (widget_class, "win.meet", NULL, meet_cb);
  gtk_widget_class_install_action (widget_class, "win.sit", NULL, sit_cb);
  gtk_widget_class_install_action (widget_class, "win.preview", NULL, preview_cb);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "win.verify-case", NULL, verify_case_cb);
  gtk_widget_class_install_action (widget_class, "win.sign", NULL, sign_cb);
  gtk_widget_class_install_action (widget_class, "win.acknowledge", "s", acknowledge_cb);
  gtk_widget_class_install_action (widget_class, "win.acknowledge-afterwards", NULL,
                                   acknowledge_afterwards_cb);
  gtk_widget_class_install_action (widget_class, "win.amend", NULL, amend_cb);
  gtk_widget_class_install_action (widget_class, "win.save-copy", NULL, save_copy_cb);
  gtk_widget_class_install_action (widget_class, "win.remove-case", NULL, remove_case_cb);
}

/* What can't be done now is grey everywhere at once. */
void
eup_window_update_actions (EupWindow *self)
{
  EupCase *kase = current_case (self);
  gboolean open = kase != NULL && !eup_case_is_sealed (kase);
  gboolean sealed = kase != NULL && eup_case_is_sealed (kase);
  gboolean real = kase != NULL && !eup_case_get_assessment (kase)->card->rehearsal;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.prepare", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.prepare-at", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.after", sealed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.meet", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.sit", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.preview", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.acknowledge", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.acknowledge-afterwards", sealed && real);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.save-copy", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.remove-case", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export", sealed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.verify-case", sealed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.sign", sealed && real);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.amend", sealed);
}

/* Taking a case away, and back. */

typedef struct
{
  EupWindow *window;
  EupStore *store;
  char *id;
} Removal;

static void
removal_free (gpointer data, GClosure *closure)
{
  Removal *removal = data;

  g_object_unref (removal->window);
  g_object_unref (removal->store);
  g_free (removal->id);
  g_free (removal);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupWindow) window = data;
  g_autoptr (GError) error = NULL;

  if (!eup_store_restore_case_finish (EUP_STORE (source), result, &error))
    eup_window_say (window, eup_error_words (error));
  if (eup_window_get_archive (window) != NULL)
    eup_archive_page_reload (eup_window_get_archive (window));
}

static void
undo_removal_cb (AdwToast *toast, Removal *removal)
{
  eup_store_restore_case_async (removal->store, removal->id, NULL, restored_cb,
                                g_object_ref (removal->window));
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Removal *removal = data;
  EupWindow *window = removal->window;
  g_autoptr (GError) error = NULL;
  AdwToast *toast;

  if (eup_window_get_archive (window) == NULL ||
      !eup_store_remove_case_finish (EUP_STORE (source), result, &error))
    {
      if (error != NULL)
        eup_window_say (window, eup_error_words (error));
      removal_free (removal, NULL);
      return;
    }
  eup_archive_page_reload (eup_window_get_archive (window));
  toast = adw_toast_new (_ ("The case is removed"));
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_timeout (toast, 15);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_removal_cb), removal, removal_free, 0);
  eup_window_toast (window, toast);
}

static void
flushed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Removal *removal = data;

  eup_case_flush_finish (EUP_CASE (source), result, NULL);
  eup_store_remove_case_async (removal->store, removal->id, NULL, removed_cb, removal);
}

/**
 * eup_window_remove_case:
 * @self: the window
 * @id: a case that is not sealed
 *
 * Takes it out of the list; a toast brings it back. If it is shown, its last words are written first.
 */
void
eup_window_remove_case (EupWindow *self, const char *id)
{
  EupCase *kase = current_case (self);
  gboolean shown = kase != NULL && g_str_equal (eup_case_get_id (kase), id);
  Removal *removal;

  if (shown && eup_case_is_sealed (kase))
    return;
  removal = g_new0 (Removal, 1);
  removal->window = g_object_ref (self);
  removal->store = g_object_ref (eup_workspace_get_store (eup_window_get_workspace (self)));
  removal->id = g_strdup (id);
  if (!shown)
    {
      eup_store_remove_case_async (removal->store, id, NULL, removed_cb, removal);
      return;
    }
  eup_case_flush_async (kase, NULL, flushed_cb, removal);
  eup_archive_page_show_case (eup_window_get_archive (self), NULL);
}
