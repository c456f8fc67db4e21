/* What the rows of page 1 are made of: a label in column 1, pairs and lines beside it. */

#include "record/eup-layout-summary-private.h"

#define ROW_AFTER 13.5
#define ROW_AFTER_TWO 10.5
#define GAP 3.5
#define OWNER_WIDTH EUP_COLUMN_WIDTH

/**
 * eup_summary_limited:
 * @lines: how many lines there may be; 0 for as many as needed
 *
 * Returns: (transfer full): @text in lines of @width, shortened at a word where it is longer, unless it is
 *   in two languages: then it is the form's own and short
 */
EupParagraph *
eup_summary_limited (EupSummary *page, const char *text, EupStyle style, double width, guint lines)
{
  EupParagraph *paragraph = eup_paragraph_new (page->layout->typeface, page->layout->language);

  eup_paragraph_add (paragraph, text ? text : "", style);
  eup_paragraph_set (paragraph, width, eup_paragraph_has_second (paragraph) ? 0 : lines);
  return paragraph;
}

void
eup_summary_begin_row (EupSummary *page, const char *label)
{
  EupParagraph *name = eup_layout_text (page->layout, eup_layout_both (page->labels, label),
                                        EUP_STYLE_TEXT_STRONG, EUP_COLUMN_WIDTH);

  page->row = eup_block_new ();
  page->last = EUP_SUMMARY_FIRST - 14.5;
  page->least = EUP_SUMMARY_FIRST + eup_layout_second_depth (name);
  page->cut = FALSE;
  eup_block_add_rule (page->row, EUP_COLUMN_1, 0, EUP_FULL_WIDTH, 0.4, EUP_COLOUR_ROW);
  eup_block_begin (page->row, "Sect");
  eup_block_add_text (page->row, "H2", name, EUP_COLUMN_1, EUP_SUMMARY_FIRST);
}

void
eup_summary_end_row (EupSummary *page)
{
  eup_block_end (page->row);
  eup_block_set_height (page->row,
                        MAX (page->last, page->least) + (page->labels->second ? ROW_AFTER_TWO : ROW_AFTER));
  g_ptr_array_add (page->rows, g_steal_pointer (&page->row));
}

/* Adds a line or more under what stands in the row, at @x. */
void
eup_summary_add_text (EupSummary *page, EupParagraph *paragraph, double x)
{
  double gap = page->last > EUP_SUMMARY_FIRST - 1 ? GAP : 0;
  double leading = eup_paragraph_get_leading (paragraph);
  double deep = eup_layout_second_depth (paragraph);
  guint n = eup_paragraph_get_n_lines (paragraph);

  eup_block_add_text (page->row, "P", paragraph, x, page->last + gap + 14.5);
  page->last += gap + 14.5 + (deep > 0 ? deep : (n - 1) * leading);
}

/* Adds the second language of what stands above, which may be shortened too, as an element of its own. */
void
eup_summary_add_second (EupSummary *page, const char *text, guint lines)
{
  const EupLayout *second = page->layout->second;
  EupParagraph *paragraph = eup_paragraph_new (second->typeface, second->language);
  guint n;

  eup_paragraph_add (paragraph, text, EUP_STYLE_SECOND_TEXT);
  eup_paragraph_set (paragraph, EUP_TEXT_WIDTH, lines);
  n = eup_paragraph_get_n_lines (paragraph);
  page->cut = page->cut || eup_paragraph_is_cut (paragraph);
  eup_block_begin (page->row, "P")->lang =
      g_strdup (eup_layout_tag_language (page->layout, second->language));
  eup_block_add_lines (page->row, paragraph, EUP_COLUMN_2, page->last + 13.5, 0, n);
  eup_block_end (page->row);
  page->last += 13.5 + (n - 1) * eup_paragraph_get_leading (paragraph);
  eup_paragraph_unref (paragraph);
}

/* Says where words that are shortened here stand whole. */
void
eup_summary_add_pointer (EupSummary *page, const char *anchor, double x)
{
  g_autofree char *where = eup_layout_page (page->layout, anchor);
  g_autofree char *text = eup_words_fill ("whole-text", page->layout->language, "page", where, NULL);

  if (page->cut)
    eup_summary_add_text (page, eup_summary_limited (page, text, EUP_STYLE_ROW_GREY, EUP_TEXT_WIDTH, 1), x);
}

/* A name in Semibold and, where it ends, its text; returns where the text's lines begin. */
void
eup_summary_add_pair (EupSummary *page,
                      const char *name,
                      double name_width,
                      const char *text,
                      EupStyle style,
                      guint lines,
                      const char *right,
                      double right_width)
{
  double first = page->last + (page->last > EUP_SUMMARY_FIRST - 1 ? GAP : 0) + 14.5;
  double x = EUP_COLUMN_2 + name_width;
  double width = EUP_RIGHT - x - (right_width > 0 ? right_width + 16 : 0);
  EupParagraph *paragraph = eup_summary_limited (page, text, style, width, lines);
  guint n = eup_paragraph_get_n_lines (paragraph);
  double deep = eup_layout_second_depth (paragraph), beside = 0;

  page->cut = page->cut || eup_paragraph_is_cut (paragraph);
  eup_block_begin (page->row, "P");
  if (name_width > 0)
    {
      g_autoptr (EupParagraph) strong = eup_summary_limited (page, name, EUP_STYLE_ROW_STRONG, name_width, 1);

      beside = eup_layout_second_depth (strong);
      eup_block_add_lines (page->row, strong, EUP_COLUMN_2, first, 0, eup_paragraph_get_n_lines (strong));
    }
  eup_block_add_lines (page->row, paragraph, x, first, 0, n);
  if (eup_layout_is_said (right))
    {
      g_autoptr (EupParagraph) owner = eup_summary_limited (page, right, EUP_STYLE_ROW_GREY, right_width, 1);

      eup_block_add_lines (page->row, owner, EUP_RIGHT - eup_paragraph_get_width (owner), first, 0, 1);
    }
  eup_block_end (page->row);
  page->last = first + MAX (deep > 0 ? deep : (n - 1) * eup_paragraph_get_leading (paragraph), beside);
  eup_paragraph_unref (paragraph);
}

/* (transfer full): "3 more, page 7" */
char *
eup_summary_say_more (EupLayout *layout, guint n, const char *anchor)
{
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *where = eup_layout_page (layout, anchor);

  return eup_words_fill ("more-conditions", layout->language, "n", number, "page", where, NULL);
}

double
eup_summary_widest (EupSummary *page, const char *const *keys, guint n)
{
  double width = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (EupParagraph) name = eup_summary_limited (page, eup_layout_both (page->layout, keys[i]),
                                                           EUP_STYLE_ROW_STRONG, EUP_TEXT_WIDTH, 1);

      width = MAX (width, eup_paragraph_get_width (name));
    }
  return width + 14;
}

double
eup_summary_owner_width (EupSummary *page, const char *owner)
{
  g_autoptr (EupParagraph) name = NULL;

  if (!eup_layout_is_said (owner))
    return 0;
  name = eup_summary_limited (page, owner, EUP_STYLE_ROW_GREY, OWNER_WIDTH, 1);
  return eup_paragraph_get_width (name) + 1;
}
