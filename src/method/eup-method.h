#pragma once

#include "method/eup-expression.h"
#include "util/eup-problems.h"
#include "util/eup-text.h"

G_BEGIN_DECLS

/* What is asked: immutable, shared by reference between threads.
 * The structs below belong to the method; read them, never change or free them. */
typedef struct _EupMethod EupMethod;

/* Whose answer it is. The resident always stands first. */
typedef enum
{
  EUP_VOICE_RESIDENT,
  EUP_VOICE_RELATIVES,
  EUP_VOICE_STAFF,
  EUP_VOICE_FACILITATOR, /* the meeting together, written by the facilitator */
} EupVoice;
#define EUP_N_VOICES 4
#define EUP_VOICE_NONE ((EupVoice) EUP_N_VOICES) /* present without a voice: an interpreter, an observer */

typedef enum
{
  EUP_PATH_SHORT,
  EUP_PATH_SIGNAL, /* opened by an automatic signal, level 1 */
  EUP_PATH_FULL,
} EupPath;

typedef enum
{
  EUP_SIDE_NONE, /* lies on no side */
  EUP_SIDE_AGAINST,
  EUP_SIDE_BETWEEN,
  EUP_SIDE_FOR,
} EupSide;

typedef struct
{
  char *id;
  EupText *label;
  EupSide side;
  gboolean needs_safeguard; /* on the weight scale: a protection must be named */
  gboolean noted;           /* what others note about an answer; never offered to the resident alone */
} EupOption;

typedef struct
{
  char *id;
  EupText *title;
  gboolean faces;
  GPtrArray *options; /* EupOption */
} EupScale;

typedef struct
{
  char *id;
  EupText *label;
  gboolean needs_reason;
} EupNonAnswer;

typedef struct
{
  int level; /* 0 to 3 */
  EupText *title;
  EupText *meaning;
  guint paths; /* 1 << EupPath */
} EupLevel;

typedef enum
{
  EUP_QUESTION_STATEMENT,
  EUP_QUESTION_PURPOSE,      /* its sentence is the card's purpose */
  EUP_QUESTION_ALTERNATIVES, /* the table of alternatives is filled here */
} EupQuestionKind;

typedef struct
{
  char *id;
  EupText *label;
  EupText *resident; /* (nullable) */
} EupItem;

typedef enum
{
  EUP_FIELD_KIND_LINE,
  EUP_FIELD_KIND_WORDS,
  EUP_FIELD_KIND_CHOICE,
  EUP_FIELD_KIND_CHOICES, /* kept with a space between the ids */
  EUP_FIELD_KIND_NUMBER,  /* whole, 0 or more */
  EUP_FIELD_KIND_DATE,
} EupFieldInputKind;

/* More to fill in at a question, beside the words. */
typedef struct
{
  char *id;
  EupFieldInputKind kind;
  guint voices; /* 1 << EupVoice */
  EupText *label;
  EupText *resident;  /* (nullable) */
  EupText *unit;      /* (nullable): what a number counts */
  GPtrArray *options; /* EupItem; of a choice */
} EupQuestionField;

typedef struct
{
  char *id;
  int number;
  EupPath path;
  EupExpression *opens; /* (nullable): opens it also outside its path */
  gboolean urgent;      /* asked in an urgent case */
  gboolean weigh;       /* the meeting weighs it after the answers are shown */
  gboolean sheet;       /* its fields stand together on the record's data sheet */
  EupQuestionKind kind;
  guint voices;                         /* 1 << EupVoice */
  const EupScale *scales[EUP_N_VOICES]; /* NULL: in words only */
  GPtrArray *items;                     /* EupItem; empty: one thing, called EUP_ITEM_ANSWER */
  GPtrArray *ticks;                     /* EupItem */
  GPtrArray *fields;                    /* EupQuestionField */
  gboolean attempts;
  gboolean belief;
  EupText *title;
  EupText *question;
  EupText *resident;
  EupText *relatives; /* (nullable) */
  EupText *why;
  EupText *example;
  int minutes;
  guint stage;          /* index of its stage */
  guint index_in_stage; /* from 0 */
} EupQuestion;

#define EUP_ITEM_ANSWER "answer"

