#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A group that lists what follows from the case, each row with a way there. Its rows are made anew only
 * when what they say has changed, so that focus stays where it is; with no row it is not shown.
 *
 * Signal "go-to" (const char *target): somebody wants to see where a row comes from. */
#define EUP_TYPE_LISTED_GROUP (eup_listed_group_get_type ())
G_DECLARE_DERIVABLE_TYPE (EupListedGroup, eup_listed_group, EUP, LISTED_GROUP, AdwPreferencesGroup)

struct _EupListedGroupClass
{
  AdwPreferencesGroupClass parent_class;
};

gboolean eup_listed_group_begin (EupListedGroup *self, const char *says);
void eup_listed_group_add (EupListedGroup *self, GtkWidget *row);
void eup_listed_group_end (EupListedGroup *self);
GPtrArray *eup_listed_group_get_rows (EupListedGroup *self);

GtkWidget *eup_listed_row_new (const char *title, const char *words, const char *target);

G_END_DECLS
