/* The screens of the meeting: the shared view in full screen on one of them, what is done when that one
 * is pulled out, and the meeting on one screen only. */

#include "ui/meeting/eup-meeting-page-private.h"

#include <glib/gi18n.h>
#include "ui/common/eup-monitors.h"
#include "ui/common/eup-toasts.h"

/* A window that isn't shown is not heard. */
void
eup_meeting_page_announce (EupMeetingPage *self, const char *words)
{
  if (self->hidden_window != NULL && self->shared_window != NULL)
    eup_shared_window_announce (self->shared_window, words);
  else
    gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
fill_screens (EupMeetingPage *self)
{
  eup_monitors_fill_menu (self->screens, gtk_widget_get_display (GTK_WIDGET (self)),
                          eup_monitor_of (GTK_WIDGET (self)), "meeting.full-screen-on");
}

static void
full_screen_on (EupMeetingPage *self, GdkMonitor *monitor)
{
  if (self->shared_window == NULL)
    eup_meeting_page_open_shared (self);
  eup_shared_window_full_screen (self->shared_window, monitor);
  eup_meeting_page_update (self);
}

static void
full_screen_on_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EupMeetingPage *self = data;
  g_autoptr (GdkMonitor) monitor =
      eup_monitors_find (gtk_widget_get_display (GTK_WIDGET (self)), g_variant_get_string (parameter, NULL));

  if (monitor != NULL)
    full_screen_on (self, monitor);
}

/* On the other screen where there are two; the system decides where a window stands otherwise. In full
 * screen already, back to a window. */
static void
full_screen_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EupMeetingPage *self = data;
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self)));
  GdkMonitor *own = eup_monitor_of (GTK_WIDGET (self));

  if (self->shared_window != NULL && gtk_window_is_fullscreen (GTK_WINDOW (self->shared_window)))
    {
      gtk_window_unfullscreen (GTK_WINDOW (self->shared_window));
      return;
    }
  for (guint i = 0; own != NULL && i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      if (monitor != own)
        {
          full_screen_on (self, monitor);
          return;
        }
    }
  full_screen_on (self, NULL);
}

/* The wall is in a window again by now. */
void
eup_meeting_page_monitor_gone_cb (EupSharedWindow *window, EupMeetingPage *self)
{
  const char *words = _ ("The screen of the shared view is gone. The view goes on in a window.");

  eup_toast_say (GTK_WIDGET (self->bin), words);
  eup_meeting_page_announce (self, words);
  eup_meeting_page_update (self);
}

/* Shows one of the two windows, and hides the other. The new one comes first: no moment without any. */
static void
show_only (EupMeetingPage *self, GtkWindow *shown, GtkWindow *hidden)
{
  gtk_window_present (shown);
  gtk_widget_set_visible (GTK_WIDGET (hidden), FALSE);
}

/* A window that was closed for good stays in memory for a moment. */
static gboolean
is_open (GtkWindow *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) one = g_list_model_get_item (windows, i);

      if (one == window)
        return TRUE;
    }
  return FALSE;
}

/* The facilitator's window comes back, where it was away. */
void
eup_meeting_page_leave_one_screen (EupMeetingPage *self)
{
  GtkWindow *window = self->hidden_window;

  g_clear_weak_pointer (&self->hidden_window);
  if (window != NULL && is_open (window))
    gtk_window_present (window);
}

static void
show_wall_alone (EupMeetingPage *self, GtkWindow *main)
{
  GtkWindow *wall = GTK_WINDOW (self->shared_window);

  if (eup_view_works_alone (eup_shared_state_get_view (self->state)))
    {
      g_set_weak_pointer (&self->hidden_window, main);
      if (gtk_widget_get_visible (GTK_WIDGET (main)))
        show_only (self, wall, main);
    }
  else if (gtk_widget_get_visible (GTK_WIDGET (wall)))
    {
      show_only (self, main, wall);
      g_clear_weak_pointer (&self->hidden_window);
    }
}

/* On one screen the room sees what the facilitator sees: private notes are put away. */
void
eup_meeting_page_update_screens (EupMeetingPage *self)
{
  gboolean one_screen = eup_shared_state_get_one_screen (self->state);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "one-screen");

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (one_screen));
  gtk_widget_set_visible (GTK_WIDGET (self->panel), !one_screen);
  gtk_widget_set_visible (self->panel_button, adw_overlay_split_view_get_collapsed (self->panel_split) &&
                                                  !one_screen && !self->paused);
  if (one_screen && self->shared_window != NULL && GTK_IS_WINDOW (root))
    show_wall_alone (self, GTK_WINDOW (root));
  else if (!one_screen)
    eup_meeting_page_leave_one_screen (self);
}

static void
one_screen_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  EupMeetingPage *self = data;
  gboolean one_screen = g_variant_get_boolean (value);

  if (one_screen && self->shared_window == NULL)
    eup_meeting_page_open_shared (self);
  if (self->shared_window != NULL && !gtk_widget_get_visible (GTK_WIDGET (self->shared_window)) &&
      !one_screen)
    gtk_window_present (GTK_WINDOW (self->shared_window));
  eup_shared_state_set_one_screen (self->state, one_screen);
  if (one_screen)
    eup_shared_window_focus_page (self->shared_window);
  eup_meeting_page_announce (
      self, one_screen
                ? _ ("One screen only. Private notes are not available until there are two windows again.")
                : _ ("Two windows again"));
}

/**
 * eup_meeting_page_offer_one_screen:
 *
 * Where the shared view can only lie over the facilitator's window: says that there is another way, once.
 */
void
eup_meeting_page_offer_one_screen (EupMeetingPage *self)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self)));
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self->bin), ADW_TYPE_TOAST_OVERLAY);
  AdwToast *toast;

  if (g_list_model_get_n_items (monitors) != 1 || self->one_screen_offered)
    return;
  self->one_screen_offered = TRUE;
  toast = adw_toast_new (_ ("Does the room see this same screen? Then the shared view can be enough."));
  adw_toast_set_button_label (toast, _ ("_One Screen Only"));
  adw_toast_set_action_name (toast, "meeting.one-screen");
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

static const GActionEntry entries[] = {
  { .name = "full-screen", .activate = full_screen_cb },
  { .name = "full-screen-on", .activate = full_screen_on_cb, .parameter_type = "s" },
  { .name = "one-screen", .state = "false", .change_state = one_screen_cb },
};

void
eup_meeting_page_install_screen_actions (EupMeetingPage *self)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self)));

  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (monitors, "items-changed", G_CALLBACK (fill_screens), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->menu_button, "notify::active", G_CALLBACK (fill_screens), self,
                           G_CONNECT_SWAPPED);
  fill_screens (self);
}
