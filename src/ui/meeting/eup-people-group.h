#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* Who takes part, the resident first: to add, change and take away with undo. */
#define EUP_TYPE_PEOPLE_GROUP (eup_people_group_get_type ())
G_DECLARE_FINAL_TYPE (EupPeopleGroup, eup_people_group, EUP, PEOPLE_GROUP, AdwPreferencesGroup)

void eup_people_group_set_case (EupPeopleGroup *self, EupCase *kase);

G_END_DECLS
