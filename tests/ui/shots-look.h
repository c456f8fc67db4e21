#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* How pictures are taken: each page once for every look that is wanted, without being made anew. */
void shots_look_init (const char *folder, const char *language);
void shots_look_take (GtkWindow *window, const char *name);
void shots_look_settle (GtkWidget *widget);

G_END_DECLS
