#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row for one time of day, typed as 14.05, 14:05, 1405 or 14.
 *
 * Property "time" (string, nullable): HH:MM; %NULL while there is none that can be read. */
#define EUP_TYPE_TIME_ROW (eup_time_row_get_type ())
G_DECLARE_FINAL_TYPE (EupTimeRow, eup_time_row, EUP, TIME_ROW, AdwEntryRow)

GtkWidget *eup_time_row_new (const char *title);
const char *eup_time_row_get_time (EupTimeRow *self);
void eup_time_row_set_time (EupTimeRow *self, const char *time);
gboolean eup_time_row_is_wrong (EupTimeRow *self);

char *eup_time_parse (const char *text);

G_END_DECLS
