#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *eup_error_words (const GError *error);
const char *eup_error_words_of_record (const GError *error);

G_END_DECLS
