#pragma once

#include <fontconfig/fontconfig.h>
#include <glib.h>

G_BEGIN_DECLS

FcConfig *eup_font_files_get (GError **error);
char *eup_font_files_describe_missing (void);

G_END_DECLS
