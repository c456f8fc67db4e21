#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GPtrArray *eup_chain_states (GBytes *pdf);
gboolean eup_chain_holds (GBytes *earlier, const char *digest);

G_END_DECLS
