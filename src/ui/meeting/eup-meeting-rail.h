#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* The road of the meeting: stages with their progress, the questions of the one that is open, and
 * the decision at the end. A click or Enter activates "meeting.go-to" or "meeting.decide". */
#define EUP_TYPE_MEETING_RAIL (eup_meeting_rail_get_type ())
G_DECLARE_FINAL_TYPE (EupMeetingRail, eup_meeting_rail, EUP, MEETING_RAIL, AdwBin)

void eup_meeting_rail_set_case (EupMeetingRail *self, EupCase *kase);
void eup_meeting_rail_show (EupMeetingRail *self, const EupPlace *place);
void eup_meeting_rail_set_time (EupMeetingRail *self, const char *words, double fraction);
void eup_meeting_rail_set_rest (EupMeetingRail *self, const char *words);

G_END_DECLS
