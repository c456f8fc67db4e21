#pragma once

#include "assessment/eup-rules.h"

G_BEGIN_DECLS

void eup_cli_complain_obstacle (const char *path, const EupObstacle *obstacle);

G_END_DECLS
