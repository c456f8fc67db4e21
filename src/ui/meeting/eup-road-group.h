#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* By which road the formal decision is made, on which provision it rests, and whether it has been told what one
 * can do against it: all as the rule pack of the country has it. */
#define EUP_TYPE_ROAD_GROUP (eup_road_group_get_type ())
G_DECLARE_FINAL_TYPE (EupRoadGroup, eup_road_group, EUP, ROAD_GROUP, AdwPreferencesGroup)

void eup_road_group_set_case (EupRoadGroup *self, EupCase *kase);

G_END_DECLS
