#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Words of our own that stand on the wall, in its languages, and the same in the facilitator's window, in
 * the interface's: gettext knows one language at a time. */
typedef struct
{
  const char *sv;
  const char *en;
  const char *zh;
} EupWallText;

static inline const char *
eup_wall_text_get (const EupWallText *self, const char *language)
{
  if (g_strcmp0 (language, "sv") == 0)
    return self->sv;
  return g_strcmp0 (language, "zh") == 0 ? self->zh : self->en;
}

G_END_DECLS
