#pragma once

#include <adwaita.h>
#include "method/eup-rule-pack.h"

G_BEGIN_DECLS

GtkWidget *eup_reference_row_new (const EupReference *reference);
GtkWidget *eup_reference_rows_new (const EupRulePack *rules, const char *const *ids);

G_END_DECLS
