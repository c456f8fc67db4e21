#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void eup_help_open (GtkApplication *application, const char *page);

G_END_DECLS
