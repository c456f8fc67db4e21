/* A word on the desktop when a follow-up is due: for who asked for it in the preferences, without a name in it,
 * and not while people talk, since others may see the screen. Looked after at the start and every hour, and said
 * once a day. */

#include "ui/eup-application-private.h"

#include <glib/gi18n.h>
#include "ui/archive/eup-case-item.h"
#include "ui/common/eup-settings.h"

#define ID "follow-up"
#define HOUR (60 * 60)

static guint
count_due (GPtrArray *summaries, const char *today)
{
  guint due = 0;

  for (guint i = 0; i < summaries->len; i++)
    {
      g_autoptr (EupCaseItem) item = eup_case_item_new (summaries->pdata[i]);

      due += eup_case_item_days_left (item, today) <= 0;
    }
  return due;
}

static void
send (EupApplication *self, guint due)
{
  g_autoptr (GNotification) notification = g_notification_new (_ ("Time to follow up"));
  g_autofree char *body = g_strdup_printf (
      ngettext ("%u decision is to be followed up.", "%u decisions are to be followed up.", due), due);

  g_notification_set_body (notification, body);
  g_notification_set_default_action (notification, "app.follow-ups");
  g_application_send_notification (G_APPLICATION (self), ID, notification);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupApplication) self = data;
  g_autoptr (GPtrArray) summaries = eup_store_list_finish (EUP_STORE (source), result, NULL);
  g_autofree char *today = NULL;
  guint due;

  if (summaries == NULL || self->workspace == NULL)
    return;
  today = eup_clock_today (eup_workspace_get_clock (self->workspace));
  due = count_due (summaries, today);
  if (due == 0)
    {
      g_application_withdraw_notification (G_APPLICATION (self), ID);
      return;
    }
  g_set_str (&self->reminded, today);
  send (self, due);
}

static gboolean
look_cb (gpointer data)
{
  EupApplication *self = data;
  EupWindow *window = eup_application_find_window (self);
  g_autofree char *today = NULL;

  if (self->workspace == NULL || !eup_settings_is_on ("remind-follow-ups") ||
      (window != NULL && eup_window_is_talking (window)))
    return G_SOURCE_CONTINUE;
  today = eup_clock_today (eup_workspace_get_clock (self->workspace));
  if (g_strcmp0 (today, self->reminded) != 0)
    eup_store_list_async (eup_workspace_get_store (self->workspace), NULL, NULL, listed_cb,
                          g_object_ref (self));
  return G_SOURCE_CONTINUE;
}

/* Whoever has just asked for it sees at once what it looks like; whoever doesn't want it any more is left alone. */
static void
wish_cb (EupApplication *self)
{
  if (eup_settings_is_on ("remind-follow-ups"))
    {
      g_clear_pointer (&self->reminded, g_free);
      look_cb (self);
    }
  else
    {
      g_application_withdraw_notification (G_APPLICATION (self), ID);
    }
}

/* The cases are there now. */
void
eup_application_begin_reminding (EupApplication *self)
{
  GSettings *settings = eup_settings_get_default ();

  if (self->reminding != 0)
    return;
  if (settings != NULL)
    g_signal_connect_object (settings, "changed::remind-follow-ups", G_CALLBACK (wish_cb), self,
                             G_CONNECT_SWAPPED);
  self->reminding = g_timeout_add_seconds (HOUR, look_cb, self);
  look_cb (self);
}

void
eup_application_end_reminding (EupApplication *self)
{
  g_clear_handle_id (&self->reminding, g_source_remove);
  g_clear_pointer (&self->reminded, g_free);
}
