#pragma once

#include "util/eup-problems.h"
#include "util/eup-text.h"

G_BEGIN_DECLS

/* The types of welfare technology: immutable, shared by reference. */
typedef struct _EupCatalogue EupCatalogue;

typedef struct
{
  char *id;
  EupText *name;
  int level;
  gboolean usual; /* on in most installations */
} EupFunction;

typedef struct
{
  char *question;
  EupText *text;
} EupPrompt;

typedef struct
{
  char *id;
  int number;
  EupText *name;     /* as in a list: GPS alarm */
  EupText *definite; /* as in a sentence: the GPS alarm */
  EupText *purpose;
  int level;            /* with every function off */
  GPtrArray *functions; /* EupFunction */
  gboolean second_reader;
  GPtrArray *tensions;       /* EupText */
  GPtrArray *data;           /* EupText */
  GPtrArray *viewers;        /* EupText */
  GPtrArray *less_intrusive; /* EupText */
  GPtrArray *prompts;        /* EupPrompt */
} EupTechnology;

EupCatalogue *eup_catalogue_new_from_node (JsonNode *node, GBytes *bytes, EupProblems *problems);
EupCatalogue *eup_catalogue_new_from_merged (JsonNode *node, GBytes *bytes, EupProblems *problems);
EupCatalogue *eup_catalogue_load (const char *path, EupProblems **problems, GError **error);
EupCatalogue *eup_catalogue_new_shipped (void);
EupCatalogue *eup_catalogue_ref (EupCatalogue *self);
void eup_catalogue_unref (EupCatalogue *self);

const char *eup_catalogue_get_id (const EupCatalogue *self);
const char *eup_catalogue_get_version (const EupCatalogue *self);
const char *eup_catalogue_get_digest (const EupCatalogue *self);
GPtrArray *eup_catalogue_get_technologies (const EupCatalogue *self);
const EupTechnology *eup_catalogue_find (const EupCatalogue *self, const char *id);
int eup_technology_level (const EupTechnology *self, const char *const *functions_on);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupCatalogue, eup_catalogue_unref)

G_END_DECLS
