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

/* A hand of a clock, a tick, a cross …: lines through points in a square of 24 units. */
static void
draw_path (cairo_t *cr, const double points[][2], guint n)
{
  cairo_new_path (cr);
  for (guint i = 0; i < n; i++)
    cairo_line_to (cr, points[i][0], points[i][1]);
  cairo_stroke (cr);
}

/* Drawn by ourselves, in black, thick enough for tired eyes: a ring, and in it a tick (yes), a clock
 * (for a time), a cross (no), two bars (not now), an arrow (something else). */
static void
draw_picture (cairo_t *cr, const EupStep *step, double top)
{
  static const double tick[][2] = { { 7, 12.5 }, { 10.7, 16.2 }, { 17.2, 8.6 } };
  static const double clock[][2] = { { 12, 6.2 }, { 12, 12 }, { 16, 14.6 } };
  static const double cross[][2][2] = { { { 8, 8 }, { 16, 16 } }, { { 16, 8 }, { 8, 16 } } };
  static const double bars[][2][2] = { { { 9.4, 8 }, { 9.4, 16 } }, { { 14.6, 8 }, { 14.6, 16 } } };
  static const double shaft[][2] = { { 6.8, 12 }, { 17, 12 } };
  static const double head[][2] = { { 13, 7.8 }, { 17.2, 12 }, { 13, 16.2 } };

  cairo_save (cr);
  cairo_translate (cr, step->x, top + step->y);
  cairo_scale (cr, step->width / 24, step->height / 24);
  set_colour (cr, EUP_COLOUR_TEXT);
  cairo_set_line_width (cr, 2);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_new_path (cr);
  cairo_arc (cr, 12, 12, 10.6, 0, 2 * G_PI);
  cairo_stroke (cr);
  if (step->picture == EUP_PICTURE_YES)
    draw_path (cr, tick, G_N_ELEMENTS (tick));
  else if (step->picture == EUP_PICTURE_TRIAL)
    draw_path (cr, clock, G_N_ELEMENTS (clock));
  else if (step->picture == EUP_PICTURE_OTHER)
    {
      draw_path (cr, shaft, G_N_ELEMENTS (shaft));
      draw_path (cr, head, G_N_ELEMENTS (head));
    }
  else
    for (guint i = 0; i < 2; i++)
      draw_path (cr, step->picture == EUP_PICTURE_NO ? cross[i] : bars[i], 2);
  cairo_restore (cr);
}

/**
 * eup_ornament_draw:
 * @step: a rule, symbol, picture, bar or note
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
  else if (step->kind == EUP_STEP_PICTURE)
    draw_picture (cr, step, top);
  else if (step->kind == EUP_STEP_BAR)
    draw_bar (cr, step->voice, step->x, top + step->y, top + step->y + step->height);
  else if (step->kind == EUP_STEP_NOTE)
    eup_paragraph_draw (step->paragraph, cr, step->x, top + step->y, step->first, step->n);
}
