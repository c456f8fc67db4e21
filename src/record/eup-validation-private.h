#pragma once

#include "record/eup-material.h"
#include "record/eup-qpdf.h"

G_BEGIN_DECLS

GBytes *eup_validation_write (GBytes *pdf, const EupMaterial *material);
EupMaterial *eup_validation_read (EupQpdf q);
gboolean eup_validation_is_in (EupQpdf q);

G_END_DECLS
