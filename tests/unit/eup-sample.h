#pragma once

#include "assessment/eup-assessment.h"

/* A small model and a case for tests of rules: three questions, six gates, four people. */
EupModel *eup_sample_model (void);
EupAssessment *eup_sample_case (void);

/* Says something: @option on the question's scale (nullable), @words (nullable). */
EupStatement *eup_sample_say (EupAssessment *assessment,
                              const char *question,
                              const char *person,
                              const char *option,
                              const char *words);
EupStatement *eup_sample_no_answer (EupAssessment *assessment,
                                    const char *question,
                                    const char *person,
                                    const char *non_answer,
                                    const char *reason);
void eup_sample_decide (EupAssessment *assessment, const char *outcome);
EupAlternative *eup_sample_alternative (EupAssessment *assessment,
                                        const char *id,
                                        gboolean without_technology,
                                        const char *reason);
void eup_sample_forget (EupAssessment *assessment, EupPartKind kind);
char *eup_sample_path (const char *name);
EupAssessment *eup_sample_file (const char *name);
EupAssessment *eup_sample_complete (void);
