/* The shapes of a case's parts: the one place where a field's name in the case file meets its
 * place in the struct. data/schemas/case.schema.json says the same of the file. */

#include "assessment/eup-assessment-private.h"
#include "assessment/eup-shapes-private.h"

static const EupField pin_fields[] = {
  STRING (EupPin, "id", id),
  STRING (EupPin, "version", version),
  STRING (EupPin, "digest", digest),
};

static const EupField card_fields[] = {
  STRING (EupCard, "id", id),
  STRING (EupCard, "number", number),
  STRING (EupCard, "alias", alias),
  STRING (EupCard, "name", name),
  STRING (EupCard, "personalNumber", personal_number),
  STRING (EupCard, "technology", technology),
  STRV (EupCard, "functions", functions),
  STRING (EupCard, "product", product),
  STRING (EupCard, "purpose", purpose),
  STRING (EupCard, "language", language),
  STRING (EupCard, "secondLanguage", second_language),
  STRING (EupCard, "recordSecondLanguage", record_second_language),
  STRING (EupCard, "authority", authority),
  STRING (EupCard, "unit", unit),
  STRING (EupCard, "place", place),
  STRING (EupCard, "meeting", meeting),
  STRING (EupCard, "facilitator", facilitator),
  STRING (EupCard, "question", question),
  STRING (EupCard, "stands", stands),
  STRING (EupCard, "birthday", birthday),
  BOOLEAN (EupCard, "rehearsal", rehearsal),
  BOOLEAN (EupCard, "urgent", urgent),
  STRING (EupCard, "urgentReason", urgent_reason),
  STRING (EupCard, "occasion", occasion),
  STRING (EupCard, "earlier", earlier),
  STRING (EupCard, "impactAssessment", impact_assessment),
  STRING (EupCard, "secondReader", second_reader),
  STRING (EupCard, "secondReaderRole", second_reader_role),
  STRING (EupCard, "secondReaderView", second_reader_view),
  STRING (EupCard, "wallLanguage", wall_language),
  STRV (EupCard, "done", done),
};

static const EupField person_fields[] = {
  STRING (EupPerson, "id", id),
  STRING (EupPerson, "name", name),
  STRING (EupPerson, "voice", voice),
  STRING (EupPerson, "role", role),
  STRING (EupPerson, "language", language),
  STRING (EupPerson, "presence", presence),
  STRING (EupPerson, "reason", reason),
  BOOLEAN (EupPerson, "decides", decides),
  BOOLEAN (EupPerson, "cohabits", cohabits),
  BOOLEAN (EupPerson, "interprets", interprets),
  STRING (EupPerson, "interest", interest),
  STRING (EupPerson, "interestWords", interest_words),
  STRING (EupPerson, "size", size),
};

static const EupField statement_fields[] = {
  STRING (EupStatement, "id", id),
  STRING (EupStatement, "question", question),
  STRING (EupStatement, "person", person),
  MAP (EupStatement, "stances", stances),
  MAP (EupStatement, "counts", counts),
  STRV (EupStatement, "ticks", ticks),
  MAP (EupStatement, "fields", fields),
  STRING (EupStatement, "nonAnswer", non_answer),
  STRING (EupStatement, "reason", reason),
  STRING (EupStatement, "words", words),
  BOOLEAN (EupStatement, "summary", summary),
  STRING (EupStatement, "how", how),
  STRING (EupStatement, "source", source),
  STRING (EupStatement, "language", language),
  STRING (EupStatement, "translation", translation),
  STRING (EupStatement, "translationLanguage", translation_language),
  STRING (EupStatement, "translator", translator),
  STRING (EupStatement, "enteredBy", entered_by),
  STRING (EupStatement, "said", said),
  STRING (EupStatement, "changed", changed),
};

static const EupField reveal_fields[] = {
  STRING (EupReveal, "id", id),
  STRING (EupReveal, "at", at),
};

