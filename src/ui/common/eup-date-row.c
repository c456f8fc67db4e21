/* While it has the focus the row shows the date as figures, otherwise in words. What can't be read is
 * marked and never becomes a date. */

#include "ui/common/eup-date-row.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include "assessment/eup-rules.h"
#include "ui/common/eup-entries.h"
#include "ui/common/eup-language.h"

struct _EupDateRow
{
  AdwEntryRow parent_instance;
  GtkWidget *button;
  GtkCalendar *calendar;
  char *date;
  gboolean filling; /* the row itself sets its text */
};

enum
{
  PROP_DATE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EupDateRow, eup_date_row, ADW_TYPE_ENTRY_ROW)

static char *
to_iso (const GDate *date)
{
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (date), g_date_get_month (date),
                          g_date_get_day (date));
}

/**
 * eup_date_parse:
 * @text: what somebody typed
 *
 * Returns: (transfer full) (nullable): the date as YYYY-MM-DD; %NULL when it is none
 */
char *
eup_date_parse (const char *text)
{
  g_autofree char *clean = g_strstrip (g_strdup (text));
  int year, month, day, end = 0;
  GDate date;

  g_date_clear (&date, 1);
  if (sscanf (clean, "%4d-%2d-%2d%n", &year, &month, &day, &end) == 3 && clean[end] == '\0')
    {
      if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
        return NULL;
      g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
    }
  else
    g_date_set_parse (&date, clean);
  if (!g_date_valid (&date) || g_date_get_year (&date) < 1900 || g_date_get_year (&date) > 2199)
    return NULL;
  return to_iso (&date);
}

static gboolean
has_focus (EupDateRow *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

/* Writes the date into the row: figures while it is being typed in, else words. */
static void
show_date (EupDateRow *self, gboolean figures)
{
  g_autofree char *text = NULL;

  if (self->date == NULL)
    text = g_strdup ("");
  else
    text = figures ? g_strdup (self->date) : eup_rules_date (self->date, eup_ui_language ());
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), text);
  self->filling = FALSE;
  eup_entry_mark (GTK_WIDGET (self), FALSE);
}

static void
take_date (EupDateRow *self, const char *iso)
{
  if (g_set_str (&self->date, iso))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATE]);
}

/* At each key only a whole date in figures is taken; the rest waits until the typing is done. */
static void
changed_cb (EupDateRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));

  if (self->filling)
    return;
  eup_entry_mark (GTK_WIDGET (self), FALSE);
  if (*text == '\0')
    take_date (self, NULL);
  else if (strlen (text) == 10)
    {
      g_autofree char *iso = eup_date_parse (text);

      if (iso != NULL)
        take_date (self, iso);
    }
}

static void
done (EupDateRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));
  g_autofree char *iso = eup_date_parse (text);

  if (*text == '\0' || iso != NULL)
    {
      take_date (self, iso);
      show_date (self, has_focus (self));
    }
  else
    eup_entry_mark (GTK_WIDGET (self), TRUE);
}

static void
enter_cb (GtkEventControllerFocus *controller, EupDateRow *self)
{
  if (self->date != NULL)
    show_date (self, TRUE);
}

static void
leave_cb (GtkEventControllerFocus *controller, EupDateRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));
  g_autofree char *iso = eup_date_parse (text);

  if (*text == '\0' || iso != NULL)
    {
      take_date (self, iso);
      show_date (self, FALSE);
    }
  else
    eup_entry_mark (GTK_WIDGET (self), TRUE);
}

static void
day_cb (EupDateRow *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *iso = g_date_time_format (day, "%Y-%m-%d");

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  take_date (self, iso);
  show_date (self, FALSE);
}

static void
popup_cb (EupDateRow *self)
{
  int year, month, day;
  g_autoptr (GDateTime) shown = NULL;

  if (self->date == NULL || sscanf (self->date, "%4d-%2d-%2d", &year, &month, &day) != 3)
    return;
  shown = g_date_time_new_local (year, month, day, 12, 0, 0);
  if (shown == NULL)
    return;
  g_signal_handlers_block_by_func (self->calendar, day_cb, self);
  gtk_calendar_select_day (self->calendar, shown);
  g_signal_handlers_unblock_by_func (self->calendar, day_cb, self);
}

static void
eup_date_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, EUP_DATE_ROW (object)->date);
}

static void
eup_date_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  eup_date_row_set_date (EUP_DATE_ROW (object), g_value_get_string (value));
}

static void
eup_date_row_finalize (GObject *object)
{
  g_free (EUP_DATE_ROW (object)->date);
  G_OBJECT_CLASS (eup_date_row_parent_class)->finalize (object);
}

static void
eup_date_row_class_init (EupDateRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = eup_date_row_get_property;
  object_class->set_property = eup_date_row_set_property;
  object_class->finalize = eup_date_row_finalize;

  properties[PROP_DATE] = g_param_spec_string (
      "date", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
eup_date_row_init (EupDateRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *popover = gtk_popover_new ();

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->button, _ ("Pick in a calendar"));
  gtk_widget_add_css_class (self->button, "flat");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), self->button);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);

  g_signal_connect (focus, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (popover, "map", G_CALLBACK (popup_cb), self);
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (day_cb), self);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
  g_signal_connect (self, "entry-activated", G_CALLBACK (done), NULL);
}

/**
 * eup_date_row_new:
 * @title: what the date is for
 *
 * Returns: (transfer floating): a row without a date
 */
GtkWidget *
eup_date_row_new (const char *title)
{
  return g_object_new (EUP_TYPE_DATE_ROW, "title", title, NULL);
}

const char *
eup_date_row_get_date (EupDateRow *self)
{
  g_return_val_if_fail (EUP_IS_DATE_ROW (self), NULL);
  return self->date;
}

/**
 * eup_date_row_set_date:
 * @self: the row
 * @iso: (nullable): YYYY-MM-DD; "" means the same as %NULL
 */
void
eup_date_row_set_date (EupDateRow *self, const char *iso)
{
  g_return_if_fail (EUP_IS_DATE_ROW (self));
  if (iso != NULL && *iso == '\0')
    iso = NULL;
  if (g_strcmp0 (self->date, iso) == 0)
    return;
  take_date (self, iso);
  show_date (self, has_focus (self));
}
