#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The certificates that are known here, as a group of the preferences. */
#define EUP_TYPE_KNOWN_GROUP (eup_known_group_get_type ())
G_DECLARE_FINAL_TYPE (EupKnownGroup, eup_known_group, EUP, KNOWN_GROUP, AdwPreferencesGroup)

void eup_known_group_add_file (EupKnownGroup *self, const char *path);

G_END_DECLS
