/* Which letters are Chinese: a Chinese face draws these and no others. Letters and figures inside
 * Chinese text belong to the Latin faces; quotation marks, dashes and dots between Chinese characters
 * belong to the Chinese one. */

#include "record/eup-script.h"

/**
 * eup_script_is_han:
 *
 * Returns: whether a Chinese face has to draw @c
 */
gboolean
eup_script_is_han (gunichar c)
{
  if (c < 0x2e80)
    return FALSE;
  if (c <= 0x9fff || (c >= 0xf900 && c <= 0xfaff) || (c >= 0xfe30 && c <= 0xfe4f) ||
      (c >= 0xff00 && c <= 0xffef))
    return TRUE;
  return (c >= 0xac00 && c <= 0xd7af) || (c >= 0x1f200 && c <= 0x1f2ff) || (c >= 0x20000 && c <= 0x3ffff);
}

/* Marks that both kinds of face have, in different shapes: these are Chinese in any Chinese text … */
static gboolean
is_mark (gunichar c)
{
  return c == 0x201c || c == 0x201d || c == 0x2014 || c == 0x2026;
}

/* … and these, single quotation marks and the middle dot, only beside a Chinese character: else they
 * are the apostrophe of a name and the form's own dot. */
static gboolean
is_shared (gunichar c)
{
  return is_mark (c) || c == 0x2018 || c == 0x2019 || c == 0xb7;
}

/**
 * eup_script_is_mostly_han:
 *
 * Returns: whether @text is Chinese text rather than text with a Chinese name in it
 */
gboolean
eup_script_is_mostly_han (const char *text)
{
  guint han = 0, letters = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (eup_script_is_han (letter))
        han++;
      else if (g_unichar_isalpha (letter))
        letters++;
    }
  return han > 0 && han * 2 >= letters;
}

/* Whether the mark at @mark stands against a Chinese character, with nothing but such marks between. */
static gboolean
touches_han (const char *start, const char *mark)
{
  const char *c;

  for (c = mark; is_shared (g_utf8_get_char (c)); c = g_utf8_next_char (c))
    ;
  if (eup_script_is_han (g_utf8_get_char (c)))
    return TRUE;
  for (c = mark; c > start && is_shared (g_utf8_get_char (c)); c = g_utf8_prev_char (c))
    ;
  return eup_script_is_han (g_utf8_get_char (c));
}

static gboolean
belongs_to_han (const char *start, const char *c, gboolean han_text)
{
  gunichar letter = g_utf8_get_char (c);

  if (eup_script_is_han (letter))
    return TRUE;
  return han_text && (is_mark (letter) || (is_shared (letter) && touches_han (start, c)));
}

/**
 * eup_script_run:
 * @text: words, not empty
 * @han_text: whether they stand in Chinese text
 * @han: (out): whether the first run is Chinese
 *
 * Returns: the length of the first run in bytes
 */
gsize
eup_script_run (const char *text, gboolean han_text, gboolean *han)
{
  const char *c = text;

  *han = belongs_to_han (text, text, han_text);
  while (*c != '\0' && belongs_to_han (text, c, han_text) == *han)
    c = g_utf8_next_char (c);
  return (gsize) (c - text);
}
