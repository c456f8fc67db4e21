#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* Which kind of meeting it is: the first or a follow-up, and whether it can't wait. */
#define EUP_TYPE_OCCASION_GROUP (eup_occasion_group_get_type ())
G_DECLARE_FINAL_TYPE (EupOccasionGroup, eup_occasion_group, EUP, OCCASION_GROUP, AdwPreferencesGroup)

void eup_occasion_group_set_case (EupOccasionGroup *self, EupCase *kase);

G_END_DECLS
