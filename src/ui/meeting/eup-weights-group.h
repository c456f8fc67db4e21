#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* How heavily the meeting holds each question that is weighed: all in one list, to be looked at together. */
#define EUP_TYPE_WEIGHTS_GROUP (eup_weights_group_get_type ())
G_DECLARE_FINAL_TYPE (EupWeightsGroup, eup_weights_group, EUP, WEIGHTS_GROUP, AdwPreferencesGroup)

void eup_weights_group_set_case (EupWeightsGroup *self, EupCase *kase);

G_END_DECLS
