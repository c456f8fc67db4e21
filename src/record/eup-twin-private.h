#pragma once

/* What the twin of a record and that of an amendment share. */

#include "record/eup-twin.h"

G_BEGIN_DECLS

#define EUP_TWIN_FORMAT 1

void eup_twin_set_text (JsonObject *object, const char *name, const char *value);
void eup_twin_set_pins (JsonObject *root, const EupModel *model);
void eup_twin_set_retention (JsonObject *record, const EupSnapshot *snapshot);
JsonObject *eup_twin_amendment_record (const EupSnapshot *snapshot);

G_END_DECLS
