/* Going to a section of a long page. */

#include "ui/common/eup-scroll.h"

/* The page may only just have come to be seen: it waits until everything has its place. */
static gboolean
scroll_cb (GtkWidget *section, GdkFrameClock *clock, gpointer viewport)
{
  if (!gtk_widget_get_mapped (section) || gtk_widget_get_height (section) == 0)
    return G_SOURCE_CONTINUE;
  gtk_viewport_scroll_to (GTK_VIEWPORT (viewport), section, NULL);
  return G_SOURCE_REMOVE;
}

/**
 * eup_scroll_to:
 * @scroller: holds the page
 * @section: a part of it
 *
 * Moves the focus into the section and scrolls there, as soon as the page is laid out.
 */
void
eup_scroll_to (GtkScrolledWindow *scroller, GtkWidget *section)
{
  gtk_widget_child_focus (section, GTK_DIR_TAB_FORWARD);
  gtk_widget_add_tick_callback (section, scroll_cb, g_object_ref (gtk_scrolled_window_get_child (scroller)),
                                g_object_unref);
}
