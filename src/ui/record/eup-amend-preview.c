/* The pages are drawn once, when it is opened: nothing can be typed behind it. */

#include "ui/record/eup-amend-preview.h"

#include <glib/gi18n.h>
#include "ui/common/eup-error-words.h"
#include "ui/record/eup-pdf-view.h"

struct _EupAmendPreview
{
  AdwDialog parent_instance;

  GCancellable *drawing;
  gboolean closed; /* what still speaks after this is not heard */
  GtkStack *stack;
  AdwStatusPage *failed;
  EupPdfView *pages;
};

G_DEFINE_FINAL_TYPE (EupAmendPreview, eup_amend_preview, ADW_TYPE_DIALOG)

static void
fail (EupAmendPreview *self, const GError *error)
{
  g_message ("A draft of an amendment can't be shown: %s", error->message);
  adw_status_page_set_description (self->failed, eup_error_words (error));
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupAmendPreview) self = data;
  g_autoptr (GError) error = NULL;
  gboolean shown = eup_pdf_view_set_pdf_finish (EUP_PDF_VIEW (source), result, &error);

  if (self->closed)
    return;
  if (shown)
    gtk_stack_set_visible_child_name (self->stack, "pages");
  else
    fail (self, error);
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EupAmendPreview) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = eup_amending_draft_finish (EUP_AMENDING (source), result, &error);

  if (self->closed)
    return;
  if (pdf == NULL)
    fail (self, error);
  else
    eup_pdf_view_set_pdf_async (self->pages, pdf, shown_cb, g_object_ref (self));
}

static void
eup_amend_preview_dispose (GObject *object)
{
  EupAmendPreview *self = EUP_AMEND_PREVIEW (object);

  self->closed = TRUE;
  g_cancellable_cancel (self->drawing);
  g_clear_object (&self->drawing);
  gtk_widget_dispose_template (GTK_WIDGET (self), EUP_TYPE_AMEND_PREVIEW);
  G_OBJECT_CLASS (eup_amend_preview_parent_class)->dispose (object);
}

static void
eup_amend_preview_class_init (EupAmendPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (EUP_TYPE_PDF_VIEW);
  G_OBJECT_CLASS (klass)->dispose = eup_amend_preview_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/euphoria_care/Euphoria/ui/eup-amend-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, EupAmendPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, EupAmendPreview, failed);
  gtk_widget_class_bind_template_child (widget_class, EupAmendPreview, pages);
}

static void
eup_amend_preview_init (EupAmendPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->drawing = g_cancellable_new ();
}

/**
 * eup_amend_preview_new:
 * @amending: (transfer none): what is written so far
 *
 * Returns: (transfer floating): a dialog to present; it draws at once
 */
AdwDialog *
eup_amend_preview_new (EupAmending *amending)
{
  EupAmendPreview *self = g_object_new (EUP_TYPE_AMEND_PREVIEW, NULL);

  eup_amending_draft_async (amending, self->drawing, drawn_cb, g_object_ref (self));
  return ADW_DIALOG (self);
}

static void
clicked_cb (GtkWidget *button, EupAmending *amending)
{
  adw_dialog_present (eup_amend_preview_new (amending), button);
}

/* Lets @button show @amending. */
void
eup_amend_preview_connect (GtkWidget *button, EupAmending *amending)
{
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), amending, 0);
}
