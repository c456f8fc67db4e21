#pragma once

#include <stdarg.h>

#include <glib.h>

G_BEGIN_DECLS

const char *eup_words_language (const char *tag);
const char *eup_words (const char *key, const char *language);
char *
eup_words_fill (const char *key, const char *language, const char *first_name, ...) G_GNUC_NULL_TERMINATED;
char *eup_words_fill_valist (const char *key, const char *language, const char *first_name, va_list args);
gboolean eup_words_has (const char *key);
GPtrArray *eup_words_keys (void);

G_END_DECLS
