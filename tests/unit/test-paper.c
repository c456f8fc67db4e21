/* Lines, runs, blocks and pages: the drawing that carries the record. */

#include <glib/gstdio.h>
#include <string.h>

#include "eup-config.h"
#include "record/eup-paper.h"
#include "record/eup-script.h"

static const EupFurniture furniture = {
  .language = "sv",
  .authority = "Sjöviks kommun",
  .title = "Etisk bedömning av välfärdsteknik",
  .document = "Handling 1",
  .subject = "Anna · GPS-larm",
  .created = "2026-11-26T15:31:00+01:00",
};

static EupTypeface *
make_typeface (void)
{
  g_autoptr (GError) error = NULL;
  EupTypeface *typeface = eup_typeface_new (&error);

  g_assert_no_error (error);
  return typeface;
}

static void
assert_runs (const char *text, const char *expected)
{
  gboolean mostly = eup_script_is_mostly_han (text);
  GString *found = g_string_new (NULL);

  for (const char *c = text; *c != '\0';)
    {
      gboolean han;
      gsize length = eup_script_run (c, mostly, &han);

      g_string_append_printf (found, "%s%.*s", han ? "汉" : "L", (int) length, c);
      c += length;
      if (*c != '\0')
        g_string_append_c (found, '|');
    }
  g_assert_cmpstr (found->str, ==, expected);
  g_string_free (found, TRUE);
}

static void
letters_inside_chinese_text_belong_to_the_latin_faces (void)
{
  assert_runs ("她用KL的按钮", "汉她用|LKL|汉的按钮");
  assert_runs ("2026年11月", "L2026|汉年|L11|汉月");
}

static void
quotation_marks_follow_the_text_they_stand_in (void)
{
  assert_runs ("她说：“不要”。", "汉她说：“不要”。");
  assert_runs ("Hon heter 王军 ”i dag”", "LHon heter |汉王军|L ”i dag”");
  assert_runs ("O’Brien来了", "LO’Brien|汉来了");
  assert_runs ("会议 · Lena", "汉会议|L · Lena");
}

static void
a_lonely_last_word_gets_company (void)
{
  g_autoptr (EupTypeface) typeface = make_typeface ();
  g_autoptr (EupParagraph) loose = NULL;
  const char *text = "Hon har slutat gå ut ensam sedan oktober och står ofta länge i hallen med kappan på nu";

  for (double width = 120; width < 400; width += 3)
    {
      g_autoptr (EupParagraph) paragraph =
          eup_paragraph_new_text (typeface, "sv", text, EUP_STYLE_WORDS, width);

      g_assert_cmpuint (eup_paragraph_get_n_lines (paragraph), >=, 1);
      g_assert_cmpfloat (eup_paragraph_get_width (paragraph), <=, width + 0.01);
    }
  loose = eup_paragraph_new_text (typeface, "sv", text, EUP_STYLE_WORDS, 1000);
  g_assert_cmpuint (eup_paragraph_get_n_lines (loose), ==, 1);
}

static void
words_over_the_limit_are_cut_and_say_so (void)
{
  g_autoptr (EupTypeface) typeface = make_typeface ();
  g_autoptr (EupParagraph) paragraph = eup_paragraph_new (typeface, "sv");

  eup_paragraph_add (paragraph, "Ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton",
                     EUP_STYLE_ROW);
  eup_paragraph_set (paragraph, 100, 2);
  g_assert_cmpuint (eup_paragraph_get_n_lines (paragraph), ==, 2);
  g_assert_true (eup_paragraph_is_cut (paragraph));
}

/* Pango once read on where words had been that were cut off: far enough for a crash. */
static void
a_very_long_text_is_cut_without_a_trace (void)
{
  g_autoptr (EupTypeface) typeface = make_typeface ();
  g_autoptr (EupParagraph) paragraph = eup_paragraph_new (typeface, "sv");
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, "i kväll och varje kväll i veckan, ");
  g_string_append (text, "45 minuter");
  eup_paragraph_add (paragraph, text->str, EUP_STYLE_ROW);
  eup_paragraph_set (paragraph, 200, 2);
  g_assert_cmpuint (eup_paragraph_get_n_lines (paragraph), ==, 2);
  g_assert_true (eup_paragraph_is_cut (paragraph));
  g_string_free (text, TRUE);
}

