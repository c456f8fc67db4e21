#pragma once

#include "assessment/eup-assessment.h"

G_BEGIN_DECLS

char **eup_names_of_people (const EupAssessment *assessment);
char **eup_names_of_deciders_first (const EupAssessment *assessment);
const char *eup_names_role_of (const EupAssessment *assessment, const char *name);

G_END_DECLS
