/* Checks JSON against a schema and says of each fault where it is, what was found and what was expected. */

#include "util/eup-schema-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "util/eup-json.h"

typedef struct
{
  const EupSchema *schema; /* the one that the rule at hand stands in */
  EupProblems *problems;
} Check;

static void check_node (Check *check, JsonObject *rule, JsonNode *node, const char *path);

#define WRONG(check, path, ...)                                                                              \
  eup_problems_add ((check)->problems, EUP_DATA_ERROR_INVALID, path, __VA_ARGS__)

/* As in JSON Schema 1.0 is a whole number. */
static gboolean
is_whole (JsonNode *node)
{
  double number = json_node_get_double (node);

  return json_node_get_value_type (node) == G_TYPE_INT64 || (isfinite (number) && floor (number) == number);
}

static const char *
type_of (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return "object";
  if (JSON_NODE_HOLDS_ARRAY (node))
    return "array";
  if (JSON_NODE_HOLDS_NULL (node))
    return "null";
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return "string";
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return "boolean";
  return is_whole (node) ? "integer" : "number";
}

static const char *
with_article (const char *type)
{
  static const char *const names[][2] = {
    { "object", "an object" }, { "array", "a list" },          { "null", "null" },
    { "string", "a text" },    { "boolean", "true or false" }, { "integer", "a whole number" },
    { "number", "a number" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i][0], type))
      return names[i][1];
  g_assert_not_reached ();
}

static char *
shown (JsonNode *node)
{
  g_autofree char *text = json_to_string (node, FALSE);

  if (g_utf8_strlen (text, -1) > 60)
    {
      g_autofree char *start = g_utf8_substring (text, 0, 57);

      return g_strdup_printf ("%s…", start);
    }
  return g_steal_pointer (&text);
}

/* The rule that @rule names, and through @schema the file it stands in; "#/$defs/id" stands in the same
 * one, "method.schema.json#/$defs/question" in another one of ours. */
static JsonObject *
resolve (const EupSchema **schema, JsonObject *rule)
{
  while (json_object_has_member (rule, "$ref"))
    {
      const char *ref = json_object_get_string_member (rule, "$ref");
      const char *inside = strchr (ref, '#');
      g_autofree char *file = NULL;
      JsonObject *defs;

      g_assert (inside != NULL && g_str_has_prefix (inside, "#/$defs/"));
      file = g_strndup (ref, (gsize) (inside - ref));
      if (*file != '\0')
        *schema = g_hash_table_lookup ((*schema)->others, file);
      defs = json_object_get_object_member (json_node_get_object ((*schema)->root), "$defs");
      rule = json_object_get_object_member (defs, inside + strlen ("#/$defs/"));
      g_assert (rule != NULL);
    }
  return rule;
}

static gboolean
check_type (Check *check, JsonObject *rule, JsonNode *node, const char *path)
{
  const char *wanted = json_object_get_string_member_with_default (rule, "type", NULL);
  const char *found = type_of (node);

  if (wanted == NULL || g_str_equal (wanted, found) ||
      (g_str_equal (wanted, "number") && g_str_equal (found, "integer")))
    return TRUE;
  WRONG (check, path, "found %s, expected %s", with_article (found), with_article (wanted));
  return FALSE;
}

static gboolean
is_number (JsonNode *node)
{
  return g_str_equal (type_of (node), "integer") || g_str_equal (type_of (node), "number");
}

static gboolean
are_equal (JsonNode *a, JsonNode *b)
{
  if (is_number (a) && is_number (b))
    return json_node_get_double (a) == json_node_get_double (b);
  return json_node_equal (a, b);
}

static void
check_choice (Check *check, JsonObject *rule, JsonNode *node, const char *path)
{
  g_autofree char *found = NULL;
  g_autofree char *expected = NULL;

  if (json_object_has_member (rule, "const"))
    {
      JsonNode *only = json_object_get_member (rule, "const");

      if (are_equal (only, node))
        return;
      expected = shown (only);
    }
  else if (json_object_has_member (rule, "enum"))
    {
      JsonArray *choices = json_object_get_array_member (rule, "enum");
      g_autofree char *list = NULL;

      for (guint i = 0; i < json_array_get_length (choices); i++)
        if (are_equal (json_array_get_element (choices, i), node))
          return;
      list = json_to_string (json_object_get_member (rule, "enum"), FALSE);
      expected = g_strdup_printf ("one of %s", list);
    }
  else
    {
      return;
    }
  found = shown (node);
  WRONG (check, path, "found %s, expected %s", found, expected);
}

static gboolean
is_date (const char *text)
{
  if (!g_regex_match_simple ("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", text, G_REGEX_DOLLAR_ENDONLY, 0))
    return FALSE;
  return g_date_valid_dmy ((GDateDay) atoi (text + 8), (GDateMonth) atoi (text + 5), (GDateYear) atoi (text));
}

static gboolean
is_date_time (const char *text)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);

  return time != NULL;
}

