#pragma once

#include "assessment/eup-place.h"

G_BEGIN_DECLS

const char *eup_place_get_title (const EupPlace *place);
const char *eup_place_get_icon (const EupPlace *place);

G_END_DECLS
