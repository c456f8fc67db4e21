/* Opening, reading and drawing happen on worker threads. The main loop gets finished textures. */

#include "ui/record/eup-pdf-document.h"

#include <poppler.h>
#include "util/eup-worker.h"

/* No page of a record is wider than this many pixels, however far somebody zooms. */
#define MAX_WIDTH 4096

typedef struct
{
  double width; /* in points */
  double height;
  char *text;
} Leaf;

/* One at a time, whatever the document: what begins a page in poppler makes the profile that all documents
 * share when there is none yet (GfxState's sRGBProfile), and two threads that do so at once free each other's. */
static GMutex poppler;

struct _EupPdfDocument
{
  GObject parent_instance;
  PopplerDocument *document;
  GArray *leaves; /* Leaf */
};

typedef struct
{
  guint page;
  int width;
} Wish;

G_DEFINE_FINAL_TYPE (EupPdfDocument, eup_pdf_document, G_TYPE_OBJECT)

static void
leaf_clear (gpointer data)
{
  g_free (((Leaf *) data)->text);
}

static void
eup_pdf_document_finalize (GObject *object)
{
  EupPdfDocument *self = EUP_PDF_DOCUMENT (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->leaves, g_array_unref);
  G_OBJECT_CLASS (eup_pdf_document_parent_class)->finalize (object);
}

static void
eup_pdf_document_class_init (EupPdfDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = eup_pdf_document_finalize;
}

static void
eup_pdf_document_init (EupPdfDocument *self)
{
  self->leaves = g_array_new (FALSE, TRUE, sizeof (Leaf));
  g_array_set_clear_func (self->leaves, leaf_clear);
}

static void
open_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (EupPdfDocument) self = g_object_new (EUP_TYPE_PDF_DOCUMENT, NULL);
  GError *error = NULL;

  self->document = poppler_document_new_from_bytes (data, NULL, &error);
  if (self->document == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (int i = 0; i < poppler_document_get_n_pages (self->document); i++)
    {
      g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&poppler);
      PopplerPage *page = poppler_document_get_page (self->document, i);
      Leaf leaf = { 595, 842, NULL };

      if (page != NULL)
        {
          poppler_page_get_size (page, &leaf.width, &leaf.height);
          leaf.text = poppler_page_get_text (page);
          g_object_unref (page);
        }
      g_array_append_val (self->leaves, leaf);
    }
  g_task_return_pointer (task, g_steal_pointer (&self), g_object_unref);
}

/**
 * eup_pdf_document_open_async:
 * @pdf: the bytes
 *
 * Opens a PDF and reads the text of its pages.
 */
void
eup_pdf_document_open_async (GBytes *pdf,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, eup_pdf_document_open_async);
  g_task_set_task_data (task, g_bytes_ref (pdf), (GDestroyNotify) g_bytes_unref);
  eup_worker_run (task, open_thread);
}

/**
 * eup_pdf_document_open_finish:
 *
 * Returns: (transfer full) (nullable): the document; %NULL with poppler's error when it is no PDF
 */
EupPdfDocument *
eup_pdf_document_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

guint
eup_pdf_document_get_n_pages (EupPdfDocument *self)
{
  g_return_val_if_fail (EUP_IS_PDF_DOCUMENT (self), 0);
  return self->leaves->len;
}

/**
 * eup_pdf_document_get_size:
 * @page: from 0
 * @width: (out): in points
 * @height: (out): in points
 */
void
eup_pdf_document_get_size (EupPdfDocument *self, guint page, double *width, double *height)
{
  g_return_if_fail (EUP_IS_PDF_DOCUMENT (self) && page < self->leaves->len);
  *width = g_array_index (self->leaves, Leaf, page).width;
  *height = g_array_index (self->leaves, Leaf, page).height;
}

/**
 * eup_pdf_document_get_text:
 * @page: from 0
 *
 * Returns: (transfer none): what stands on the page, for those who don't see it
 */
const char *
eup_pdf_document_get_text (EupPdfDocument *self, guint page)
{
  const char *text;

  g_return_val_if_fail (EUP_IS_PDF_DOCUMENT (self) && page < self->leaves->len, "");
  text = g_array_index (self->leaves, Leaf, page).text;
  return text != NULL ? text : "";
}

static GdkTexture *
texture_from (cairo_surface_t *surface, int width, int height)
{
  int stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) pixels = NULL;

  cairo_surface_flush (surface);
  pixels = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) stride * (gsize) height);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, pixels, (gsize) stride);
}

static void
render_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  EupPdfDocument *self = source;
  const Wish *wish = data;
  const Leaf *leaf = &g_array_index (self->leaves, Leaf, wish->page);
  int height = MAX ((int) (wish->width * leaf->height / leaf->width + 0.5), 1);
  double scale = wish->width / leaf->width;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, wish->width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  g_mutex_lock (&poppler);
  if (!g_cancellable_is_cancelled (cancellable))
    {
      PopplerPage *page = poppler_document_get_page (self->document, (int) wish->page);

      if (page != NULL)
        poppler_page_render (page, cr);
      g_clear_object (&page);
    }
  g_mutex_unlock (&poppler);
  cairo_destroy (cr);
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, texture_from (surface, wish->width, height), g_object_unref);
  cairo_surface_destroy (surface);
}

/**
 * eup_pdf_document_render_async:
 * @page: from 0
 * @width: in device pixels
 *
 * Draws a page on white.
 */
void
eup_pdf_document_render_async (EupPdfDocument *self,
                               guint page,
                               int width,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Wish *wish = g_new0 (Wish, 1);

  g_return_if_fail (EUP_IS_PDF_DOCUMENT (self) && page < self->leaves->len);
  wish->page = page;
  wish->width = CLAMP (width, 1, MAX_WIDTH);
  g_task_set_source_tag (task, eup_pdf_document_render_async);
  g_task_set_task_data (task, wish, g_free);
  eup_worker_run (task, render_thread);
}

/**
 * eup_pdf_document_render_finish:
 *
 * Returns: (transfer full) (nullable): the page as a picture; %NULL when it was cancelled
 */
GdkTexture *
eup_pdf_document_render_finish (EupPdfDocument *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
