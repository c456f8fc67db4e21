#pragma once

#include "assessment/eup-assessment.h"

G_BEGIN_DECLS

char **eup_names_of_people (const EupAssessment *assessment);

G_END_DECLS
