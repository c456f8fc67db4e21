/* The screen does not go dark while people talk: in a meeting that is not paused, and in a sitting. */

#include "ui/eup-window-private.h"

#include <glib/gi18n.h>
#include "assessment/eup-rules-session.h"
#include "ui/sitting/eup-sitting-page.h"

static gboolean
people_talk (EupWindow *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->view);
  EupCase *kase = eup_window_get_case (self);

  if (kase == NULL)
    return FALSE;
  if (EUP_IS_SITTING_PAGE (page))
    return TRUE;
  return EUP_IS_MEETING_PAGE (page) && eup_rules_open_session (eup_case_get_assessment (kase)) != NULL;
}

/**
 * eup_window_is_talking:
 * @self: the window
 *
 * Returns: whether the machine is asked to stay awake, since people talk
 */
gboolean
eup_window_is_talking (EupWindow *self)
{
  g_return_val_if_fail (EUP_IS_WINDOW (self), FALSE);
  return self->talking;
}

static void
let_sleep (EupWindow *self, GtkApplication *application)
{
  if (self->awake != 0 && application != NULL)
    gtk_application_uninhibit (application, self->awake);
  self->awake = 0;
}

/* Asks the desktop to stay awake, or no longer. Without a desktop that can be asked nothing is asked. */
void
eup_window_stay_awake (EupWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  gboolean talking = self->archive != NULL && people_talk (self);

  if (talking == self->talking)
    return;
  self->talking = talking;
  let_sleep (self, application);
  if (talking && application != NULL)
    self->awake = gtk_application_inhibit (application, GTK_WINDOW (self),
                                           GTK_APPLICATION_INHIBIT_IDLE | GTK_APPLICATION_INHIBIT_SUSPEND,
                                           _ ("People are talking with each other"));
}

/* The case that is shown is another one. */
void
eup_window_follow_case (EupWindow *self)
{
  g_signal_group_set_target (self->case_signals, eup_window_get_case (self));
  eup_window_stay_awake (self);
}

void
eup_window_init_awake (EupWindow *self)
{
  self->case_signals = g_signal_group_new (EUP_TYPE_CASE);
  g_signal_group_connect_swapped (self->case_signals, "changed", G_CALLBACK (eup_window_stay_awake), self);
  g_signal_connect_swapped (self->view, "notify::visible-page", G_CALLBACK (eup_window_stay_awake), self);
}

void
eup_window_dispose_awake (EupWindow *self)
{
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_func (self->view, eup_window_stay_awake, self);
  let_sleep (self, gtk_window_get_application (GTK_WINDOW (self)));
  g_clear_object (&self->case_signals);
}
