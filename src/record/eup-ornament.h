#pragma once

#include "record/eup-block.h"

G_BEGIN_DECLS

void eup_ornament_draw (cairo_t *cr, const EupStep *step, double top);

G_END_DECLS
