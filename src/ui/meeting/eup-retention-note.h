#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* How long the record is kept, in words; computed by the rule pack, chosen by nobody. Signal "go-to"
 * (const char *target): where the birthday is written. */
#define EUP_TYPE_RETENTION_NOTE (eup_retention_note_get_type ())
G_DECLARE_FINAL_TYPE (EupRetentionNote, eup_retention_note, EUP, RETENTION_NOTE, AdwPreferencesGroup)

void eup_retention_note_set_case (EupRetentionNote *self, EupCase *kase);

G_END_DECLS
