#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A label that had to be shortened says all of it in a tooltip. */
void eup_full_words_install (GtkWidget *window);
char *eup_full_words_of (GtkWidget *widget);
void eup_full_words_set_tooltip (GtkWidget *widget, const char *words);

G_END_DECLS
