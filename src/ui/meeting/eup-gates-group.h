#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* What holds a yes back, what is only worth a thought, and what must be there before the record is
 * signed; each with a button that leads to where it is done. Signal "go-to" (const char *target). */
#define EUP_TYPE_GATES_GROUP (eup_gates_group_get_type ())
G_DECLARE_FINAL_TYPE (EupGatesGroup, eup_gates_group, EUP, GATES_GROUP, GtkBox)

void eup_gates_group_set_case (EupGatesGroup *self, EupCase *kase);

G_END_DECLS
