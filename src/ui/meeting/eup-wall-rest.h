#pragma once

#include <gtk/gtk.h>
#include "casework/eup-case.h"
#include "ui/meeting/eup-shared-state.h"

G_BEGIN_DECLS

/* One calm sentence on the wall while the meeting does something that is not for the wall. */
GtkWidget *eup_wall_rest_new (EupCase *kase, EupSharedState *state);

G_END_DECLS
