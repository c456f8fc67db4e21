/* Rules, the voices' symbols and their bars. The three accents are equally dark on purpose: in grey
 * no voice outweighs another, and the shape alone tells them apart. */

#include "record/eup-ornament.h"

#include <math.h>

#define SYMBOL_DISTANCE (3 * 72 / 25.4)

static const guint accents[EUP_N_VOICES] = {
  [EUP_VOICE_RESIDENT] = 0x8f3d0cu,
  [EUP_VOICE_RELATIVES] = 0x74368au,
  [EUP_VOICE_STAFF] = 0x005b6bu,
  [EUP_VOICE_FACILITATOR] = EUP_COLOUR_GREY,
};

static void
set_colour (cairo_t *cr, guint colour)
{
  cairo_set_source_rgb (cr, ((colour >> 16) & 0xff) / 255.0, ((colour >> 8) & 0xff) / 255.0,
                        (colour & 0xff) / 255.0);
}

static void
stroke_line (cairo_t *cr, double x0, double y0, double x1, double y1, double thickness)
{
  cairo_set_line_width (cr, thickness);
  cairo_move_to (cr, x0, y0);
  cairo_line_to (cr, x1, y1);
  cairo_stroke (cr);
}

/* ● △ ■, and a grey ring for the meeting together. */
static void
draw_symbol (cairo_t *cr, EupVoice voice, double x, double y)
{
  set_colour (cr, accents[voice]);
  cairo_new_path (cr); /* text leaves a current point, and an arc would draw a line from it */
  switch (voice)
    {
    case EUP_VOICE_RESIDENT:
      cairo_arc (cr, x, y, 3.5, 0, 2 * G_PI);
      cairo_fill (cr);
      break;
    case EUP_VOICE_RELATIVES:
      cairo_set_line_width (cr, 1.3);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
      cairo_move_to (cr, x, y - 3.5);
      cairo_line_to (cr, x + 4, y + 3.1);
      cairo_line_to (cr, x - 4, y + 3.1);
      cairo_close_path (cr);
      cairo_stroke (cr);
      break;
    case EUP_VOICE_STAFF:
      cairo_rectangle (cr, x - 3.1, y - 3.1, 6.2, 6.2);
      cairo_fill (cr);
      break;
    case EUP_VOICE_FACILITATOR:
    default:
      cairo_set_line_width (cr, 1.2);
      cairo_arc (cr, x, y, 3, 0, 2 * G_PI);
      cairo_stroke (cr);
      break;
    }
}

/* One solid bar, a double line, a dashed bar, a hairline for the meeting together. */
static void
draw_bar (cairo_t *cr, EupVoice voice, double x, double top, double bottom)
{
  static const double dashes[] = { 5, 2.6 };

  set_colour (cr, accents[voice]);
  switch (voice)
    {
    case EUP_VOICE_RESIDENT:
      stroke_line (cr, x, top, x, bottom, 2.4);
      break;
    case EUP_VOICE_RELATIVES:
      stroke_line (cr, x - 0.8, top, x - 0.8, bottom, 0.8);
      stroke_line (cr, x + 0.8, top, x + 0.8, bottom, 0.8);
      break;
    case EUP_VOICE_STAFF:
      cairo_save (cr);
      cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
      stroke_line (cr, x, top, x, bottom, 1.7);
      cairo_restore (cr);
      break;
    case EUP_VOICE_FACILITATOR:
    default:
      stroke_line (cr, x, top, x, bottom, 0.8);
      break;
    }
}

/**
 * eup_ornament_draw:
 * @step: a rule, symbol, bar or note
 * @top: of its block
 *
 * Draws what is no content of the record.
 */
void
eup_ornament_draw (cairo_t *cr, const EupStep *step, double top)
{
  if (step->kind == EUP_STEP_RULE)
    {
      set_colour (cr, step->colour);
      stroke_line (cr, step->x, top + step->y, step->x + step->width, top + step->y, step->thickness);
    }
  else if (step->kind == EUP_STEP_SYMBOL)
    draw_symbol (cr, step->voice, step->x - SYMBOL_DISTANCE, top + step->y);
  else if (step->kind == EUP_STEP_BAR)
    draw_bar (cr, step->voice, step->x, top + step->y, top + step->y + step->height);
  else if (step->kind == EUP_STEP_NOTE)
    eup_paragraph_draw (step->paragraph, cr, step->x, top + step->y, step->first, step->n);
}
