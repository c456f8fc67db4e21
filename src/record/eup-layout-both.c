/* What the form says, in both languages of a record that has two; in a record of one language all of
 * these say what they would say alone. */

#include "record/eup-layout-private.h"

#include <stdarg.h>

static gboolean
has_letters (const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isalpha (g_utf8_get_char (c)))
      return TRUE;
  return FALSE;
}

/**
 * eup_layout_join:
 * @first: (transfer full) (nullable): words in the record's language
 * @second: (transfer full) (nullable): the same in its second language
 *
 * Returns: (transfer full) (nullable): both as one text, see eup_paragraph_join(); figures alone need no
 *   second language
 */
char *
eup_layout_join (const EupLayout *self, char *first, char *second)
{
  g_autofree char *one = first;
  g_autofree char *other = second;

  if (other == NULL || one == NULL || !has_letters (one))
    return g_steal_pointer (&one);
  return eup_paragraph_join (one, other, self->second->language);
}

/**
 * eup_layout_both:
 *
 * Returns: (transfer none): the record's own words of that key, in both languages
 */
const char *
eup_layout_both (const EupLayout *self, const char *key)
{
  g_autofree char *both = NULL;

  if (self->second == NULL)
    return eup_layout_word (self, key);
  both = eup_paragraph_join (eup_layout_word (self, key), eup_layout_word (self->second, key),
                             self->second->language);
  return g_intern_string (both); /* there are no more of them than keys and pairs of languages */
}

/**
 * eup_layout_fill:
 * @key: which words
 * @first_name: a name in the words, its value, more pairs, %NULL; the values are the same in each language
 *
 * Returns: (transfer full): the words with their names replaced, in both languages
 */
char *
eup_layout_fill (const EupLayout *self, const char *key, const char *first_name, ...)
{
  char *first, *second = NULL;
  va_list args;

  va_start (args, first_name);
  first = eup_words_fill_valist (key, self->language, first_name, args);
  va_end (args);
  if (self->second != NULL)
    {
      va_start (args, first_name);
      second = eup_words_fill_valist (key, self->second->language, first_name, args);
      va_end (args);
    }
  return eup_layout_join (self, first, second);
}

static char *
get (const EupLayout *self, const EupText *text)
{
  return g_strdup (eup_text_get (text, self->language));
}

/**
 * eup_layout_get:
 * @text: words in which no names stand
 *
 * Returns: (transfer full): the words in both languages
 */
char *
eup_layout_get (const EupLayout *self, const EupText *text)
{
  return EUP_BOTH (self, get, text);
}

/**
 * eup_layout_say_both:
 * @text: words of the method or the catalogue
 *
 * Returns: (transfer full): the words about this person and this technology, in both languages
 */
char *
eup_layout_say_both (const EupLayout *self, const EupText *text)
{
  return EUP_BOTH (self, eup_layout_say, text);
}

/**
 * eup_layout_add_second:
 * @self: (nullable): the layout's second; without it nothing is added
 * @paragraph: in which the first language stands already
 *
 * Adds @text to what @paragraph says in the second language.
 */
void
eup_layout_add_second (const EupLayout *self, EupParagraph *paragraph, const char *text, EupStyle style)
{
  if (self == NULL || !eup_layout_is_said (text))
    return;
  eup_paragraph_begin_second (paragraph, self->language);
  eup_paragraph_add (paragraph, text, style);
}
