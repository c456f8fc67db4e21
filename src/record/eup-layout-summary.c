/* Page 1: who, what, outcome, conditions, follow-up. It never overflows: long texts are shortened
 * here, and only here, with the page where they stand whole. */

#include "record/eup-layout-summary-private.h"

#define OPENING_RULE 110
#define FIRST_BASELINE 35.5
#define ROW_AFTER 13.5

/* Also at its tightest with all pointers, the page has room to spare: 620 of 677 points. */
static const EupSummaryLimits steps[] = {
  { 3, 3, 4, 3, 6, 6, 3 }, { 3, 3, 3, 2, 6, 5, 3 }, { 3, 2, 3, 2, 6, 4, 2 },
  { 3, 2, 2, 2, 6, 3, 2 }, { 2, 2, 2, 1, 5, 2, 1 }, { 1, 1, 1, 1, 3, 1, 1 },
};

static char *
say_when (EupLayout *layout)
{
  g_autofree char *date = eup_layout_date (layout, layout->assessment->card->meeting);

  return eup_words_fill ("meeting-on", layout->language, "date", date, NULL);
}

/* Where what the rows say in two languages takes more than that, it is said in the first alone, so that
 * what somebody wrote has room. Outcome and labels are in both always. */
#define STEPS_IN_TWO 4

/* The head of page 1: authority and unit, what this is, when it was. */
static void
add_head (EupSummary *page)
{
  EupLayout *layout = page->labels;
  const EupCard *card = layout->assessment->card;
  g_autofree char *when = EUP_BOTH (layout, say_when);
  const char *const texts[3][2] = {
    { card->authority, card->unit },
    { eup_layout_both (layout, "title"), card->place },
    { eup_layout_both (layout, "summary"), when },
  };
  const double xs[] = { EUP_COLUMN_1, EUP_COLUMN_2, EUP_RIGHT };
  const double widths[] = { EUP_COLUMN_WIDTH, 190, 150 };
  EupBlock *block = eup_block_new ();
  double below = 0;

  for (guint i = 0; i < 3; i++)
    for (guint j = 0; j < 2; j++)
      {
        EupParagraph *text = eup_summary_limited (
            page, texts[i][j], j ? EUP_STYLE_TEXT_GREY : EUP_STYLE_TEXT_STRONG, widths[i], j ? 2 : 1);
        double x = i == 2 ? xs[i] - eup_paragraph_get_width (text) : xs[i];
        double baseline = 46.5 + j * 13.5 + (j > 0 ? below : 0);

        below = eup_layout_second_depth (text);
        if (eup_layout_is_said (texts[i][j]))
          eup_block_add_text (block, "P", text, x, baseline);
        else
          eup_paragraph_unref (text);
      }
  eup_paper_put (layout->paper, block, 0);
}

/* The outcome is the meeting's position until the authority has decided. */
static const char *
outcome_label (const EupLayout *layout)
{
  return eup_layout_both (
      layout, eup_layout_is_said (layout->assessment->decision->decided) ? "decision" : "position-brief");
}

/* Of an urgent yes: that it holds for a few days only. */
static char *
make_interim (const EupLayout *layout)
{
  const EupDecision *decision = layout->assessment->decision;
  const EupOutcome *outcome = eup_method_find_outcome (layout->snapshot->model->method, decision->outcome);
  g_autofree char *date = eup_layout_date (layout, decision->until);
  g_autofree char *until = eup_words_fill ("interim-until", layout->language, "date", date, NULL);

  if (!layout->assessment->card->urgent || outcome == NULL || !outcome->yes)
    return NULL;
  return g_strjoin (g_str_equal (layout->language, "zh") ? "" : " ",
                    *date ? until : eup_layout_word (layout, "interim"),
                    eup_layout_word (layout, "interim-then"), NULL);
}

static EupBlock *
make_outcome (EupSummary *page)
{
  EupLayout *layout = page->labels;
  g_autofree char *said = EUP_BOTH (layout, eup_layout_outcome);
  g_autofree char *interim = EUP_BOTH (layout, make_interim);
  const char *outcome = *said ? said : eup_layout_both (layout, "no-outcome");
  EupBlock *block = eup_block_new ();
  EupParagraph *heading = eup_summary_limited (page, outcome, EUP_STYLE_OUTCOME, EUP_TEXT_WIDTH, 0);
  double last;

  if (eup_paragraph_get_second (heading, NULL) > 2)
    {
      eup_paragraph_unref (heading);
      heading = eup_summary_limited (page, outcome, EUP_STYLE_OUTCOME_SMALL, EUP_TEXT_WIDTH, 3);
    }
  last = FIRST_BASELINE + eup_paragraph_get_offset (heading, 0, eup_paragraph_get_n_lines (heading) - 1);
  eup_block_add_rule (block, EUP_COLUMN_1, 0, EUP_FULL_WIDTH, 1.2, EUP_COLOUR_TEXT);
  eup_block_add_text (block, "P",
                      eup_summary_limited (page, outcome_label (layout), EUP_STYLE_TEXT_STRONG,
                                           EUP_COLUMN_WIDTH, 2),
                      EUP_COLUMN_1, FIRST_BASELINE);
  eup_block_add_text (block, "H1", heading, EUP_COLUMN_2, FIRST_BASELINE);
  if (interim != NULL)
    last =
        eup_layout_stack (block, "P", eup_summary_limited (page, interim, EUP_STYLE_LEAD, EUP_TEXT_WIDTH, 2),
                          EUP_COLUMN_2, last, 7);
  eup_block_set_height (block, last + 24);
  return block;
}

static double
make_rows (EupSummary *page)
{
  double height = 0;

  g_ptr_array_add (page->rows, make_outcome (page));
  eup_summary_add_for_whom (page);
  eup_summary_add_what (page);
  eup_summary_add_reasons (page);
  eup_summary_add_conditions (page);
  eup_summary_add_follow_up (page);
  eup_summary_add_views (page);
  eup_summary_add_overrides (page);
  eup_summary_add_signatures (page);
  for (guint i = 0; i < page->rows->len; i++)
    height += eup_block_get_height (g_ptr_array_index (page->rows, i));
  return height;
}

/**
 * eup_layout_summary:
 *
 * Draws page 1.
 */
void
eup_layout_summary (EupLayout *self)
{
  EupSummary page = { .layout = self, .labels = self, .rows = g_ptr_array_new () };
  EupLayout alone = *self;
  double y = OPENING_RULE;

  alone.second = NULL;
  for (guint i = self->second ? 0 : STEPS_IN_TWO; i < G_N_ELEMENTS (steps) + STEPS_IN_TWO; i++)
    {
      g_ptr_array_set_free_func (page.rows, (GDestroyNotify) eup_block_free);
      g_ptr_array_set_size (page.rows, 0);
      g_ptr_array_set_free_func (page.rows, NULL);
      page.limits = steps[i < STEPS_IN_TWO ? i : i - STEPS_IN_TWO];
      page.layout = i < STEPS_IN_TWO ? self : &alone;
      if (make_rows (&page) <= EUP_BOTTOM - OPENING_RULE + ROW_AFTER)
        break;
    }
  eup_paper_begin (self->paper, "Sect");
  add_head (&page);
  for (guint i = 0; i < page.rows->len; i++)
    {
      double height = eup_block_get_height (g_ptr_array_index (page.rows, i));

      eup_paper_put (self->paper, g_ptr_array_index (page.rows, i), y);
      y += height;
    }
  eup_paper_end (self->paper);
  g_ptr_array_unref (page.rows);
}
