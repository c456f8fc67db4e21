#pragma once

#include "method/eup-addition-private.h"
#include "method/eup-model.h"

G_BEGIN_DECLS

/* What the files of EupModel share; nobody else includes this. */

/* The order of the files. */
enum
{
  EUP_MODEL_METHOD,
  EUP_MODEL_CATALOGUE,
  EUP_MODEL_RULES,
  EUP_MODEL_ADDITIONS, /* the first of them */
};

/* The files of a model as JSON. */
typedef struct
{
  char **names;        /* of all, for messages */
  GPtrArray *bytes;    /* GBytes, in order */
  GPtrArray *nodes;    /* JsonNode, in order */
  EupMerge *merge;     /* (nullable): when there are additions */
  JsonNode *method;    /* the additions put in */
  JsonNode *catalogue; /* the additions put in */
} EupModelFiles;

EupModel *eup_model_new_empty (GPtrArray *sources);
EupModel *eup_model_read (EupModelFiles *files, EupProblems *problems);

gboolean eup_model_files_parse (EupModelFiles *self, EupProblems *problems);
void eup_model_files_merge (EupModelFiles *self, EupProblems *problems);
void eup_model_files_clear (EupModelFiles *self);

void eup_model_check (const EupModel *self, const EupModelFiles *files, EupProblems *problems);
void eup_model_check_rules (const EupMethod *method, JsonNode *rules, EupProblems *problems);
void eup_model_check_condition (const EupCatalogue *catalogue,
                                const EupExpression *condition,
                                const char *path,
                                EupProblems *problems);
void
eup_model_check_conditions (const EupMethod *method, const EupCatalogue *catalogue, EupProblems *problems);

typedef enum
{
  EUP_SAME,
  EUP_OTHER_WORDS,
  EUP_OTHER_RULE,
} EupDifferenceOf;

EupDifferenceOf eup_difference_of (JsonNode *a, JsonNode *b);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EupModelFiles, eup_model_files_clear)

G_END_DECLS
