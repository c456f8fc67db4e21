#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* The sittings of a case: begin one, go on with the one that was broken off, look at one, take one away. */
#define EUP_TYPE_SITTINGS_GROUP (eup_sittings_group_get_type ())
G_DECLARE_FINAL_TYPE (EupSittingsGroup, eup_sittings_group, EUP, SITTINGS_GROUP, AdwPreferencesGroup)

GtkWidget *eup_sittings_group_new (EupCase *kase);
void eup_sittings_group_set_case (EupSittingsGroup *self, EupCase *kase);

G_END_DECLS
