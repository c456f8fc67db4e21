#pragma once

#include "casework/eup-case.h"

G_BEGIN_DECLS

/* A sitting in the interface's words. */
const char *eup_sitting_occasion_words (const char *occasion);
const char *eup_sitting_method_words (const char *method);
const char *eup_sitting_end_words (const EupSitting *sitting);
char *eup_sitting_short_date (const char *iso);
char *eup_sitting_describe_time (const EupSitting *sitting);
char *eup_sitting_describe (const EupAssessment *assessment, const EupSitting *sitting);

/* The ids, NULL at the end. */
const char *const *eup_sitting_occasions (void);
const char *const *eup_sitting_methods (void);

G_END_DECLS
