#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* All that is wrong with a file, to be read at leisure: what was found, and where. */
AdwDialog *eup_problems_dialog_new (const char *title, const char *lines);

G_END_DECLS
