#pragma once

#include "record/eup-pages.h"

G_BEGIN_DECLS

EupPages *sample_pages_new (void);
EupDocumentInfo *sample_info_new (void);

G_END_DECLS
