#pragma once

#include "assessment/eup-meeting-parts.h"
#include "method/eup-model.h"
#include "util/eup-shape.h"

G_BEGIN_DECLS

/* What was said: the whole of one case as plain values (data/schemas/case.schema.json).
 * Ids and dates are strings as in the case file; empty strings mean the same as NULL. */

typedef struct
{
  char *id;
  char *version;
  char *digest; /* SHA-256 of the file, hexadecimal */
} EupPin;

typedef struct
{
  char *id;
  char *number;
  char *alias;
  char *name;
  char *personal_number;
  char *technology;
  char **functions; /* those switched on; may be NULL */
  char *product;
  char *purpose;
  char *language; /* of the record: sv, en, zh */
  char *second_language;
  char *record_second_language;
  char *authority;
  char *unit;
  char *place;
  char *meeting; /* ISO 8601 */
  char *facilitator;
  char *question;     /* the question that the meeting was at last */
  char *stands;       /* (nullable): where it stands, when beyond the questions: eup_place_to_name() */
  char *birthday;     /* where the personal number doesn't tell it */
  gboolean rehearsal; /* invented, for practice: never beside real ones, never signed */
  gboolean urgent;
  char *urgent_reason;
  char *occasion; /* first, follow-up */
  char *earlier;  /* the number of the case that this one follows up */
  char *impact_assessment;
  char *second_reader;
  char *second_reader_role;
  char *second_reader_view;
  char *wall_language; /* (nullable): the first of the shared window's, where it isn't the record's */
  char **done;         /* tasks of the stages that are ticked off; may be NULL */
} EupCard;

typedef struct
{
  char *id;
  char *name;
  char *voice; /* eup_voice_to_id(), or "none": present without a voice */
  char *role;
  char *language;
  char *presence; /* room, video, phone, later, absent */
  char *reason;
  gboolean decides;
  gboolean cohabits;
  gboolean interprets;
  char *interest; /* none, some */
  char *interest_words;
  char *size; /* (nullable): how many people this one stands for, without their names */
} EupPerson;

typedef struct
{
  char *id;
  char *question;
  char *person;
  GHashTable *stances; /* item id (EUP_ITEM_ANSWER) → option id */
  GHashTable *counts;  /* of a person with a size: "item/option" → how many of them */
  char **ticks;
  GHashTable *fields; /* field id → what was filled in; several choices with a space between */
  char *non_answer;
  char *reason;
  char *words;
  gboolean summary;
  char *how; /* meeting, sitting, phone, video, letter, pictures, interpreter, told, observed */
  char *source;
  char *language;
  char *translation;
  char *translation_language;
  char *translator;
  char *entered_by;
  char *said;
  char *changed;
} EupStatement;

typedef struct
{
  char *id; /* the question */
  char *at;
} EupReveal;

typedef struct
{
  char *id;
  char *question;
  char *date;
  char *occasion;
  char *method;
  char *by;
  char *note;
} EupAttempt;

typedef struct
{
  char *id;
  char *title;
  gboolean without_technology;
  char *meets_need;
  char *intrusion;
  char *human_time;
  char *cost;
  char *reason;
  gboolean chosen;
} EupAlternative;

typedef struct
{
  char *id;
  char *text;
  char *owner;
  char *date;
  char *question; /* (nullable): the question that it answers to */
} EupCondition;

typedef struct
{
  char *id;     /* the person */
  char *answer; /* none, differs, reservation, not-asked */
  char *words;
} EupDissent;

/* What one person agreed to, or not; apart from what that person thinks. */
typedef struct
{
  char *id;
  char *consent; /* of the method */
  char *person;  /* who gives it */
  char *about;   /* (nullable): the person that it is about */
  char *answer;  /* yes, no, cannot */
  char *explained;
  char *form; /* said, written, shown */
  char *asked_by;
  char *at;
  char *words;
  char *withdrawn; /* ISO 8601; set once */
  char *withdrawn_to;
  char *withdrawn_words;
} EupConsent;

/* How heavily the meeting holds one question against a yes. */
typedef struct
{
  char *id;     /* the question */
  char *weight; /* option of the method's weight scale */
  char *reason;
  char *safeguard;
} EupWeight;

/* A decision-maker who goes ahead past a gate that may be overridden. */
typedef struct
{
  char *id; /* the gate */
  char *name;
  char *role;
  char *reason;
  char *at;
} EupOverride;

typedef struct
{
  char *id; /* always "decision" */
  char *outcome;
  char *until;
  char *because;
  char *although;
  char *therefore;
  char *follow_up_date;
  char *follow_up_owner;
  char *decider;
  char *decider_role;
  char *delegation;
  char *road;      /* of the rule pack: how the formal decision is made */
  char *provision; /* the reference that it rests on */
  char *decided;   /* the day of the formal decision */
  char *content;   /* the formal decision, apart from the meeting's position */
  char *presenter;
  char *others;
  gboolean appeal;
  char *removed; /* of an outcome that takes the technology away */
  char *data_deleted;
  char *removal_confirmed_by;
  char *sealed; /* ISO 8601; set once */
} EupDecision;

