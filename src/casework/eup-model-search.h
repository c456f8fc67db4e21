#pragma once

#include "assessment/eup-assessment.h"
#include "casework/eup-model-set.h"

G_BEGIN_DECLS

/* One definition that a case names. */
typedef struct
{
  const char *kind; /* EUP_STORE_DEFINITION_… */
  char *id;         /* NULL: whatever is built in */
  char *version;
  char *digest; /* NULL: the case names the version only */
  GBytes *bytes;
} EupWanted;

typedef struct
{
  GPtrArray *wanted; /* EupWanted, in the order of a model's sources */
  gboolean from_before;
} EupModelSearch;

EupModelSearch *eup_model_search_new (const EupAssessment *assessment, gboolean from_before);
void eup_model_search_free (gpointer data);

void
eup_model_search_take_shipped (EupModelSearch *search, const EupModelSet *models, const EupModel *current);
void eup_model_search_take_same_name (EupModelSearch *search, const EupModel *current);
void eup_model_search_fill_in_digests (EupModelSearch *search, GPtrArray *definitions);
void eup_model_search_take (EupModelSearch *search, GPtrArray *definitions);

const EupWanted *eup_model_search_first_missing (const EupModelSearch *search);
char **eup_model_search_missing_digests (const EupModelSearch *search);
char *eup_model_search_key (const EupModelSearch *search);
EupModel *eup_model_search_make (const EupModelSearch *search, GError **error);
const char *eup_wanted_kind_words (const char *kind);

G_END_DECLS
