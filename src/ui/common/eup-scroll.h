#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void eup_scroll_to (GtkScrolledWindow *scroller, GtkWidget *section);

G_END_DECLS
