#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* Whether somebody differs from the position: everybody is asked, the resident first. */
#define EUP_TYPE_DISSENT_GROUP (eup_dissent_group_get_type ())
G_DECLARE_FINAL_TYPE (EupDissentGroup, eup_dissent_group, EUP, DISSENT_GROUP, AdwPreferencesGroup)

void eup_dissent_group_set_case (EupDissentGroup *self, EupCase *kase);

G_END_DECLS
