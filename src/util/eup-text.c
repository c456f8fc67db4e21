/* Words in several languages, and the {names} in them. */

#include "util/eup-text.h"

#include <stdarg.h>
#include <string.h>

struct _EupText
{
  GHashTable *words; /* language code → words */
};

/**
 * eup_text_new_from_node:
 * @node: an object from language code to words
 */
EupText *
eup_text_new_from_node (JsonNode *node)
{
  EupText *self = g_new0 (EupText, 1);
  JsonObject *object = json_node_get_object (node);
  g_autoptr (GList) languages = json_object_get_members (object);

  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (GList *l = languages; l != NULL; l = l->next)
    g_hash_table_insert (self->words, g_strdup (l->data),
                         g_strdup (json_object_get_string_member (object, l->data)));
  return self;
}

EupText *
eup_text_copy (const EupText *self)
{
  EupText *copy = g_new0 (EupText, 1);

  copy->words = g_hash_table_ref (self->words);
  return copy;
}

void
eup_text_free (EupText *self)
{
  g_hash_table_unref (self->words);
  g_free (self);
}

gboolean
eup_text_has (const EupText *self, const char *language)
{
  return g_hash_table_contains (self->words, language);
}

/**
 * eup_text_get:
 * @self: (nullable): words; %NULL gives ""
 * @language: "sv", "en", "zh", or a locale such as "zh_CN"
 *
 * Returns: (transfer none): the words in @language; where they are missing in English, in Swedish,
 *   or in the first language there is
 */
const char *
eup_text_get (const EupText *self, const char *language)
{
  const char *order[] = { NULL, "en", "sv", "zh" };
  g_autofree char *code = language ? g_strndup (language, strcspn (language, "_-.@")) : NULL;

  if (self == NULL)
    return "";
  order[0] = code ? code : "en";
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      const char *found = g_hash_table_lookup (self->words, order[i]);

      if (found != NULL)
        return found;
    }
  return "";
}

/**
 * eup_text_begin:
 * @text: words that may stand inside a sentence, such as "night camera"
 *
 * Returns: (transfer full): the same words with a capital first, for the beginning of a row or a title
 */
char *
eup_text_begin (const char *text)
{
  GString *words = g_string_new (NULL);

  if (*text != '\0')
    {
      g_string_append_unichar (words, g_unichar_toupper (g_utf8_get_char (text)));
      g_string_append (words, g_utf8_next_char (text));
    }
  return g_string_free_and_steal (words);
}

static const char *
value_of (const char *name, gsize length, const char *const *pairs)
{
  for (guint i = 0; pairs[i] != NULL; i += 2)
    if (strlen (pairs[i]) == length && strncmp (pairs[i], name, length) == 0)
      return pairs[i + 1];
  return NULL;
}

/**
 * eup_text_fill:
 * @text: words with names in braces, such as "Does {person} want it?"
 * @first_name: a name, followed by its value, further pairs, and %NULL; a %NULL value is ""
 *
 * Returns: (transfer full): the words with each known name replaced; unknown ones stay
 */
char *
eup_text_fill (const char *text, const char *first_name, ...)
{
  const char *pairs[17] = { NULL };
  GString *filled = g_string_new (NULL);
  guint n = 0;
  va_list args;

  va_start (args, first_name);
  for (const char *name = first_name; name != NULL && n < 16; name = va_arg (args, const char *))
    {
      const char *value = va_arg (args, const char *);

      pairs[n++] = name;
      pairs[n++] = value ? value : "";
    }
  va_end (args);

  for (const char *c = text; *c != '\0';)
    {
      const char *close = *c == '{' ? strchr (c, '}') : NULL;
      const char *value = close ? value_of (c + 1, (gsize) (close - c - 1), pairs) : NULL;

      if (value != NULL)
        {
          g_string_append (filled, value);
          c = close + 1;
        }
      else
        {
          g_string_append_c (filled, *c++);
        }
    }
  return g_string_free_and_steal (filled);
}
