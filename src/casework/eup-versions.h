#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *eup_versions_describe (void);

G_END_DECLS
