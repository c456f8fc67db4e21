/* The pieces that all parts of the record are made of: headings, sections and rows with a label. */

#include "record/eup-layout-private.h"

#define ROW_ABOVE 17.5
#define ROW_BELOW 13.5
#define PARAGRAPH_GAP 3.5
/* The smallest piece of a tall row: its rule, label and two lines. */
#define LEAST_OF_ROW 60
#define PART_GAP 34
#define HALF_A_PAGE ((EUP_BOTTOM - EUP_TOP) / 2)

/**
 * eup_layout_text:
 *
 * Returns: (transfer full): @text in the record's language, in lines of @width
 */
EupParagraph *
eup_layout_text (const EupLayout *self, const char *text, EupStyle style, double width)
{
  return eup_paragraph_new_text (self->typeface, self->language, text ? text : "", style, width);
}

/**
 * eup_layout_stack:
 * @paragraph: (transfer full): words to set under what stands there
 * @last: the baseline of what stands there
 * @gap: how much farther than its own leading it stands from that
 *
 * Returns: the baseline of the last line of @paragraph
 */
double
eup_layout_stack (
    EupBlock *block, const char *tag, EupParagraph *paragraph, double x, double last, double gap)
{
  double leading = eup_paragraph_get_leading (paragraph);
  double bottom = last + gap + eup_paragraph_get_n_lines (paragraph) * leading;

  eup_block_add_text (block, tag, paragraph, x, last + gap + leading);
  return bottom;
}

/**
 * eup_layout_second_depth:
 *
 * Returns: how much lower a title ends that is said in a second language too; 0 in one language
 */
double
eup_layout_second_depth (const EupParagraph *title)
{
  guint n = eup_paragraph_get_n_lines (title);

  return eup_paragraph_get_second (title, NULL) < n ? eup_paragraph_get_offset (title, 0, n - 1) : 0;
}

/**
 * eup_layout_heading:
 * @title: of a part of the record
 * @head: what the running head calls it
 * @intro: (nullable) (transfer full): what a reader should know, beside a short title or below a long one
 * @anchor: a name for this page
 *
 * Begins a part: on a new page, unless more than half of this one is white.
 */
void
eup_layout_heading (
    EupLayout *self, const char *title, const char *head, EupParagraph *intro, const char *anchor)
{
  EupBlock *block = eup_block_new ();
  EupParagraph *heading = eup_layout_text (self, title, EUP_STYLE_HEADING, EUP_FULL_WIDTH);
  gboolean beside = eup_paragraph_get_width (heading) < EUP_COLUMN_WIDTH + 8;
  double deep = eup_layout_second_depth (heading);
  double baseline = 19, bottom = baseline;

  if (eup_paper_get_page (self->paper) == 1 || eup_paper_get_room (self->paper) < HALF_A_PAGE)
    eup_paper_turn (self->paper);
  eup_paper_skip (self->paper, PART_GAP);
  eup_paper_set_section (self->paper, head);
  eup_block_add_anchor (block, anchor);
  eup_block_add_text (block, "H1", heading, EUP_COLUMN_1, baseline);
  if (intro != NULL)
    {
      double leading = eup_paragraph_get_leading (intro);
      double first = beside ? baseline : baseline + deep + 21;

      bottom = first + (eup_paragraph_get_n_lines (intro) - 1) * leading;
      eup_block_add_text (block, "P", intro, EUP_COLUMN_2, first);
    }
  eup_block_set_height (block, MAX (bottom, baseline + deep) + 17);
  eup_paper_place (self->paper, block);
}

/**
 * eup_layout_section:
 * @note: (nullable): a remark beside the title
 * @needs: the height of what must stand under the title on the same page
 *
 * Begins a section on the same page if there is room.
 */
void
eup_layout_section (EupLayout *self, const char *title, const char *note, double needs)
{
  EupBlock *block = eup_block_new ();
  EupParagraph *heading = eup_layout_text (self, title, EUP_STYLE_SECTION, EUP_FULL_WIDTH);
  double width = eup_paragraph_get_width (heading);
  double height = 28, deep = eup_layout_second_depth (heading);

  if (!eup_paper_is_fresh (self->paper) && eup_paper_get_room (self->paper) < 24 + height + needs)
    eup_paper_turn (self->paper);
  eup_paper_skip (self->paper, 24);
  eup_block_add_text (block, "H2", heading, EUP_COLUMN_1, 14);
  if (note != NULL)
    {
      double x = width < EUP_COLUMN_WIDTH + 8 ? EUP_COLUMN_2 : EUP_COLUMN_3;
      EupParagraph *beside = eup_layout_text (self, note, EUP_STYLE_SMALL, EUP_RIGHT - x);

      deep = MAX (deep, (eup_paragraph_get_n_lines (beside) - 1) * eup_paragraph_get_leading (beside));
      eup_block_add_text (block, "P", beside, x, 14);
    }
  eup_block_set_height (block, height + deep - 5);
  eup_paper_place (self->paper, block);
}

