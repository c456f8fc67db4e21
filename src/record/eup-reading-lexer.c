/* Cuts what stands in a PDF's streams into strings, names, words and marks. It takes any bytes. */

#include "record/eup-reading-private.h"

#include <string.h>

void
eup_lexer_init (EupLexer *self, GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  self->next = data ? data : "";
  self->end = self->next + length;
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static gboolean
is_delimiter (char c)
{
  return strchr ("()<>[]{}/%", c) != NULL;
}

static void
skip_space (EupLexer *self)
{
  while (self->next < self->end && (is_space (*self->next) || *self->next == '%'))
    if (*self->next++ == '%')
      while (self->next < self->end && *self->next != '\n' && *self->next != '\r')
        self->next++;
}

static void
read_regular (EupLexer *self, GString *bytes)
{
  while (self->next < self->end && !is_space (*self->next) && !is_delimiter (*self->next))
    g_string_append_c (bytes, *self->next++);
}

/* Up to three octal digits behind a backslash. */
static char
read_octal (EupLexer *self)
{
  guint code = 0;

  for (guint i = 0; i < 3 && self->next < self->end && *self->next >= '0' && *self->next <= '7'; i++)
    code = code * 8 + (guint) (*self->next++ - '0');
  return (char) (guint8) code;
}

static void
read_escape (EupLexer *self, GString *bytes)
{
  static const char escapes[] = "n\nr\rt\tb\bf\f";
  const char *found;

  if (self->next == self->end)
    return;
  if (*self->next >= '0' && *self->next <= '7')
    {
      g_string_append_c (bytes, read_octal (self));
      return;
    }
  if (*self->next == '\n')
    {
      self->next++;
      return;
    }
  found = *self->next != '\0' ? strchr (escapes, *self->next) : NULL;
  g_string_append_c (bytes, found && (found - escapes) % 2 == 0 ? found[1] : *self->next);
  self->next++;
}

/* Behind the opening parenthesis. */
static void
read_literal (EupLexer *self, GString *bytes)
{
  guint depth = 1;

  while (self->next < self->end)
    {
      char c = *self->next++;

      if (c == '\\')
        {
          read_escape (self, bytes);
          continue;
        }
      depth += c == '(';
      depth -= c == ')';
      if (depth == 0)
        return;
      g_string_append_c (bytes, c);
    }
}

/* Behind the opening angle bracket; a missing last digit is 0. */
static void
read_hexadecimal (EupLexer *self, GString *bytes)
{
  int high = -1;

  while (self->next < self->end && *self->next != '>')
    {
      int digit = g_ascii_xdigit_value (*self->next++);

      if (digit < 0)
        continue;
      if (high >= 0)
        g_string_append_c (bytes, (char) (guint8) (high * 16 + digit));
      high = high >= 0 ? -1 : digit;
    }
  if (high >= 0)
    g_string_append_c (bytes, (char) (guint8) (high * 16));
  if (self->next < self->end)
    self->next++;
}

static EupLexemeKind
read_delimited (EupLexer *self, GString *bytes)
{
  char c = *self->next++;

  if (c == '(')
    {
      read_literal (self, bytes);
      return EUP_LEXEME_STRING;
    }
  if (c == '/')
    {
      read_regular (self, bytes);
      return EUP_LEXEME_NAME;
    }
  g_string_append_c (bytes, c);
  if ((c == '<' || c == '>') && self->next < self->end && *self->next == c)
    {
      g_string_append_c (bytes, *self->next++);
      return EUP_LEXEME_MARK;
    }
  if (c == '<')
    {
      g_string_truncate (bytes, 0);
      read_hexadecimal (self, bytes);
      return EUP_LEXEME_STRING;
    }
  return EUP_LEXEME_MARK;
}

/**
 * eup_lexer_next:
 * @lexeme: (inout): its bytes are overwritten
 *
 * Returns: %FALSE at the end
 */
gboolean
eup_lexer_next (EupLexer *self, EupLexeme *lexeme)
{
  g_string_truncate (lexeme->bytes, 0);
  lexeme->kind = EUP_LEXEME_END;
  skip_space (self);
  if (self->next >= self->end)
    return FALSE;
  if (is_delimiter (*self->next))
    {
      lexeme->kind = read_delimited (self, lexeme->bytes);
      return TRUE;
    }
  read_regular (self, lexeme->bytes);
  lexeme->kind = EUP_LEXEME_WORD;
  return TRUE;
}

/* Behind the operator ID: goes on behind the EI that ends the picture's bytes. */
void
eup_lexer_skip_image (EupLexer *self)
{
  for (; self->end - self->next >= 4; self->next++)
    if (is_space (self->next[0]) && self->next[1] == 'E' && self->next[2] == 'I' && is_space (self->next[3]))
      {
        self->next += 4;
        return;
      }
  self->next = self->end;
}
