/* A widget that shows something is filled anew when that changes, but only where somebody can see it: on
 * a page that is not shown the filling waits until the page is. Most pages of a meeting are not, at each
 * letter that is written. */

#include "ui/common/eup-follow.h"

typedef struct
{
  GtkWidget *widget; /* owns this */
  void (*fill) (gpointer widget);
  GtkWidget *page; /* (nullable): waits to be shown */
  gulong shown;
} Follower;

/* The outermost that is not shown, of what the widget stands in; %NULL where all is shown, or in no window.
 * The widget itself does not count: it may have hidden itself for having nothing to say. */
static GtkWidget *
hidden_page (GtkWidget *widget)
{
  GtkWidget *hidden = NULL;

  if (gtk_widget_get_root (widget) == NULL)
    return NULL;
  for (GtkWidget *parent = gtk_widget_get_parent (widget); parent != NULL;
       parent = gtk_widget_get_parent (parent))
    if (!gtk_widget_get_mapped (parent))
      hidden = parent;
  return hidden;
}

static void
stop_waiting (Follower *follower)
{
  if (follower->page == NULL)
    return;
  g_signal_handler_disconnect (follower->page, follower->shown);
  g_clear_weak_pointer (&follower->page);
}

static void update (Follower *follower);

static void
shown_cb (GtkWidget *page, Follower *follower)
{
  update (follower);
}

/* What stands in the page may still be hidden, with less around it. */
static void
update (Follower *follower)
{
  GtkWidget *page = hidden_page (follower->widget);

  if (page != NULL && page == follower->page)
    return; /* it waits already */
  stop_waiting (follower);
  if (page == NULL)
    {
      follower->fill (follower->widget);
      return;
    }
  g_set_weak_pointer (&follower->page, page);
  follower->shown = g_signal_connect (page, "map", G_CALLBACK (shown_cb), follower);
}

static void
changed_cb (GtkWidget *widget)
{
  Follower *follower = g_object_get_data (G_OBJECT (widget), "eup-follower");

  if (follower != NULL)
    update (follower);
}

static void
destroyed_cb (GtkWidget *widget)
{
  g_object_set_data (G_OBJECT (widget), "eup-follower", NULL);
}

static void
follower_free (gpointer data)
{
  stop_waiting (data);
  g_free (data);
}

/**
 * eup_follow:
 * @source: what has a signal “changed”
 * @widget: what shows it; it follows one source only
 * @fill: takes @widget and fills it
 *
 * Fills @widget anew whenever @source changes, or where it can't be seen then, before it is seen.
 */
void
eup_follow (gpointer source, GtkWidget *widget, GCallback fill)
{
  Follower *follower = g_new0 (Follower, 1);

  follower->widget = widget;
  follower->fill = (void (*) (gpointer)) fill;
  g_object_set_data_full (G_OBJECT (widget), "eup-follower", follower, follower_free);
  g_signal_connect (widget, "destroy", G_CALLBACK (destroyed_cb), NULL);
  g_signal_connect_object (source, "changed", G_CALLBACK (changed_cb), widget, G_CONNECT_SWAPPED);
}
