#pragma once

#include "assessment/eup-assessment.h"

G_BEGIN_DECLS

/* What to call the files that are built in, in the order of a model's. */
#define EUP_CLI_SHIPPED_NAMES "methods/tre-roster.json", "catalogue/technologies.json", "rules/se.json"

EupModel *eup_cli_model_new (const EupAssessment *assessment,
                             const char *rules,
                             char **additions,
                             EupProblems **problems,
                             GError **error);
EupModel *eup_cli_model_add (const EupModel *model, char **additions, EupProblems **problems, GError **error);

G_END_DECLS
