#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What an authority says about certificates, today and for @days; those days may be over. @revoked (nullable)
 * is a certificate, DER, that it took back @hours ago. */
GBytes *sample_list (GBytes *authority, GBytes *key, GBytes *revoked, int hours, int days);
GBytes *sample_answer (GBytes *authority, GBytes *key, GBytes *about, gboolean revoked, int hours, int days);

G_END_DECLS
