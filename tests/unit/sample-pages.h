#pragma once

#include "record/eup-pages.h"

G_BEGIN_DECLS

EupPages *sample_pages_new (void);
EupDocumentInfo *sample_info_new (void);

/* Something like a twin. */
#define SAMPLE_TWIN "{\"card\":{\"alias\":\"安娜 Ana\"}}\n"
void sample_attach (EupDocumentInfo *info, GBytes *twin);

G_END_DECLS
