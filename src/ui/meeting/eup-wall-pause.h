#pragma once

#include <gtk/gtk.h>
#include "casework/eup-case.h"
#include "ui/meeting/eup-shared-state.h"

G_BEGIN_DECLS

/* The wall in a pause: one word, and when it goes on where somebody has said so. */
GtkWidget *eup_wall_pause_new (EupCase *kase, EupSharedState *state);

G_END_DECLS
