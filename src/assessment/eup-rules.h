#pragma once

#include "assessment/eup-assessment.h"

G_BEGIN_DECLS

/* What follows from what was said. Pure: the same values always give the same answer. */

int eup_rules_level (const EupAssessment *assessment, const EupModel *model);
GPtrArray *eup_rules_open_questions (const EupAssessment *assessment, const EupModel *model);
int eup_rules_minutes (const EupAssessment *assessment, const EupModel *model, const EupStage *stage);
guint eup_rules_place_in_stage (const EupAssessment *assessment,
                                const EupModel *model,
                                const EupQuestion *question,
                                guint *n_open);
gboolean eup_rules_has_answered (const EupAssessment *assessment,
                                 const EupModel *model,
                                 const EupQuestion *question,
                                 EupVoice voice);
GPtrArray *eup_rules_missing_people (const EupAssessment *assessment,
                                     const EupModel *model,
                                     const EupQuestion *question);
gboolean
eup_rules_may_reveal (const EupAssessment *assessment, const EupModel *model, const EupQuestion *question);
gboolean eup_rules_is_revealed (const EupAssessment *assessment, const EupQuestion *question);

typedef struct
{
  const EupGate *gate;
  gboolean open;       /* a need is open, and nobody has overridden the gate */
  gboolean overridden; /* a need is open, and somebody with the right to has gone past it */
  gboolean forbids;    /* an open need means that a yes can't even be chosen */
  GPtrArray *needs;    /* const EupGateNeed: those that are open, in the method's order */
} EupGateState;

GPtrArray *eup_rules_gates (const EupAssessment *assessment, const EupModel *model);
gboolean eup_rules_asks_for (const EupAssessment *assessment, const EupModel *model, EupFact fact);
gboolean eup_rules_outcome_is_possible (const EupAssessment *assessment,
                                        const EupModel *model,
                                        const EupOutcome *outcome);

/* Why the case can't be sealed yet. */
typedef enum
{
  EUP_OBSTACLE_OUTCOME,   /* no outcome is chosen */
  EUP_OBSTACLE_FORBIDDEN, /* the outcome is a yes that @gate forbids: the resident said no */
  EUP_OBSTACLE_GATE,      /* the outcome is a yes that @gate holds back until something is done */
  EUP_OBSTACLE_DATE,      /* the outcome needs a date */
  EUP_OBSTACLE_CONDITION, /* the outcome needs a condition with owner and date */
  EUP_OBSTACLE_REMOVAL,   /* when it was removed, data deleted, and who confirmed it */
  EUP_OBSTACLE_URGENT,    /* an urgent yes needs an end within the rule pack's days */
  EUP_OBSTACLE_RULES,     /* no rule pack is chosen */
  EUP_OBSTACLE_REASONS,   /* because or therefore is empty */
  EUP_OBSTACLE_DECIDER,   /* nobody is named who decides */
} EupObstacleKind;

typedef struct
{
  EupObstacleKind kind;
  const EupGate *gate;     /* for the two kinds that speak of one */
  const EupGateNeed *need; /* its first open need */
} EupObstacle;

GPtrArray *eup_rules_seal_obstacles (const EupAssessment *assessment, const EupModel *model);

GPtrArray *eup_rules_sign_obstacles (const EupAssessment *assessment, const EupModel *model);

/* One consent that this case asks for: who gives it, about whom, and how it stands. */
typedef enum
{
  EUP_CONSENT_MISSING,
  EUP_CONSENT_YES,
  EUP_CONSENT_NO,
  EUP_CONSENT_CANNOT,
  EUP_CONSENT_WITHDRAWN,
} EupConsentState;

typedef struct
{
  const EupConsentKind *kind;
  const EupPerson *person;
  const EupPerson *about;    /* (nullable) */
  const EupConsent *consent; /* (nullable): as it was given */
  EupConsentState state;
  gboolean required; /* by the rule pack; else it may be asked */
} EupConsentAsked;

GPtrArray *eup_rules_consents (const EupAssessment *assessment, const EupModel *model);

/* Days, from the meeting; -1 where nothing limits. */
int eup_rules_follow_up_limit (const EupAssessment *assessment, const EupModel *model);

