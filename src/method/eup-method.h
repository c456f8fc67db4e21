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
  int follow_up_days;
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

typedef struct
{
  char *id;
  int number;
  EupPath path;
  EupQuestionKind kind;
  guint voices;                         /* 1 << EupVoice */
  const EupScale *scales[EUP_N_VOICES]; /* NULL: in words only */
  GPtrArray *items;                     /* EupItem; empty: one thing, called EUP_ITEM_ANSWER */
  GPtrArray *ticks;                     /* EupItem */
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
  GPtrArray *questions; /* EupQuestion */
} EupStage;

typedef enum
{
  EUP_GATE_HARD,
  EUP_GATE_HARD_WITH_OVERRIDE,
  EUP_GATE_WARNING,
} EupGateKind;

typedef struct
{
  char *id;
  EupGateKind kind;
  EupExpression *when; /* (nullable): always */
  EupExpression *closed;
  gboolean forbids; /* while open, a yes can't even be chosen */
  EupText *title;
  EupText *missing;
  EupText *action;
  char *go_to; /* a question's id or one of the decision's places */
} EupGate;

typedef struct
{
  char *id;
  EupText *label;
  EupText *sentence;
  gboolean yes;
  gboolean needs_date;
} EupOutcome;

EupMethod *eup_method_new_from_node (JsonNode *node, GBytes *bytes, EupProblems *problems);
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

/* (nullable): %NULL for an id that the method does not have */
const EupQuestion *eup_method_find_question (const EupMethod *self, const char *id);
const EupOutcome *eup_method_find_outcome (const EupMethod *self, const char *id);
const EupNonAnswer *eup_method_find_non_answer (const EupMethod *self, const char *id);
const EupLevel *eup_method_get_level (const EupMethod *self, int level);

const EupOption *eup_scale_find_option (const EupScale *self, const char *id);
gboolean eup_question_asks (const EupQuestion *self, EupVoice voice);

const char *eup_voice_to_id (EupVoice voice);
gboolean eup_voice_from_id (const char *id, EupVoice *voice);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupMethod, eup_method_unref)

G_END_DECLS
