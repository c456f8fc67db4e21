/* What a pass draws on: a PDF in memory, or nothing. */

#include "record/eup-canvas.h"

#include <cairo-pdf.h>

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Takes over @surface. */
static cairo_t *
begin (cairo_surface_t *surface)
{
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  return cr;
}

/**
 * eup_canvas_new_pdf:
 * @bytes: (transfer none): where the file is written to; outlives the canvas
 *
 * Returns: (transfer full): an empty document
 */
cairo_t *
eup_canvas_new_pdf (GByteArray *bytes, const EupFurniture *furniture)
{
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream (write_cb, bytes, EUP_PAGE_WIDTH, EUP_PAGE_HEIGHT);

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_7);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, furniture->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, furniture->authority);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, furniture->created);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, furniture->created);
  return begin (surface);
}

/**
 * eup_canvas_new_nowhere:
 *
 * Returns: (transfer full): where nothing shows that is drawn, so that it costs nothing
 */
cairo_t *
eup_canvas_new_nowhere (void)
{
  cairo_t *cr = begin (cairo_image_surface_create (CAIRO_FORMAT_A8, 0, 0));

  cairo_rectangle (cr, 0, 0, 0, 0);
  cairo_clip (cr);
  return cr;
}
