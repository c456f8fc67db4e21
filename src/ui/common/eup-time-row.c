/* What is typed is taken as soon as it can be read; what can't be read is marked when the row is left,
 * and never becomes a time. */

#include "ui/common/eup-time-row.h"

#include <glib/gi18n.h>
#include "ui/common/eup-entries.h"

struct _EupTimeRow
{
  AdwEntryRow parent_instance;
  char *time;
  gboolean filling; /* the row itself sets its text */
};

enum
{
  PROP_TIME = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EupTimeRow, eup_time_row, ADW_TYPE_ENTRY_ROW)

/* The digits of @text, which may have one dot, colon (also a wide one) or blank between them. */
static gboolean
read_digits (const char *text, char digits[5], gsize *n_hours)
{
  gsize n = 0;

  *n_hours = 0;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);
      int value = g_unichar_digit_value (letter);

      if (value >= 0 && n < 4)
        digits[n++] = (char) ('0' + value);
      else if (value < 0 && n > 0 && *n_hours == 0 && g_utf8_strchr (".:：, ", -1, letter) != NULL)
        *n_hours = n;
      else
        return FALSE;
    }
  digits[n] = '\0';
  return n > 0;
}

/**
 * eup_time_parse:
 * @text: what somebody typed
 *
 * Returns: (transfer full) (nullable): the time of day as HH:MM; %NULL when it is none
 */
char *
eup_time_parse (const char *text)
{
  g_autofree char *clean = g_strstrip (g_utf8_make_valid (text, -1));
  char digits[5];
  gsize n_hours, n;
  int hour, minute;

  if (!read_digits (clean, digits, &n_hours))
    return NULL;
  n = strlen (digits);
  if (n_hours == 0)
    n_hours = n > 2 ? n - 2 : n;
  if (n_hours > 2 || (n != n_hours && n - n_hours != 2))
    return NULL;
  minute = n > n_hours ? atoi (digits + n_hours) : 0;
  digits[n_hours] = '\0';
  hour = atoi (digits);
  return hour < 24 && minute < 60 ? g_strdup_printf ("%02d:%02d", hour, minute) : NULL;
}

static void
take_time (EupTimeRow *self, const char *time)
{
  if (g_set_str (&self->time, time))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIME]);
}

static void
changed_cb (EupTimeRow *self)
{
  g_autofree char *time = NULL;

  if (self->filling)
    return;
  time = eup_time_parse (gtk_editable_get_text (GTK_EDITABLE (self)));
  eup_entry_mark (GTK_WIDGET (self), FALSE);
  take_time (self, time);
}

static void
leave_cb (GtkEventControllerFocus *controller, EupTimeRow *self)
{
  eup_entry_mark (GTK_WIDGET (self), eup_time_row_is_wrong (self));
}

static void
eup_time_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, EUP_TIME_ROW (object)->time);
}

static void
eup_time_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  eup_time_row_set_time (EUP_TIME_ROW (object), g_value_get_string (value));
}

static void
eup_time_row_finalize (GObject *object)
{
  g_free (EUP_TIME_ROW (object)->time);
  G_OBJECT_CLASS (eup_time_row_parent_class)->finalize (object);
}

static void
eup_time_row_class_init (EupTimeRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = eup_time_row_get_property;
  object_class->set_property = eup_time_row_set_property;
  object_class->finalize = eup_time_row_finalize;

  properties[PROP_TIME] = g_param_spec_string (
      "time", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
eup_time_row_init (EupTimeRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
}

/**
 * eup_time_row_new:
 * @title: what the time is for
 *
 * Returns: (transfer floating): a row without a time
 */
GtkWidget *
eup_time_row_new (const char *title)
{
  return g_object_new (EUP_TYPE_TIME_ROW, "title", title, NULL);
}

const char *
eup_time_row_get_time (EupTimeRow *self)
{
  g_return_val_if_fail (EUP_IS_TIME_ROW (self), NULL);
  return self->time;
}

/**
 * eup_time_row_set_time:
 * @time: (nullable): HH:MM; "" means the same as %NULL
 */
void
eup_time_row_set_time (EupTimeRow *self, const char *time)
{
  g_autofree char *shown = NULL;

  g_return_if_fail (EUP_IS_TIME_ROW (self));
  if (time != NULL && *time == '\0')
    time = NULL;
  /* Translators: between hours and minutes: "14:05" */
  shown =
      time != NULL ? g_strdup_printf ("%.2s%s%s", time, C_ ("time of day", ":"), time + 3) : g_strdup ("");
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), shown);
  self->filling = FALSE;
  eup_entry_mark (GTK_WIDGET (self), FALSE);
  take_time (self, time);
}

/* Whether something is written there that is no time. */
gboolean
eup_time_row_is_wrong (EupTimeRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));

  return text[strspn (text, " ")] != '\0' && self->time == NULL;
}
