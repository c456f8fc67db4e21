#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *ui_signed_new (void);
void ui_signed_free (char *folder);

G_END_DECLS
