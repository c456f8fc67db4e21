#pragma once

#include <glib.h>

G_BEGIN_DECLS

int eup_store_lock_take (const char *folder, GError **error);
void eup_store_lock_release (int lock);

G_END_DECLS
