#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* What each person agrees to, apart from what they think: asked one at a time, and taken back when
 * somebody wants. Also where the case is sealed: there only taking back is left. */
#define EUP_TYPE_CONSENTS_GROUP (eup_consents_group_get_type ())
G_DECLARE_FINAL_TYPE (EupConsentsGroup, eup_consents_group, EUP, CONSENTS_GROUP, AdwPreferencesGroup)

void eup_consents_group_set_case (EupConsentsGroup *self, EupCase *kase);

G_END_DECLS