/**
 * eup_layout_subsection:
 *
 * Sets a small title over a table that belongs to what stands above.
 */
void
eup_layout_subsection (EupLayout *self, const char *title)
{
  EupBlock *block = eup_block_new ();
  EupParagraph *heading = eup_layout_text (self, title, EUP_STYLE_TEXT_STRONG, EUP_FULL_WIDTH);
  double deep = eup_layout_second_depth (heading);

  if (eup_paper_get_room (self->paper) < 100)
    eup_paper_turn (self->paper);
  eup_paper_skip (self->paper, 6);
  eup_block_add_text (block, "H3", heading, EUP_COLUMN_1, 11.5);
  eup_block_set_height (block, 18 + deep);
  eup_paper_place (self->paper, block);
}

static double
row_height (EupParagraph **paragraphs, guint n)
{
  double height = ROW_ABOVE - eup_paragraph_get_leading (paragraphs[0]) + ROW_BELOW;

  for (guint i = 0; i < n; i++)
    height += (i > 0 ? PARAGRAPH_GAP : 0) +
              eup_paragraph_get_n_lines (paragraphs[i]) * eup_paragraph_get_leading (paragraphs[i]);
  return height;
}

/* Adds lines from line @line of paragraph @i on, as long as they stand above @limit; moves @i and
 * @line to what is left. Returns the last baseline. */
static double
add_row_lines (
    EupBlock *block, EupParagraph **paragraphs, guint n, guint *i, guint *line, double last, double limit)
{
  gboolean first = TRUE;

  while (*i < n)
    {
      EupParagraph *paragraph = paragraphs[*i];
      double leading = eup_paragraph_get_leading (paragraph);
      double start = last + (first ? 0 : PARAGRAPH_GAP);
      guint left = eup_paragraph_get_n_lines (paragraph) - *line;
      guint fit = start + leading > limit ? 0 : (guint) ((limit - start) / leading);
      guint take = MIN (left, first ? MAX (fit, 1) : fit);

      if (take == 0)
        break;
      eup_block_begin (block, "P");
      eup_block_add_lines (block, paragraph, EUP_COLUMN_2, start + leading, *line, take);
      eup_block_end (block);
      last = start + take * leading;
      first = FALSE;
      *line += take;
      if (take < left)
        break;
      (*i)++;
      *line = 0;
    }
  return last;
}

/* The rule and the label that open a row; returns the lowest baseline of the label. */
static double
open_row (EupLayout *self, EupBlock *block, const char *label, double thickness)
{
  EupParagraph *name = eup_layout_text (self, label, EUP_STYLE_TEXT_STRONG, EUP_COLUMN_WIDTH);
  double bottom = ROW_ABOVE + (eup_paragraph_get_n_lines (name) - 1) * eup_paragraph_get_leading (name);

  eup_block_add_rule (block, EUP_COLUMN_1, 0, EUP_FULL_WIDTH, thickness,
                      thickness < 0.5 ? EUP_COLOUR_ROW : EUP_COLOUR_TEXT);
  eup_block_add_text (block, "H2", name, EUP_COLUMN_1, ROW_ABOVE);
  return bottom;
}

/**
 * eup_layout_row:
 * @label: what the row is about
 * @paragraphs: (array length=n) (transfer full): one under the other, in columns 2 to 4
 * @thickness: of the rule that opens the row
 *
 * Sets a label and its text on a shared first baseline. A row taller than half a page goes on over
 * pages line by line.
 */
void
eup_layout_row (EupLayout *self, const char *label, EupParagraph **paragraphs, guint n, double thickness)
{
  double height = row_height (paragraphs, n);
  gboolean tall = height > HALF_A_PAGE;
  guint i = 0, line = 0;

  if (eup_paper_get_room (self->paper) < (tall ? LEAST_OF_ROW : height) && !eup_paper_is_fresh (self->paper))
    eup_paper_turn (self->paper);
  eup_paper_begin (self->paper, "Sect");
  for (gboolean first = TRUE; i < n; first = FALSE)
    {
      EupBlock *block = eup_block_new ();
      double top = first ? ROW_ABOVE : 11.5;
      double bottom = first ? open_row (self, block, label, thickness) : 0;
      double limit = eup_paper_get_room (self->paper) - 4;
      double last = add_row_lines (block, paragraphs, n, &i, &line,
                                   top - eup_paragraph_get_leading (paragraphs[i]), limit);

      eup_block_set_height (block, i < n ? limit : MAX (bottom, last) + ROW_BELOW);
      eup_paper_place (self->paper, block);
      if (i < n)
        eup_paper_turn (self->paper);
    }
  eup_paper_end (self->paper);
  for (guint j = 0; j < n; j++)
    eup_paragraph_unref (paragraphs[j]);
}
