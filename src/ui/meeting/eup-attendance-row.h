#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* One person of the meeting: where they are and since when, whether they have spoken at the question,
 * whether they have an interest of their own; a menu in which they come and go.
 * Signal "change" (const char *id): somebody wants to see or change what is known of the person. */
#define EUP_TYPE_ATTENDANCE_ROW (eup_attendance_row_get_type ())
G_DECLARE_FINAL_TYPE (EupAttendanceRow, eup_attendance_row, EUP, ATTENDANCE_ROW, GtkListBoxRow)

GtkWidget *eup_attendance_row_new (EupCase *kase, const char *person);
void eup_attendance_row_refresh (EupAttendanceRow *self, const EupQuestion *question);

G_END_DECLS
