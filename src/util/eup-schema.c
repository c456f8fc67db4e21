/* JSON Schemas of ours. They use a part of the 2020-12 draft and nothing else; a schema with another
 * keyword is a mistake of ours and stops the program (docs/decisions/0004-own-schema-checker.md).
 *
 * A schema is made ready once: references are followed, also into other files of data/schemas/, and
 * patterns compiled, so that checking a file costs little more than reading it. */

#include "util/eup-schema-private.h"

#include <gio/gio.h>
#include <string.h>

#include "util/eup-json.h"

#define PREFIX "/io/github/euphoria_care/Euphoria/schemas/"

/* One document of a schema while its rules are made. */
typedef struct
{
  EupSchema *schema;
  GHashTable *names; /* file name → JsonNode: those that have been referred to */
} Maker;

static EupSchemaRule *make_rule (Maker *maker, JsonNode *document, JsonObject *object);

static const char *const type_names[][2] = {
  [EUP_SCHEMA_ANY] = { "", "anything" },
  [EUP_SCHEMA_OBJECT] = { "object", "an object" },
  [EUP_SCHEMA_ARRAY] = { "array", "a list" },
  [EUP_SCHEMA_STRING] = { "string", "a text" },
  [EUP_SCHEMA_BOOLEAN] = { "boolean", "true or false" },
  [EUP_SCHEMA_INTEGER] = { "integer", "a whole number" },
  [EUP_SCHEMA_NUMBER] = { "number", "a number" },
  [EUP_SCHEMA_NULL] = { "null", "null" },
};

EupSchemaType
eup_schema_type_from_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (type_names); i++)
    if (g_str_equal (type_names[i][0], name))
      return (EupSchemaType) i;
  g_error ("A schema of ours has the type “%s”, which eup-schema.c does not know", name);
}

const char *
eup_schema_type_to_words (EupSchemaType type)
{
  return type_names[type][1];
}

static void
rule_free (gpointer data)
{
  EupSchemaRule *rule = data;

  g_clear_pointer (&rule->pattern, g_regex_unref);
  g_clear_pointer (&rule->properties, g_hash_table_unref);
  g_ptr_array_unref (rule->required);
  g_free (rule);
}

static void
assert_known_keywords (JsonObject *object)
{
  static const char *const known[] = { "$schema",    "$defs",       "$ref",
                                       "title",      "description", "type",
                                       "properties", "required",    "additionalProperties",
                                       "items",      "minItems",    "maxItems",
                                       "enum",       "const",       "uniqueItems",
                                       "minLength",  "maxLength",   "pattern",
                                       "format",     "minimum",     "maximum",
                                       NULL };
  JsonObjectIter iter;
  const char *name;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, NULL))
    if (!g_strv_contains (known, name))
      g_error ("A schema of ours has the keyword “%s”, which eup-schema.c does not know", name);
}