/* Everything that decides how lines become tells paragraphs apart. */
static void
the_same_words_are_broken_once (void)
{
  static const struct
  {
    const char *language, *words, *more;
    EupStyle style;
    double width;
    guint max_lines;
    gboolean second;
  } texts[] = {
    { "sv", "Jag vill gå ", "till sjön varje dag, även när det regnar", EUP_STYLE_TEXT_STRONG, 60, 2, FALSE },
    { "en", "Jag vill gå ", "till sjön varje dag, även när det regnar", EUP_STYLE_TEXT_STRONG, 60, 2, FALSE },
    { "sv", "Jag vill gå till ", "sjön varje dag, även när det regnar", EUP_STYLE_TEXT_STRONG, 60, 2, FALSE },
    { "sv", "Jag vill gå ", "till sjön varje dag, även när det regnar", EUP_STYLE_TEXT_GREY, 60, 2, FALSE },
    { "sv", "Jag vill gå ", "till sjön varje dag, även när det regnar", EUP_STYLE_TEXT_STRONG, 61, 2, FALSE },
    { "sv", "Jag vill gå ", "till sjön varje dag, även när det regnar", EUP_STYLE_TEXT_STRONG, 60, 0, FALSE },
    { "sv", "Jag vill gå ", "till sjön varje dag, även när det regnar", EUP_STYLE_TEXT_STRONG, 60, 2, TRUE },
  };
  g_autoptr (EupTypeface) typeface = make_typeface ();
  GHashTable *known = eup_typeface_get_paragraphs (typeface);

  for (guint i = 0; i < 2 * G_N_ELEMENTS (texts); i++)
    {
      guint t = i % G_N_ELEMENTS (texts);
      g_autoptr (EupParagraph) paragraph = eup_paragraph_new (typeface, texts[t].language);

      eup_paragraph_add (paragraph, texts[t].words, EUP_STYLE_TEXT);
      if (texts[t].second)
        eup_paragraph_begin_second (paragraph, "en");
      eup_paragraph_add (paragraph, texts[t].more, texts[t].style);
      eup_paragraph_set (paragraph, texts[t].width, texts[t].max_lines);
      g_assert_cmpuint (g_hash_table_size (known), ==, MIN (i + 1, G_N_ELEMENTS (texts)));
      g_assert_cmpint (eup_paragraph_is_cut (paragraph), ==, texts[t].max_lines > 0);
      g_assert_cmpuint (eup_paragraph_get_n_lines (paragraph), >=, 2);
      g_assert_cmpint (eup_paragraph_has_second (paragraph), ==, texts[t].second);
    }
}

static void
every_face_draws_every_letter_of_our_languages (void)
{
  g_autoptr (EupTypeface) typeface = make_typeface ();

  for (guint style = 0; style < EUP_N_STYLES; style++)
    {
      g_autoptr (EupParagraph) paragraph =
          eup_paragraph_new_text (typeface, "sv",
                                  "Åäö Éß Łž Ωθ Жя – ”citat” ½ € 妈妈走了一辈子的路，每天都要去湖边。",
                                  (EupStyle) style, 300);

      g_assert_cmpuint (eup_paragraph_get_missing (paragraph), ==, 0);
    }
}

