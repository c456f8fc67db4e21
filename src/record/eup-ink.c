/* A drawing as a line of ink. */

#include "record/eup-ink.h"

#include "record/eup-outlines.h"

static void
cairo_move (double x, double y, gpointer data)
{
  cairo_move_to (data, x, y);
}

static void
cairo_curve (double x1, double y1, double x2, double y2, double x3, double y3, gpointer data)
{
  cairo_curve_to (data, x1, y1, x2, y2, x3, y3);
}

/**
 * eup_ink_draw:
 * @x: @y: the top left corner
 * @width: of the drawing's box; its height is the %EUP_INK_RATIO th of it
 *
 * Draws in the colour that is set.
 */
void
eup_ink_draw (cairo_t *cr, const EupDrawing *drawing, double x, double y, double width)
{
  static const EupDrawingSink sink = { cairo_move, cairo_curve };

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, width / EUP_DRAWING_WIDTH, width / EUP_DRAWING_WIDTH);
  cairo_set_line_width (cr, EUP_DRAWING_PEN);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_new_path (cr);
  eup_drawing_trace (drawing, &sink, cr);
  cairo_stroke (cr);
  cairo_restore (cr);
}

typedef struct
{
  GString *out;
  double x, top, scale;
} Place;

/* PDF counts from the bottom. */
static void
write_point (const Place *place, double x, double y)
{
  eup_outlines_write_number (place->out, place->x + x * place->scale);
  eup_outlines_write_number (place->out, place->top - y * place->scale);
}

static void
pdf_move (double x, double y, gpointer data)
{
  write_point (data, x, y);
  g_string_append (((Place *) data)->out, "m\n");
}

static void
pdf_curve (double x1, double y1, double x2, double y2, double x3, double y3, gpointer data)
{
  write_point (data, x1, y1);
  write_point (data, x2, y2);
  write_point (data, x3, y3);
  g_string_append (((Place *) data)->out, "c\n");
}

/**
 * eup_ink_write:
 * @x: @bottom: the bottom left corner
 * @width: of the drawing's box
 * @colour: 0xrrggbb
 *
 * Writes PDF drawing operators.
 */
void
eup_ink_write (GString *out, const EupDrawing *drawing, double x, double bottom, double width, guint colour)
{
  static const EupDrawingSink sink = { pdf_move, pdf_curve };
  Place place = { out, x, bottom + width / EUP_INK_RATIO, width / EUP_DRAWING_WIDTH };

  if (eup_drawing_get_n_strokes (drawing) == 0)
    return;
  g_string_append (out, "q 1 J 1 j ");
  eup_outlines_write_number (out, EUP_DRAWING_PEN * place.scale);
  g_string_append (out, "w ");
  for (int shift = 16; shift >= 0; shift -= 8)
    eup_outlines_write_number (out, (colour >> shift & 0xff) / 255.0);
  g_string_append (out, "RG\n");
  eup_drawing_trace (drawing, &sink, &place);
  g_string_append (out, "S Q\n");
}
