#pragma once

#include "casework/eup-case.h"
#include "ui/meeting/eup-listed-group.h"

G_BEGIN_DECLS

/* Before it is weighed: the questions that are still parked. Hidden when there are none.
 * Signal "go-to" (const char *target): to that question. */
#define EUP_TYPE_PARKED_GROUP (eup_parked_group_get_type ())
G_DECLARE_FINAL_TYPE (EupParkedGroup, eup_parked_group, EUP, PARKED_GROUP, EupListedGroup)

void eup_parked_group_set_case (EupParkedGroup *self, EupCase *kase);

G_END_DECLS
