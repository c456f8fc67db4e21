#pragma once

#include "record/eup-layout-error.h"
#include "record/eup-pages.h"
#include "record/eup-snapshot.h"

G_BEGIN_DECLS

EupPages *eup_layout_run (const EupSnapshot *snapshot, const char *twin_digest, GError **error);
EupDocumentInfo *eup_layout_info (const EupSnapshot *snapshot, const char *twin_digest);

G_END_DECLS
