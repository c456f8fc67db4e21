#pragma once

#include <adwaita.h>
#include "ui/archive/eup-case-item.h"

G_BEGIN_DECLS

/* One line of the list of cases: initial, alias, number and state. */
#define EUP_TYPE_CASE_ROW (eup_case_row_get_type ())
G_DECLARE_FINAL_TYPE (EupCaseRow, eup_case_row, EUP, CASE_ROW, AdwBin)

GtkWidget *eup_case_row_new (void);
void eup_case_row_show (EupCaseRow *self, EupCaseItem *item);

/* One line of those to follow up. */
GtkWidget *eup_case_due_row_new (EupCaseItem *item, const char *today);
EupCaseItem *eup_case_due_row_get_item (GtkWidget *row);

G_END_DECLS
