#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* Which technology it is about, with which functions, and how intrusive that makes it. */
#define EUP_TYPE_TECHNOLOGY_GROUP (eup_technology_group_get_type ())
G_DECLARE_FINAL_TYPE (EupTechnologyGroup, eup_technology_group, EUP, TECHNOLOGY_GROUP, AdwPreferencesGroup)

void eup_technology_group_set_case (EupTechnologyGroup *self, EupCase *kase);

G_END_DECLS
