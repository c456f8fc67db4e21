#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The language of the windows, apart from the one that a case and its wall speak. */
void eup_ui_language_begin (void);
const char *eup_ui_language (void);
gboolean eup_ui_language_is_ours (const char *id);
gboolean eup_ui_language_set (const char *id);

G_END_DECLS
