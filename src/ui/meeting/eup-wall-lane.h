#pragma once

#include <gtk/gtk.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* One voice's card on the wall, made anew for each change of what it shows, from what may be seen then. */
char *eup_wall_lane_describe (EupCase *kase, const EupQuestion *question, EupVoice voice, gboolean has_word);
char *eup_wall_lane_describe_revealed (EupCase *kase, const EupQuestion *question, EupVoice voice);
gboolean eup_wall_lane_is_revealed (const char *described);
GtkWidget *eup_wall_lane_new (EupCase *kase, const EupQuestion *question, EupVoice voice, gboolean has_word);
GtkWidget *eup_wall_lane_new_revealed (EupCase *kase, const EupQuestion *question, EupVoice voice);

G_END_DECLS
