#pragma once

#include "method/eup-model.h"
#include "store/eup-store-values.h"

G_BEGIN_DECLS

#define EUP_MODEL_SET_FIXED 3 /* of a model's sources: method, catalogue, rules */

/* What new cases can be begun with: the models that are built in, one for each rule pack, and the same
 * with the local additions that fit them. */
typedef struct
{
  GPtrArray *shipped;   /* EupModel */
  GPtrArray *current;   /* EupModel: of the same rule packs, with additions */
  GPtrArray *additions; /* EupAdditionPin: all that are in use, also those that do not fit */
  GHashTable *problems; /* id of an addition that does not fit → why, a line for each problem */
} EupModelSet;

EupModelSet *eup_model_set_new (GPtrArray *additions);
void eup_model_set_free (EupModelSet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupModelSet, eup_model_set_free)

EupModel *eup_model_set_find (const EupModelSet *self, const char *country);
GBytes *eup_model_set_find_shipped (
    const EupModelSet *self, const char *kind, const char *id, const char *version, char **digest);
EupStoreDefinition *eup_model_set_try (GPtrArray *additions, GBytes *bytes, const char *name, GError **error);

char *eup_model_key (const EupModel *model);
void eup_problems_set_all (const EupProblems *problems, GError **error);

G_END_DECLS
