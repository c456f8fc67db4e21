#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void eup_sandbox_look (GtkWindow *window);

G_END_DECLS