static void
words_of_many_peoples_and_signs_have_a_face (void)
{
  g_autoptr (EupTypeface) typeface = make_typeface ();

  for (guint style = 0; style < EUP_N_STYLES; style++)
    {
      g_autoptr (EupParagraph) paragraph =
          eup_paragraph_new_text (typeface, "sv",
                                  "سلام عليكم שלום ܫܠܡܐ ሰላም Բարև გამარჯობა नमस्ते সালাম வணக்கம் สวัสดี བཀྲ་ཤིས 안녕 "
                                  "សួស្តី 😀👩‍🦽❤️🥰👍🏽🇸🇪 ☎ "
                                  "e\314\201 "
                                  "Z\314\267\315\221",
                                  (EupStyle) style, 300);

      g_assert_cmpuint (eup_paragraph_get_missing (paragraph), ==, 0);
    }
}

/* Where ink is in a drawn paragraph: the first and the last column of @width. */
static void
find_ink (EupTypeface *typeface, const char *text, EupStyle style, int width, int *first, int *last)
{
  g_autoptr (EupParagraph) paragraph = eup_paragraph_new_text (typeface, "ar", text, style, width);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, width, 200);
  cairo_t *cr = cairo_create (surface);
  const guchar *pixels;

  eup_paragraph_draw (paragraph, cr, 0, 20, 0, eup_paragraph_get_n_lines (paragraph));
  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  *first = width;
  *last = -1;
  for (int y = 0; y < 200; y++)
    for (int x = 0; x < width; x++)
      if (pixels[y * cairo_image_surface_get_stride (surface) + x] > 0)
        {
          *first = MIN (*first, x);
          *last = MAX (*last, x);
        }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
words_that_are_read_from_the_right_end_there (void)
{
  g_autoptr (EupTypeface) typeface = make_typeface ();
  int first, last;

  find_ink (typeface, "أريد أن أمشي", EUP_STYLE_WORDS, 300, &first, &last);
  g_assert_cmpint (last, >, 290);
  g_assert_cmpint (first, >, 150);
  find_ink (typeface, "Jag vill gå, ليلى", EUP_STYLE_WORDS, 300, &first, &last);
  g_assert_cmpint (first, <, 5);
  g_assert_cmpint (last, <, 150);
  find_ink (typeface, "ليلى", EUP_STYLE_TEXT_STRONG, 300, &first, &last); /* a name in a list */
  g_assert_cmpint (first, <, 5);
}

static EupBlock *
make_block (EupTypeface *typeface, const char *text)
{
  EupBlock *block = eup_block_new ();

  eup_block_add_rule (block, EUP_COLUMN_1, 0, EUP_FULL_WIDTH, 1, EUP_COLOUR_TEXT);
  eup_block_add_symbol (block, EUP_VOICE_RESIDENT, EUP_COLUMN_2, 20, EUP_STYLE_ROW);
  eup_block_add_bar (block, EUP_VOICE_STAFF, EUP_BAR_X, 10, 90);
  eup_block_add_text (block, "P",
                      eup_paragraph_new_text (typeface, "sv", text, EUP_STYLE_WORDS, EUP_TEXT_WIDTH),
                      EUP_COLUMN_2, 20);
  eup_block_set_height (block, 100);
  return block;
}

static EupPages *
make_pages (EupTypeface *typeface, const char *text, guint n_blocks, GError **error)
{
  g_autoptr (EupPaper) paper = eup_paper_new (typeface, &furniture, 1, NULL);

  eup_paper_begin (paper, "Sect");
  for (guint i = 0; i < n_blocks; i++)
    eup_paper_place (paper, make_block (typeface, text));
  eup_paper_end (paper);
  return eup_paper_finish (paper, error);
}

static void
a_block_that_does_not_fit_turns_the_page (void)
{
  g_autoptr (EupTypeface) typeface = make_typeface ();
  g_autoptr (EupPaper) paper = eup_paper_new (typeface, &furniture, 1, NULL);

  for (guint i = 0; i < 6; i++)
    eup_paper_place (paper, make_block (typeface, "Rad"));
  g_assert_cmpuint (eup_paper_get_page (paper), ==, 1);
  eup_paper_place (paper, make_block (typeface, "Rad"));
  g_assert_cmpuint (eup_paper_get_page (paper), ==, 2);
}

