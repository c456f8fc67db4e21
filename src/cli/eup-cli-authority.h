#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *eup_cli_authority_ask (GBytes *request, gpointer url, GError **error);

G_END_DECLS
