#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row for one date: typed, as 2026-12-15 or as the language writes it, or picked in a calendar.
 *
 * Property "date" (string, nullable): YYYY-MM-DD; %NULL while there is none that can be read. */
#define EUP_TYPE_DATE_ROW (eup_date_row_get_type ())
G_DECLARE_FINAL_TYPE (EupDateRow, eup_date_row, EUP, DATE_ROW, AdwEntryRow)

GtkWidget *eup_date_row_new (const char *title);
const char *eup_date_row_get_date (EupDateRow *self);
void eup_date_row_set_date (EupDateRow *self, const char *iso);

char *eup_date_parse (const char *text);

G_END_DECLS
