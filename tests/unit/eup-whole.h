#pragma once

#include "assessment/eup-rules.h"

/* A whole case of the shipped method, in which every gate is closed and a yes can be sealed and
 * signed; made in @country ("SE", "CN"). */
EupModel *eup_whole_model (const char *country);
EupAssessment *eup_whole_case (const EupModel *model);

/* Changes parts of a case. @edits stand with " | " between them:
 *   "card purpose="                    the field of a part of which a case has one
 *   "statement q10-anna stances.answer=no"   of one of several; it is made when it is not there
 *   "statement q2-anna ticks=resident-wish,resident-risk"
 *   "-consent c2-anna"                 taken out
 * Fields are called as in the case file. */
void eup_edit (EupAssessment *assessment, const char *edits);
