#pragma once

#include <gtk/gtk.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* What else could meet the need, for the whole room to look at. */
GtkWidget *eup_wall_weigh_new (EupCase *kase);

G_END_DECLS
