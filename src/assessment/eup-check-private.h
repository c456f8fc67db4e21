#pragma once

#include "assessment/eup-assessment-private.h"
#include "util/eup-json.h"

/* A case checked against its model: what the checks share. */
typedef struct
{
  const EupAssessment *assessment;
  const EupModel *model;
  EupProblems *problems;
} EupCheck;

#define EUP_WRONG(check, path, ...)                                                                          \
  eup_problems_add ((check)->problems, EUP_DATA_ERROR_INVALID, path, __VA_ARGS__)

gboolean eup_check_pins (EupCheck *check);
void eup_check_statements (EupCheck *check);
void eup_check_decision_parts (EupCheck *check);
void eup_check_meeting_parts (EupCheck *check);
void eup_check_acknowledgements (EupCheck *check);

/* Whether the question, or the person, is there; tells at $.LIST[INDEX].MEMBER when not. */
gboolean eup_check_question (EupCheck *check, const char *list, guint i, const char *member, const char *id);
gboolean eup_check_person (EupCheck *check, const char *list, guint i, const char *member, const char *id);
