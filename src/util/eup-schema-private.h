#pragma once

#include "util/eup-schema.h"

G_BEGIN_DECLS

struct _EupSchema
{
  JsonNode *root;
  GHashTable *others; /* file name → EupSchema: those that this one takes definitions from */
};

G_END_DECLS
