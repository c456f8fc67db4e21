/* JSON from people's files: parsed with places, refused when it says the same key twice. */

#include "util/eup-json.h"

#include <string.h>

#include "util/eup-file.h"

/* Deeper than this nothing of ours is; json-glib would stop at 1024 with a message of no use. */
#define MAX_DEPTH 100

typedef struct
{
  GHashTable *seen;   /* "object name" pairs */
  JsonObject *object; /* where the first key stands that stands twice, or NULL */
  char *name;         /* that key */
} KeyWatch;

static void
object_member_cb (JsonParser *parser, JsonObject *object, const char *name, gpointer user_data)
{
  KeyWatch *watch = user_data;
  char *key = g_strdup_printf ("%p %s", (void *) object, name);

  if (g_hash_table_add (watch->seen, key) || watch->object != NULL)
    return;
  watch->object = object;
  watch->name = g_strdup (name);
}

static gboolean
check_is_text (const char *text, gsize length, EupProblems *problems)
{
  const char *end;
  g_autofree char *place = NULL;
  guint line = 1;

  if (g_utf8_validate_len (text, length, &end))
    return TRUE;

  for (const char *c = text; c < end; c++)
    line += *c == '\n';
  place = g_strdup_printf ("line %u", line);
  eup_problems_add (problems, EUP_DATA_ERROR_NOT_TEXT, place,
                    "byte %" G_GSIZE_FORMAT " is not UTF-8 text; save the file as UTF-8",
                    (gsize) (end - text));
  return FALSE;
}

static gboolean
is_zero_escape (const char *text, const char *end)
{
  return end - text >= 6 && memcmp (text, "\\u0000", 6) == 0;
}

/* What json-glib takes without a word and we do not: a zero character, which would end a text in
 * its middle, and nesting that no file of ours has. Counts the keys (each has its colon). */
static gboolean
check_is_plain (const char *text, gsize length, guint *n_keys, EupProblems *problems)
{
  const char *end = text + length;
  gboolean in_string = FALSE;
  guint depth = 0;
  guint line = 1;
  const char *wrong = NULL;

  *n_keys = 0;
  for (gsize i = 0; i < length && wrong == NULL; i++)
    {
      line += text[i] == '\n';
      if (text[i] == '"')
        in_string = !in_string;
      else if (in_string && text[i] == '\\')
        wrong = is_zero_escape (text + i++, end) ? "the character \\u0000 can't stand in a text" : NULL;
      else if (!in_string && (text[i] == '[' || text[i] == '{'))
        wrong = ++depth > MAX_DEPTH ? "lists and objects are nested more than 100 deep" : NULL;
      else if (!in_string && text[i] == ':')
        ++*n_keys;
      else if (!in_string && (text[i] == ']' || text[i] == '}') && depth > 0)
        depth--;
    }
  if (wrong != NULL)
    {
      g_autofree char *place = g_strdup_printf ("line %u", line);

      eup_problems_add (problems, EUP_DATA_ERROR_NOT_JSON, place, "%s", wrong);
    }
  return wrong == NULL;
}

/* What is wrong in words; what json-glib says it expected instead is seldom true and left out. */
static char *
syntax_reason (const GError *error)
{
  const char *reason = strstr (error->message, "Parse error: ");
  const char *end;

  if (g_error_matches (error, JSON_PARSER_ERROR, JSON_PARSER_ERROR_TRAILING_COMMA))
    return g_strdup ("a comma stands before the end of a list or an object");
  if (g_error_matches (error, JSON_PARSER_ERROR, JSON_PARSER_ERROR_MISSING_COMMA))
    return g_strdup ("a comma or the end of a list or an object is missing");
  if (g_error_matches (error, JSON_PARSER_ERROR, JSON_PARSER_ERROR_MISSING_COLON))
    return g_strdup ("a colon is missing between a key and its value");

  if (g_error_matches (error, JSON_PARSER_ERROR, JSON_PARSER_ERROR_INVALID_DATA) &&
      strstr (error->message, "empty"))
    return g_strdup ("the file is empty");

  reason = reason ? reason + strlen ("Parse error: ") : error->message;
  if (g_str_has_prefix (reason, "scanner: "))
    reason += strlen ("scanner: ");
  end = strstr (reason, ", expected");
  return g_strndup (reason, end ? (gsize) (end - reason) : strlen (reason));
}

