#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A PDF opened for showing only; what it is worth is said by the verifier, never by this. */
#define EUP_TYPE_PDF_DOCUMENT (eup_pdf_document_get_type ())
G_DECLARE_FINAL_TYPE (EupPdfDocument, eup_pdf_document, EUP, PDF_DOCUMENT, GObject)

void eup_pdf_document_open_async (GBytes *pdf,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
EupPdfDocument *eup_pdf_document_open_finish (GAsyncResult *result, GError **error);

guint eup_pdf_document_get_n_pages (EupPdfDocument *self);
void eup_pdf_document_get_size (EupPdfDocument *self, guint page, double *width, double *height);
const char *eup_pdf_document_get_text (EupPdfDocument *self, guint page);

void eup_pdf_document_render_async (EupPdfDocument *self,
                                    guint page,
                                    int width,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
GdkTexture *eup_pdf_document_render_finish (EupPdfDocument *self, GAsyncResult *result, GError **error);

G_END_DECLS
