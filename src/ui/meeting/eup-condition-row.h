#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* One condition, open to be written in. Signal "remove": somebody wants to take it away. */
#define EUP_TYPE_CONDITION_ROW (eup_condition_row_get_type ())
G_DECLARE_FINAL_TYPE (EupConditionRow, eup_condition_row, EUP, CONDITION_ROW, AdwExpanderRow)

GtkWidget *eup_condition_row_new (EupCase *kase, const char *id);
void eup_condition_row_refresh (EupConditionRow *self);
const char *eup_condition_row_get_id (EupConditionRow *self);

G_END_DECLS
