#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The languages of records and people, each by its own name, as models of combo rows. */
GtkStringList *eup_languages_new_list (gboolean with_none);
guint eup_languages_find (const char *id);
guint eup_languages_find_or_none (const char *id);
const char *eup_languages_get (guint position);
const char *eup_languages_get_or_none (guint position);
const char *eup_languages_name (const char *id);

G_END_DECLS
