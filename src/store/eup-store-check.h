#pragma once

#include <gio/gio.h>

#include "store/eup-store-values.h"

G_BEGIN_DECLS

EupStoreFindings *eup_store_check_run (const char *folder, GCancellable *cancellable, GError **error);

G_END_DECLS
