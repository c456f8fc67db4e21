/* JSON from people's files: parsed with places, refused when it says the same key twice;
 * and JSON for digests: the one canonical way to write a value. */

#include "util/eup-json.h"

#include <string.h>

#include "util/eup-file.h"

typedef struct
{
  GHashTable *seen; /* "object name" pairs */
  char *twice;      /* the first key that stands twice in one object */
} KeyWatch;

static void
object_member_cb (JsonParser *parser, JsonObject *object, const char *name, gpointer user_data)
{
  KeyWatch *watch = user_data;
  char *key = g_strdup_printf ("%p %s", (void *) object, name);

  if (!g_hash_table_add (watch->seen, key) && watch->twice == NULL)
    watch->twice = g_strdup (name);
}

static gboolean
check_text (GBytes *bytes, EupProblems *problems)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  const char *end;
  g_autofree char *place = NULL;
  guint line = 1;

  if (g_utf8_validate_len (text ? text : "", length, &end))
    return TRUE;

  for (const char *c = text; c < end; c++)
    line += *c == '\n';
  place = g_strdup_printf ("line %u", line);
  eup_problems_add (problems, EUP_DATA_ERROR_NOT_TEXT, place,
                    "byte %" G_GSIZE_FORMAT " is not UTF-8 text; save the file as UTF-8", (gsize) (end - text));
  return FALSE;
}

/* json-glib's message starts with the place in its own form; the reason follows. */
static void
add_syntax_problem (JsonParser *parser, const GError *error, EupProblems *problems)
{
  g_autofree char *place = g_strdup_printf ("line %u", json_parser_get_current_line (parser));
  const char *reason = strstr (error->message, "Parse error: ");

  if (reason == NULL)
    reason = strrchr (error->message, ':') ? strrchr (error->message, ':') + 1 : error->message;
  else
    reason += strlen ("Parse error: ");
  while (g_ascii_isspace (*reason))
    reason++;
  eup_problems_add (problems, EUP_DATA_ERROR_NOT_JSON, place, "this is not JSON: %s", reason);
}

/**
 * eup_json_parse:
 * @bytes: a file's contents
 * @problems: takes what is wrong
 *
 * Returns: (transfer full) (nullable): the root node; %NULL when there is a problem
 */
JsonNode *
eup_json_parse (GBytes *bytes, EupProblems *problems)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) error = NULL;
  KeyWatch watch = { seen, NULL };
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (!check_text (bytes, problems))
    return NULL;

  json_parser_set_strict (parser, TRUE);
  g_signal_connect (parser, "object-member", G_CALLBACK (object_member_cb), &watch);
  if (!json_parser_load_from_data (parser, text ? text : "", (gssize) length, &error))
    {
      add_syntax_problem (parser, error, problems);
      g_free (watch.twice);
      return NULL;
    }
  if (watch.twice != NULL)
    {
      eup_problems_add (problems, EUP_DATA_ERROR_NOT_JSON, "$", "the key “%s” stands twice in one object", watch.twice);
      g_free (watch.twice);
      return NULL;
    }
  if (json_parser_get_root (parser) == NULL)
    {
      eup_problems_add (problems, EUP_DATA_ERROR_NOT_JSON, "line 1", "the file is empty");
      return NULL;
    }

  return json_parser_steal_root (parser);
}

/**
 * eup_json_load:
 * @path: a file name
 * @problems: (out) (transfer full): what is wrong with the contents, to which checks can add
 * @error: EUP_FILE_ERROR when the file can't be read, else EUP_DATA_ERROR with the first problem
 *
 * Returns: (transfer full) (nullable): the root node
 */
JsonNode *
eup_json_load (const char *path, EupProblems **problems, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autoptr (EupProblems) found = eup_problems_new (shown);
  g_autoptr (GBytes) bytes = eup_file_read (path, EUP_JSON_MAX_SIZE, error);
  JsonNode *node;

  if (bytes == NULL)
    return NULL;
  node = eup_json_parse (bytes, found);
  if (node == NULL)
    eup_problems_to_error (found, error);
  if (problems != NULL)
    *problems = g_steal_pointer (&found);
  return node;
}

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

char *
eup_json_path_member (const char *path, const char *name)
{
  return g_strdup_printf ("%s.%s", path, name);
}

char *
eup_json_path_element (const char *path, guint i)
{
  return g_strdup_printf ("%s[%u]", path, i);
}
