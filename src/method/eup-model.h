#pragma once

#include "method/eup-catalogue.h"
#include "method/eup-method.h"
#include "method/eup-rule-pack.h"

G_BEGIN_DECLS

/* A local addition that a model was made with. */
typedef struct
{
  char *id;
  char *version;
  char *digest;
  EupText *title;
} EupAdditionPin;

/* All that one assessment is made with: immutable, shared by reference between threads.
 * Read its members, never change or free them. The additions are already in method and catalogue;
 * the method's id, version and digest are those of the file that they were added to. */
typedef struct
{
  EupMethod *method;
  EupCatalogue *catalogue;
  EupRulePack *rules;
  GPtrArray *additions; /* EupAdditionPin */
  GPtrArray *sources;   /* GBytes: the files' bytes: method, catalogue, rules, additions in order */
} EupModel;

EupModel *eup_model_new (GBytes *method,
                         GBytes *catalogue,
                         GBytes *rules,
                         GPtrArray *additions,
                         const char *const *names,
                         EupProblems **problems,
                         GError **error);
EupModel *eup_model_new_shipped (const char *country);
EupModel *eup_model_with_rules (const EupModel *self, const char *country, GError **error);
EupModel *eup_model_ref (EupModel *self);
void eup_model_unref (EupModel *self);

/* What changes when a case goes over from one model to another. */
typedef enum
{
  EUP_MODEL_CHANGE_ADDED,
  EUP_MODEL_CHANGE_REMOVED,
  EUP_MODEL_CHANGE_REWORDED, /* other words, same rule */
  EUP_MODEL_CHANGE_RULE,     /* other condition, scale, voices, level … */
} EupModelChangeKind;

typedef struct
{
  EupModelChangeKind kind;
  const char *
      of; /* "method", "stage", "question", "gate", "outcome", "consent", "level", "scale", "technology", "rules",
                     "reference" (of the rules), "road" (of the rules) */
  char *id;
  EupText *title; /* (nullable): what people call it, in the newer model where it is still there */
  char *part;     /* (nullable): the member that differs; %NULL for what came or went */
} EupModelChange;

/* (transfer full) (element-type EupModelChange) */
GPtrArray *eup_model_compare (const EupModel *from, const EupModel *to);
void eup_model_change_free (EupModelChange *change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupModel, eup_model_unref)

G_END_DECLS
