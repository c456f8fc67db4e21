/* Writing JSON, for digests and for people, and paths that say where something stands in it. */

#include "util/eup-json.h"

#include <string.h>

/* Longer keys are cut in paths. */
#define MAX_NAME 60

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (a, b);
}

static JsonNode *
sorted (JsonNode *node)
{
  JsonNode *copy;

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      JsonObject *ordered = json_object_new ();
      GList *names = g_list_sort (json_object_get_members (object), compare_names);

      for (GList *l = names; l != NULL; l = l->next)
        json_object_set_member (ordered, l->data, sorted (json_object_get_member (object, l->data)));
      g_list_free (names);
      copy = json_node_new (JSON_NODE_OBJECT);
      json_node_take_object (copy, ordered);
      return copy;
    }
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);
      JsonArray *ordered = json_array_sized_new (json_array_get_length (array));

      for (guint i = 0; i < json_array_get_length (array); i++)
        json_array_add_element (ordered, sorted (json_array_get_element (array, i)));
      copy = json_node_new (JSON_NODE_ARRAY);
      json_node_take_array (copy, ordered);
      return copy;
    }
  return json_node_copy (node);
}

/**
 * eup_json_canonical:
 *
 * Returns: (transfer full): @node with keys in byte order and no white space between, so that the
 *   same value always has the same digest (in the manner of RFC 8785)
 */
char *
eup_json_canonical (JsonNode *node)
{
  g_autoptr (JsonNode) ordered = sorted (node);

  return json_to_string (ordered, FALSE);
}

/* As a person would read it: two spaces of indentation, the keys as they stand. */
char *
eup_json_pretty (JsonNode *node)
{
  return json_to_string (node, TRUE);
}

/* Whether a path can have @name without quotes. */
static gboolean
is_plain (const char *name)
{
  gsize length = strspn (name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

  return length > 0 && length <= MAX_NAME && name[length] == '\0' && *name != '-' && !g_ascii_isdigit (*name);
}

/**
 * eup_json_path_member:
 *
 * Returns: (transfer full): the path of the member @name of the object at @path: `$.card.name`, or
 *   `$.card["a b"]` where the name is not a plain word
 */
char *
eup_json_path_member (const char *path, const char *name)
{
  g_autofree char *start = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *quoted = NULL;

  if (is_plain (name))
    return g_strdup_printf ("%s.%s", path, name);

  start = g_utf8_strlen (name, -1) > MAX_NAME ? g_utf8_substring (name, 0, MAX_NAME) : g_strdup (name);
  node = json_node_init_string (json_node_alloc (), start);
  quoted = json_to_string (node, FALSE);
  return g_strdup_printf ("%s[%s%s]", path, quoted, strlen (start) < strlen (name) ? "…" : "");
}

char *
eup_json_path_element (const char *path, guint i)
{
  return g_strdup_printf ("%s[%u]", path, i);
}
