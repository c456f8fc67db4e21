/* What is printed are the pages that are shown, and nothing else is printed. */

#include "ui-test.h"

#include <cairo-pdf.h>
#include <poppler.h>
#include "ui/record/eup-print.h"

static GBytes *
draw_pdf (guint n_pages)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "drawn.pdf", NULL);
  cairo_surface_t *surface = cairo_pdf_surface_create (path, 595.28, 841.89);
  cairo_t *cr = cairo_create (surface);
  char *bytes;
  gsize length;

  for (guint i = 0; i < n_pages; i++)
    {
      cairo_rectangle (cr, 40 + 60 * i, 100, 50, 400);
      cairo_fill (cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  return g_bytes_new_take (bytes, length);
}

static cairo_surface_t *
picture_of (PopplerDocument *document, int number)
{
  PopplerPage *page = poppler_document_get_page (document, number);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 298, 421);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, 0.5, 0.5);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  g_object_unref (page);
  return surface;
}

/* How many of a hundred pixels are clearly another. */
static double
difference (cairo_surface_t *a, cairo_surface_t *b)
{
  guint other = 0, width = 298, height = 421;

  for (guint y = 0; y < height; y++)
    for (guint x = 0; x < width; x++)
      {
        const guchar *one =
            cairo_image_surface_get_data (a) + y * (guint) cairo_image_surface_get_stride (a) + x * 4;
        const guchar *two =
            cairo_image_surface_get_data (b) + y * (guint) cairo_image_surface_get_stride (b) + x * 4;

        other += ABS (one[1] - two[1]) > 64;
      }
  return 100.0 * other / (width * height);
}

static void
what_is_printed_are_the_pages_that_are_shown (void)
{
  g_autoptr (GBytes) pdf = draw_pdf (3);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "printed.pdf", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  PopplerDocument *shown, *printed;

  eup_print_prepare_async (pdf, ui_test_answered_cb, &result);
  ui_test_wait_for_answer (&result);
  operation = eup_print_prepare_finish (result, "SA-2026-311-1", &error);
  g_assert_no_error (error);
  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_set_allow_async (operation, FALSE);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  shown = poppler_document_new_from_bytes (pdf, NULL, NULL);
  printed = poppler_document_new_from_file (uri, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (poppler_document_get_n_pages (printed), ==, 3);
  for (int i = 0; i < 3; i++)
    {
      cairo_surface_t *one = picture_of (shown, i), *two = picture_of (printed, i);
      cairo_surface_t *other = picture_of (shown, (i + 1) % 3);

      g_assert_cmpfloat (difference (one, two), <, 0.5);
      g_assert_cmpfloat (difference (other, two), >, 2); /* so that the comparison can fail */
      cairo_surface_destroy (one);
      cairo_surface_destroy (two);
      cairo_surface_destroy (other);
    }
  g_object_unref (shown);
  g_object_unref (printed);
}

static void
what_is_no_document_is_not_printed (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("no pdf", 6);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  eup_print_prepare_async (bytes, ui_test_answered_cb, &result);
  ui_test_wait_for_answer (&result);
  g_assert_null (eup_print_prepare_finish (result, "1", &error));
  g_assert_nonnull (error);
}

#define ADD(name) g_test_add_func ("/print/" #name, name)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  ADD (what_is_printed_are_the_pages_that_are_shown);
  ADD (what_is_no_document_is_not_printed);
  return ui_test_run ();
}
