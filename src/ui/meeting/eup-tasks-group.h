#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* The tasks of a stage that asks no questions, to tick off. What is ticked is kept in the card; in a
 * sealed case the list is only for reading. */
#define EUP_TYPE_TASKS_GROUP (eup_tasks_group_get_type ())
G_DECLARE_FINAL_TYPE (EupTasksGroup, eup_tasks_group, EUP, TASKS_GROUP, AdwPreferencesGroup)

GtkWidget *eup_tasks_group_new (EupCase *kase, const char *stage);
void eup_tasks_group_set_case (EupTasksGroup *self, EupCase *kase, const char *stage);
guint eup_tasks_group_get_n_tasks (EupTasksGroup *self);

G_END_DECLS
