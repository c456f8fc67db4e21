#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The languages of windows, records and people, each by its own name, so that whoever ends up in one that
 * they can’t read finds the way back. */
GtkStringList *eup_languages_new_list (const char *first);
void eup_languages_append_to_menu (GMenu *menu, const char *action);
guint eup_languages_find (const char *id);
guint eup_languages_find_or_none (const char *id);
const char *eup_languages_get (guint position);
const char *eup_languages_get_or_none (guint position);
const char *eup_languages_name (const char *id);

G_END_DECLS
