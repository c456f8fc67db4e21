#pragma once

#include "assessment/eup-assessment.h"

G_BEGIN_DECLS

/* How the talk goes on: when it sits, who is there, what waits, how much time is left. Pure. */

const EupSession *eup_rules_open_session (const EupAssessment *assessment);
const EupSession *eup_rules_last_session (const EupAssessment *assessment);
const char *eup_rules_last_time (const EupAssessment *assessment);
char *eup_rules_time_of_day (const char *iso, const char *language);
int eup_rules_compare_times (const char *first, const char *second);
int eup_rules_minutes_between (const char *from, const char *to);

/* Where a person is, as far as the meeting knows. */
typedef enum
{
  EUP_WHEREABOUTS_UNKNOWN, /* neither a stay nor a plan */
  EUP_WHEREABOUTS_PLANNED, /* in the room or on a link, once the meeting sits */
  EUP_WHEREABOUTS_HERE,
  EUP_WHEREABOUTS_LEFT,
  EUP_WHEREABOUTS_LATER,
  EUP_WHEREABOUTS_ABSENT,
} EupWhereabouts;

gboolean eup_person_is_planned (const EupPerson *self);
const EupAttendance *eup_rules_open_stay (const EupAssessment *assessment, const char *person);
const EupAttendance *eup_rules_last_stay (const EupAssessment *assessment, const char *person);
EupWhereabouts eup_rules_whereabouts (const EupAssessment *assessment, const EupPerson *person);
gboolean
eup_rules_is_expected (const EupAssessment *assessment, const EupQuestion *question, const EupPerson *person);

/* Why a stay can't have been so. */
typedef enum
{
  EUP_STAY_GOOD,
  EUP_STAY_NO_TIME,
  EUP_STAY_FUTURE,   /* later than now */
  EUP_STAY_BACKWARD, /* left before they came */
  EUP_STAY_ALONE,    /* still there while the meeting does not sit */
} EupStayFault;

EupStayFault
eup_rules_check_stay (const EupAssessment *assessment, const char *joined, const char *left, const char *now);

/* What a person has said of an interest of their own. */
typedef enum
{
  EUP_INTEREST_NONE, /* none, or nobody has to know */
  EUP_INTEREST_SOME,
  EUP_INTEREST_NOT_ASKED, /* of somebody who decides */
} EupInterest;

EupInterest eup_rules_interest (const EupPerson *person);

/* Questions that were left for later and still wait. */
gboolean
eup_rules_is_parked (const EupAssessment *assessment, const EupModel *model, const EupQuestion *question);
GPtrArray *eup_rules_parked (const EupAssessment *assessment, const EupModel *model);

/* The soft clock. */
gint64 eup_rules_stage_seconds (const EupAssessment *assessment, const EupStage *stage);
int eup_rules_meeting_minutes (const EupAssessment *assessment, const EupModel *model);
char *eup_rules_planned_end (const EupAssessment *assessment, const EupModel *model);

G_END_DECLS
