/* The record's own words, by key, in its three languages (data/words/record.json). They are compiled
 * in: a key or a language that is missing is our own mistake and ends the program. */

#include "record/eup-words.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#define RESOURCE "/io/github/euphoria_care/Euphoria/words/record.json"

/* Loaded once and never freed: key → (language → words). */
static JsonObject *
get_words (void)
{
  static JsonObject *words = NULL;

  if (g_once_init_enter_pointer (&words))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = g_resources_lookup_data (RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
      g_autoptr (JsonParser) parser = json_parser_new_immutable ();

      if (bytes == NULL || !json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL),
                                                        (gssize) g_bytes_get_size (bytes), &error))
        g_error ("The record's words can't be read: %s", error->message);
      g_once_init_leave_pointer (&words,
                                 json_object_ref (json_node_get_object (json_parser_get_root (parser))));
    }
  return words;
}

/**
 * eup_words_language:
 * @tag: (nullable): a language tag, such as "zh-CN"
 *
 * Returns: (transfer none): the one of the three languages that comes closest; English for all others
 */
const char *
eup_words_language (const char *tag)
{
  if (tag && g_str_has_prefix (tag, "sv"))
    return "sv";
  return tag && g_str_has_prefix (tag, "zh") ? "zh" : "en";
}

/**
 * eup_words:
 * @key: which words
 * @language: "sv", "en" or "zh"
 *
 * Returns: (transfer none): the words, as written in data/words/record.json
 */
const char *
eup_words (const char *key, const char *language)
{
  JsonObject *words = get_words ();
  JsonObject *text;

  if (!json_object_has_member (words, key))
    g_error ("The record has no words called “%s”", key);
  text = json_object_get_object_member (words, key);
  if (!json_object_has_member (text, language))
    g_error ("The record's words “%s” are missing in “%s”", key, language);
  return json_object_get_string_member (text, language);
}

static char *
replace (const char *text, const char *name, const char *value)
{
  g_autofree char *braced = g_strdup_printf ("{%s}", name);
  g_auto (GStrv) parts = g_strsplit (text, braced, -1);

  return g_strjoinv (value ? value : "", parts);
}

/**
 * eup_words_fill:
 * @key: which words
 * @language: "sv", "en" or "zh"
 * @first_name: a name that stands in braces in the words, followed by its value, more pairs, and %NULL
 *
 * Returns: (transfer full): the words with their names replaced
 */
char *
eup_words_fill (const char *key, const char *language, const char *first_name, ...)
{
  char *filled;
  va_list args;

  va_start (args, first_name);
  filled = eup_words_fill_valist (key, language, first_name, args);
  va_end (args);
  return filled;
}

/**
 * eup_words_fill_valist:
 * @args: the value of @first_name, more pairs, and %NULL
 *
 * Returns: (transfer full): as eup_words_fill()
 */
char *
eup_words_fill_valist (const char *key, const char *language, const char *first_name, va_list args)
{
  char *filled = g_strdup (eup_words (key, language));

  for (const char *name = first_name; name != NULL; name = va_arg (args, const char *))
    {
      g_autofree char *before = g_steal_pointer (&filled);

      filled = replace (before, name, va_arg (args, const char *));
    }
  return filled;
}

/**
 * eup_words_has:
 *
 * Returns: whether there are words called @key, for keys that are made from what people typed
 */
gboolean
eup_words_has (const char *key)
{
  return json_object_has_member (get_words (), key);
}

/**
 * eup_words_keys:
 *
 * Returns: (transfer container) (element-type utf8): every key
 */
GPtrArray *
eup_words_keys (void)
{
  GPtrArray *keys = g_ptr_array_new ();
  g_autoptr (GList) members = json_object_get_members (get_words ());

  for (GList *l = members; l != NULL; l = l->next)
    g_ptr_array_add (keys, l->data);
  return keys;
}
