/* Words in several languages, and the {names} in them. */

#include "util/eup-text.h"

#include <stdarg.h>
#include <string.h>

typedef struct
{
  char *language;
  char *words;
} Entry;

struct _EupText
{
  gatomicrefcount references;
  guint n;
  Entry entries[];
};

/**
 * eup_text_new_from_node:
 * @node: an object from language code to words
 */
EupText *
eup_text_new_from_node (JsonNode *node)
{
  JsonObject *object = json_node_get_object (node);
  guint n = json_object_get_size (object);
  EupText *self = g_malloc0 (sizeof (EupText) + n * sizeof (Entry));
  JsonObjectIter iter;
  const char *language;
  JsonNode *words;

  g_atomic_ref_count_init (&self->references);
  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &language, &words))
    {
      self->entries[self->n].language = g_strdup (language);
      self->entries[self->n++].words = g_strdup (json_node_get_string (words));
    }
  return self;
}

EupText *
eup_text_copy (const EupText *self)
{
  EupText *shared = (EupText *) self; /* it never changes */

  g_atomic_ref_count_inc (&shared->references);
  return shared;
}

void
eup_text_free (EupText *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  for (guint i = 0; i < self->n; i++)
    {
      g_free (self->entries[i].language);
      g_free (self->entries[i].words);
    }
  g_free (self);
}

static const char *
find_words (const EupText *self, const char *language)
{
  for (guint i = 0; i < self->n; i++)
    if (g_strcmp0 (self->entries[i].language, language) == 0)
      return self->entries[i].words;
  return NULL;
}

gboolean
eup_text_has (const EupText *self, const char *language)
{
  return find_words (self, language) != NULL;
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
      const char *found = find_words (self, order[i]);

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
