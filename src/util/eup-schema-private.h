#pragma once

#include "util/eup-schema.h"

G_BEGIN_DECLS

struct _EupSchema
{
  JsonNode *root;
};

G_END_DECLS
