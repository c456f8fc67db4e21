#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Makes a page that was made anew look like the one that it takes the place of. */
GtkWidget *eup_handover (GtkWidget *old, GtkWidget *fresh, GtkWidget *focus);
gboolean eup_handover_focus (GtkWidget *found);

G_END_DECLS
