#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* Who is here: a row a person, and a button for somebody who comes unexpectedly. */
#define EUP_TYPE_ATTENDANCE_GROUP (eup_attendance_group_get_type ())
G_DECLARE_FINAL_TYPE (EupAttendanceGroup, eup_attendance_group, EUP, ATTENDANCE_GROUP, GtkBox)

void eup_attendance_group_set_case (EupAttendanceGroup *self, EupCase *kase);
void eup_attendance_group_show (EupAttendanceGroup *self, const EupQuestion *question);
void eup_attendance_group_ask (EupAttendanceGroup *self);

G_END_DECLS
