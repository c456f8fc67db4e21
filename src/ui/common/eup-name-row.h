#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row for somebody's name: typed, or picked from those who take part. */
#define EUP_TYPE_NAME_ROW (eup_name_row_get_type ())
G_DECLARE_FINAL_TYPE (EupNameRow, eup_name_row, EUP, NAME_ROW, AdwEntryRow)

void eup_name_row_set_names (EupNameRow *self, const char *const *names);

G_END_DECLS
