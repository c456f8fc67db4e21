#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The screens of this computer, as they are named in a menu. */
char *eup_monitor_get_name (GdkMonitor *monitor);
char *eup_monitor_describe (GdkMonitor *monitor);
GdkMonitor *eup_monitor_of (GtkWidget *widget);
gboolean eup_monitors_have (GListModel *monitors, const GdkMonitor *monitor);
GdkMonitor *eup_monitors_find (GdkDisplay *display, const char *name);
void eup_monitors_fill_menu (GMenu *menu, GdkDisplay *display, const GdkMonitor *own, const char *action);

G_END_DECLS