typedef struct
{
  char *id;
  int number;
  EupText *title;
  int minutes;
  EupText *intro;       /* (nullable) */
  GPtrArray *tasks;     /* EupItem: to tick off */
  GPtrArray *questions; /* EupQuestion */
} EupStage;

typedef enum
{
  EUP_CONSENT_OF_RESIDENT,
  EUP_CONSENT_OF_COHABITANT,
  EUP_CONSENT_OF_RESIDENT_ABOUT_EACH, /* once for each relative, interpreter and observer */
} EupConsentOf;

typedef struct
{
  char *id;
  int number;
  EupConsentOf of;
  EupText *title;
  EupText *question;
  EupText *why;
} EupConsentKind;

typedef enum
{
  EUP_GATE_HARD,
  EUP_GATE_HARD_WITH_OVERRIDE,
  EUP_GATE_WARNING,
} EupGateKind;

/* One thing that a gate waits for. */
typedef struct
{
  EupExpression *when; /* (nullable): always */
  EupExpression *closed;
  gboolean forbids; /* while open, a yes can't even be chosen */
  EupText *missing;
  EupText *action;
  char *go_to; /* a question's id or one of the places of eup_gate_places() */
} EupGateNeed;

typedef struct
{
  char *id;
  EupGateKind kind;
  EupExpression *when; /* (nullable): always */
  gboolean urgent;     /* counts in an urgent case too */
  gboolean at_signing; /* must be closed before the record is signed, not before it is sealed */
  EupText *title;
  GPtrArray *needs; /* EupGateNeed; at least one */
} EupGate;

typedef struct
{
  char *id;
  EupText *label;
  EupText *sentence;
  int number;
  gboolean yes;
  gboolean follow_up; /* belongs to a follow-up, not to the first meeting */
  gboolean needs_date;
  gboolean needs_condition;
  gboolean needs_removal;
} EupOutcome;

EupMethod *eup_method_new_from_node (JsonNode *node, GBytes *bytes, EupProblems *problems);
EupMethod *eup_method_new_from_merged (JsonNode *node, GBytes *bytes, EupProblems *problems);
EupMethod *eup_method_load (const char *path, EupProblems **problems, GError **error);
EupMethod *eup_method_new_shipped (void);
EupMethod *eup_method_ref (EupMethod *self);
void eup_method_unref (EupMethod *self);

const char *eup_method_get_id (const EupMethod *self);
const char *eup_method_get_version (const EupMethod *self);
const char *eup_method_get_digest (const EupMethod *self);
const EupText *eup_method_get_title (const EupMethod *self);
const char *const *eup_method_get_languages (const EupMethod *self);

/* (element-type …) (transfer none): lists in the file's order */
GPtrArray *eup_method_get_stages (const EupMethod *self);
GPtrArray *eup_method_get_questions (const EupMethod *self);
GPtrArray *eup_method_get_gates (const EupMethod *self);
GPtrArray *eup_method_get_outcomes (const EupMethod *self);
GPtrArray *eup_method_get_non_answers (const EupMethod *self);
GPtrArray *eup_method_get_consents (const EupMethod *self);
const EupScale *eup_method_get_weight_scale (const EupMethod *self);
const char *const *eup_method_get_jargon (const EupMethod *self, const char *language);

/* (nullable): %NULL for an id that the method does not have */
const EupQuestion *eup_method_find_question (const EupMethod *self, const char *id);
const EupOutcome *eup_method_find_outcome (const EupMethod *self, const char *id);
const EupNonAnswer *eup_method_find_non_answer (const EupMethod *self, const char *id);
const EupConsentKind *eup_method_find_consent (const EupMethod *self, const char *id);
const EupGate *eup_method_find_gate (const EupMethod *self, const char *id);
const EupLevel *eup_method_get_level (const EupMethod *self, int level);

const EupOption *eup_scale_find_option (const EupScale *self, const char *id);
gboolean eup_question_asks (const EupQuestion *self, EupVoice voice);
const EupQuestionField *eup_question_find_field (const EupQuestion *self, const char *id);
const char *const *eup_gate_places (void);

const char *eup_voice_to_id (EupVoice voice);
gboolean eup_voice_from_id (const char *id, EupVoice *voice);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupMethod, eup_method_unref)

G_END_DECLS
