#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* Which country's rules apply, and what they ask for beforehand: the impact assessment, and a second
 * reader where the technology is that intrusive.
 *
 * Signal "chosen" (const char *country): somebody chose another country; whoever has the workspace
 * changes the case's rules. */
#define EUP_TYPE_RULES_GROUP (eup_rules_group_get_type ())
G_DECLARE_FINAL_TYPE (EupRulesGroup, eup_rules_group, EUP, RULES_GROUP, AdwPreferencesGroup)

void eup_rules_group_set_case (EupRulesGroup *self, EupCase *kase);
void eup_rules_group_refresh (EupRulesGroup *self);

G_END_DECLS
