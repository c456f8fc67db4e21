/* Checks JSON against a schema and says of each fault where it is, what was found and what was expected. */

#include "util/eup-schema-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "util/eup-json.h"

typedef struct
{
  EupProblems *problems;
} Check;

/* Where the check is, from the inside out; written as a path only where something is wrong. */
typedef struct _Place Place;

struct _Place
{
  const Place *parent; /* (nullable): the root */
  const char *name;    /* (nullable): in a list */
  guint index;
};

static void check_node (Check *check, const EupSchemaRule *rule, JsonNode *node, const Place *place);

static char *
place_to_path (const Place *place)
{
  g_autofree char *parent = NULL;

  if (place == NULL)
    return g_strdup ("$");
  parent = place_to_path (place->parent);
  return place->name ? eup_json_path_member (parent, place->name)
                     : eup_json_path_element (parent, place->index);
}

static void wrong (Check *check, const Place *place, const char *format, ...) G_GNUC_PRINTF (3, 4);

static void
wrong (Check *check, const Place *place, const char *format, ...)
{
  g_autofree char *path = place_to_path (place);
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  eup_problems_add (check->problems, EUP_DATA_ERROR_INVALID, path, "%s", message);
}

/* As in JSON Schema 1.0 is a whole number. */
static gboolean
is_whole (JsonNode *node)
{
  double number = json_node_get_double (node);

  return json_node_get_value_type (node) == G_TYPE_INT64 || (isfinite (number) && floor (number) == number);
}

