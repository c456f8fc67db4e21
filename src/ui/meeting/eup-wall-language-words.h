#pragma once

#include "assessment/eup-assessment.h"

G_BEGIN_DECLS

/* What is said of the shared window's languages in the facilitator's. */
char *eup_wall_say_languages (const EupAssessment *assessment);

G_END_DECLS
