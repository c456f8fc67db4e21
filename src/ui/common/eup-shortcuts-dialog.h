#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwDialog *eup_shortcuts_dialog_new (void);

G_END_DECLS
