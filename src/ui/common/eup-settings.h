#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *eup_settings_get_default (void);
char *eup_settings_get (const char *key);
void eup_settings_set (const char *key, const char *value);
gboolean eup_settings_is_on (const char *key);
void eup_settings_bind (const char *key, gpointer object, const char *property);

G_END_DECLS
