/* The screens of this computer. A screen is known by the name of its socket, which stays the same while
 * others are plugged in and pulled out. */

#include "ui/common/eup-monitors.h"

#include <glib/gi18n.h>
#include <math.h>

/**
 * eup_monitor_get_name:
 *
 * Returns: (transfer full): what eup_monitors_find() knows @monitor by
 */
char *
eup_monitor_get_name (GdkMonitor *monitor)
{
  const char *connector = gdk_monitor_get_connector (monitor);
  GdkRectangle area;

  if (connector != NULL)
    return g_strdup (connector);
  gdk_monitor_get_geometry (monitor, &area);
  return g_strdup_printf ("%d+%d", area.x, area.y);
}

/**
 * eup_monitor_describe:
 *
 * Returns: (transfer full): socket, make and size: "HDMI-1 · Dell U2720Q · 1920 × 1080"
 */
char *
eup_monitor_describe (GdkMonitor *monitor)
{
  g_autofree char *name = eup_monitor_get_name (monitor);
  const char *model = gdk_monitor_get_model (monitor);
  const char *made = model != NULL ? model : gdk_monitor_get_description (monitor);
  double scale = gdk_monitor_get_scale (monitor);
  GdkRectangle area;
  int width, height;

  gdk_monitor_get_geometry (monitor, &area);
  width = (int) lround (area.width * scale);
  height = (int) lround (area.height * scale);
  if (made == NULL || g_str_equal (made, name))
    return g_strdup_printf ("%s · %d × %d", name, width, height);
  return g_strdup_printf ("%s · %s · %d × %d", name, made, width, height);
}

/**
 * eup_monitor_of:
 * @widget: a widget
 *
 * Returns: (transfer none) (nullable): the screen that most of the widget's window is on
 */
GdkMonitor *
eup_monitor_of (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;

  if (surface == NULL || !gdk_surface_get_mapped (surface))
    return NULL;
  return gdk_display_get_monitor_at_surface (gtk_widget_get_display (widget), surface);
}

/**
 * eup_monitors_find:
 *
 * Returns: (transfer full) (nullable): the screen with that name, where it is there
 */
GdkMonitor *
eup_monitors_find (GdkDisplay *display, const char *name)
{
  GListModel *monitors = gdk_display_get_monitors (display);

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);
      g_autofree char *one = eup_monitor_get_name (monitor);

      if (g_strcmp0 (one, name) == 0)
        return g_steal_pointer (&monitor);
    }
  return NULL;
}

/**
 * eup_monitors_have:
 * @monitors: (element-type GdkMonitor): the screens that there are
 *
 * Returns: whether @monitor is one of them
 */
gboolean
eup_monitors_have (GListModel *monitors, const GdkMonitor *monitor)
{
  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) one = g_list_model_get_item (monitors, i);

      if (one == monitor)
        return TRUE;
    }
  return FALSE;
}

/* In a menu a low line would make the letter after it a key. */
static char *
escape (const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, "_", -1);

  return g_strjoinv ("__", parts);
}

/**
 * eup_monitors_fill_menu:
 * @own: (nullable): the screen of the window that has the menu
 * @action: what an entry does; it gets the screen's name
 *
 * One entry for each screen that is there now, in place of what @menu held.
 */
void
eup_monitors_fill_menu (GMenu *menu, GdkDisplay *display, const GdkMonitor *own, const char *action)
{
  GListModel *monitors = gdk_display_get_monitors (display);

  g_menu_remove_all (menu);
  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);
      g_autofree char *name = eup_monitor_get_name (monitor);
      g_autofree char *described = eup_monitor_describe (monitor);
      /* Translators: %s names a screen; it is the one that the menu is on */
      g_autofree char *words =
          monitor == own ? g_strdup_printf (_ ("%s (this screen)"), described) : g_strdup (described);
      g_autofree char *label = escape (words);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, action, "s", name);
      g_menu_append_item (menu, item);
    }
}
