#pragma once

#include "assessment/eup-assessment.h"

G_BEGIN_DECLS

/* What follows from what was said. Pure: the same values always give the same answer. */

int eup_rules_level (const EupAssessment *assessment, const EupModel *model);
GPtrArray *eup_rules_open_questions (const EupAssessment *assessment, const EupModel *model);
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
  gboolean open; /* still holds a yes back */
} EupGateState;

GPtrArray *eup_rules_gates (const EupAssessment *assessment, const EupModel *model);
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
  EUP_OBSTACLE_REASONS,   /* because or therefore is empty */
  EUP_OBSTACLE_DECIDER,   /* nobody is named who decides */
} EupObstacleKind;

typedef struct
{
  EupObstacleKind kind;
  const EupGate *gate; /* for the two kinds that speak of one */
} EupObstacle;

GPtrArray *eup_rules_seal_obstacles (const EupAssessment *assessment, const EupModel *model);

/* A question where voices lie on different sides, or where one is missing or lacks information. */
typedef enum
{
  EUP_DIFFERENCE_SIDES,
  EUP_DIFFERENCE_MISSING,
  EUP_DIFFERENCE_UNKNOWN,
} EupDifferenceKind;

typedef struct
{
  EupDifferenceKind kind;
  const EupQuestion *question;
  GPtrArray *statements; /* const EupStatement, resident first; (transfer container) */
} EupDifference;

GPtrArray *eup_rules_differences (const EupAssessment *assessment, const EupModel *model);

/* Words with {person} and {technology} filled in. */
char *eup_rules_say (const EupText *text,
                     const char *language,
                     const EupAssessment *assessment,
                     const EupModel *model);
char *eup_rules_stance_words (const EupStatement *statement,
                              const EupAssessment *assessment,
                              const EupModel *model,
                              const char *language);
char *
eup_rules_outcome_sentence (const EupAssessment *assessment, const EupModel *model, const char *language);
char *eup_rules_date (const char *iso, const char *language);

G_END_DECLS
