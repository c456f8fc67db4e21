#pragma once

#include "assessment/eup-assessment.h"

G_BEGIN_DECLS

char *eup_meeting_day_after (const EupAssessment *assessment, int days);

G_END_DECLS
