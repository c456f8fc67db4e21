#pragma once

#include "method/eup-definition-private.h"
#include "method/eup-method.h"

G_BEGIN_DECLS

/* What the files of EupMethod share; nobody else includes this. */

#define EUP_N_LEVELS 4

struct _EupMethod
{
  gatomicrefcount references;
  char *id;
  char *version;
  char *digest;
  EupText *title;
  char **languages;
  GPtrArray *scales;
  GPtrArray *non_answers;
  EupLevel *levels[EUP_N_LEVELS];
  GPtrArray *stages;
  GPtrArray *questions; /* of all stages, which own them */
  GPtrArray *gates;
  GPtrArray *outcomes;
};

EupMethod *eup_method_new_empty (void);
void eup_method_read_scales (EupMethod *self, EupDefinition *definition, JsonObject *root);
void eup_method_read_stages (EupMethod *self, EupDefinition *definition, JsonObject *root);
void eup_method_read_rules (EupMethod *self, EupDefinition *definition, JsonObject *root);
void eup_method_check (const EupMethod *self, EupDefinition *definition);

void eup_option_free (gpointer data);
void eup_scale_free (gpointer data);
void eup_non_answer_free (gpointer data);
void eup_level_free (gpointer data);
void eup_item_free (gpointer data);
void eup_question_free (gpointer data);
void eup_stage_free (gpointer data);
void eup_gate_free (gpointer data);
void eup_outcome_free (gpointer data);

G_END_DECLS