static const EupField attempt_fields[] = {
  STRING (EupAttempt, "id", id),         STRING (EupAttempt, "question", question),
  STRING (EupAttempt, "date", date),     STRING (EupAttempt, "occasion", occasion),
  STRING (EupAttempt, "method", method), STRING (EupAttempt, "by", by),
  STRING (EupAttempt, "note", note),
};

static const EupField alternative_fields[] = {
  STRING (EupAlternative, "id", id),
  STRING (EupAlternative, "title", title),
  BOOLEAN (EupAlternative, "withoutTechnology", without_technology),
  STRING (EupAlternative, "meetsNeed", meets_need),
  STRING (EupAlternative, "intrusion", intrusion),
  STRING (EupAlternative, "humanTime", human_time),
  STRING (EupAlternative, "cost", cost),
  STRING (EupAlternative, "reason", reason),
  BOOLEAN (EupAlternative, "chosen", chosen),
};

static const EupField condition_fields[] = {
  STRING (EupCondition, "id", id),
  STRING (EupCondition, "text", text),
  STRING (EupCondition, "owner", owner),
  STRING (EupCondition, "date", date),
  STRING (EupCondition, "question", question),
};

static const EupField dissent_fields[] = {
  STRING (EupDissent, "id", id),
  STRING (EupDissent, "answer", answer),
  STRING (EupDissent, "words", words),
};

static const EupField consent_fields[] = {
  STRING (EupConsent, "id", id),
  STRING (EupConsent, "consent", consent),
  STRING (EupConsent, "person", person),
  STRING (EupConsent, "about", about),
  STRING (EupConsent, "answer", answer),
  STRING (EupConsent, "explained", explained),
  STRING (EupConsent, "form", form),
  STRING (EupConsent, "askedBy", asked_by),
  STRING (EupConsent, "at", at),
  STRING (EupConsent, "words", words),
  STRING (EupConsent, "withdrawn", withdrawn),
  STRING (EupConsent, "withdrawnTo", withdrawn_to),
  STRING (EupConsent, "withdrawnWords", withdrawn_words),
};

static const EupField weight_fields[] = {
  STRING (EupWeight, "id", id),
  STRING (EupWeight, "weight", weight),
  STRING (EupWeight, "reason", reason),
  STRING (EupWeight, "safeguard", safeguard),
};

static const EupField override_fields[] = {
  STRING (EupOverride, "id", id),     STRING (EupOverride, "name", name),
  STRING (EupOverride, "role", role), STRING (EupOverride, "reason", reason),
  STRING (EupOverride, "at", at),
};

static const EupField decision_fields[] = {
  STRING (EupDecision, "id", id),
  STRING (EupDecision, "outcome", outcome),
  STRING (EupDecision, "until", until),
  STRING (EupDecision, "because", because),
  STRING (EupDecision, "although", although),
  STRING (EupDecision, "therefore", therefore),
  STRING (EupDecision, "followUpDate", follow_up_date),
  STRING (EupDecision, "followUpOwner", follow_up_owner),
  STRING (EupDecision, "decider", decider),
  STRING (EupDecision, "deciderRole", decider_role),
  STRING (EupDecision, "delegation", delegation),
  STRING (EupDecision, "road", road),
  STRING (EupDecision, "provision", provision),
  STRING (EupDecision, "decided", decided),
  STRING (EupDecision, "content", content),
  STRING (EupDecision, "presenter", presenter),
  STRING (EupDecision, "others", others),
  BOOLEAN (EupDecision, "appeal", appeal),
  STRING (EupDecision, "removed", removed),
  STRING (EupDecision, "dataDeleted", data_deleted),
  STRING (EupDecision, "removalConfirmedBy", removal_confirmed_by),
  STRING (EupDecision, "sealed", sealed),
};

