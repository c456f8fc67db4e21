#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* When it is looked at again and by whom. */
#define EUP_TYPE_FOLLOW_UP_GROUP (eup_follow_up_group_get_type ())
G_DECLARE_FINAL_TYPE (EupFollowUpGroup, eup_follow_up_group, EUP, FOLLOW_UP_GROUP, AdwPreferencesGroup)

void eup_follow_up_group_set_case (EupFollowUpGroup *self, EupCase *kase);

char *eup_follow_up_limit (EupCase *kase);

G_END_DECLS