static void
check_string (Check *check, JsonObject *rule, JsonNode *node, const char *path)
{
  const char *text = json_node_get_string (node);
  const char *pattern = json_object_get_string_member_with_default (rule, "pattern", NULL);
  const char *format = json_object_get_string_member_with_default (rule, "format", NULL);
  glong length = g_utf8_strlen (text, -1);
  g_autofree char *found = shown (node);

  if (length < json_object_get_int_member_with_default (rule, "minLength", 0))
    WRONG (check, path, "the text is empty, expected some words");
  if (length > json_object_get_int_member_with_default (rule, "maxLength", G_MAXLONG))
    WRONG (check, path, "the text has %ld characters, expected at most %ld", length,
           (glong) json_object_get_int_member (rule, "maxLength"));
  if (pattern != NULL && !g_regex_match_simple (pattern, text, G_REGEX_DOLLAR_ENDONLY, 0))
    WRONG (check, path, "found %s, expected the form %s", found, pattern);
  if (g_strcmp0 (format, "date") == 0 && !is_date (text))
    WRONG (check, path, "found %s, expected a date as 2026-11-26", found);
  if (g_strcmp0 (format, "date-time") == 0 && !is_date_time (text))
    WRONG (check, path, "found %s, expected a time as 2026-11-26T13:30:00+01:00", found);
}

static void
check_number (Check *check, JsonObject *rule, JsonNode *node, const char *path)
{
  double number = json_node_get_double (node);

  if (number < json_object_get_double_member_with_default (rule, "minimum", -G_MAXDOUBLE))
    WRONG (check, path, "found %.15g, expected at least %.15g", number,
           json_object_get_double_member (rule, "minimum"));
  if (number > json_object_get_double_member_with_default (rule, "maximum", G_MAXDOUBLE))
    WRONG (check, path, "found %.15g, expected at most %.15g", number,
           json_object_get_double_member (rule, "maximum"));
}

static void
check_array (Check *check, JsonObject *rule, JsonArray *array, const char *path)
{
  guint n = json_array_get_length (array);
  JsonNode *items = json_object_get_member (rule, "items");
  gboolean unique = json_object_get_boolean_member_with_default (rule, "uniqueItems", FALSE);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (n < (guint) json_object_get_int_member_with_default (rule, "minItems", 0))
    WRONG (check, path, "the list has %u entries, expected at least %u", n,
           (guint) json_object_get_int_member (rule, "minItems"));
  if (n > (guint) json_object_get_int_member_with_default (rule, "maxItems", G_MAXUINT))
    WRONG (check, path, "the list has %u entries, expected at most %u", n,
           (guint) json_object_get_int_member (rule, "maxItems"));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *place = eup_json_path_element (path, i);
      JsonNode *element = json_array_get_element (array, i);

      if (unique && !g_hash_table_add (seen, eup_json_canonical (element)))
        WRONG (check, place, "stands in the list already, expected each entry once");
      if (items != NULL)
        check_node (check, json_node_get_object (items), element, place);
    }
}

static void
check_required (Check *check, JsonObject *rule, JsonObject *object, const char *path)
{
  JsonArray *required =
      json_object_has_member (rule, "required") ? json_object_get_array_member (rule, "required") : NULL;

  for (guint i = 0; required != NULL && i < json_array_get_length (required); i++)
    if (!json_object_has_member (object, json_array_get_string_element (required, i)))
      WRONG (check, path, "the key “%s” is missing", json_array_get_string_element (required, i));
}

static void
check_object (Check *check, JsonObject *rule, JsonObject *object, const char *path)
{
  JsonObject *properties =
      json_object_has_member (rule, "properties") ? json_object_get_object_member (rule, "properties") : NULL;
  JsonNode *others = json_object_get_member (rule, "additionalProperties");
  g_autoptr (GList) names = json_object_get_members (object);

  check_required (check, rule, object, path);
  for (GList *l = names; l != NULL; l = l->next)
    {
      g_autofree char *place = eup_json_path_member (path, l->data);
      JsonNode *member = json_object_get_member (object, l->data);

      if (properties != NULL && json_object_has_member (properties, l->data))
        check_node (check, json_object_get_object_member (properties, l->data), member, place);
      else if (others != NULL && JSON_NODE_HOLDS_OBJECT (others))
        check_node (check, json_node_get_object (others), member, place);
      else if (others != NULL && !json_node_get_boolean (others))
        WRONG (check, place, "this key is not known here");
    }
}

static void
check_value (Check *check, JsonObject *rule, JsonNode *node, const char *path)
{
  if (!check_type (check, rule, node, path))
    return;
  check_choice (check, rule, node, path);
  if (JSON_NODE_HOLDS_OBJECT (node))
    check_object (check, rule, json_node_get_object (node), path);
  else if (JSON_NODE_HOLDS_ARRAY (node))
    check_array (check, rule, json_node_get_array (node), path);
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    check_string (check, rule, node, path);
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    check_number (check, rule, node, path);
}

static void
check_node (Check *check, JsonObject *rule, JsonNode *node, const char *path)
{
  const EupSchema *outside = check->schema;

  rule = resolve (&check->schema, rule);
  check_value (check, rule, node, path);
  check->schema = outside;
}

/**
 * eup_schema_check:
 * @problems: takes each fault
 *
 * Returns: whether @node says what the schema asks for
 */
gboolean
eup_schema_check (const EupSchema *self, JsonNode *node, EupProblems *problems)
{
  Check check = { self, problems };
  guint before = eup_problems_get_n (problems);

  check_node (&check, json_node_get_object (self->root), node, "$");
  return eup_problems_get_n (problems) == before;
}