static EupSchemaType
type_of (JsonNode *node)
{
  GType type;

  if (JSON_NODE_HOLDS_OBJECT (node))
    return EUP_SCHEMA_OBJECT;
  if (JSON_NODE_HOLDS_ARRAY (node))
    return EUP_SCHEMA_ARRAY;
  if (JSON_NODE_HOLDS_NULL (node))
    return EUP_SCHEMA_NULL;
  type = json_node_get_value_type (node);
  if (type == G_TYPE_STRING)
    return EUP_SCHEMA_STRING;
  if (type == G_TYPE_BOOLEAN)
    return EUP_SCHEMA_BOOLEAN;
  return is_whole (node) ? EUP_SCHEMA_INTEGER : EUP_SCHEMA_NUMBER;
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

static gboolean
is_number (JsonNode *node)
{
  EupSchemaType type = type_of (node);

  return type == EUP_SCHEMA_INTEGER || type == EUP_SCHEMA_NUMBER;
}

static gboolean
are_equal (JsonNode *a, JsonNode *b)
{
  if (is_number (a) && is_number (b))
    return json_node_get_double (a) == json_node_get_double (b);
  return json_node_equal (a, b);
}

static gboolean
is_one_of (JsonArray *choices, JsonNode *node)
{
  for (guint i = 0; i < json_array_get_length (choices); i++)
    if (are_equal (json_array_get_element (choices, i), node))
      return TRUE;
  return FALSE;
}

static void
check_choice (Check *check, const EupSchemaRule *rule, JsonNode *node, const Place *place)
{
  g_autofree char *found = NULL;
  g_autofree char *expected = NULL;

  if (rule->only != NULL && !are_equal (rule->only, node))
    {
      found = shown (node);
      expected = shown (rule->only);
      wrong (check, place, "found %s, expected %s", found, expected);
    }
  else if (rule->choices != NULL && !is_one_of (json_node_get_array (rule->choices), node))
    {
      found = shown (node);
      expected = json_to_string (rule->choices, FALSE);
      wrong (check, place, "found %s, expected one of %s", found, expected);
    }
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
check_length (Check *check, const EupSchemaRule *rule, const char *text, const Place *place)
{
  glong length;

  if (rule->min_length == 0 && rule->max_length == G_MAXINT64)
    return;
  length = g_utf8_strlen (text, -1);
  if (length < rule->min_length && length == 0)
    wrong (check, place, "the text is empty, expected some words");
  else if (length < rule->min_length)
    wrong (check, place, "found “%s”, expected at least %" G_GINT64_FORMAT " characters", text,
           rule->min_length);
  if (length > rule->max_length)
    wrong (check, place, "the text has %ld characters, expected at most %" G_GINT64_FORMAT, length,
           rule->max_length);
}

static void
check_string (Check *check, const EupSchemaRule *rule, JsonNode *node, const Place *place)
{
  const char *text = json_node_get_string (node);
  g_autofree char *found = NULL;

  check_length (check, rule, text, place);
  if (rule->pattern != NULL && !g_regex_match (rule->pattern, text, 0, NULL))
    {
      found = shown (node);
      wrong (check, place, "found %s, expected the form %s", found, g_regex_get_pattern (rule->pattern));
    }
  if (rule->format == EUP_SCHEMA_FORMAT_DATE && !is_date (text))
    {
      g_free (found);
      found = shown (node);
      wrong (check, place, "found %s, expected a date as 2026-11-26", found);
    }
  if (rule->format == EUP_SCHEMA_FORMAT_DATE_TIME && !is_date_time (text))
    {
      g_free (found);
      found = shown (node);
      wrong (check, place, "found %s, expected a time as 2026-11-26T13:30:00+01:00", found);
    }
}

static void
check_number (Check *check, const EupSchemaRule *rule, JsonNode *node, const Place *place)
{
  double number = json_node_get_double (node);

  if (number < rule->minimum)
    wrong (check, place, "found %.15g, expected at least %.15g", number, rule->minimum);
  if (number > rule->maximum)
    wrong (check, place, "found %.15g, expected at most %.15g", number, rule->maximum);
}

static void
check_array (Check *check, const EupSchemaRule *rule, JsonArray *array, const Place *place)
{
  guint n = json_array_get_length (array);
  g_autoptr (GHashTable) seen =
      rule->unique ? g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) : NULL;

  if (n < rule->min_items)
    wrong (check, place, "the list has %u entries, expected at least %" G_GINT64_FORMAT, n, rule->min_items);
  if (n > rule->max_items)
    wrong (check, place, "the list has %u entries, expected at most %" G_GINT64_FORMAT, n, rule->max_items);
  for (guint i = 0; i < n; i++)
    {
      Place inside = { place, NULL, i };
      JsonNode *element = json_array_get_element (array, i);

      if (seen != NULL && !g_hash_table_add (seen, eup_json_canonical (element)))
        wrong (check, &inside, "stands in the list already, expected each entry once");
      if (rule->items != NULL)
        check_node (check, rule->items, element, &inside);
    }
}

static void
check_object (Check *check, const EupSchemaRule *rule, JsonObject *object, const Place *place)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  for (guint i = 0; i < rule->required->len; i++)
    if (!json_object_has_member (object, rule->required->pdata[i]))
      wrong (check, place, "the key “%s” is missing", (const char *) rule->required->pdata[i]);

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      Place inside = { place, name, 0 };
      const EupSchemaRule *own = rule->properties ? g_hash_table_lookup (rule->properties, name) : NULL;

      if (own != NULL || rule->others != NULL)
        check_node (check, own ? own : rule->others, member, &inside);
      else if (rule->closed)
        wrong (check, &inside, "this key is not known here");
    }
}

static void
check_node (Check *check, const EupSchemaRule *rule, JsonNode *node, const Place *place)
{
  EupSchemaType type = type_of (node);

  if (rule->type != EUP_SCHEMA_ANY && rule->type != type &&
      !(rule->type == EUP_SCHEMA_NUMBER && type == EUP_SCHEMA_INTEGER))
    {
      wrong (check, place, "found %s, expected %s", eup_schema_type_to_words (type),
             eup_schema_type_to_words (rule->type));
      return;
    }
  check_choice (check, rule, node, place);
  if (type == EUP_SCHEMA_OBJECT)
    check_object (check, rule, json_node_get_object (node), place);
  else if (type == EUP_SCHEMA_ARRAY)
    check_array (check, rule, json_node_get_array (node), place);
  else if (type == EUP_SCHEMA_STRING)
    check_string (check, rule, node, place);
  else if (type == EUP_SCHEMA_INTEGER || type == EUP_SCHEMA_NUMBER)
    check_number (check, rule, node, place);
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
  Check check = { problems };
  guint before = eup_problems_get_n (problems);

  check_node (&check, self->start, node, NULL);
  return eup_problems_get_n (problems) == before;
}
