#pragma once

#include "assessment/eup-rules-session.h"

G_BEGIN_DECLS

char *eup_attendance_describe (const EupAssessment *assessment, const EupPerson *person);
guint eup_attendance_count (const EupAssessment *assessment);
const char *eup_interest_get_words (EupInterest interest);
char *eup_parked_describe (const EupParked *parked);

G_END_DECLS
