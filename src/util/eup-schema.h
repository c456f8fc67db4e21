#pragma once

#include <json-glib/json-glib.h>
#include "util/eup-problems.h"

G_BEGIN_DECLS

/* A JSON Schema of the kind that data/schemas/ uses. */
typedef struct _EupSchema EupSchema;

EupSchema *eup_schema_new_from_resource (const char *name);
EupSchema *eup_schema_new_from_node (JsonNode *node);
void eup_schema_free (EupSchema *self);
gboolean eup_schema_check (const EupSchema *self, JsonNode *node, EupProblems *problems);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupSchema, eup_schema_free)

G_END_DECLS
