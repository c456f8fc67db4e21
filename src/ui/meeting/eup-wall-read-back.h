#pragma once

#include <gtk/gtk.h>
#include "ui/meeting/eup-shared-state.h"

G_BEGIN_DECLS

/* One person's own sentences, full-screen and large, with the three answers to press. */
GtkWidget *eup_wall_read_back_new (EupSharedState *state);

G_END_DECLS
