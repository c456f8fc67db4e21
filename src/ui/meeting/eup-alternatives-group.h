#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* The ways that could meet the need, one row each, to add, change and take away. Used on the decision
 * page and wherever a question of the kind EUP_QUESTION_ALTERNATIVES is asked. */
#define EUP_TYPE_ALTERNATIVES_GROUP (eup_alternatives_group_get_type ())
G_DECLARE_FINAL_TYPE (EupAlternativesGroup, eup_alternatives_group, EUP, ALTERNATIVES_GROUP, AdwPreferencesGroup)

GtkWidget *eup_alternatives_group_new (EupCase *kase);
void eup_alternatives_group_set_case (EupAlternativesGroup *self, EupCase *kase);

G_END_DECLS
