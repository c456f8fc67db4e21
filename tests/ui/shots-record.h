#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Pictures of what is done with a sealed record; cards and authorities are played. */
void shots_record_take (const char *name, const char *page, gboolean is_signed, int width, int height);

G_END_DECLS
