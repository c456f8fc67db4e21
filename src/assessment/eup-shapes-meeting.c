/* The shapes of the parts that say how the talk went; see eup-shapes.c. */

#include "assessment/eup-assessment-private.h"
#include "assessment/eup-shapes-private.h"

static const EupField session_fields[] = {
  STRING (EupSession, "id", id),
  STRING (EupSession, "began", began),
  STRING (EupSession, "ended", ended),
  STRING (EupSession, "resumes", resumes),
  BOOLEAN (EupSession, "interrupted", interrupted),
};

static const EupField attendance_fields[] = {
  STRING (EupAttendance, "id", id),         STRING (EupAttendance, "person", person),
  STRING (EupAttendance, "joined", joined), STRING (EupAttendance, "left", left),
  STRING (EupAttendance, "how", how),
};

static const EupField stage_time_fields[] = {
  STRING (EupStageTime, "id", id),
  STRING (EupStageTime, "seconds", seconds),
};

static const EupField parked_fields[] = {
  STRING (EupParked, "id", id),
  STRING (EupParked, "at", at),
  STRING (EupParked, "reason", reason),
};

static const EupField confirmation_fields[] = {
  STRING (EupConfirmation, "id", id),         STRING (EupConfirmation, "person", person),
  STRING (EupConfirmation, "answer", answer), STRING (EupConfirmation, "occasion", occasion),
  STRING (EupConfirmation, "before", before), STRING (EupConfirmation, "words", words),
  STRING (EupConfirmation, "at", at),         STRING (EupConfirmation, "by", by),
};

static const EupField sitting_fields[] = {
  STRING (EupSitting, "id", id),
  STRING (EupSitting, "began", began),
  STRING (EupSitting, "ended", ended),
  STRING (EupSitting, "place", place),
  STRING (EupSitting, "occasion", occasion),
  STRING (EupSitting, "method", method),
  STRING (EupSitting, "by", by),
  STRV (EupSitting, "topics", topics),
  STRING (EupSitting, "end", end),
  STRING (EupSitting, "note", note),
};

static const EupField sitting_answer_fields[] = {
  STRING (EupSittingAnswer, "id", id),
  STRING (EupSittingAnswer, "sitting", sitting),
  STRING (EupSittingAnswer, "question", question),
  STRING (EupSittingAnswer, "item", item),
  STRING (EupSittingAnswer, "option", option),
  STRING (EupSittingAnswer, "nonAnswer", non_answer),
  STRING (EupSittingAnswer, "words", words),
  STRING (EupSittingAnswer, "at", at),
};

static const EupField sign_fields[] = {
  STRING (EupSign, "id", id),           STRING (EupSign, "sign", sign),
  STRING (EupSign, "sitting", sitting), STRING (EupSign, "question", question),
  STRING (EupSign, "at", at),           STRING (EupSign, "by", by),
};

static const EupField acknowledgement_fields[] = {
  STRING (EupAcknowledgement, "id", id),           STRING (EupAcknowledgement, "answer", answer),
  STRING (EupAcknowledgement, "words", words),     STRV (EupAcknowledgement, "drawing", drawing),
  STRING (EupAcknowledgement, "witness", witness), STRING (EupAcknowledgement, "at", at),
  STRING (EupAcknowledgement, "outcome", outcome),
};

const EupShape eup_session_shape = EUP_SHAPE (EupSession, session_fields);
const EupShape eup_attendance_shape = EUP_SHAPE (EupAttendance, attendance_fields);
const EupShape eup_stage_time_shape = EUP_SHAPE (EupStageTime, stage_time_fields);
const EupShape eup_parked_shape = EUP_SHAPE (EupParked, parked_fields);
const EupShape eup_confirmation_shape = EUP_SHAPE (EupConfirmation, confirmation_fields);
const EupShape eup_sitting_shape = EUP_SHAPE (EupSitting, sitting_fields);
const EupShape eup_sitting_answer_shape = EUP_SHAPE (EupSittingAnswer, sitting_answer_fields);
const EupShape eup_sign_shape = EUP_SHAPE (EupSign, sign_fields);
const EupShape eup_acknowledgement_shape = EUP_SHAPE (EupAcknowledgement, acknowledgement_fields);
