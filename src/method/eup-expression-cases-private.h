#pragma once

#include "method/eup-expression-private.h"

G_BEGIN_DECLS

/* What eup-expression-cases.c and eup-expression-can-be.c share: the values that conditions can tell
 * apart, of each fact that they ask for. */

/* Beyond this many texts a set has too many subsets to try. */
#define EUP_CASES_MAX_SET 8

/* Facts that are compared with each other, and what they are compared with. */
typedef struct
{
  guint n_facts;
  GPtrArray *texts; /* const char * */
  GArray *numbers;  /* int */
} EupCaseGroup;

typedef struct
{
  const EupNode *node; /* the first place that asks for it */
  const EupFactInfo *info;
  EupCaseGroup *group;
  GArray *values; /* EupValue */
  int chosen;     /* of values; -1: not yet */
} EupCaseFact;

typedef struct
{
  GPtrArray *facts;    /* EupCaseFact */
  GPtrArray *groups;   /* EupCaseGroup */
  GHashTable *of_node; /* EupNode → EupCaseFact */
  gboolean too_many;   /* to try them all */
} EupCases;

void eup_cases_init (EupCases *self);
void eup_cases_clear (EupCases *self);
void eup_cases_add (EupCases *self, const EupNode *root);
void eup_cases_fill (EupCases *self);

G_END_DECLS
