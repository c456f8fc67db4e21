/* Rows are made anew when the case has another model, and only then. */

#include "ui/archive/eup-versions-group.h"

#include <glib/gi18n.h>
#include "ui/archive/eup-changes-dialog.h"
#include "ui/common/eup-language.h"
#include "ui/common/eup-references-dialog.h"
#include "ui/common/eup-toasts.h"

struct _EupVersionsGroup
{
  AdwPreferencesGroup parent_instance;

  EupWorkspace *workspace; /* (nullable): nothing newer is looked for then */
  EupCase *kase;
  EupModel *shown;
  EupModel *newer; /* (nullable) */
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (EupVersionsGroup, eup_versions_group, ADW_TYPE_PREFERENCES_GROUP)

static AdwActionRow *
add_row (EupVersionsGroup *self, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  return ADW_ACTION_ROW (row);
}

static char *
describe_version (const char *title, const char *version)
{
  /* Translators: what it is called, and its version: "Three voices, version 1.0" */
  return g_strdup_printf (_ ("%1$s, version %2$s"), title, version);
}

static void
references_cb (EupVersionsGroup *self)
{
  adw_dialog_present (eup_references_dialog_new (self->shown->rules), GTK_WIDGET (self));
}

static void
taken_over_cb (EupVersionsGroup *self)
{
  eup_toast_say (GTK_WIDGET (self), _ ("The newer version is taken over"));
}

static void
changes_cb (EupVersionsGroup *self)
{
  AdwDialog *dialog = eup_changes_dialog_new (self->kase, self->newer);

  g_signal_connect_object (dialog, "taken-over", G_CALLBACK (taken_over_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
add_newer (EupVersionsGroup *self)
{
  g_autofree char *version =
      describe_version (eup_text_get (eup_method_get_title (self->newer->method), eup_ui_language ()),
                        eup_method_get_version (self->newer->method));
  AdwActionRow *row = add_row (self, _ ("There is something newer"), version);
  GtkWidget *see = gtk_button_new_with_mnemonic (_ ("See _what changes …"));

  gtk_widget_set_valign (see, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (see, "tall");
  g_signal_connect_swapped (see, "clicked", G_CALLBACK (changes_cb), self);
  adw_action_row_add_suffix (row, see);
}

static void
add_method (EupVersionsGroup *self)
{
  const char *language = eup_ui_language ();
  EupModel *model = self->shown;
  g_autofree char *method = describe_version (eup_text_get (eup_method_get_title (model->method), language),
                                              eup_method_get_version (model->method));
  g_autofree char *catalogue =
      g_strdup_printf (_ ("Version %s"), eup_catalogue_get_version (model->catalogue));

  add_row (self, _ ("Method"), method);
  add_row (self, _ ("Technologies"), catalogue);
}

static void
add_rules (EupVersionsGroup *self)
{
  EupRulePack *rules = self->shown->rules;
  const EupPin *pin = eup_case_get_assessment (self->kase)->rules;
  g_autofree char *version = describe_version (
      eup_text_get (eup_rule_pack_get_title (rules), eup_ui_language ()), eup_rule_pack_get_version (rules));
  g_autofree char *references = eup_references_describe (rules);
  g_autofree char *both = g_strdup_printf ("%s\n%s", version, references);
  AdwActionRow *row;

  if (pin == NULL || pin->id == NULL || *pin->id == '\0')
    {
      add_row (self, _ ("Rules"), _ ("No country is chosen yet"));
      return;
    }
  row = add_row (self, _ ("Rules"), both);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_signal_connect_swapped (row, "activated", G_CALLBACK (references_cb), self);
}

static void
add_additions (EupVersionsGroup *self)
{
  for (guint i = 0; i < self->shown->additions->len; i++)
    {
      const EupAdditionPin *addition = self->shown->additions->pdata[i];
      g_autofree char *version =
          describe_version (eup_text_get (addition->title, eup_ui_language ()), addition->version);

      add_row (self, _ ("Local addition"), version);
    }
}

static void
refresh (EupVersionsGroup *self)
{
  EupModel *model = eup_case_get_model (self->kase);

  if (self->shown == model)
    return;
  g_clear_pointer (&self->shown, eup_model_unref);
  g_clear_pointer (&self->newer, eup_model_unref);
  self->shown = eup_model_ref (model);
  if (self->workspace != NULL && !eup_case_is_sealed (self->kase))
    self->newer = eup_workspace_newer_model (self->workspace, self->kase);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  if (self->newer != NULL)
    add_newer (self);
  add_method (self);
  add_rules (self);
  add_additions (self);
}

static void
changed_cb (EupVersionsGroup *self)
{
  refresh (self);
}

static void
eup_versions_group_dispose (GObject *object)
{
  EupVersionsGroup *self = EUP_VERSIONS_GROUP (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->kase);
  g_clear_pointer (&self->shown, eup_model_unref);
  g_clear_pointer (&self->newer, eup_model_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (eup_versions_group_parent_class)->dispose (object);
}

static void
eup_versions_group_class_init (EupVersionsGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_versions_group_dispose;
}

static void
eup_versions_group_init (EupVersionsGroup *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Made with"));
}

/**
 * eup_versions_group_new:
 * @workspace: (transfer none) (nullable): where something newer may be
 * @kase: (transfer none): the case
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
eup_versions_group_new (EupWorkspace *workspace, EupCase *kase)
{
  EupVersionsGroup *self = g_object_new (EUP_TYPE_VERSIONS_GROUP, NULL);

  g_set_object (&self->workspace, workspace);
  self->kase = g_object_ref (kase);
  g_signal_connect_object (kase, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
