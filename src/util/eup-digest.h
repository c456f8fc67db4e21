#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *eup_digest_bytes (GBytes *bytes);
char *eup_digest_grouped (const char *digest, guint n_digits);

G_END_DECLS
