#pragma once

#include "method/eup-definition-private.h"
#include "method/eup-method.h"

G_BEGIN_DECLS

/* What the files of EupMethod share; nobody else includes this. */

#define EUP_N_LEVELS 4

/* What is found by its id. */
typedef enum
{
  EUP_INDEX_SCALE,
  EUP_INDEX_NON_ANSWER,
  EUP_INDEX_CONSENT,
  EUP_INDEX_QUESTION,
  EUP_INDEX_GATE,
  EUP_INDEX_OUTCOME,
} EupIndex;
#define EUP_N_INDEXES 6

struct _EupMethod
{
  gatomicrefcount references;
  char *id;
  char *version;
  char *digest;
  EupText *title;
  char **languages;
  GPtrArray *scales;
  const EupScale *weight_scale; /* (nullable): nothing is weighed */
  GPtrArray *non_answers;
  EupLevel *levels[EUP_N_LEVELS];
  GHashTable *jargon; /* language → texts */
  GPtrArray *consents;
  GPtrArray *stages;
  GPtrArray *questions; /* of all stages, which own them */
  GPtrArray *gates;
  GPtrArray *outcomes;
  GHashTable *by_id[EUP_N_INDEXES];
};

EupMethod *eup_method_new_empty (void);
void eup_method_index (EupMethod *self, EupIndex index, GPtrArray *list);
gconstpointer eup_method_find (const EupMethod *self, EupIndex index, const char *id);
void eup_method_read_scales (EupMethod *self, EupDefinition *definition, JsonObject *root);
void eup_method_read_consents (EupMethod *self, EupDefinition *definition, JsonObject *root);
void eup_method_read_jargon (EupMethod *self, EupDefinition *definition, JsonObject *root);
void eup_method_read_outcomes (EupMethod *self, EupDefinition *definition, JsonObject *root);
void eup_method_read_stages (EupMethod *self, EupDefinition *definition, JsonObject *root);
void eup_method_read_gates (EupMethod *self, EupDefinition *definition, JsonObject *root);
void eup_method_check (const EupMethod *self, EupDefinition *definition);

void
eup_question_read_fields (EupQuestion *self, EupDefinition *definition, JsonObject *entry, const char *path);
guint eup_definition_voices (JsonObject *entry);
EupItem *eup_definition_item (EupDefinition *self, JsonObject *entry, const char *path);

/* Conditions of a method: they name what it has. */
EupExpression *eup_method_read_condition (
    const EupMethod *self, EupDefinition *definition, JsonObject *entry, const char *name, const char *path);
gboolean eup_method_check_condition (const EupMethod *self,
                                     const EupExpression *expression,
                                     const char *path,
                                     EupProblems *problems);
void eup_method_check_opens (const EupMethod *self, EupDefinition *definition);

/* Each condition of the method with its place. */
typedef void (*EupConditionFunc) (const EupExpression *expression, const char *path, gpointer data);
void eup_method_foreach_condition (const EupMethod *self, EupConditionFunc func, gpointer data);

void eup_option_free (gpointer data);
void eup_scale_free (gpointer data);
void eup_non_answer_free (gpointer data);
void eup_level_free (gpointer data);
void eup_item_free (gpointer data);
void eup_question_free (gpointer data);
void eup_question_field_free (gpointer data);
void eup_stage_free (gpointer data);
void eup_consent_kind_free (gpointer data);
void eup_gate_need_free (gpointer data);
void eup_gate_free (gpointer data);
void eup_outcome_free (gpointer data);

G_END_DECLS