static const EupShape pin_shape = EUP_SHAPE (EupPin, pin_fields);
static const EupShape card_shape = EUP_SHAPE (EupCard, card_fields);
static const EupShape person_shape = EUP_SHAPE (EupPerson, person_fields);
static const EupShape statement_shape = EUP_SHAPE (EupStatement, statement_fields);
static const EupShape reveal_shape = EUP_SHAPE (EupReveal, reveal_fields);
static const EupShape attempt_shape = EUP_SHAPE (EupAttempt, attempt_fields);
static const EupShape alternative_shape = EUP_SHAPE (EupAlternative, alternative_fields);
static const EupShape condition_shape = EUP_SHAPE (EupCondition, condition_fields);
static const EupShape dissent_shape = EUP_SHAPE (EupDissent, dissent_fields);
static const EupShape consent_shape = EUP_SHAPE (EupConsent, consent_fields);
static const EupShape weight_shape = EUP_SHAPE (EupWeight, weight_fields);
static const EupShape override_shape = EUP_SHAPE (EupOverride, override_fields);
static const EupShape decision_shape = EUP_SHAPE (EupDecision, decision_fields);

static const EupField assessment_fields[] = {
  OBJECT (EupAssessment, "method", method, &pin_shape),
  OBJECT (EupAssessment, "catalogue", catalogue, &pin_shape),
  OBJECT (EupAssessment, "rules", rules, &pin_shape),
  LIST (EupAssessment, "additions", additions, &pin_shape),
  OBJECT (EupAssessment, "card", card, &card_shape),
  LIST (EupAssessment, "people", people, &person_shape),
  LIST (EupAssessment, "statements", statements, &statement_shape),
  LIST (EupAssessment, "reveals", reveals, &reveal_shape),
  LIST (EupAssessment, "attempts", attempts, &attempt_shape),
  LIST (EupAssessment, "alternatives", alternatives, &alternative_shape),
  LIST (EupAssessment, "conditions", conditions, &condition_shape),
  LIST (EupAssessment, "dissents", dissents, &dissent_shape),
  LIST (EupAssessment, "consents", consents, &consent_shape),
  LIST (EupAssessment, "weights", weights, &weight_shape),
  LIST (EupAssessment, "overrides", overrides, &override_shape),
  LIST (EupAssessment, "sessions", sessions, &eup_session_shape),
  LIST (EupAssessment, "attendance", attendance, &eup_attendance_shape),
  LIST (EupAssessment, "stageTimes", stage_times, &eup_stage_time_shape),
  LIST (EupAssessment, "parked", parked, &eup_parked_shape),
  LIST (EupAssessment, "confirmations", confirmations, &eup_confirmation_shape),
  LIST (EupAssessment, "sittings", sittings, &eup_sitting_shape),
  LIST (EupAssessment, "sittingAnswers", sitting_answers, &eup_sitting_answer_shape),
  LIST (EupAssessment, "signs", signs, &eup_sign_shape),
  LIST (EupAssessment, "acknowledgements", acknowledgements, &eup_acknowledgement_shape),
  OBJECT (EupAssessment, "decision", decision, &decision_shape),
};

const EupShape eup_assessment_shape = EUP_SHAPE (EupAssessment, assessment_fields);

