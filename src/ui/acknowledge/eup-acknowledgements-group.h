#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* Who has taken part of what is written, a row a person: who has answered and how, and a way to ask. */
#define EUP_TYPE_ACKNOWLEDGEMENTS_GROUP (eup_acknowledgements_group_get_type ())
G_DECLARE_FINAL_TYPE (
    EupAcknowledgementsGroup, eup_acknowledgements_group, EUP, ACKNOWLEDGEMENTS_GROUP, AdwPreferencesGroup)

void eup_acknowledgements_group_set_case (EupAcknowledgementsGroup *self, EupCase *kase);

G_END_DECLS
