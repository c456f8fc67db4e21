#pragma once

#include <adwaita.h>
#include "casework/eup-workspace.h"

G_BEGIN_DECLS

/* What a case is made with: the method, the technologies, the country's rules and local additions, each
 * with its version. In an open case also whether there is something newer, and what that changes. */
#define EUP_TYPE_VERSIONS_GROUP (eup_versions_group_get_type ())
G_DECLARE_FINAL_TYPE (EupVersionsGroup, eup_versions_group, EUP, VERSIONS_GROUP, AdwPreferencesGroup)

GtkWidget *eup_versions_group_new (EupWorkspace *workspace, EupCase *kase);

G_END_DECLS
