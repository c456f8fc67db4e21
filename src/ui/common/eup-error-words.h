#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *eup_error_words (const GError *error);

G_END_DECLS
