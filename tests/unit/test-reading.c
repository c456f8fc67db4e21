/* Reading the text of a record: the pieces of a page, characters, and what can't be read. */

#include "record/eup-reading.h"

#include "record/eup-reading-private.h"

#include <string.h>

static char *
pieces_of (const char *bytes, gsize length)
{
  g_autoptr (GBytes) stream = g_bytes_new (bytes, length);
  g_autoptr (GString) piece = g_string_new (NULL);
  GString *all = g_string_new (NULL);
  EupLexeme lexeme = { EUP_LEXEME_END, piece };
  EupLexer lexer;

  eup_lexer_init (&lexer, stream);
  while (eup_lexer_next (&lexer, &lexeme))
    g_string_append_printf (all, "%s%c:%s", all->len > 0 ? "|" : "", "-snwm"[lexeme.kind], piece -> str);
  return g_string_free_and_steal (all);
}

static void
stream_is_cut_into_pieces (void)
{
  static const struct
  {
    const char *stream;
    const char *pieces;
  } table[] = {
    { "", "" },
    { " \n\t", "" },
    { "/F1 12 Tf", "n:F1|w:12|w:Tf" },
    { "10 0 0 -10 62.36 46.5 Tm", "w:10|w:0|w:0|w:-10|w:62.36|w:46.5|w:Tm" },
    { "[(a)-20<62>]TJ", "m:[|s:a|w:-20|s:b|m:]|w:TJ" },
    { "(a(b)c)", "s:a(b)c" },
    { "(a\\(b\\)\\\\)", "s:a(b)\\" },
    { "(\\101\\0612\\61)", "s:A121" },
    { "(\\n\\r\\t)", "s:\n\r\t" },
    { "(a\\\nb)", "s:ab" },
    { "(\\q)", "s:q" },
    { "(never ends", "s:never ends" },
    { "(ends in \\", "s:ends in " },
    { "<6 1 6 2>", "s:ab" },
    { "<616>", "s:a`" },
    { "<61", "s:a" },
    { "<<\t/A<62>>>", "m:<<|n:A|s:b|m:>>" },
    { "% note\nET", "w:ET" },
    { "ET% note", "w:ET" },
    { "/", "n:" },
    { "{}", "m:{|m:}" },
    { ")>", "m:)|m:>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *pieces = pieces_of (table[i].stream, strlen (table[i].stream));

      g_assert_cmpstr (pieces, ==, table[i].pieces);
    }
}

static void
picture_in_the_stream_is_passed_over (void)
{
  static const char stream[] = "BI /W 1 ID \x00)EI(\xff EI ET";
  g_autoptr (GBytes) bytes = g_bytes_new_static (stream, sizeof stream - 1);
  g_autoptr (GString) piece = g_string_new (NULL);
  EupLexeme lexeme = { EUP_LEXEME_END, piece };
  EupLexer lexer;

  eup_lexer_init (&lexer, bytes);
  while (!g_str_equal (piece->str, "ID"))
    g_assert_true (eup_lexer_next (&lexer, &lexeme));
  eup_lexer_skip_image (&lexer);
  g_assert_true (eup_lexer_next (&lexer, &lexeme));
  g_assert_cmpstr (piece->str, ==, "ET");

  eup_lexer_skip_image (&lexer); /* one that never ends */
  g_assert_false (eup_lexer_next (&lexer, &lexeme));
}

static void
characters_come_from_utf16 (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    const char *text;
  } table[] = {
    { "\x00\x41", 2, "A" },  { "\xfe\xff\x00\xe5", 4, "å" },
    { "\x59\x16", 2, "外" }, { "\xd8\x3c\xdf\x33", 4, "🌳" },
    { "", 0, "" },           { "\x00", 1, "" },
    { "\xd8\x3c", 2, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GString) bytes = g_string_new_len (table[i].bytes, (gssize) table[i].length);
      g_autofree char *text = eup_reading_from_utf16 (bytes);

      g_assert_cmpstr (text, ==, table[i].text);
    }
}

static void
what_is_no_document_is_unreadable (void)
{
  static const char *const table[] = { "", "a text", "%PDF-1.7\n", "%PDF-1.7\ntrailer<<>>\n%%EOF\n" };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (table[i], strlen (table[i]));
      g_autoptr (GError) error = NULL;

      g_assert_null (eup_reading_run (bytes, &error));
      g_assert_error (error, EUP_READING_ERROR, EUP_READING_ERROR_UNREADABLE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/reading/" #name, name)
  ADD (stream_is_cut_into_pieces);
  ADD (picture_in_the_stream_is_passed_over);
  ADD (characters_come_from_utf16);
  ADD (what_is_no_document_is_unreadable);
  return g_test_run ();
}
