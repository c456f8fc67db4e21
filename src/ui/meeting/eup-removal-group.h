#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* When the technology was taken away, when its data were deleted, and who confirmed it; only there for an outcome that
 * ends it. */
#define EUP_TYPE_REMOVAL_GROUP (eup_removal_group_get_type ())
G_DECLARE_FINAL_TYPE (EupRemovalGroup, eup_removal_group, EUP, REMOVAL_GROUP, AdwPreferencesGroup)

void eup_removal_group_set_case (EupRemovalGroup *self, EupCase *kase);

G_END_DECLS
