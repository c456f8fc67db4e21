#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _EupDigest EupDigest;

char *eup_digest_bytes (GBytes *bytes);
EupDigest *eup_digest_new (void);
void eup_digest_add (EupDigest *self, gconstpointer data, gsize length);
char *eup_digest_so_far (const EupDigest *self);
void eup_digest_free (EupDigest *self);
char *eup_digest_grouped (const char *digest, guint n_digits);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupDigest, eup_digest_free)

G_END_DECLS
