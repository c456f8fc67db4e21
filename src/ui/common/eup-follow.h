#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void eup_follow (gpointer source, GtkWidget *widget, GCallback fill);

G_END_DECLS