/* How long the record is kept: the rule pack's years after the last entry, or for ever. */
typedef struct
{
  int year;                   /* the first in which it may be weeded; 0: not known yet */
  gboolean always;            /* kept for research */
  gboolean birth_day_unknown; /* whether it is kept can't be told */
} EupRetention;

EupRetention eup_rules_retention (const EupAssessment *assessment, const EupModel *model);

const EupConfirmation *eup_rules_confirmation (const EupAssessment *assessment,
                                               const EupStatement *statement);

GPtrArray *eup_rules_speaking_order (const EupAssessment *assessment, const EupQuestion *question);
guint
eup_rules_speaking_place (const EupAssessment *assessment, const EupQuestion *question, const char *person);
gboolean eup_rules_wants_confirmation (const EupAssessment *assessment,
                                       const EupStatement *statement,
                                       const char *today);
guint eup_rules_counted (const EupAssessment *assessment, const char *person);
char *eup_rules_name (const EupAssessment *assessment, const EupPerson *person);
/* One person's own sentences, as they are read back before the seal. */
typedef struct
{
  const EupPerson *person;
  GPtrArray *statements; /* const EupStatement, in the method's order: those whose answers are shown */
  guint n_covered;       /* how many more are still covered */
  guint n_heard;         /* of @statements: the person said of them yes, or changed them, or objected */
  guint n_objections;    /* of @n_heard */
  gboolean here;         /* takes part now */
} EupOwnWords;

GPtrArray *eup_rules_own_words (const EupAssessment *assessment, const EupModel *model);
gboolean eup_own_words_are_heard (const EupOwnWords *own);
GPtrArray *eup_rules_objections (const EupAssessment *assessment, const EupModel *model);

/* What the catalogue wants to have thought of at this question: (transfer container) of const EupText */
GPtrArray *
eup_rules_prompts (const EupAssessment *assessment, const EupModel *model, const EupQuestion *question);

/* A question where voices lie on different sides, or where one is missing or lacks information. */
typedef enum
{
  EUP_DIFFERENCE_SIDES,
  EUP_DIFFERENCE_MISSING,
  EUP_DIFFERENCE_UNKNOWN,
} EupDifferenceKind;

typedef struct
{
  EupDifferenceKind kind; /* sides before unknown before missing, where several hold */
  const EupQuestion *question;
  GPtrArray *statements; /* const EupStatement, resident first; (transfer container) */
  GPtrArray *things;     /* const EupText: the items and fields on which they differ; empty: the question */
  gboolean unknown;      /* somebody does not know, whatever else holds */
  guint missing;         /* 1 << EupVoice: who is asked and takes part but gave no answer */
} EupDifference;

void eup_difference_free (EupDifference *self);
EupSide
eup_rules_side (const EupStatement *statement, const EupAssessment *assessment, const EupModel *model);
GPtrArray *eup_rules_differences (const EupAssessment *assessment, const EupModel *model);
EupDifference *
eup_rules_difference (const EupAssessment *assessment, const EupModel *model, const EupQuestion *question);
GPtrArray *
eup_rules_stage_differences (const EupAssessment *assessment, const EupModel *model, const EupStage *stage);

/* Words with {person}, {technology} and, in a consent, {other} filled in. */
char *eup_rules_say (const EupText *text,
                     const char *language,
                     const EupAssessment *assessment,
                     const EupModel *model);
char *eup_rules_stance_words (const EupStatement *statement,
                              const EupAssessment *assessment,
                              const EupModel *model,
                              const char *language);
char *eup_rules_item_words (const EupStatement *statement,
                            const char *item,
                            const EupAssessment *assessment,
                            const EupModel *model,
                            const char *language);
char *
eup_rules_outcome_sentence (const EupAssessment *assessment, const EupModel *model, const char *language);
char *
eup_rules_field_words (const EupStatement *statement, const EupQuestionField *field, const char *language);
char *eup_rules_consent_words (const EupConsentAsked *asked,
                               const EupAssessment *assessment,
                               const EupModel *model,
                               const char *language);
char *eup_rules_date (const char *iso, const char *language);
char *eup_rules_day (const char *iso, const char *language);

/* The languages of the shared window; the second may be missing. */
const char *eup_rules_wall_language (const EupAssessment *assessment);
const char *eup_rules_wall_second_language (const EupAssessment *assessment);
void eup_rules_choose_wall_language (EupCard *card, gboolean below, const char *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupDifference, eup_difference_free)

G_END_DECLS
