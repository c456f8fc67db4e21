#pragma once

#include "util/eup-clock.h"

G_BEGIN_DECLS

gboolean
eup_store_copy_make (const char *folder, const char *path, gint64 version, EupClock *clock, GError **error);

G_END_DECLS
