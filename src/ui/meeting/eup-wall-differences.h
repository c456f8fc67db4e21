#pragma once

#include <gtk/gtk.h>
#include "casework/eup-case.h"
#include "ui/meeting/eup-shared-state.h"

G_BEGIN_DECLS

/* Where people differ in the stage that @state names, in the wall's languages. */
#define EUP_TYPE_WALL_DIFFERENCES (eup_wall_differences_get_type ())
G_DECLARE_FINAL_TYPE (EupWallDifferences, eup_wall_differences, EUP, WALL_DIFFERENCES, GtkBox)

GtkWidget *eup_wall_differences_new (EupCase *kase, EupSharedState *state);

G_END_DECLS
