/* Cases that are begun keep what they were begun with: adding and taking away is for new cases only. A
 * file with faults changes nothing; all its faults are listed. */

#include "ui/common/eup-additions-group.h"

#include <glib/gi18n.h>
#include "ui/common/eup-error-words.h"
#include "ui/common/eup-language.h"
#include "ui/common/eup-problems-dialog.h"
#include "ui/common/eup-toasts.h"
#include "util/eup-problems.h"

struct _EupAdditionsGroup
{
  AdwPreferencesGroup parent_instance;

  EupWorkspace *workspace;
  GPtrArray *rows;
  GtkWidget *add;
};

G_DEFINE_FINAL_TYPE (EupAdditionsGroup, eup_additions_group, ADW_TYPE_PREFERENCES_GROUP)

static void refresh (EupAdditionsGroup *self);

/* The dialog may be gone by the time the disk has answered. */
static gboolean
is_there (EupAdditionsGroup *self)
{
  return self->workspace != NULL;
}

static void
explain (EupAdditionsGroup *self, const GError *error)
{
  if (error->domain == EUP_DATA_ERROR)
    adw_dialog_present (eup_problems_dialog_new (_ ("The Addition Can’t Be Used"), error->message),
                        GTK_WIDGET (self));
  else
    adw_dialog_present (adw_alert_dialog_new (_ ("The Addition Can’t Be Used"), eup_error_words (error)),
                        GTK_WIDGET (self));
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupAdditionsGroup) self = data;
  g_autoptr (GError) error = NULL;
  gboolean added = eup_workspace_add_addition_finish (EUP_WORKSPACE (source), result, &error);

  if (!is_there (self))
    return;
  gtk_widget_set_sensitive (self->add, TRUE);
  if (!added)
    {
      explain (self, error);
      return;
    }
  refresh (self);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), _ ("The addition is there for new cases"),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupAdditionsGroup) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL && is_there (self))
    eup_additions_group_add_file (self, file);
}

static void
add_cb (EupAdditionsGroup *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) json = gtk_file_filter_new ();

  gtk_file_filter_set_name (json, _ ("Local additions"));
  gtk_file_filter_add_suffix (json, "json");
  g_list_store_append (filters, json);
  gtk_file_dialog_set_title (dialog, _ ("Choose the Addition’s File"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, chosen_cb,
                        g_object_ref (self));
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupAdditionsGroup) self = data;
  g_autoptr (GError) error = NULL;
  gboolean removed = eup_workspace_remove_addition_finish (EUP_WORKSPACE (source), result, &error);

  if (!is_there (self))
    return;
  if (!removed)
    eup_toast_say (GTK_WIDGET (self), eup_error_words (error));
  refresh (self);
}

/* The file is still where it came from, and cases that were begun keep it: nothing is lost. */
static void
remove_cb (GtkWidget *button, EupAdditionsGroup *self)
{
  gtk_widget_set_sensitive (button, FALSE);
  eup_workspace_remove_addition_async (self->workspace, gtk_widget_get_name (button), NULL, removed_cb,
                                       g_object_ref (self));
}

static void
add_row (EupAdditionsGroup *self, const EupAdditionPin *addition)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  const char *title = eup_text_get (addition->title, eup_ui_language ());
  g_autofree char *version = g_strdup_printf (_ ("Version %s"), addition->version);
  /* Translators: %s is the name of a local addition */
  g_autofree char *label = g_strdup_printf (_ ("Take away %s"), title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), version);
  gtk_widget_set_name (remove, addition->id);
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
refresh (EupAdditionsGroup *self)
{
  GPtrArray *additions = eup_workspace_get_additions (self->workspace);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  g_object_ref (self->add);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->add);
  for (guint i = 0; additions != NULL && i < additions->len; i++)
    add_row (self, additions->pdata[i]);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->add);
  g_object_unref (self->add);
}

static void
eup_additions_group_dispose (GObject *object)
{
  EupAdditionsGroup *self = EUP_ADDITIONS_GROUP (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (eup_additions_group_parent_class)->dispose (object);
}

static void
eup_additions_group_class_init (EupAdditionsGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_additions_group_dispose;
}

static void
eup_additions_group_init (EupAdditionsGroup *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);

  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (group, _ ("Local additions"));
  adw_preferences_group_set_description (
      group, _ ("Questions and words of your own on top of the method. They count in new cases; cases that "
                "are begun keep what they were begun with."));
  self->add = adw_button_row_new ();
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (self->add), "list-add-symbolic");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add), _ ("Add from a file …"));
  g_signal_connect_swapped (self->add, "activated", G_CALLBACK (add_cb), self);
  adw_preferences_group_add (group, self->add);
}

/**
 * eup_additions_group_set_workspace:
 * @workspace: (transfer none): whose additions; set once
 */
void
eup_additions_group_set_workspace (EupAdditionsGroup *self, EupWorkspace *workspace)
{
  g_return_if_fail (EUP_IS_ADDITIONS_GROUP (self) && self->workspace == NULL);
  self->workspace = g_object_ref (workspace);
  refresh (self);
}

/**
 * eup_additions_group_add_file:
 * @file: (transfer none): an addition
 *
 * Adds it to what new cases are made with, or lists all that is wrong with it.
 */
void
eup_additions_group_add_file (EupAdditionsGroup *self, GFile *file)
{
  gtk_widget_set_sensitive (self->add, FALSE);
  eup_workspace_add_addition_async (self->workspace, file, NULL, added_cb, g_object_ref (self));
}
