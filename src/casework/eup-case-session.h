#pragma once

#include "assessment/eup-rules-session.h"
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* When the meeting sits, who is there, what it leaves for later. Nothing of it happens in a sealed case.
 * Beginning, pausing and counting time are no steps that can be undone; what somebody chooses is. */

char *eup_case_now (EupCase *self);

/* Sessions */
void eup_case_begin_session (EupCase *self);
void eup_case_pause (EupCase *self);
void eup_case_close_session (EupCase *self, gboolean interrupted);
void eup_case_set_resumes (EupCase *self, const char *at);
void eup_case_add_stage_time (EupCase *self, const EupStage *stage, gint64 seconds);

/* Attendance */
void eup_case_join (EupCase *self, const char *person, const char *how);
void eup_case_leave (EupCase *self, const char *person);
void eup_case_follow_presence (EupCase *self, const char *person);
gboolean
eup_case_change_stay (EupCase *self, const char *stay, const char *joined, const char *left, GError **error);

/* Questions left for later */
void eup_case_park (EupCase *self, const EupQuestion *question);
void eup_case_unpark (EupCase *self, const EupQuestion *question);

G_END_DECLS
