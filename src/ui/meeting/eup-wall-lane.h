#pragma once

#include <gtk/gtk.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* One voice's card on the wall, made anew for each change from what may be seen at that moment. */
GtkWidget *eup_wall_lane_new (EupCase *kase, const EupQuestion *question, EupVoice voice, gboolean has_word);
GtkWidget *eup_wall_lane_new_revealed (EupCase *kase, const EupQuestion *question, EupVoice voice);

G_END_DECLS