/* json-glib's message begins with "<data>:LINE:BYTE: ". */
static void
add_syntax_problem (const GError *error, EupProblems *problems)
{
  const char *number = strchr (error->message, ':');
  guint64 line =
      g_str_has_prefix (error->message, "<") && number ? g_ascii_strtoull (number + 1, NULL, 10) : 1;
  g_autofree char *place = g_strdup_printf ("line %" G_GUINT64_FORMAT, MAX (line, 1));
  g_autofree char *reason = syntax_reason (error);

  eup_problems_add (problems, EUP_DATA_ERROR_NOT_JSON, place, "this is not JSON: %s", reason);
}

/* Returns: (transfer full) (nullable): the path of @object below @node, which stands at @path */
static char *
path_of (JsonNode *node, const char *path, const JsonObject *object)
{
  char *found = NULL;

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array) && found == NULL; i++)
        {
          g_autofree char *place = eup_json_path_element (path, i);

          found = path_of (json_array_get_element (array, i), place, object);
        }
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      const char *name;
      JsonNode *member;

      if (json_node_get_object (node) == object)
        return g_strdup (path);
      json_object_iter_init_ordered (&iter, json_node_get_object (node));
      while (found == NULL && json_object_iter_next_ordered (&iter, &name, &member))
        {
          g_autofree char *place = eup_json_path_member (path, name);

          found = path_of (member, place, object);
        }
    }
  return found;
}

static guint
count_keys (JsonNode *node)
{
  guint n = 0;

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        n += count_keys (json_array_get_element (array, i));
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      JsonNode *member;

      n = json_object_get_size (json_node_get_object (node));
      json_object_iter_init (&iter, json_node_get_object (node));
      while (json_object_iter_next (&iter, NULL, &member))
        n += count_keys (member);
    }
  return n;
}

/* Reads the text once more, watching for the key that stands twice, and complains about it. */
static void
add_repeated_key (const char *text, gsize length, EupProblems *problems)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  KeyWatch watch = { seen, NULL, NULL };

  json_parser_set_strict (parser, TRUE);
  g_signal_connect (parser, "object-member", G_CALLBACK (object_member_cb), &watch);
  if (json_parser_load_from_data (parser, text, (gssize) length, NULL) && watch.object != NULL)
    {
      g_autofree char *object = path_of (json_parser_get_root (parser), "$", watch.object);
      g_autofree char *place = eup_json_path_member (object ? object : "$", watch.name);

      eup_problems_add (problems, EUP_DATA_ERROR_NOT_JSON, place, "this key stands twice in one object");
    }
  else
    {
      g_assert_not_reached (); /* there are fewer members than keys */
    }
  g_free (watch.name);
}

/**
 * eup_json_parse:
 * @bytes: a file's contents
 * @problems: takes what is wrong: EUP_DATA_ERROR_NOT_TEXT or EUP_DATA_ERROR_NOT_JSON
 *
 * Returns: (transfer full) (nullable): the root node; %NULL when there is a problem
 */
JsonNode *
eup_json_parse (GBytes *bytes, EupProblems *problems)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  guint n_keys;

  if (text == NULL)
    text = "";
  if (!check_is_text (text, length, problems) || !check_is_plain (text, length, &n_keys, problems))
    return NULL;

  json_parser_set_strict (parser, TRUE);
  if (!json_parser_load_from_data (parser, text, (gssize) length, &error))
    add_syntax_problem (error, problems);
  else
    root = json_parser_steal_root (parser);

  if (root != NULL && count_keys (root) < n_keys)
    {
      add_repeated_key (text, length, problems);
      return NULL;
    }
  return g_steal_pointer (&root);
}

/**
 * eup_json_load:
 * @path: a file name
 * @problems: (out) (optional) (nullable) (transfer full): what is wrong with the contents, to which
 *   checks can add; %NULL when the file can't be read at all
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

  if (problems != NULL)
    *problems = NULL;
  if (bytes == NULL)
    return NULL;
  node = eup_json_parse (bytes, found);
  if (node == NULL)
    eup_problems_to_error (found, error);
  if (problems != NULL)
    *problems = g_steal_pointer (&found);
  return node;
}
