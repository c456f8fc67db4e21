#pragma once

#include <adwaita.h>
#include "casework/eup-workspace.h"

G_BEGIN_DECLS

/* The local additions that new cases are made with: add one from a file, take one away. */
#define EUP_TYPE_ADDITIONS_GROUP (eup_additions_group_get_type ())
G_DECLARE_FINAL_TYPE (EupAdditionsGroup, eup_additions_group, EUP, ADDITIONS_GROUP, AdwPreferencesGroup)

void eup_additions_group_set_workspace (EupAdditionsGroup *self, EupWorkspace *workspace);
void eup_additions_group_add_file (EupAdditionsGroup *self, GFile *file);

G_END_DECLS
