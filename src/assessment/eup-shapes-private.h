#pragma once

#include "util/eup-shape.h"

/* How a table of fields is written, shared by the files that hold the shapes. */
#define STRING(type, name, member) { name, EUP_FIELD_STRING, G_STRUCT_OFFSET (type, member), NULL }
#define STRV(type, name, member) { name, EUP_FIELD_STRV, G_STRUCT_OFFSET (type, member), NULL }
#define BOOLEAN(type, name, member) { name, EUP_FIELD_BOOLEAN, G_STRUCT_OFFSET (type, member), NULL }
#define MAP(type, name, member) { name, EUP_FIELD_MAP, G_STRUCT_OFFSET (type, member), NULL }
#define LIST(type, name, member, of) { name, EUP_FIELD_LIST, G_STRUCT_OFFSET (type, member), of }
#define OBJECT(type, name, member, of) { name, EUP_FIELD_OBJECT, G_STRUCT_OFFSET (type, member), of }

extern const EupShape eup_session_shape;
extern const EupShape eup_attendance_shape;
extern const EupShape eup_stage_time_shape;
extern const EupShape eup_parked_shape;
extern const EupShape eup_confirmation_shape;
extern const EupShape eup_sitting_shape;
extern const EupShape eup_sitting_answer_shape;
extern const EupShape eup_sign_shape;
extern const EupShape eup_acknowledgement_shape;
