#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* In whose name it is decided, with whom, when, and in which words. */
#define EUP_TYPE_DECIDER_GROUP (eup_decider_group_get_type ())
G_DECLARE_FINAL_TYPE (EupDeciderGroup, eup_decider_group, EUP, DECIDER_GROUP, AdwPreferencesGroup)

void eup_decider_group_set_case (EupDeciderGroup *self, EupCase *kase);

G_END_DECLS
