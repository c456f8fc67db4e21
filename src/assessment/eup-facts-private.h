#pragma once

#include "assessment/eup-assessment-private.h"

/* One case that gates, questions and rule packs ask for facts. It keeps what it has worked out, so
 * it must not outlive a change of the case: make one, ask, clear it. */
typedef struct
{
  const EupAssessment *assessment;
  const EupModel *model;
  GPtrArray *open;     /* (nullable): const EupQuestion, once they are worked out */
  GPtrArray *consents; /* (nullable): EupConsentAsked, once they are worked out */
  gboolean opening;    /* a question's own condition is asked: it sees the questions of the path alone */
  gboolean requiring;  /* a rule pack's own condition is asked: it sees no consents */
} EupFacts;

void eup_facts_init (EupFacts *self, const EupAssessment *assessment, const EupModel *model);
void eup_facts_clear (EupFacts *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EupFacts, eup_facts_clear)

gboolean eup_facts_hold (EupFacts *self, const EupExpression *condition);
GPtrArray *eup_facts_open_questions (EupFacts *self);
gboolean eup_facts_is_open (EupFacts *self, const char *question);
GPtrArray *eup_facts_consents (EupFacts *self);

/* The topics: each answers its own facts; @data is an EupFacts. */
void eup_facts_of_case (EupFact fact, const char *name, const char *detail, EupValue *value, gpointer data);
void
eup_facts_of_answers (EupFact fact, const char *name, const char *detail, EupValue *value, gpointer data);
void
eup_facts_of_attempts (EupFact fact, const char *name, const char *detail, EupValue *value, gpointer data);
void
eup_facts_of_decision (EupFact fact, const char *name, const char *detail, EupValue *value, gpointer data);
void
eup_facts_of_weighing (EupFact fact, const char *name, const char *detail, EupValue *value, gpointer data);
void eup_facts_of_people (EupFact fact, const char *name, const char *detail, EupValue *value, gpointer data);
void
eup_facts_of_consents (EupFact fact, const char *name, const char *detail, EupValue *value, gpointer data);
void eup_facts_of_words (EupFact fact, const char *name, const char *detail, EupValue *value, gpointer data);

/* Collects texts once each. */
void eup_set_add (GPtrArray *set, const char *text);
char **eup_set_end (GPtrArray *set);
