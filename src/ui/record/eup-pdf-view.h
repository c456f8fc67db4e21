#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The pages of a PDF under each other, to be put into a scrolled window. */
#define EUP_TYPE_PDF_VIEW (eup_pdf_view_get_type ())
G_DECLARE_FINAL_TYPE (EupPdfView, eup_pdf_view, EUP, PDF_VIEW, GtkBox)

void
eup_pdf_view_set_pdf_async (EupPdfView *self, GBytes *pdf, GAsyncReadyCallback callback, gpointer user_data);
gboolean eup_pdf_view_set_pdf_finish (EupPdfView *self, GAsyncResult *result, GError **error);
guint eup_pdf_view_get_n_pages (EupPdfView *self);
void eup_pdf_view_zoom (EupPdfView *self, int steps);

G_END_DECLS
