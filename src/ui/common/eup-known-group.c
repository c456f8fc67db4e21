/* Whoever signs is known here when a way leads to one of these, or to one of the system's. The files are small
 * and few, so they are read and written at once. */

#include "ui/common/eup-known-group.h"

#include <glib/gi18n.h>
#include "casework/eup-known.h"
#include "ui/common/eup-error-words.h"
#include "ui/common/eup-toasts.h"

struct _EupKnownGroup
{
  AdwPreferencesGroup parent_instance;
  GPtrArray *rows;
  GtkWidget *add;
};

G_DEFINE_FINAL_TYPE (EupKnownGroup, eup_known_group, ADW_TYPE_PREFERENCES_GROUP)

static void refresh (EupKnownGroup *self);

/* What stood there, until the toast is gone. */
typedef struct
{
  EupKnownGroup *group;
  char *file;
  GBytes *contents;
} Removed;

static void
removed_free (gpointer data, GClosure *closure)
{
  Removed *removed = data;

  g_object_unref (removed->group);
  g_free (removed->file);
  g_bytes_unref (removed->contents);
  g_free (removed);
}

static const char *
words_for_error (const GError *error)
{
  if (g_error_matches (error, EUP_TRUST_ERROR, EUP_TRUST_ERROR_UNUSABLE))
    return _ ("There is no certificate in this file, or it is damaged. Choose another one.");
  return eup_error_words (error);
}

static void
undo_cb (AdwToast *toast, gpointer data)
{
  Removed *removed = data;
  g_autoptr (GError) error = NULL;

  if (!eup_known_put_back (removed->file, removed->contents, &error))
    eup_toast_say (GTK_WIDGET (removed->group), words_for_error (error));
  if (removed->group->rows != NULL)
    refresh (removed->group);
}

static void
remove_cb (GtkWidget *button, EupKnownGroup *self)
{
  g_autofree char *file = g_strdup (gtk_widget_get_name (button));
  g_autoptr (GError) error = NULL;
  GBytes *contents = eup_known_remove (file, &error);
  AdwToast *toast;
  Removed *removed;

  if (contents == NULL)
    {
      eup_toast_say (GTK_WIDGET (self), words_for_error (error));
      return;
    }
  removed = g_new0 (Removed, 1);
  removed->group = g_object_ref (self);
  removed->file = g_steal_pointer (&file);
  removed->contents = contents;
  toast = adw_toast_new (_ ("The certificate is taken away"));
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_timeout (toast, 15);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), removed, removed_free, 0);
  refresh (self);
  eup_toast_show (GTK_WIDGET (self), toast);
}

static char *
describe (const EupKnown *known)
{
  if (!known->usable)
    return g_strdup (_ ("This file can’t be used; take it away"));
  if (known->certificate == NULL)
    return g_strdup (_ ("List of revoked certificates"));
  /* Translators: a day */
  return g_strdup_printf (_ ("Holds until %s"), known->certificate->until ? known->certificate->until : "?");
}

static void
add_row (EupKnownGroup *self, const EupKnown *known)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  const char *title = known->certificate ? known->certificate->name : known->file;
  g_autofree char *words = describe (known);
  /* Translators: %s is the name of a certificate */
  g_autofree char *label = g_strdup_printf (_ ("Take away %s"), title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  gtk_widget_set_name (remove, known->file);
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (remove, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_add_css_class (remove, "flat");
  g_signal_connect (remove, "clicked", G_CALLBACK (remove_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
refresh (EupKnownGroup *self)
{
  g_autoptr (GPtrArray) list = eup_known_list ();

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  g_object_ref (self->add);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->add);
  for (guint i = 0; i < list->len; i++)
    add_row (self, list->pdata[i]);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->add);
  g_object_unref (self->add);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupKnownGroup) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL && g_file_peek_path (file) != NULL && self->rows != NULL)
    eup_known_group_add_file (self, g_file_peek_path (file));
}

static void
add_cb (EupKnownGroup *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Choose a Certificate"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, chosen_cb,
                        g_object_ref (self));
}

static void
eup_known_group_dispose (GObject *object)
{
  g_clear_pointer (&EUP_KNOWN_GROUP (object)->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (eup_known_group_parent_class)->dispose (object);
}

static void
eup_known_group_class_init (EupKnownGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_known_group_dispose;
}

static void
eup_known_group_init (EupKnownGroup *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);

  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (group, _ ("Certificates that we know"));
  adw_preferences_group_set_description (
      group, _ ("When a record is verified, a signature counts as known when one of these stands behind it, "
                "or one of this computer’s own. Add only what comes from somebody you trust."));
  self->add = adw_button_row_new ();
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (self->add), "list-add-symbolic");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add), _ ("Add a certificate from a file …"));
  g_signal_connect_swapped (self->add, "activated", G_CALLBACK (add_cb), self);
  adw_preferences_group_add (group, self->add);
  refresh (self);
}

/**
 * eup_known_group_add_file:
 * @path: a file with certificates, PEM or DER
 *
 * Adds it, or says why it can't be used.
 */
void
eup_known_group_add_file (EupKnownGroup *self, const char *path)
{
  g_autoptr (GError) error = NULL;

  if (!eup_known_add (path, &error))
    {
      adw_dialog_present (adw_alert_dialog_new (_ ("The Certificate Can’t Be Used"), words_for_error (error)),
                          GTK_WIDGET (self));
      return;
    }
  refresh (self);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), _ ("The certificate is known here now"),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
