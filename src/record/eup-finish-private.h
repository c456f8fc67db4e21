#pragma once

/* The steps of eup_finish_run(), one file each. */

#include "record/eup-finish.h"
#include "record/eup-qpdf.h"

G_BEGIN_DECLS

GBytes *eup_finish_repair_xref (GBytes *pdf, GError **error);
GArray *eup_finish_structure (EupQpdf q, GPtrArray *tags, GError **error);
gboolean eup_finish_slots (
    EupQpdf q, const EupPages *pages, GArray *elements, const EupDocumentInfo *info, GError **error);
void eup_finish_fonts_and_images (EupQpdf q);
void eup_finish_output_intent (EupQpdf q);
char *eup_finish_xmp (const EupDocumentInfo *info, const char *producer);
void eup_finish_twin (EupQpdf q, const EupDocumentInfo *info, const char *date);

G_END_DECLS
