#pragma once

#include <cairo.h>
#include "assessment/eup-drawing.h"

G_BEGIN_DECLS

/* What somebody drew by hand, as a line of ink: on a page or in a window by cairo, in a signature's place
 * as PDF operators. */

#define EUP_INK_RATIO ((double) EUP_DRAWING_WIDTH / EUP_DRAWING_HEIGHT)

void eup_ink_draw (cairo_t *cr, const EupDrawing *drawing, double x, double y, double width);
void
eup_ink_write (GString *out, const EupDrawing *drawing, double x, double bottom, double width, guint colour);

G_END_DECLS
