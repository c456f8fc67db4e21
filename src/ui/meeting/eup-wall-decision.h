#pragma once

#include <gtk/gtk.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* What the meeting arrives at, on the wall: the resident's own sentence above it. */
#define EUP_TYPE_WALL_DECISION (eup_wall_decision_get_type ())
G_DECLARE_FINAL_TYPE (EupWallDecision, eup_wall_decision, EUP, WALL_DECISION, GtkBox)

GtkWidget *eup_wall_decision_new (EupCase *kase);

G_END_DECLS
