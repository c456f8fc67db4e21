#pragma once

#include <gio/gio.h>
#include "record/eup-inspection.h"

G_BEGIN_DECLS

/* One verified file, for lists. */
#define EUP_TYPE_FINDING (eup_finding_get_type ())
G_DECLARE_FINAL_TYPE (EupFinding, eup_finding, EUP, FINDING, GObject)

EupFinding *eup_finding_new (EupInspection *inspection);
const EupInspection *eup_finding_get (EupFinding *self);

/* Words */
char *eup_finding_dup_file (EupFinding *self);
const char *eup_finding_title (EupFinding *self);
const char *eup_finding_advice (EupFinding *self);
const char *eup_finding_icon (EupFinding *self);
const char *eup_finding_style (EupFinding *self);
const char *eup_finding_standing (EupStanding standing);
const char *eup_finding_origin (EupOrigin origin);
const char *eup_finding_level (EupVerdictLevel level);
const char *eup_finding_twin (EupTwinState twin);
char *eup_finding_dup_time (const char *iso);

G_END_DECLS
