#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* What the meeting arrives at: one of the method's outcomes, none to begin with, and a date for those
 * that need one. */
#define EUP_TYPE_OUTCOME_GROUP (eup_outcome_group_get_type ())
G_DECLARE_FINAL_TYPE (EupOutcomeGroup, eup_outcome_group, EUP, OUTCOME_GROUP, AdwPreferencesGroup)

void eup_outcome_group_set_case (EupOutcomeGroup *self, EupCase *kase);

G_END_DECLS
