#pragma once

#include "casework/eup-case.h"
#include "ui/meeting/eup-listed-group.h"

G_BEGIN_DECLS

/* Where the voices differ, and where one is missing or lacks information: sentences side by side, each
 * with a way to its question. Signal "go-to" (const char *question). */
#define EUP_TYPE_DIFFERENCES_GROUP (eup_differences_group_get_type ())
G_DECLARE_FINAL_TYPE (EupDifferencesGroup, eup_differences_group, EUP, DIFFERENCES_GROUP, EupListedGroup)

void eup_differences_group_set_case (EupDifferencesGroup *self, EupCase *kase);

G_END_DECLS
