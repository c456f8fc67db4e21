/* What a signature looks like on paper: a few lines drawn as outlines of glyphs, so that no font enters
 * the document after it is finished. */

#include "record/eup-sign-private.h"
#include "record/eup-typeface.h"

#include <gio/gio.h>

#define PADDING 3.0

typedef struct
{
  cairo_t *cr;
  double height; /* of everything drawn so far, in points */
  double width;
} Drawing;

static void
draw_line (Drawing *drawing, EupTypeface *typeface, const char *line, EupStyle style)
{
  g_autoptr (PangoLayout) layout = eup_typeface_new_layout (typeface);
  g_autoptr (PangoFontDescription) description = eup_typeface_describe (style, FALSE);
  PangoRectangle extents;

  pango_layout_set_font_description (layout, description);
  pango_layout_set_text (layout, line, -1);
  pango_layout_get_extents (layout, NULL, &extents);
  cairo_move_to (drawing->cr, 0, drawing->height);
  pango_cairo_layout_path (drawing->cr, layout);
  drawing->height += (double) extents.height / PANGO_SCALE;
  drawing->width = MAX (drawing->width, (double) extents.width / PANGO_SCALE);
}

static void
write_point (GString *out, const cairo_path_data_t *point, double scale, double top)
{
  char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (x, sizeof x, "%.2f", PADDING + point->point.x * scale);
  g_ascii_formatd (y, sizeof y, "%.2f", top - point->point.y * scale);
  g_string_append_printf (out, "%s %s ", x, y);
}

/* cairo counts from the top, PDF from the bottom. */
static char *
write_path (cairo_path_t *path, double scale, double top)
{
  GString *out = g_string_new ("0 0 0 rg\n");

  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *data = &path->data[i];

      for (int point = 1; point < data->header.length && data->header.type != CAIRO_PATH_CLOSE_PATH; point++)
        write_point (out, data + point, scale, top);
      switch (data->header.type)
        {
        case CAIRO_PATH_MOVE_TO:
          g_string_append (out, "m\n");
          break;
        case CAIRO_PATH_LINE_TO:
          g_string_append (out, "l\n");
          break;
        case CAIRO_PATH_CURVE_TO:
          g_string_append (out, "c\n");
          break;
        case CAIRO_PATH_CLOSE_PATH:
          g_string_append (out, "h\n");
          break;
        }
    }
  g_string_append (out, "f\n");
  return g_string_free_and_steal (out);
}

static GBytes *
compress (const char *text)
{
  g_autoptr (GZlibCompressor) packer = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return g_converter_convert_bytes (G_CONVERTER (packer), bytes, NULL);
}

/**
 * eup_sign_draw:
 * @lines: what shall stand there; the first stands out
 * @width: @height: of the place, in points; the lines shrink to fit
 * @error: of the fonts
 *
 * Returns: (transfer full) (nullable): drawing operators, packed with Flate
 */
GBytes *
eup_sign_draw (const char *const *lines, double width, double height, GError **error)
{
  g_autoptr (EupTypeface) typeface = eup_typeface_new (error);
  cairo_surface_t *surface;
  cairo_path_t *path;
  g_autofree char *operators = NULL;
  Drawing drawing = { NULL, 0, 0 };
  double scale;

  if (typeface == NULL)
    return NULL;
  surface = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  drawing.cr = cairo_create (surface);
  for (guint i = 0; lines[i] != NULL; i++)
    draw_line (&drawing, typeface, lines[i], i == 0 ? EUP_STYLE_TEXT_STRONG : EUP_STYLE_SMALL);
  scale = MIN (1.0, MIN ((width - 2 * PADDING) / MAX (drawing.width, 1),
                         (height - 2 * PADDING) / MAX (drawing.height, 1)));
  path = cairo_copy_path (drawing.cr);
  operators = write_path (path, MAX (scale, 0.01), height - PADDING);
  cairo_path_destroy (path);
  cairo_destroy (drawing.cr);
  cairo_surface_destroy (surface);
  return compress (operators);
}
