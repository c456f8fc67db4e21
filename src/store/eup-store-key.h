#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define EUP_STORE_KEY_FILE "key"

char *eup_store_key_read (const char *folder, GError **error);
gboolean eup_store_key_make (const char *folder, GError **error);
void eup_store_key_free (char *key);

gboolean eup_store_sync_folder (const char *folder, GError **error);

G_END_DECLS
