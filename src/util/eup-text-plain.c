/* What people type or paste: without what can't be seen and does harm, and without a name that turns
 * the sentence it stands in. */

#include "util/eup-text.h"

#include <string.h>

/* Opens and closes a part whose direction is its own (Unicode, UAX 9). The mark before it is for a sentence
 * that begins with the name: Pango takes the sentence's direction from its first letter, isolated or not. */
#define LEFT_TO_RIGHT_MARK "\342\200\216"
#define FIRST_STRONG_ISOLATE "\342\201\250"
#define POP_ISOLATE "\342\201\251"

/* Escape, bell, backspace … and the old double of them at 0x80; line ends and tabs are wanted. */
static gboolean
is_control (gunichar c)
{
  return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7f && c < 0xa0);
}

/**
 * eup_text_is_plain:
 *
 * Returns: whether eup_text_make_plain() would leave @text as it is
 */
gboolean
eup_text_is_plain (const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (is_control (g_utf8_get_char (c)))
      return FALSE;
  return TRUE;
}

/**
 * eup_text_make_plain:
 * @text: UTF-8
 *
 * Returns: (transfer full): @text without control characters and with nothing else lost: every way of
 *   ending a line is a line feed
 */
char *
eup_text_make_plain (const char *text)
{
  GString *plain = g_string_sized_new (strlen (text));

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (letter == '\r' && c[1] != '\n')
        g_string_append_c (plain, '\n');
      else if (!is_control (letter))
        g_string_append_unichar (plain, letter);
    }
  return g_string_free_and_steal (plain);
}

/* Hebrew, Arabic and their neighbours, and the marks that turn what follows. */
static gboolean
turns (gunichar c)
{
  return (c >= 0x590 && c <= 0x8ff) || (c >= 0xfb1d && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfeff) ||
         (c >= 0x10800 && c <= 0x10fff) || (c >= 0x1e800 && c <= 0x1efff) || c == 0x200f ||
         (c >= 0x202a && c <= 0x202e);
}

/**
 * eup_text_isolate:
 * @name: a name or another short piece that stands inside a sentence
 *
 * Returns: (transfer full): @name; where some of it runs from right to left closed in, so that what
 *   follows in the sentence stays in its place
 */
char *
eup_text_isolate (const char *name)
{
  GString *inside = g_string_new (NULL);
  gboolean any = FALSE;

  for (const char *c = name; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      any = any || turns (letter);
      if (letter < 0x2066 || letter > 0x2069) /* the name's own could let it out */
        g_string_append_unichar (inside, letter);
    }
  if (any)
    {
      g_string_prepend (inside, LEFT_TO_RIGHT_MARK FIRST_STRONG_ISOLATE);
      g_string_append (inside, POP_ISOLATE);
    }
  return g_string_free_and_steal (inside);
}
