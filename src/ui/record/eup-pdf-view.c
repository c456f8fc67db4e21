/* Tells the pages that are seen, and those one screen away, to draw themselves; the others rest. */

#include "ui/record/eup-pdf-view.h"

#include <math.h>
#include "ui/record/eup-pdf-leaf.h"

#define PAGE_WIDTH 626 /* pixels at the first zoom, as in the pictures */
#define LEAST_WIDTH 240
#define ZOOM_STEP 1.2
#define MIN_ZOOM -3
#define MAX_ZOOM 8

struct _EupPdfView
{
  GtkBox parent_instance;
  EupPdfDocument *document;
  GtkAdjustment *scrolled; /* of the scrolled window around it */
  GCancellable *opening;
  guint looking;
  int zoom;
};

G_DEFINE_FINAL_TYPE (EupPdfView, eup_pdf_view, GTK_TYPE_BOX)

static GtkWidget *
scroller_of (EupPdfView *self)
{
  return gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
}

static gboolean
look_cb (gpointer data)
{
  EupPdfView *self = data;
  GtkWidget *scroller = scroller_of (self);
  double height = scroller != NULL ? gtk_widget_get_height (scroller) : 0;

  self->looking = 0;
  for (GtkWidget *leaf = gtk_widget_get_first_child (GTK_WIDGET (self)); leaf != NULL && scroller != NULL;
       leaf = gtk_widget_get_next_sibling (leaf))
    {
      graphene_rect_t place;

      if (gtk_widget_compute_bounds (leaf, scroller, &place))
        eup_pdf_leaf_set_near (EUP_PDF_LEAF (leaf),
                               place.origin.y + place.size.height > -height && place.origin.y < 2 * height);
    }
  return G_SOURCE_REMOVE;
}

/* After the layout, once for all that moved. */
static void
look (EupPdfView *self)
{
  if (self->looking == 0)
    self->looking = g_idle_add (look_cb, self);
}

static void
apply_zoom (EupPdfView *self)
{
  int width = (int) lround (PAGE_WIDTH * pow (ZOOM_STEP, self->zoom));

  for (GtkWidget *leaf = gtk_widget_get_first_child (GTK_WIDGET (self)); leaf != NULL;
       leaf = gtk_widget_get_next_sibling (leaf))
    {
      eup_pdf_leaf_set_width (EUP_PDF_LEAF (leaf), self->zoom > 0 ? width : MIN (LEAST_WIDTH, width), width);
      gtk_widget_set_halign (leaf, self->zoom == 0 ? GTK_ALIGN_FILL : GTK_ALIGN_CENTER);
    }
  look (self);
}

static void
show_document (EupPdfView *self, EupPdfDocument *document)
{
  GtkWidget *leaf;

  while ((leaf = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), leaf);
  g_set_object (&self->document, document);
  for (guint i = 0; i < eup_pdf_document_get_n_pages (document); i++)
    gtk_box_append (GTK_BOX (self), eup_pdf_leaf_new (document, i));
  apply_zoom (self);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  g_autoptr (EupPdfDocument) document = eup_pdf_document_open_finish (result, &error);

  if (document == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  show_document (g_task_get_source_object (task), document);
  g_task_return_boolean (task, TRUE);
}

static void
eup_pdf_view_map (GtkWidget *widget)
{
  EupPdfView *self = EUP_PDF_VIEW (widget);
  GtkWidget *scroller = scroller_of (self);

  GTK_WIDGET_CLASS (eup_pdf_view_parent_class)->map (widget);
  if (scroller != NULL && self->scrolled == NULL)
    {
      self->scrolled = g_object_ref (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)));
      g_signal_connect_object (self->scrolled, "value-changed", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->scrolled, "changed", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
    }
  look (self);
}

static void
eup_pdf_view_dispose (GObject *object)
{
  EupPdfView *self = EUP_PDF_VIEW (object);

  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_handle_id (&self->looking, g_source_remove);
  g_clear_object (&self->scrolled);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (eup_pdf_view_parent_class)->dispose (object);
}

static void
eup_pdf_view_class_init (EupPdfViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_pdf_view_dispose;
  GTK_WIDGET_CLASS (klass)->map = eup_pdf_view_map;
}

static void
eup_pdf_view_init (EupPdfView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 24);
}

/**
 * eup_pdf_view_set_pdf_async:
 * @pdf: the bytes
 *
 * Shows another PDF in place of the one that is shown.
 */
void
eup_pdf_view_set_pdf_async (EupPdfView *self, GBytes *pdf, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, eup_pdf_view_set_pdf_async);
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  self->opening = g_cancellable_new ();
  eup_pdf_document_open_async (pdf, self->opening, opened_cb, task);
}

gboolean
eup_pdf_view_set_pdf_finish (EupPdfView *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

guint
eup_pdf_view_get_n_pages (EupPdfView *self)
{
  g_return_val_if_fail (EUP_IS_PDF_VIEW (self), 0);
  return self->document != NULL ? eup_pdf_document_get_n_pages (self->document) : 0;
}

/**
 * eup_pdf_view_zoom:
 * @steps: more or less; 0 goes back to the first size
 */
void
eup_pdf_view_zoom (EupPdfView *self, int steps)
{
  g_return_if_fail (EUP_IS_PDF_VIEW (self));
  self->zoom = steps == 0 ? 0 : CLAMP (self->zoom + steps, MIN_ZOOM, MAX_ZOOM);
  apply_zoom (self);
}