static void
the_same_words_give_the_same_bytes (void)
{
  g_autoptr (EupTypeface) typeface = make_typeface ();
  g_autoptr (EupTypeface) other = make_typeface ();
  g_autoptr (GError) error = NULL;
  g_autoptr (EupPages) first = make_pages (typeface, "Jag vill gå till sjön 妈妈", 12, &error);
  g_autoptr (EupPages) second = make_pages (other, "Jag vill gå till sjön 妈妈", 12, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (first->pdf, second->pdf));
  g_assert_cmpuint (first->tags->len, ==, 14);
  g_assert_cmpstr (((EupTag *) first->tags->pdata[0])->name, ==, "Document");
}

static void
the_first_pass_draws_nothing_and_finds_the_same_places (void)
{
  g_autoptr (EupTypeface) typeface = make_typeface ();
  g_autoptr (GError) error = NULL;
  guint n_pages = 0;

  for (guint pass = 1; pass <= 2; pass++)
    {
      g_autoptr (EupPaper) paper = eup_paper_new (typeface, &furniture, n_pages, NULL);
      g_autoptr (EupPages) pages = NULL;

      for (guint i = 0; i < 12; i++)
        eup_paper_place (paper, make_block (typeface, "Jag vill gå till sjön"));
      pages = eup_paper_finish (paper, &error);
      g_assert_no_error (error);
      n_pages = eup_paper_get_page (paper);
      g_assert_cmpuint (n_pages, ==, 2);
      g_assert_cmpuint (pages->tags->len, ==, 13);
      g_assert_cmpint (g_bytes_get_size (pages->pdf) > 0, ==, pass == 2);
    }
}

static void
a_character_that_no_font_can_draw_is_named (void)
{
  g_autoptr (EupTypeface) typeface = make_typeface ();
  g_autoptr (GError) error = NULL;
  g_autoptr (EupPages) pages = make_pages (typeface, "Jag ville \356\200\200 gå", 1, &error);

  g_assert_null (pages);
  g_assert_error (error, EUP_LAYOUT_ERROR, EUP_LAYOUT_ERROR_GLYPH);
  g_assert_nonnull (strstr (error->message, "U+E000"));
}

static void
pages_that_cairo_refuses_are_an_error (void)
{
  g_autoptr (EupTypeface) typeface = make_typeface ();
  g_autoptr (EupPaper) paper = eup_paper_new (typeface, &furniture, 1, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (EupPages) pages = NULL;

  eup_paper_begin (paper, "Nonsense"); /* no structure type */
  eup_paper_place (paper, make_block (typeface, "Rad"));
  eup_paper_end (paper);
  pages = eup_paper_finish (paper, &error);
  g_assert_null (pages);
  g_assert_error (error, EUP_LAYOUT_ERROR, EUP_LAYOUT_ERROR_PDF);
}

static void
a_missing_font_is_named (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EupTypeface) typeface = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }
  g_setenv ("EUPHORIA_FONTS", "/nonexistent", TRUE);
  typeface = eup_typeface_new (&error);
  g_assert_null (typeface);
  g_assert_error (error, EUP_LAYOUT_ERROR, EUP_LAYOUT_ERROR_FONT);
  g_assert_nonnull (strstr (error->message, "/nonexistent/SourceSans3-Regular.otf"));
}

static void
remove_folder (const char *folder, const char *const *files, guint n_files)
{
  for (guint i = 0; i < n_files; i++)
    {
      g_autofree char *name = g_path_get_basename (files[i]);
      g_autofree char *link = g_build_filename (folder, name, NULL);

      g_remove (link);
    }
  g_rmdir (folder);
}

/* Only the four Latin faces, as in a sandbox without fonts of the host. */
static char *
make_folder_of_latin_fonts (const char *const *files, guint n_files)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("euphoria-fonts-XXXXXX", &error);

  g_assert_no_error (error);
  for (guint i = 0; i < n_files; i++)
    {
      g_autofree char *name = g_path_get_basename (files[i]);
      g_autofree char *link = g_build_filename (folder, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (link);

      g_file_make_symbolic_link (file, files[i], NULL, &error);
      g_assert_no_error (error);
    }
  return folder;
}

