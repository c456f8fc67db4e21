#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkLayoutManager *eup_ink_layout_new (void);

G_END_DECLS
