#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *eup_ui_language (void);

G_END_DECLS
