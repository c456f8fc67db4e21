/* The ToUnicode table of a font: which characters a code in a page stands for. */

#include "record/eup-reading-private.h"

#include <string.h>

/* A larger table than any font of ours has, more codes, and more bytes for one of them. */
#define MOST_TABLE (4 * 1024 * 1024)
#define MOST_CODES 131072
#define LONGEST_TEXT 64

/* Longer runs of codes than any font of ours has. */
#define LONGEST_RANGE 65536

struct _EupReadingFont
{
  guint width;            /* bytes in a code: 1 or 2 */
  GHashTable *characters; /* code → UTF-8 */
  guint n_codes;          /* how often one was put */
};

/**
 * eup_reading_from_utf16:
 * @bytes: UTF-16, big end first, with or without its mark
 *
 * Returns: (transfer full): the text as UTF-8; empty where it is none
 */
char *
eup_reading_from_utf16 (const GString *bytes)
{
  gsize start = bytes->len >= 2 && memcmp (bytes->str, "\xfe\xff", 2) == 0 ? 2 : 0;
  char *text =
      g_convert (bytes->str + start, (gssize) (bytes->len - start), "UTF-8", "UTF-16BE", NULL, NULL, NULL);

  return text ? text : g_strdup ("");
}

static guint
code_of (const char *bytes, gsize length)
{
  guint code = 0;

  for (gsize i = 0; i < length; i++)
    code = code << 8 | (guint8) bytes[i];
  return code;
}

static void
put (EupReadingFont *self, guint code, const GString *utf16)
{
  if (self->n_codes >= MOST_CODES || utf16->len > LONGEST_TEXT)
    return;
  self->n_codes++;
  g_hash_table_replace (self->characters, GUINT_TO_POINTER (code), eup_reading_from_utf16 (utf16));
}

/* "<01> <0041>": one code, its characters. */
static void
read_characters (EupReadingFont *self, EupLexer *lexer)
{
  g_autoptr (GString) code = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  EupLexeme from = { EUP_LEXEME_END, code };
  EupLexeme to = { EUP_LEXEME_END, text };

  while (eup_lexer_next (lexer, &from) && from.kind == EUP_LEXEME_STRING && eup_lexer_next (lexer, &to))
    put (self, code_of (code->str, code->len), text);
}

/* "<01> <05> <0041>": the codes of a run, the characters of the first. */
static void
read_ranges (EupReadingFont *self, EupLexer *lexer)
{
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) last = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  EupLexeme from = { EUP_LEXEME_END, first };
  EupLexeme until = { EUP_LEXEME_END, last };
  EupLexeme to = { EUP_LEXEME_END, text };

  while (eup_lexer_next (lexer, &from) && from.kind == EUP_LEXEME_STRING && eup_lexer_next (lexer, &until) &&
         eup_lexer_next (lexer, &to) && to.kind == EUP_LEXEME_STRING)
    {
      guint begin = code_of (first->str, first->len);
      guint end = code_of (last->str, last->len);

      for (guint code = begin;
           code <= end && code - begin < LONGEST_RANGE && text->len > 0 && self->n_codes < MOST_CODES; code++)
        {
          put (self, code, text);
          text->str[text->len - 1]++;
        }
    }
}

static void
read_table (EupReadingFont *self, GBytes *table)
{
  g_autoptr (GString) bytes = g_string_new (NULL);
  EupLexeme lexeme = { EUP_LEXEME_END, bytes };
  EupLexer lexer;

  eup_lexer_init (&lexer, table);
  while (eup_lexer_next (&lexer, &lexeme))
    {
      if (lexeme.kind != EUP_LEXEME_WORD)
        continue;
      if (g_str_equal (bytes->str, "begincodespacerange"))
        {
          if (eup_lexer_next (&lexer, &lexeme) && (bytes->len == 1 || bytes->len == 2))
            self->width = (guint) bytes->len;
        }
      else if (g_str_equal (bytes->str, "beginbfchar"))
        read_characters (self, &lexer);
      else if (g_str_equal (bytes->str, "beginbfrange"))
        read_ranges (self, &lexer);
    }
}

/**
 * eup_reading_font_new:
 * @font: a font dictionary
 * @budget: (inout): how many bytes of tables may still be read in this document
 *
 * Returns: (transfer full): its characters; none where it has no table
 */
EupReadingFont *
eup_reading_font_new (EupQpdf q, qpdf_oh font, gsize *budget)
{
  EupReadingFont *self = g_new0 (EupReadingFont, 1);
  g_autoptr (GBytes) table =
      eup_qpdf_get_bounded (q, eup_qpdf_get (q, font, "/ToUnicode"), MIN (*budget, MOST_TABLE));

  self->width = 1;
  self->characters = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  if (table != NULL)
    {
      *budget -= g_bytes_get_size (table);
      read_table (self, table);
    }
  return self;
}

void
eup_reading_font_free (EupReadingFont *self)
{
  g_hash_table_unref (self->characters);
  g_free (self);
}

/* Appends the characters of @codes; a code without any becomes U+FFFD. */
void
eup_reading_font_append (const EupReadingFont *self, GString *text, const GString *codes)
{
  for (gsize i = 0; i + self->width <= codes->len; i += self->width)
    {
      guint code = code_of (codes->str + i, self->width);
      const char *characters = g_hash_table_lookup (self->characters, GUINT_TO_POINTER (code));

      g_string_append (text, characters ? characters : "\357\277\275");
    }
}
