#pragma once

#include "record/eup-paper.h"

#include <cairo.h>

G_BEGIN_DECLS

cairo_t *eup_canvas_new_pdf (GByteArray *bytes, const EupFurniture *furniture);
cairo_t *eup_canvas_new_nowhere (void);

G_END_DECLS
