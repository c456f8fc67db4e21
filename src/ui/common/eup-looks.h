#pragma once

#include <glib.h>

G_BEGIN_DECLS

void eup_looks_follow (void);

G_END_DECLS
