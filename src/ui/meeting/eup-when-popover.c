/* Two ways to say when: a button for now, a row for another day. */

#include "ui/meeting/eup-when-popover.h"

#include <glib/gi18n.h>
#include "ui/common/eup-date-row.h"

struct _EupWhenPopover
{
  GtkPopover parent_instance;
  EupDateRow *date;
  gboolean setting;
};

enum
{
  PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupWhenPopover, eup_when_popover, GTK_TYPE_POPOVER)

static void
now_cb (GtkButton *button, EupWhenPopover *self)
{
  g_signal_emit (self, signals[PICKED], 0, "");
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
date_cb (EupDateRow *row, GParamSpec *pspec, EupWhenPopover *self)
{
  const char *date = eup_date_row_get_date (row);

  if (!self->setting && date != NULL)
    g_signal_emit (self, signals[PICKED], 0, date);
}

static void
eup_when_popover_class_init (EupWhenPopoverClass *klass)
{
  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
eup_when_popover_init (EupWhenPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *now = gtk_button_new_with_label (_ ("Said Today"));
  GtkWidget *list = gtk_list_box_new ();

  self->date = EUP_DATE_ROW (eup_date_row_new (_ ("On another day")));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->date));
  gtk_widget_add_css_class (now, "tall");
  gtk_box_append (GTK_BOX (box), now);
  gtk_box_append (GTK_BOX (box), list);
  gtk_widget_set_size_request (box, 300, -1);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("When it was said"), -1);
  g_signal_connect (now, "clicked", G_CALLBACK (now_cb), self);
  g_signal_connect (self->date, "notify::date", G_CALLBACK (date_cb), self);
}

/**
 * eup_when_popover_set_date:
 * @iso: (nullable): when it was said, a date or a time
 * @today: YYYY-MM-DD; of that day the row stays empty
 *
 * Shows what the case has; "picked" is not emitted.
 */
void
eup_when_popover_set_date (EupWhenPopover *self, const char *iso, const char *today)
{
  g_autofree char *day = iso && strlen (iso) >= 10 ? g_strndup (iso, 10) : NULL;

  if (g_strcmp0 (day, today) == 0)
    g_clear_pointer (&day, g_free);
  if (g_strcmp0 (eup_date_row_get_date (self->date), day) == 0)
    return;
  self->setting = TRUE;
  eup_date_row_set_date (self->date, day);
  self->setting = FALSE;
}