/* In the order of EupPartKind. `id_offset` is where the part's id stands. */
const EupPartType eup_part_types[EUP_N_PARTS] = {
  { "method", &pin_shape, G_STRUCT_OFFSET (EupAssessment, method), FALSE, G_STRUCT_OFFSET (EupPin, id) },
  { "catalogue", &pin_shape, G_STRUCT_OFFSET (EupAssessment, catalogue), FALSE,
    G_STRUCT_OFFSET (EupPin, id) },
  { "rules", &pin_shape, G_STRUCT_OFFSET (EupAssessment, rules), FALSE, G_STRUCT_OFFSET (EupPin, id) },
  { "addition", &pin_shape, G_STRUCT_OFFSET (EupAssessment, additions), TRUE, G_STRUCT_OFFSET (EupPin, id) },
  { "card", &card_shape, G_STRUCT_OFFSET (EupAssessment, card), FALSE, G_STRUCT_OFFSET (EupCard, id) },
  { "person", &person_shape, G_STRUCT_OFFSET (EupAssessment, people), TRUE, G_STRUCT_OFFSET (EupPerson, id) },
  { "statement", &statement_shape, G_STRUCT_OFFSET (EupAssessment, statements), TRUE,
    G_STRUCT_OFFSET (EupStatement, id) },
  { "reveal", &reveal_shape, G_STRUCT_OFFSET (EupAssessment, reveals), TRUE,
    G_STRUCT_OFFSET (EupReveal, id) },
  { "attempt", &attempt_shape, G_STRUCT_OFFSET (EupAssessment, attempts), TRUE,
    G_STRUCT_OFFSET (EupAttempt, id) },
  { "alternative", &alternative_shape, G_STRUCT_OFFSET (EupAssessment, alternatives), TRUE,
    G_STRUCT_OFFSET (EupAlternative, id) },
  { "condition", &condition_shape, G_STRUCT_OFFSET (EupAssessment, conditions), TRUE,
    G_STRUCT_OFFSET (EupCondition, id) },
  { "dissent", &dissent_shape, G_STRUCT_OFFSET (EupAssessment, dissents), TRUE,
    G_STRUCT_OFFSET (EupDissent, id) },
  { "consent", &consent_shape, G_STRUCT_OFFSET (EupAssessment, consents), TRUE,
    G_STRUCT_OFFSET (EupConsent, id) },
  { "weight", &weight_shape, G_STRUCT_OFFSET (EupAssessment, weights), TRUE,
    G_STRUCT_OFFSET (EupWeight, id) },
  { "override", &override_shape, G_STRUCT_OFFSET (EupAssessment, overrides), TRUE,
    G_STRUCT_OFFSET (EupOverride, id) },
  { "session", &eup_session_shape, G_STRUCT_OFFSET (EupAssessment, sessions), TRUE,
    G_STRUCT_OFFSET (EupSession, id) },
  { "attendance", &eup_attendance_shape, G_STRUCT_OFFSET (EupAssessment, attendance), TRUE,
    G_STRUCT_OFFSET (EupAttendance, id) },
  { "stage-time", &eup_stage_time_shape, G_STRUCT_OFFSET (EupAssessment, stage_times), TRUE,
    G_STRUCT_OFFSET (EupStageTime, id) },
  { "parked", &eup_parked_shape, G_STRUCT_OFFSET (EupAssessment, parked), TRUE,
    G_STRUCT_OFFSET (EupParked, id) },
  { "confirmation", &eup_confirmation_shape, G_STRUCT_OFFSET (EupAssessment, confirmations), TRUE,
    G_STRUCT_OFFSET (EupConfirmation, id) },
  { "sitting", &eup_sitting_shape, G_STRUCT_OFFSET (EupAssessment, sittings), TRUE,
    G_STRUCT_OFFSET (EupSitting, id) },
  { "sitting-answer", &eup_sitting_answer_shape, G_STRUCT_OFFSET (EupAssessment, sitting_answers), TRUE,
    G_STRUCT_OFFSET (EupSittingAnswer, id) },
  { "sign", &eup_sign_shape, G_STRUCT_OFFSET (EupAssessment, signs), TRUE, G_STRUCT_OFFSET (EupSign, id) },
  { "acknowledgement", &eup_acknowledgement_shape, G_STRUCT_OFFSET (EupAssessment, acknowledgements), TRUE,
    G_STRUCT_OFFSET (EupAcknowledgement, id) },
  { "decision", &decision_shape, G_STRUCT_OFFSET (EupAssessment, decision), FALSE,
    G_STRUCT_OFFSET (EupDecision, id) },
};