static JsonNode *
load (const char *name)
{
  g_autofree char *path = g_strconcat (PREFIX, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (EupProblems) problems = eup_problems_new (name);
  JsonNode *node;

  if (bytes == NULL)
    g_error ("There is no schema “%s” of ours", name);
  node = eup_json_parse (bytes, problems);
  g_assert (node != NULL);
  return node;
}

/* The document that a reference points into; @document itself for "#/…". */
static JsonNode *
document_of (Maker *maker, JsonNode *document, const char *ref)
{
  g_autofree char *name = g_strndup (ref, strcspn (ref, "#"));
  JsonNode *found;

  if (*name == '\0')
    return document;
  found = g_hash_table_lookup (maker->names, name);
  if (found == NULL)
    {
      found = load (name);
      g_ptr_array_add (maker->schema->documents, found);
      g_hash_table_insert (maker->names, g_steal_pointer (&name), found);
    }
  return found;
}

static EupSchemaRule *
follow (Maker *maker, JsonNode *document, const char *ref)
{
  const char *place = strchr (ref, '#');
  JsonNode *target = document_of (maker, document, ref);
  JsonObject *defs = json_object_get_object_member (json_node_get_object (target), "$defs");

  g_assert (place != NULL && g_str_has_prefix (place, "#/$defs/"));
  place += strlen ("#/$defs/");
  if (!json_object_has_member (defs, place))
    g_error ("A schema of ours refers to “%s”, which is not there", ref);
  return make_rule (maker, target, json_object_get_object_member (defs, place));
}

static EupSchemaFormat
read_format (JsonObject *object)
{
  const char *format = json_object_get_string_member_with_default (object, "format", "");

  if (g_str_equal (format, "date"))
    return EUP_SCHEMA_FORMAT_DATE;
  return g_str_equal (format, "date-time") ? EUP_SCHEMA_FORMAT_DATE_TIME : EUP_SCHEMA_FORMAT_NONE;
}

static void
read_limits (EupSchemaRule *rule, JsonObject *object)
{
  const char *pattern = json_object_get_string_member_with_default (object, "pattern", NULL);

  rule->type = eup_schema_type_from_name (json_object_get_string_member_with_default (object, "type", ""));
  rule->only = json_object_get_member (object, "const");
  rule->choices = json_object_get_member (object, "enum");
  rule->min_length = json_object_get_int_member_with_default (object, "minLength", 0);
  rule->max_length = json_object_get_int_member_with_default (object, "maxLength", G_MAXINT64);
  rule->format = read_format (object);
  rule->minimum = json_object_get_double_member_with_default (object, "minimum", -G_MAXDOUBLE);
  rule->maximum = json_object_get_double_member_with_default (object, "maximum", G_MAXDOUBLE);
  rule->min_items = json_object_get_int_member_with_default (object, "minItems", 0);
  rule->max_items = json_object_get_int_member_with_default (object, "maxItems", G_MAXINT64);
  rule->unique = json_object_get_boolean_member_with_default (object, "uniqueItems", FALSE);
  if (pattern != NULL)
    rule->pattern = g_regex_new (pattern, G_REGEX_DOLLAR_ENDONLY | G_REGEX_OPTIMIZE, 0, NULL);
  g_assert (pattern == NULL || rule->pattern != NULL);
}

static void
read_properties (Maker *maker, EupSchemaRule *rule, JsonNode *document, JsonObject *object)
{
  JsonArray *required =
      json_object_has_member (object, "required") ? json_object_get_array_member (object, "required") : NULL;
  JsonNode *others = json_object_get_member (object, "additionalProperties");
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  for (guint i = 0; required != NULL && i < json_array_get_length (required); i++)
    g_ptr_array_add (rule->required, (gpointer) json_array_get_string_element (required, i));
  if (others != NULL && JSON_NODE_HOLDS_OBJECT (others))
    rule->others = make_rule (maker, document, json_node_get_object (others));
  rule->closed = others != NULL && JSON_NODE_HOLDS_VALUE (others) && !json_node_get_boolean (others);
  if (!json_object_has_member (object, "properties"))
    return;
  rule->properties = g_hash_table_new (g_str_hash, g_str_equal);
  json_object_iter_init (&iter, json_object_get_object_member (object, "properties"));
  while (json_object_iter_next (&iter, &name, &member))
    g_hash_table_insert (rule->properties, (gpointer) name,
                         make_rule (maker, document, json_node_get_object (member)));
}

static EupSchemaRule *
make_rule (Maker *maker, JsonNode *document, JsonObject *object)
{
  EupSchemaRule *rule = g_hash_table_lookup (maker->schema->by_place, object);

  if (rule != NULL)
    return rule;
  assert_known_keywords (object);
  if (json_object_has_member (object, "$ref"))
    return follow (maker, document, json_object_get_string_member (object, "$ref"));

  rule = g_new0 (EupSchemaRule, 1);
  rule->required = g_ptr_array_new ();
  g_hash_table_insert (maker->schema->by_place, object, rule); /* before its parts, which may refer to it */
  read_limits (rule, object);
  read_properties (maker, rule, document, object);
  if (json_object_has_member (object, "items"))
    rule->items = make_rule (maker, document, json_object_get_object_member (object, "items"));
  return rule;
}

/* Also the definitions that nothing refers to are read: a mistake in one must not sleep. */
static void
make_definitions (Maker *maker, JsonNode *document)
{
  JsonObject *root = json_node_get_object (document);
  JsonObjectIter iter;
  JsonNode *member;

  if (!json_object_has_member (root, "$defs"))
    return;
  json_object_iter_init (&iter, json_object_get_object_member (root, "$defs"));
  while (json_object_iter_next (&iter, NULL, &member))
    make_rule (maker, document, json_node_get_object (member));
}

/* A schema from its parsed text (transfer none). */
EupSchema *
eup_schema_new_from_node (JsonNode *node)
{
  EupSchema *self = g_new0 (EupSchema, 1);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Maker maker = { self, names };

  g_atomic_ref_count_init (&self->references);
  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  self->by_place = g_hash_table_new_full (NULL, NULL, NULL, rule_free);
  g_ptr_array_add (self->documents, json_node_ref (node));
  self->start = make_rule (&maker, node, json_node_get_object (node));
  make_definitions (&maker, node);
  return self;
}

/**
 * eup_schema_new_from_resource:
 * @name: the name of a file in data/schemas/, such as "method.schema.json"
 *
 * Each is made once and kept as long as the program runs.
 *
 * Returns: (transfer full): the schema; any thread may check with it
 */
EupSchema *
eup_schema_new_from_resource (const char *name)
{
  static GMutex lock;
  static GHashTable *kept; /* name → EupSchema */
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  EupSchema *self;

  if (kept == NULL)
    kept = g_hash_table_new (g_str_hash, g_str_equal);
  self = g_hash_table_lookup (kept, name);
  if (self == NULL)
    {
      g_autoptr (JsonNode) node = load (name);

      self = eup_schema_new_from_node (node);
      g_hash_table_insert (kept, g_strdup (name), self);
    }
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
eup_schema_free (EupSchema *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_hash_table_unref (self->by_place);
  g_ptr_array_unref (self->documents);
  g_free (self);
}
