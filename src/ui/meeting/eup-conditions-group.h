#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* What must hold for the outcome, who sees to it, and until when. */
#define EUP_TYPE_CONDITIONS_GROUP (eup_conditions_group_get_type ())
G_DECLARE_FINAL_TYPE (EupConditionsGroup, eup_conditions_group, EUP, CONDITIONS_GROUP, AdwPreferencesGroup)

void eup_conditions_group_set_case (EupConditionsGroup *self, EupCase *kase);

G_END_DECLS
