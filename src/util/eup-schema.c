/* JSON Schemas of ours. They use a part of the 2020-12 draft and nothing else; a schema with another
 * keyword is a mistake of ours and stops the program (docs/decisions/0004-own-schema-checker.md). */

#include "util/eup-schema-private.h"

#include <gio/gio.h>
#include <string.h>

#include "util/eup-json.h"

static void
take_other (EupSchema *self, const char *ref)
{
  const char *inside = strchr (ref, '#');
  g_autofree char *name = inside > ref ? g_strndup (ref, (gsize) (inside - ref)) : NULL;

  if (name != NULL && !g_hash_table_contains (self->others, name))
    {
      EupSchema *other = eup_schema_new_from_resource (name);

      g_hash_table_insert (self->others, g_steal_pointer (&name), other);
    }
}

static void
look_through (EupSchema *self, JsonObject *rule)
{
  static const char *const known[] = { "$schema",     "$defs",       "$ref",
                                       "title",       "description", "type",
                                       "properties",  "required",    "additionalProperties",
                                       "items",       "minItems",    "maxItems",
                                       "uniqueItems", "enum",        "const",
                                       "minLength",   "maxLength",   "pattern",
                                       "format",      "minimum",     "maximum",
                                       NULL };
  static const char *const maps[] = { "properties", "$defs" };
  static const char *const rules[] = { "items", "additionalProperties" };
  g_autoptr (GList) names = json_object_get_members (rule);

  for (GList *l = names; l != NULL; l = l->next)
    if (!g_strv_contains (known, l->data))
      g_error ("A schema of ours has the keyword “%s”, which eup-schema.c does not know",
               (const char *) l->data);
  if (json_object_has_member (rule, "$ref"))
    take_other (self, json_object_get_string_member (rule, "$ref"));

  for (guint i = 0; i < G_N_ELEMENTS (maps); i++)
    if (json_object_has_member (rule, maps[i]))
      {
        JsonObject *map = json_object_get_object_member (rule, maps[i]);
        g_autoptr (GList) inner = json_object_get_members (map);

        for (GList *l = inner; l != NULL; l = l->next)
          look_through (self, json_object_get_object_member (map, l->data));
      }
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (json_object_has_member (rule, rules[i]) &&
        JSON_NODE_HOLDS_OBJECT (json_object_get_member (rule, rules[i])))
      look_through (self, json_object_get_object_member (rule, rules[i]));
}

/* A schema from its parsed text (transfer none). */
EupSchema *
eup_schema_new_from_node (JsonNode *node)
{
  EupSchema *self = g_new0 (EupSchema, 1);

  self->root = json_node_ref (node);
  self->others = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) eup_schema_free);
  look_through (self, json_node_get_object (node));
  return self;
}

/**
 * eup_schema_new_from_resource:
 * @name: the name of a file in data/schemas/, such as "method.schema.json"
 */
EupSchema *
eup_schema_new_from_resource (const char *name)
{
  g_autofree char *path = g_strconcat ("/io/github/euphoria_care/Euphoria/schemas/", name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (EupProblems) problems = eup_problems_new (name);
  g_autoptr (JsonNode) node = NULL;

  g_assert (bytes != NULL);
  node = eup_json_parse (bytes, problems);
  g_assert (node != NULL);
  return eup_schema_new_from_node (node);
}

void
eup_schema_free (EupSchema *self)
{
  g_hash_table_unref (self->others);
  json_node_unref (self->root);
  g_free (self);
}
