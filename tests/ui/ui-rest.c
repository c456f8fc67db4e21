/* Waiting in tests of windows: until they rest, or until something holds. */

#include "ui-test.h"

/* A little longer than a frame, in milliseconds; and how often that is waited for at most. */
#define QUIET 20
#define MOST_TURNS 10

static gboolean
raise_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
painted_cb (GdkFrameClock *clock, guint *frames)
{
  (*frames)++;
}

/* What work of the main loop has just put into the window has no place before its next frame. */
static void
wait_for_frame (GtkWindow *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  guint frames = 0;
  gboolean late = FALSE;
  guint alarm;
  gulong painted;

  if (clock == NULL || !gtk_widget_get_mapped (GTK_WIDGET (window)))
    return;
  g_object_ref (clock);
  alarm = g_timeout_add_seconds (5, raise_cb, &late); /* one that is frozen paints nothing */
  painted = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &frames);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_AFTER_PAINT);
  while (frames == 0 && !late)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, painted);
  if (!late)
    g_source_remove (alarm);
  g_object_unref (clock);
}

/* How many frames all windows have begun so far. */
static gint64
count_frames (GList *windows)
{
  gint64 n = 0;

  for (; windows != NULL; windows = windows->next)
    {
      GdkFrameClock *clock = gtk_widget_get_frame_clock (windows->data);

      if (clock != NULL && gtk_widget_get_mapped (windows->data))
        n += gdk_frame_clock_get_frame_counter (clock);
    }
  return n;
}

/* One turn of the main loop in which everything has its time; whether no window painted anything in it. */
static gboolean
is_quiet (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  g_autoptr (GList) after = NULL;
  gint64 before = count_frames (windows);
  gboolean done = FALSE;

  g_timeout_add_full (G_PRIORITY_LOW, QUIET, raise_cb, &done, NULL);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  after = gtk_window_list_toplevels ();
  return count_frames (after) == before;
}

/* Lets the main loop work until it has nothing left but to wait, and all that is shown has its place. What
 * never rests, such as a spinner, is not waited for. */
void
ui_test_settle (void)
{
  g_autoptr (GList) windows = NULL;

  for (guint turns = 0; turns < MOST_TURNS && !is_quiet (); turns++)
    ;
  windows = gtk_window_list_toplevels ();
  for (GList *window = windows; window != NULL; window = window->next)
    g_object_ref (window->data);
  for (GList *window = windows; window != NULL; window = window->next)
    {
      wait_for_frame (window->data);
      g_object_unref (window->data);
    }
}

static gboolean
look_again_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Far longer than anything takes; only a broken program waits it out. What is waited for may happen outside the
 * program, of which the main loop hears nothing. */
gboolean
ui_test_holds_soon (UiTestCondition condition, gpointer data)
{
  gboolean late = FALSE, holds;
  guint alarm = g_timeout_add_seconds (30, raise_cb, &late);
  guint again = g_timeout_add (50, look_again_cb, NULL);

  while (!(holds = condition (data)) && !late)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (again);
  if (!late)
    g_source_remove (alarm);
  return holds;
}
