/* Text drawn as outlines of glyphs, for what stands in a signature's place: it is exchanged when someone
 * signs, and no font may enter a document after it is finished. */

#include "record/eup-outlines.h"

/* Between the lowest line and the bottom of the place, in points. */
#define BELOW 2.5

typedef struct
{
  GString *out;
  double scale;
  double bottom; /* of the place, in points from the top of the lines, unscaled */
} Drawing;

static PangoLayout *
lay_out (EupTypeface *typeface, const EupOutlineLine *line)
{
  PangoLayout *layout = eup_typeface_new_layout (typeface);
  g_autoptr (PangoFontDescription) description = eup_typeface_describe (line->style, FALSE);

  pango_layout_set_font_description (layout, description);
  pango_layout_set_text (layout, line->text, -1);
  return layout;
}

/**
 * eup_outlines_write_number:
 * @number: in points; written to two decimals, with a space after it
 */
void
eup_outlines_write_number (GString *out, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, g_ascii_formatd (digits, sizeof digits, "%.2f", number));
  g_string_append_c (out, ' ');
}

/* cairo counts from the top, PDF from the bottom. */
static void
write_points (Drawing *drawing, const cairo_path_data_t *data)
{
  for (int i = 1; i < data->header.length; i++)
    {
      eup_outlines_write_number (drawing->out, data[i].point.x * drawing->scale);
      eup_outlines_write_number (drawing->out, BELOW + (drawing->bottom - data[i].point.y) * drawing->scale);
    }
}

static void
write_path (Drawing *drawing, const cairo_path_t *path)
{
  static const char *const operators[] = {
    [CAIRO_PATH_MOVE_TO] = "m\n",
    [CAIRO_PATH_LINE_TO] = "l\n",
    [CAIRO_PATH_CURVE_TO] = "c\n",
    [CAIRO_PATH_CLOSE_PATH] = "h\n",
  };

  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *data = &path->data[i];

      if (data->header.type != CAIRO_PATH_CLOSE_PATH)
        write_points (drawing, data);
      g_string_append (drawing->out, operators[data->header.type]);
    }
}

static void
write_colour (GString *out, guint colour)
{
  for (int shift = 16; shift >= 0; shift -= 8)
    eup_outlines_write_number (out, (colour >> shift & 0xff) / 255.0);
  g_string_append (out, "rg\n");
}

static void
draw_line (Drawing *drawing, cairo_t *cr, PangoLayout *layout, double top, guint colour)
{
  cairo_path_t *path;

  cairo_new_path (cr);
  cairo_move_to (cr, 0, top);
  pango_cairo_layout_path (cr, layout);
  path = cairo_copy_path (cr);
  if (path->num_data > 0)
    {
      write_colour (drawing->out, colour);
      write_path (drawing, path);
      g_string_append (drawing->out, "f\n");
    }
  cairo_path_destroy (path);
}

/**
 * eup_outlines_draw:
 * @lines: (array length=n): from the top; one that the record's fonts can't write is left out
 * @width: @height: of the place in points; the lines stand at its bottom and shrink to fit
 *
 * Returns: (transfer full): PDF drawing operators, origin at the bottom left of the place
 */
char *
eup_outlines_draw (EupTypeface *typeface, const EupOutlineLine *lines, guint n, double width, double height)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GPtrArray) layouts = g_ptr_array_new_with_free_func (g_object_unref);
  Drawing drawing = { g_string_new (NULL), 1.0, 0 };
  double widest = 1, top = 0;

  for (guint i = 0; i < n; i++)
    {
      PangoLayout *layout = lay_out (typeface, &lines[i]);
      PangoRectangle extents;

      pango_layout_get_extents (layout, NULL, &extents);
      g_ptr_array_add (layouts, layout);
      if (pango_layout_get_unknown_glyphs_count (layout) > 0)
        continue;
      widest = MAX (widest, (double) extents.width / PANGO_SCALE);
      drawing.bottom += eup_style_measure (lines[i].style)->leading;
    }
  drawing.scale = MAX (0.01, MIN (1.0, MIN (width / widest, (height - BELOW) / MAX (drawing.bottom, 1))));
  for (guint i = 0; i < n; i++)
    {
      PangoLayout *layout = g_ptr_array_index (layouts, i);

      if (pango_layout_get_unknown_glyphs_count (layout) > 0)
        continue;
      draw_line (&drawing, cr, layout, top, eup_style_measure (lines[i].style)->colour);
      top += eup_style_measure (lines[i].style)->leading;
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return g_string_free_and_steal (drawing.out);
}
