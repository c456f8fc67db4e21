#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean eup_script_is_han (gunichar c);
gboolean eup_script_is_mostly_han (const char *text);
gsize eup_script_run (const char *text, gboolean han_text, gboolean *han);

G_END_DECLS
