#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What somebody drew by hand: the path alone. How fast and how hard it was drawn would say more of the
 * person than they wished to leave, so neither is ever kept.
 *
 * A drawing lies in a box of EUP_DRAWING_WIDTH by EUP_DRAWING_HEIGHT units, the origin at the top left. In
 * a case file each stroke is a line of points: "120,340 133,352". */
#define EUP_DRAWING_WIDTH 2000
#define EUP_DRAWING_HEIGHT 1000
#define EUP_DRAWING_PEN 24 /* the width of the line, in the same units */
#define EUP_DRAWING_MOST_STROKES 100
#define EUP_DRAWING_MOST_POINTS 3000 /* in all strokes together */

typedef struct _EupDrawing EupDrawing;

/* Where a drawing is drawn: a page, a window, a signature's place. In the units of the box. */
typedef struct
{
  void (*move_to) (double x, double y, gpointer data);
  void (*curve_to) (double x1, double y1, double x2, double y2, double x3, double y3, gpointer data);
} EupDrawingSink;

EupDrawing *eup_drawing_new (void);
EupDrawing *eup_drawing_read (const char *const *strokes, guint *wrong, char **problem);
EupDrawing *eup_drawing_copy (const EupDrawing *self);
void eup_drawing_free (EupDrawing *self);
char **eup_drawing_write (const EupDrawing *self);

guint eup_drawing_get_n_strokes (const EupDrawing *self);
guint eup_drawing_get_n_points (const EupDrawing *self);

gboolean eup_drawing_begin_stroke (EupDrawing *self, double x, double y);
gboolean eup_drawing_add_point (EupDrawing *self, double x, double y);
void eup_drawing_end_stroke (EupDrawing *self);
guint eup_drawing_erase (EupDrawing *self, double x, double y, double reach);

void eup_drawing_trace (const EupDrawing *self, const EupDrawingSink *sink, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupDrawing, eup_drawing_free)

G_END_DECLS
