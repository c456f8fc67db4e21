#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GPtrArray *eup_chain_states (GBytes *pdf);

G_END_DECLS