typedef struct
{
  EupPin *method;
  EupPin *catalogue;
  EupPin *rules;
  GPtrArray *additions; /* EupPin */
  EupCard *card;
  GPtrArray *people;
  GPtrArray *statements;
  GPtrArray *reveals;
  GPtrArray *attempts;
  GPtrArray *alternatives;
  GPtrArray *conditions;
  GPtrArray *dissents;
  GPtrArray *consents;
  GPtrArray *weights;
  GPtrArray *overrides;
  GPtrArray *sessions;
  GPtrArray *attendance;
  GPtrArray *stage_times;
  GPtrArray *parked;
  GPtrArray *confirmations;
  GPtrArray *sittings;
  GPtrArray *sitting_answers;
  GPtrArray *signs;
  GPtrArray *acknowledgements;
  EupDecision *decision;
} EupAssessment;

/* The kinds of part that a case is kept in. */
typedef enum
{
  EUP_PART_METHOD,
  EUP_PART_CATALOGUE,
  EUP_PART_RULES,
  EUP_PART_ADDITION,
  EUP_PART_CARD,
  EUP_PART_PERSON,
  EUP_PART_STATEMENT,
  EUP_PART_REVEAL,
  EUP_PART_ATTEMPT,
  EUP_PART_ALTERNATIVE,
  EUP_PART_CONDITION,
  EUP_PART_DISSENT,
  EUP_PART_CONSENT,
  EUP_PART_WEIGHT,
  EUP_PART_OVERRIDE,
  EUP_PART_SESSION,
  EUP_PART_ATTENDANCE,
  EUP_PART_STAGE_TIME,
  EUP_PART_PARKED,
  EUP_PART_CONFIRMATION,
  EUP_PART_SITTING,
  EUP_PART_SITTING_ANSWER,
  EUP_PART_SIGN,
  EUP_PART_ACKNOWLEDGEMENT,
  EUP_PART_DECISION,
} EupPartKind;
#define EUP_N_PARTS 25

EupAssessment *eup_assessment_new (void);
EupAssessment *eup_assessment_read (JsonNode *node);
JsonNode *eup_assessment_write (const EupAssessment *self);
EupAssessment *eup_assessment_copy (const EupAssessment *self);
void eup_assessment_free (EupAssessment *self);

/* Parts: one mechanism for saving, undoing and exchanging. */
const char *eup_part_kind_to_name (EupPartKind kind);
gboolean eup_part_kind_from_name (const char *name, EupPartKind *kind);
const EupShape *eup_part_shape (EupPartKind kind);
gpointer eup_assessment_find (const EupAssessment *self, EupPartKind kind, const char *id);
void eup_assessment_put (EupAssessment *self, EupPartKind kind, gpointer part);
void eup_assessment_insert (EupAssessment *self, EupPartKind kind, gpointer part, guint index);
guint eup_assessment_index_of (const EupAssessment *self, EupPartKind kind, const char *id);
GPtrArray *eup_assessment_list_ids (const EupAssessment *self, EupPartKind kind);
gboolean eup_assessment_remove (EupAssessment *self, EupPartKind kind, const char *id);
const char *eup_part_get_id (EupPartKind kind, gconstpointer part);

/* Checks a case against its method and catalogue: that what it names is there. */
gboolean eup_assessment_check (const EupAssessment *self, const EupModel *model, EupProblems *problems);
gboolean eup_assessment_check_pins (const EupAssessment *self, const EupModel *model, EupProblems *problems);
EupAssessment *eup_assessment_load (const char *path, EupProblems **problems, GError **error);

/* What is there. */
const EupPerson *eup_assessment_find_person (const EupAssessment *self, const char *id);
const EupStatement *
eup_assessment_find_statement (const EupAssessment *self, const char *question, const char *person);
GPtrArray *eup_assessment_people_of (const EupAssessment *self, EupVoice voice);
EupVoice eup_person_voice (const EupPerson *self);
const char *eup_statement_get_translation_language (const EupStatement *self,
                                                    const EupAssessment *assessment);
const char *eup_statement_get_field (const EupStatement *self, const char *field);
gboolean eup_statement_is_empty (const EupStatement *self);
gboolean eup_statement_is_answer (const EupStatement *self);

/* People who answer together and without their names. */
#define EUP_MOST_PEOPLE 999
guint eup_person_get_size (const EupPerson *self);
guint eup_statement_get_count (const EupStatement *self, const char *item, const char *option);
void eup_statement_set_count (EupStatement *self, const char *item, const char *option, guint count);
gboolean eup_statement_has_counts (const EupStatement *self);

gboolean eup_assessment_is_sealed (const EupAssessment *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupAssessment, eup_assessment_free)

G_END_DECLS
