#pragma once

#include <gtk/gtk.h>
#include "casework/eup-case.h"
#include "ui/meeting/eup-shared-state.h"

G_BEGIN_DECLS

#define EUP_TYPE_WALL_QUESTION (eup_wall_question_get_type ())
G_DECLARE_FINAL_TYPE (EupWallQuestion, eup_wall_question, EUP, WALL_QUESTION, GtkBox)

GtkWidget *eup_wall_question_new (EupCase *kase, EupSharedState *state);

G_END_DECLS
