#pragma once

#include <gtk/gtk.h>
#include "casework/eup-case.h"
#include "ui/meeting/eup-shared-state.h"

G_BEGIN_DECLS

/* What leads the meeting, at the foot of the wall where that is the only screen. */
#define EUP_TYPE_WALL_BAR (eup_wall_bar_get_type ())
G_DECLARE_FINAL_TYPE (EupWallBar, eup_wall_bar, EUP, WALL_BAR, GtkBox)

GtkWidget *eup_wall_bar_new (EupCase *kase, EupSharedState *state);

G_END_DECLS
