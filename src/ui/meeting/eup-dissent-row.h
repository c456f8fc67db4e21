#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* What one person answered when asked whether they differ. */
#define EUP_TYPE_DISSENT_ROW (eup_dissent_row_get_type ())
G_DECLARE_FINAL_TYPE (EupDissentRow, eup_dissent_row, EUP, DISSENT_ROW, AdwExpanderRow)

GtkWidget *eup_dissent_row_new (EupCase *kase, const char *person);
void eup_dissent_row_refresh (EupDissentRow *self);

G_END_DECLS
