#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void eup_record_page_install_actions (GtkWidgetClass *widget_class);
void eup_record_page_update_actions (GtkWidget *page, gboolean sealed);

G_END_DECLS
