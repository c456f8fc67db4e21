#pragma once

#include "ui/record/eup-pdf-document.h"

G_BEGIN_DECLS

/* One page of a PDF on the screen. Draws itself only while it is near what is seen. */
#define EUP_TYPE_PDF_LEAF (eup_pdf_leaf_get_type ())
G_DECLARE_FINAL_TYPE (EupPdfLeaf, eup_pdf_leaf, EUP, PDF_LEAF, GtkWidget)

GtkWidget *eup_pdf_leaf_new (EupPdfDocument *document, guint page);
void eup_pdf_leaf_set_near (EupPdfLeaf *self, gboolean near);
void eup_pdf_leaf_set_width (EupPdfLeaf *self, int least, int wanted);

G_END_DECLS
