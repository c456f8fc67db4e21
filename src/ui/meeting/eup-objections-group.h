#pragma once

#include "casework/eup-case.h"
#include "ui/meeting/eup-listed-group.h"

G_BEGIN_DECLS

/* What people object to in what stands in their name. It holds nothing back: it is theirs to have.
 *
 * Signal "go-to" (const char *target): the question that it is about. */
#define EUP_TYPE_OBJECTIONS_GROUP (eup_objections_group_get_type ())
G_DECLARE_FINAL_TYPE (EupObjectionsGroup, eup_objections_group, EUP, OBJECTIONS_GROUP, EupListedGroup)

void eup_objections_group_set_case (EupObjectionsGroup *self, EupCase *kase);

G_END_DECLS
