#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* How heavily the meeting holds one question, once its answers are shown: an option of the method's
 * weight scale, a reason, and the protection that some options ask for. A row for a boxed list, with
 * the question's title. Every change goes to the case at once. */
#define EUP_TYPE_WEIGHT_ROW (eup_weight_row_get_type ())
G_DECLARE_FINAL_TYPE (EupWeightRow, eup_weight_row, EUP, WEIGHT_ROW, AdwPreferencesRow)

GtkWidget *eup_weight_row_new (EupCase *kase, const EupQuestion *question);
const char *eup_weight_row_get_question (EupWeightRow *self);

G_END_DECLS
