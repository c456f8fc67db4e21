#pragma once

#include <gtk/gtk.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* The lane that has the word on a wall that is the only screen: what is said is typed in here. */
#define EUP_TYPE_WALL_DESK (eup_wall_desk_get_type ())
G_DECLARE_FINAL_TYPE (EupWallDesk, eup_wall_desk, EUP, WALL_DESK, GtkBox)

GtkWidget *eup_wall_desk_new (EupCase *kase, const EupQuestion *question, EupVoice voice);
gboolean eup_wall_desk_is_needed (EupCase *kase, const EupQuestion *question, EupVoice voice);

G_END_DECLS