static void
without_chinese_fonts_swedish_is_printed_and_chinese_says_what_to_install (void)
{
  static const char *const files[] = { EUP_FONTS_SANS "/SourceSans3-Regular.otf",
                                       EUP_FONTS_SANS "/SourceSans3-Semibold.otf",
                                       EUP_FONTS_SANS "/SourceSans3-It.otf",
                                       EUP_FONTS_SERIF "/GentiumBookPlus-Regular.ttf" };
  g_autoptr (GError) error = NULL;
  g_autoptr (EupTypeface) typeface = NULL;
  g_autoptr (EupPages) swedish = NULL, chinese = NULL;
  g_autofree char *folder = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }
  folder = make_folder_of_latin_fonts (files, G_N_ELEMENTS (files));
  g_setenv ("EUPHORIA_FONTS", folder, TRUE);
  typeface = make_typeface ();
  swedish = make_pages (typeface, "Jag vill gå till sjön", 1, &error);
  g_assert_no_error (error);
  g_assert_nonnull (swedish);
  chinese = make_pages (typeface, "我想去湖边", 1, &error);
  remove_folder (folder, files, G_N_ELEMENTS (files));
  g_assert_null (chinese);
  g_assert_error (error, EUP_LAYOUT_ERROR, EUP_LAYOUT_ERROR_GLYPH);
  g_assert_nonnull (strstr (error->message, "install what is not on this machine: Noto Sans CJK SC, "));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/letters_inside_chinese_text_belong_to_the_latin_faces",
                   letters_inside_chinese_text_belong_to_the_latin_faces);
  g_test_add_func ("/paper/quotation_marks_follow_the_text_they_stand_in",
                   quotation_marks_follow_the_text_they_stand_in);
  g_test_add_func ("/paper/a_lonely_last_word_gets_company", a_lonely_last_word_gets_company);
  g_test_add_func ("/paper/words_over_the_limit_are_cut_and_say_so", words_over_the_limit_are_cut_and_say_so);
  g_test_add_func ("/paper/a_very_long_text_is_cut_without_a_trace", a_very_long_text_is_cut_without_a_trace);
  g_test_add_func ("/paper/the_same_words_are_broken_once", the_same_words_are_broken_once);
  g_test_add_func ("/paper/every_face_draws_every_letter_of_our_languages",
                   every_face_draws_every_letter_of_our_languages);
  g_test_add_func ("/paper/words_of_many_peoples_and_signs_have_a_face",
                   words_of_many_peoples_and_signs_have_a_face);
  g_test_add_func ("/paper/words_that_are_read_from_the_right_end_there",
                   words_that_are_read_from_the_right_end_there);
  g_test_add_func ("/paper/a_block_that_does_not_fit_turns_the_page",
                   a_block_that_does_not_fit_turns_the_page);
  g_test_add_func ("/paper/the_same_words_give_the_same_bytes", the_same_words_give_the_same_bytes);
  g_test_add_func ("/paper/the_first_pass_draws_nothing_and_finds_the_same_places",
                   the_first_pass_draws_nothing_and_finds_the_same_places);
  g_test_add_func ("/paper/a_character_that_no_font_can_draw_is_named",
                   a_character_that_no_font_can_draw_is_named);
  g_test_add_func ("/paper/pages_that_cairo_refuses_are_an_error", pages_that_cairo_refuses_are_an_error);
  g_test_add_func ("/paper/a_missing_font_is_named", a_missing_font_is_named);
  g_test_add_func ("/paper/without_chinese_fonts_swedish_is_printed_and_chinese_says_what_to_install",
                   without_chinese_fonts_swedish_is_printed_and_chinese_says_what_to_install);
  return g_test_run ();
}
