#pragma once

#include "util/eup-schema.h"

G_BEGIN_DECLS

typedef enum
{
  EUP_SCHEMA_ANY,
  EUP_SCHEMA_OBJECT,
  EUP_SCHEMA_ARRAY,
  EUP_SCHEMA_STRING,
  EUP_SCHEMA_BOOLEAN,
  EUP_SCHEMA_INTEGER,
  EUP_SCHEMA_NUMBER,
  EUP_SCHEMA_NULL,
} EupSchemaType;

typedef enum
{
  EUP_SCHEMA_FORMAT_NONE,
  EUP_SCHEMA_FORMAT_DATE,
  EUP_SCHEMA_FORMAT_DATE_TIME,
} EupSchemaFormat;

/* What a place in a file must be: a schema's object made ready, its $ref followed. The JSON that it
 * points into belongs to the schema. */
typedef struct _EupSchemaRule EupSchemaRule;

struct _EupSchemaRule
{
  EupSchemaType type;
  JsonNode *only;    /* (nullable): const */
  JsonNode *choices; /* (nullable): enum */

  gint64 min_length;
  gint64 max_length;
  GRegex *pattern; /* (nullable) */
  EupSchemaFormat format;

  double minimum;
  double maximum;

  gint64 min_items;
  gint64 max_items;
  gboolean unique;
  EupSchemaRule *items; /* (nullable) */

  GPtrArray *required;    /* const char * */
  GHashTable *properties; /* (nullable): const char * → EupSchemaRule */
  EupSchemaRule *others;  /* (nullable): of additionalProperties */
  gboolean closed;        /* no other keys */
};

struct _EupSchema
{
  gatomicrefcount references;
  GPtrArray *documents; /* JsonNode: its own first, then those it refers to */
  GHashTable *by_place; /* JsonObject → EupSchemaRule, which it owns */
  EupSchemaRule *start;
};

EupSchemaType eup_schema_type_from_name (const char *name);
const char *eup_schema_type_to_words (EupSchemaType type);

G_END_DECLS
