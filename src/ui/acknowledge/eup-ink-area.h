#pragma once

#include <gtk/gtk.h>
#include "assessment/eup-drawing.h"

G_BEGIN_DECLS

/* A place to draw in by pen, finger or mouse. Only the path is kept.
 *
 * Signal "changed": the drawing is another one. Properties "can-undo" and "empty" (gboolean). */
#define EUP_TYPE_INK_AREA (eup_ink_area_get_type ())
G_DECLARE_FINAL_TYPE (EupInkArea, eup_ink_area, EUP, INK_AREA, GtkWidget)

const EupDrawing *eup_ink_area_get_drawing (EupInkArea *self);
gboolean eup_ink_area_get_can_undo (EupInkArea *self);
gboolean eup_ink_area_get_empty (EupInkArea *self);

/* In the widget's own pixels, as pens and pointers give them. */
void eup_ink_area_down (EupInkArea *self, double x, double y);
void eup_ink_area_move (EupInkArea *self, double x, double y);
void eup_ink_area_up (EupInkArea *self);
void eup_ink_area_erase (EupInkArea *self, double x, double y);

/* One step back: a stroke, what an eraser took, or starting over. */
void eup_ink_area_undo (EupInkArea *self);
void eup_ink_area_start_over (EupInkArea *self);

G_END_DECLS
