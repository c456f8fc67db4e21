/* Buttons stand under the words and wrap, so that large letters have room. */

#include "ui/record/eup-archive-road-row.h"

#include <glib/gi18n.h>

struct _EupArchiveRoadRow
{
  AdwPreferencesRow parent_instance;

  GtkImage *icon;
  GtkLabel *state;
  GtkLabel *words;
  GtkWidget *buttons;
};

G_DEFINE_FINAL_TYPE (EupArchiveRoadRow, eup_archive_road_row, ADW_TYPE_PREFERENCES_ROW)

static void
eup_archive_road_row_class_init (EupArchiveRoadRowClass *klass)
{
}

static GtkLabel *
new_label (const char *style)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_xalign (label, 0);
  if (style != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (label), style);
  return label;
}

static void
eup_archive_road_row_init (EupArchiveRoadRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkLabel *title = new_label ("heading");

  self->icon = GTK_IMAGE (gtk_image_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->icon), GTK_ALIGN_START);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  self->state = new_label ("dim-label");
  self->words = new_label (NULL);
  self->buttons = adw_wrap_box_new ();
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (self->buttons), 10);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (self->buttons), 8);
  gtk_widget_set_margin_top (self->buttons, 6);
  gtk_widget_set_hexpand (column, TRUE);
  g_object_bind_property (self, "title", title, "label", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (title));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->state));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (column), self->buttons);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (box), column);
  gtk_widget_set_margin_top (box, 14);
  gtk_widget_set_margin_bottom (box, 14);
  gtk_widget_set_margin_start (box, 14);
  gtk_widget_set_margin_end (box, 14);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

GtkWidget *
eup_archive_road_row_new (const char *title)
{
  return g_object_new (EUP_TYPE_ARCHIVE_ROAD_ROW, "title", title, "use-markup", FALSE, NULL);
}

/**
 * eup_archive_road_row_add_button:
 * @label: with an underline
 * @action: what it does
 * @target: (nullable): a text for @action
 */
void
eup_archive_road_row_add_button (EupArchiveRoadRow *self,
                                 const char *label,
                                 const char *action,
                                 const char *target)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_add_css_class (button, "tall");
  if (target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  adw_wrap_box_append (ADW_WRAP_BOX (self->buttons), button);
}

/**
 * eup_archive_road_row_show:
 * @state: how far it is; there are buttons only for what comes next
 * @words: what is there, or what to do
 */
void
eup_archive_road_row_show (EupArchiveRoadRow *self, EupRoadState state, const char *words)
{
  const char *icons[] = { "object-select-symbolic", "go-next-symbolic", "content-loading-symbolic" };
  const char *states[] = { _ ("Done"), _ ("Next"), _ ("Later") };

  gtk_image_set_from_icon_name (self->icon, icons[state]);
  gtk_label_set_label (self->state, states[state]);
  gtk_label_set_label (self->words, words);
  gtk_widget_set_visible (self->buttons,
                          state == EUP_ROAD_NEXT && gtk_widget_get_first_child (self->buttons) != NULL);
}
