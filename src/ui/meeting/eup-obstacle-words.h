#pragma once

#include "casework/eup-case.h"

G_BEGIN_DECLS

char *eup_obstacle_words (EupCase *kase, const EupObstacle *obstacle);
char *eup_obstacles_list (EupCase *kase, GPtrArray *obstacles);
const char *eup_obstacle_place (const EupObstacle *obstacle);

G_END_DECLS
