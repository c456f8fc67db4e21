#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void eup_lane_fill_heard (GtkBox *box, GPtrArray *names, GPtrArray *statements);

G_END_DECLS
