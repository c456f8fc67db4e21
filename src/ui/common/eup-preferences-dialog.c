/* The language of the windows, what a new case starts with, what signs, and the plain truth about where the data are
 * and how they are kept. */

#include "ui/common/eup-preferences-dialog.h"

#include <glib/gi18n.h>
#include "ui/common/eup-additions-group.h"
#include "ui/common/eup-known-group.h"
#include "ui/common/eup-language.h"
#include "ui/common/eup-languages.h"
#include "ui/common/eup-record-kind.h"
#include "ui/common/eup-settings.h"

struct _EupPreferencesDialog
{
  AdwPreferencesDialog parent_instance;
  GtkWidget *authority;
  GtkWidget *unit;
  GtkWidget *facilitator;
  GtkWidget *certificate;
  GtkWidget *card_module;
  GtkWidget *remind;
  AdwActionRow *folder;
  AdwComboRow *language;
  AdwComboRow *country;
  AdwComboRow *kind;
  EupAdditionsGroup *additions;
  GPtrArray *packs; /* EupRulePack: those of the list, after its first line */
};

G_DEFINE_FINAL_TYPE (EupPreferencesDialog, eup_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupPreferencesDialog) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL && g_file_peek_path (file) != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->certificate), g_file_peek_path (file));
}

static void
browse_cb (EupPreferencesDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Choose the Certificate File"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, chosen_cb,
                        g_object_ref (self));
}

static void
module_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupPreferencesDialog) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL && g_file_peek_path (file) != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->card_module), g_file_peek_path (file));
}

static void
browse_module_cb (EupPreferencesDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Choose the Program of the Cards"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, module_chosen_cb,
                        g_object_ref (self));
}

static void
show_folder_cb (EupPreferencesDialog *self)
{
  g_autofree char *path = eup_workspace_default_folder ();
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (folder);

  gtk_file_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, NULL, NULL);
}

/* The first line leaves it to the program, which goes by the language. */
static void
fill_countries (EupPreferencesDialog *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  g_autofree char *country = eup_settings_get ("country");
  guint selected = 0;

  gtk_string_list_append (list, _ ("As the program proposes"));
  for (guint i = 0; i < self->packs->len; i++)
    {
      EupRulePack *rules = self->packs->pdata[i];

      gtk_string_list_append (list, eup_text_get (eup_rule_pack_get_title (rules), eup_ui_language ()));
      if (g_strcmp0 (eup_rule_pack_get_country (rules), country) == 0)
        selected = i + 1;
    }
  adw_combo_row_set_model (self->country, G_LIST_MODEL (list));
  adw_combo_row_set_selected (self->country, selected);
}

static void
country_cb (EupPreferencesDialog *self)
{
  guint position = adw_combo_row_get_selected (self->country);

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  eup_settings_set ("country",
                    position == 0 ? "" : eup_rule_pack_get_country (self->packs->pdata[position - 1]));
}

static void
fill_languages (EupPreferencesDialog *self)
{
  g_autoptr (GtkStringList) list = eup_languages_new_list (_ ("As the system"));
  g_autofree char *language = eup_settings_get ("language");

  adw_combo_row_set_model (self->language, G_LIST_MODEL (list));
  adw_combo_row_set_selected (self->language, eup_languages_find_or_none (language));
}

static void
language_cb (EupPreferencesDialog *self)
{
  const char *id = eup_languages_get_or_none (adw_combo_row_get_selected (self->language));

  gtk_widget_activate_action (GTK_WIDGET (self), "app.language", "s", id != NULL ? id : "");
}

static void
eup_preferences_dialog_dispose (GObject *object)
{
  g_clear_pointer (&EUP_PREFERENCES_DIALOG (object)->packs, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), EUP_TYPE_PREFERENCES_DIALOG);
  G_OBJECT_CLASS (eup_preferences_dialog_parent_class)->dispose (object);
}

static void
eup_preferences_dialog_class_init (EupPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eup_preferences_dialog_dispose;
  g_type_ensure (EUP_TYPE_ADDITIONS_GROUP);
  g_type_ensure (EUP_TYPE_KNOWN_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/euphoria_care/Euphoria/ui/eup-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, EupPreferencesDialog, authority);
  gtk_widget_class_bind_template_child (widget_class, EupPreferencesDialog, unit);
  gtk_widget_class_bind_template_child (widget_class, EupPreferencesDialog, facilitator);
  gtk_widget_class_bind_template_child (widget_class, EupPreferencesDialog, certificate);
  gtk_widget_class_bind_template_child (widget_class, EupPreferencesDialog, card_module);
  gtk_widget_class_bind_template_child (widget_class, EupPreferencesDialog, remind);
  gtk_widget_class_bind_template_child (widget_class, EupPreferencesDialog, folder);
  gtk_widget_class_bind_template_child (widget_class, EupPreferencesDialog, language);
  gtk_widget_class_bind_template_child (widget_class, EupPreferencesDialog, country);
  gtk_widget_class_bind_template_child (widget_class, EupPreferencesDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, EupPreferencesDialog, additions);
  gtk_widget_class_bind_template_callback (widget_class, browse_cb);
  gtk_widget_class_bind_template_callback (widget_class, browse_module_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_folder_cb);
}

static void
eup_preferences_dialog_init (EupPreferencesDialog *self)
{
  g_autofree char *folder = eup_workspace_default_folder ();

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->folder), FALSE);
  adw_action_row_set_subtitle (self->folder, folder);
  self->packs = eup_rule_packs_new_shipped ();
  fill_languages (self);
  g_signal_connect_swapped (self->language, "notify::selected", G_CALLBACK (language_cb), self);
  fill_countries (self);
  g_signal_connect_swapped (self->country, "notify::selected", G_CALLBACK (country_cb), self);
  eup_record_kind_fill (self->kind);
  eup_settings_bind ("authority", self->authority, "text");
  eup_settings_bind ("unit", self->unit, "text");
  eup_settings_bind ("facilitator", self->facilitator, "text");
  eup_settings_bind ("certificate", self->certificate, "text");
  eup_settings_bind ("card-module", self->card_module, "text");
  eup_settings_bind ("remind-follow-ups", self->remind, "active");
}

/**
 * eup_preferences_dialog_new:
 * @workspace: (transfer none) (nullable): whose local additions are shown; none while it is being opened
 *
 * Returns: (transfer floating): a dialog to present
 */
AdwDialog *
eup_preferences_dialog_new (EupWorkspace *workspace)
{
  EupPreferencesDialog *self = g_object_new (EUP_TYPE_PREFERENCES_DIALOG, NULL);

  if (workspace != NULL)
    eup_additions_group_set_workspace (self->additions, workspace);
  gtk_widget_set_visible (GTK_WIDGET (self->additions), workspace != NULL);
  return ADW_DIALOG (self);
}

void
eup_preferences_dialog_focus_language (EupPreferencesDialog *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->language));
}
