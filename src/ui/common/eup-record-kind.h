#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void eup_record_kind_fill (AdwComboRow *row);
const char *eup_record_kind_get_profile (void);

G_END_DECLS
