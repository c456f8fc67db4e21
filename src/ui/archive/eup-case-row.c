/* Rows of the list of cases. They are reused for other cases while the list scrolls. */

#include "ui/archive/eup-case-row.h"

#include <glib/gi18n.h>

struct _EupCaseRow
{
  AdwBin parent_instance;
  GtkLabel *initial;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkImage *icon;
};

G_DEFINE_FINAL_TYPE (EupCaseRow, eup_case_row, ADW_TYPE_BIN)

static void
eup_case_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), EUP_TYPE_CASE_ROW);
  G_OBJECT_CLASS (eup_case_row_parent_class)->dispose (object);
}

static void
eup_case_row_class_init (EupCaseRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eup_case_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-case-row.ui");
  gtk_widget_class_bind_template_child (widget_class, EupCaseRow, initial);
  gtk_widget_class_bind_template_child (widget_class, EupCaseRow, title);
  gtk_widget_class_bind_template_child (widget_class, EupCaseRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, EupCaseRow, icon);
}

static void
eup_case_row_init (EupCaseRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
eup_case_row_new (void)
{
  return g_object_new (EUP_TYPE_CASE_ROW, NULL);
}

/**
 * eup_case_row_show:
 * @self: the row
 * @item: the case that it stands for from now on
 */
void
eup_case_row_show (EupCaseRow *self, EupCaseItem *item)
{
  g_autofree char *initial = eup_case_item_dup_initial (item);
  g_autofree char *title = eup_case_item_dup_title (item);
  g_autofree char *subtitle = eup_case_item_dup_subtitle (item);

  gtk_label_set_label (self->initial, initial);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_image_set_from_icon_name (self->icon, eup_case_item_get_icon_name (item));
}

/**
 * eup_case_due_row_new:
 * @item: a case with a follow-up
 * @today: YYYY-MM-DD
 *
 * Returns: (transfer floating): a row that says whom to follow up, when, and who does it
 */
GtkWidget *
eup_case_due_row_new (EupCaseItem *item, const char *today)
{
  const EupStoreSummary *summary = eup_case_item_get_summary (item);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *alias = eup_case_item_dup_title (item);
  g_autofree char *when = eup_case_item_dup_due_words (item, today);
  g_autofree char *title = g_strdup_printf ("%s · %s", alias, when);
  gboolean late = eup_case_item_days_left (item, today) < 0;
  GtkWidget *icon = gtk_image_new_from_icon_name (late ? "alarm-symbolic" : "x-office-calendar-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  if (summary->owner != NULL && *summary->owner != '\0')
    {
      g_autofree char *owner = g_strdup_printf (_ ("Responsible: %s"), summary->owner);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), owner);
    }
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "eup-item", g_object_ref (item), g_object_unref);
  return row;
}

EupCaseItem *
eup_case_due_row_get_item (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "eup-item");
}
