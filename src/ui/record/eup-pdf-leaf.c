/* Keeps the shape of its page from the start, so that nothing moves when the picture comes. A change of
 * size shows the old picture stretched until the new one is there. */

#include "ui/record/eup-pdf-leaf.h"

#include <glib/gi18n.h>

struct _EupPdfLeaf
{
  GtkWidget parent_instance;
  EupPdfDocument *document;
  guint page;
  GdkTexture *texture;
  GCancellable *drawing;
  int drawn_width; /* device pixels that are drawn or being drawn; 0: none */
  int least;       /* in pixels: how narrow it may become */
  int wanted;
  gboolean near;
};

G_DEFINE_FINAL_TYPE (EupPdfLeaf, eup_pdf_leaf, GTK_TYPE_WIDGET)

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupPdfLeaf) self = data;
  GdkTexture *texture = eup_pdf_document_render_finish (EUP_PDF_DOCUMENT (source), result, NULL);

  if (texture == NULL)
    return;
  g_clear_object (&self->texture);
  self->texture = texture;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
stop_drawing (EupPdfLeaf *self)
{
  g_cancellable_cancel (self->drawing);
  g_clear_object (&self->drawing);
  self->drawn_width = 0;
}

static void
draw_when_needed (EupPdfLeaf *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)) * gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (!self->near || width <= 0 || width == self->drawn_width)
    return;
  stop_drawing (self);
  self->drawn_width = width;
  self->drawing = g_cancellable_new ();
  eup_pdf_document_render_async (self->document, self->page, width, self->drawing, drawn_cb,
                                 g_object_ref (self));
}

static double
shape (EupPdfLeaf *self)
{
  double width, height;

  eup_pdf_document_get_size (self->document, self->page, &width, &height);
  return height / width;
}

static GtkSizeRequestMode
eup_pdf_leaf_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
eup_pdf_leaf_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  EupPdfLeaf *self = EUP_PDF_LEAF (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = self->least;
      *natural = self->wanted;
    }
  else
    *minimum = *natural = (int) ((for_size > 0 ? for_size : self->least) * shape (self) + 0.5);
}

static void
eup_pdf_leaf_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  draw_when_needed (EUP_PDF_LEAF (widget));
}

static void
eup_pdf_leaf_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  EupPdfLeaf *self = EUP_PDF_LEAF (widget);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                             (float) gtk_widget_get_height (widget));

  if (self->texture != NULL)
    gtk_snapshot_append_scaled_texture (snapshot, self->texture, GSK_SCALING_FILTER_TRILINEAR, &area);
  else
    gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 1, 1, 1, 1 }, &area);
}

static void
eup_pdf_leaf_dispose (GObject *object)
{
  EupPdfLeaf *self = EUP_PDF_LEAF (object);

  stop_drawing (self);
  g_clear_object (&self->texture);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (eup_pdf_leaf_parent_class)->dispose (object);
}

static void
eup_pdf_leaf_class_init (EupPdfLeafClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = eup_pdf_leaf_dispose;
  widget_class->get_request_mode = eup_pdf_leaf_get_request_mode;
  widget_class->measure = eup_pdf_leaf_measure;
  widget_class->size_allocate = eup_pdf_leaf_size_allocate;
  widget_class->snapshot = eup_pdf_leaf_snapshot;
  gtk_widget_class_set_css_name (widget_class, "leaf");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
eup_pdf_leaf_init (EupPdfLeaf *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * eup_pdf_leaf_new:
 * @document: (transfer none): the document
 * @page: from 0
 *
 * Returns: (transfer floating): the page; its accessible label is its number and its whole text
 */
GtkWidget *
eup_pdf_leaf_new (EupPdfDocument *document, guint page)
{
  EupPdfLeaf *self = g_object_new (EUP_TYPE_PDF_LEAF, NULL);
  g_autofree char *place =
      g_strdup_printf (_ ("Page %u of %u"), page + 1, eup_pdf_document_get_n_pages (document));
  g_autofree char *label = g_strdup_printf (C_ ("page number and its text", "%1$s. %2$s"), place,
                                            eup_pdf_document_get_text (document, page));

  self->document = g_object_ref (document);
  self->page = page;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

/**
 * eup_pdf_leaf_set_near:
 * @near: whether it is seen now or soon; a page far away gives its picture back
 */
void
eup_pdf_leaf_set_near (EupPdfLeaf *self, gboolean near)
{
  g_return_if_fail (EUP_IS_PDF_LEAF (self));
  self->near = near;
  if (near)
    draw_when_needed (self);
  else
    {
      stop_drawing (self);
      g_clear_object (&self->texture);
    }
}

/**
 * eup_pdf_leaf_set_width:
 * @least: pixels that it always has
 * @wanted: pixels that it takes where there is room
 */
void
eup_pdf_leaf_set_width (EupPdfLeaf *self, int least, int wanted)
{
  g_return_if_fail (EUP_IS_PDF_LEAF (self));
  self->least = least;
  self->wanted = wanted;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
