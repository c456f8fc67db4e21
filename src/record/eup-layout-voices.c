/* The three voices, question by question, the resident first. */

#include "record/eup-statement.h"
#include "record/eup-statement-flow.h"
#include "record/eup-table.h"

#define NUMBER_GAP 10

static void
fill_intro (EupLayout *self, EupParagraph *intro)
{
  const char *person = self->assessment->card->alias;
  g_autofree char *first = eup_words_fill ("voices-intro-1", self->language, "person", person, NULL);
  const char *space = g_str_equal (self->language, "zh") ? "" : " ";

  eup_paragraph_add (intro, first, EUP_STYLE_TEXT);
  eup_paragraph_add (intro, space, EUP_STYLE_TEXT);
  eup_paragraph_add (intro, eup_layout_word (self, "voices-intro-2"), EUP_STYLE_WORDS);
  eup_paragraph_add (intro, space, EUP_STYLE_TEXT);
  eup_paragraph_add (intro, eup_layout_word (self, "voices-intro-3"), EUP_STYLE_TEXT);
}

static EupParagraph *
make_intro (EupLayout *self)
{
  EupParagraph *intro = eup_paragraph_new (self->typeface, self->language);

  EUP_BOTH_INTO (self, intro, fill_intro);
  eup_paragraph_set (intro, EUP_TEXT_WIDTH, 0);
  return intro;
}

/* To the resident each thing that the question is about is a question of its own. */
static char *
make_resident_wording (EupLayout *self, const EupQuestion *question)
{
  g_autofree char *wording = eup_layout_say (self, question->resident);
  GString *all = g_string_new (wording);

  for (guint i = 0; i < question->items->len; i++)
    {
      const EupItem *item = g_ptr_array_index (question->items, i);
      g_autofree char *own = item->resident ? eup_layout_say (self, item->resident) : NULL;

      if (own != NULL)
        g_string_append_printf (all, "%s%s", g_str_equal (self->language, "zh") ? "" : " ", own);
    }
  return g_string_free_and_steal (all);
}

/* How a question was put, @text or else to the resident. */
static void
fill_wording (EupLayout *self,
              EupParagraph *paragraph,
              const EupQuestion *question,
              const EupText *text,
              const char *asked)
{
  g_autofree char *wording = text ? eup_layout_say (self, text) : make_resident_wording (self, question);

  if (asked != NULL)
    {
      eup_paragraph_add (paragraph, eup_layout_word (self, asked), EUP_STYLE_TEXT_GREY);
      eup_paragraph_add (paragraph, g_str_equal (self->language, "zh") ? "：" : ": ", EUP_STYLE_TEXT_GREY);
    }
  eup_paragraph_add (paragraph, wording, asked ? EUP_STYLE_TEXT_GREY : EUP_STYLE_QUESTION);
}

/* Adds how a question was put, and to whom where it was put in more than one way. */
static double
add_wording (EupLayout *self,
             EupBlock *block,
             const EupQuestion *question,
             const EupText *text,
             const char *asked,
             double last)
{
  EupParagraph *paragraph = eup_paragraph_new (self->typeface, self->language);

  EUP_BOTH_INTO (self, paragraph, fill_wording, question, text, asked);
  eup_paragraph_set (paragraph, EUP_TEXT_WIDTH, 0);
  return eup_layout_stack (block, "P", paragraph, EUP_COLUMN_2, last, asked ? 1.5 : 1);
}

/* The question as each voice was asked it, the resident first. */
static double
add_wordings (EupLayout *self, EupBlock *block, const EupQuestion *question, double last)
{
  gboolean resident = question->resident != NULL && eup_question_asks (question, EUP_VOICE_RESIDENT);
  gboolean relatives = question->relatives != NULL && eup_question_asks (question, EUP_VOICE_RELATIVES);
  gboolean others = eup_question_asks (question, EUP_VOICE_STAFF) ||
                    eup_question_asks (question, EUP_VOICE_FACILITATOR) ||
                    (eup_question_asks (question, EUP_VOICE_RELATIVES) && !relatives) ||
                    (eup_question_asks (question, EUP_VOICE_RESIDENT) && !resident);

  if (resident)
    last = add_wording (self, block, question, NULL, NULL, last);
  if (relatives)
    last = add_wording (self, block, question, question->relatives,
                        resident || others ? "voice-relatives" : NULL, last);
  if (others)
    last = add_wording (self, block, question, question->question,
                        resident || relatives ? "voice-others" : NULL, last);
  return last;
}

/* Number and stage in column 1, title and wording beside them. */
static EupBlock *
make_question (EupLayout *self, const EupQuestion *question)
{
  const EupStage *stage =
      g_ptr_array_index (eup_method_get_stages (self->snapshot->model->method), question->stage);
  g_autofree char *number = g_strdup_printf ("%d", question->number);
  g_autofree char *title_words = eup_layout_say_both (self, question->title);
  g_autofree char *stage_words = eup_layout_get (self, stage->title);
  EupParagraph *figure = eup_layout_text (self, number, EUP_STYLE_NUMBER, EUP_COLUMN_WIDTH);
  EupParagraph *title = eup_layout_text (self, title_words, EUP_STYLE_SECTION, EUP_TEXT_WIDTH);
  double stage_x = EUP_COLUMN_1 + eup_paragraph_get_width (figure) + NUMBER_GAP;
  EupBlock *block = eup_block_new ();
  double baseline = 21.5, last;

  eup_block_add_rule (block, EUP_COLUMN_1, 0, EUP_FULL_WIDTH, 1, EUP_COLOUR_TEXT);
  last = baseline + eup_paragraph_get_offset (title, 0, eup_paragraph_get_n_lines (title) - 1);
  eup_block_begin (block, "H2");
  eup_block_add_lines (block, figure, EUP_COLUMN_1, baseline, 0, 1);
  eup_block_add_lines (block, title, EUP_COLUMN_2, baseline, 0, eup_paragraph_get_n_lines (title));
  eup_block_end (block);
  eup_block_add_text (block, "P",
                      eup_layout_text (self, stage_words, EUP_STYLE_SMALL, EUP_COLUMN_2 - 6 - stage_x),
                      stage_x, baseline);
  last = add_wordings (self, block, question, last);
  eup_block_set_height (block, last + 12);
  eup_paragraph_unref (figure);
  eup_paragraph_unref (title);
  return block;
}

static void
add_attempts (EupLayout *self, const EupQuestion *question)
{
  const char *const heads[] = { eup_layout_both (self, "head-when"), eup_layout_both (self, "head-how-by"),
                                eup_layout_both (self, "head-what-happened") };
  static const guint columns[] = { 1, 1, 2 };
  EupTable *table = NULL;

  for (guint i = 0; i < self->assessment->attempts->len; i++)
    {
      const EupAttempt *attempt = g_ptr_array_index (self->assessment->attempts, i);
      g_autofree char *date = EUP_BOTH (self, eup_layout_date, attempt->date);
      EupCell *cell;

      if (g_strcmp0 (attempt->question, question->id) != 0)
        continue;
      if (table == NULL)
        {
          eup_layout_subsection (self, eup_layout_both (self, "attempts"));
          table = eup_table_new (self, heads, columns, G_N_ELEMENTS (heads), FALSE);
        }
      cell = eup_table_add_cell (table, "TH");
      eup_cell_add (cell, eup_layout_text (self, date, EUP_STYLE_TABLE, EUP_COLUMN_WIDTH), NULL);
      if (eup_layout_is_said (attempt->occasion))
        eup_cell_add (cell, eup_layout_text (self, attempt->occasion, EUP_STYLE_TABLE_GREY, EUP_COLUMN_WIDTH),
                      NULL);
      cell = eup_table_add_cell (table, "TD");
      eup_cell_add (cell, eup_layout_text (self, attempt->method, EUP_STYLE_TABLE, EUP_COLUMN_WIDTH), NULL);
      eup_cell_add (cell, eup_layout_text (self, attempt->by, EUP_STYLE_TABLE_GREY, EUP_COLUMN_WIDTH), NULL);
      cell = eup_table_add_cell (table, "TD");
      eup_cell_add (cell, eup_layout_text (self, attempt->note, EUP_STYLE_TABLE, EUP_TWO_COLUMNS), NULL);
      eup_table_end_row (table);
    }
  if (table != NULL)
    {
      eup_table_end (table);
      eup_paper_skip (self->paper, 16);
    }
}

/* What everybody said to @question, in the order in which they are asked. */
static GPtrArray *
make_flows (EupLayout *self, const EupQuestion *question)
{
  GPtrArray *flows = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_statement_flow_free);
  g_autoptr (GPtrArray) missing =
      eup_rules_missing_people (self->assessment, self->snapshot->model, question);

  for (guint voice = 0; voice <= EUP_VOICE_NONE; voice++)
    {
      g_autoptr (GPtrArray) people = eup_assessment_people_of (self->assessment, (EupVoice) voice);

      for (guint i = 0; i < people->len; i++)
        {
          const EupPerson *person = g_ptr_array_index (people, i);
          const EupStatement *statement =
              eup_assessment_find_statement (self->assessment, question->id, person->id);
          EupStatementFlow *flow = NULL;

          if (statement != NULL && !eup_statement_is_empty (statement))
            flow = eup_statement_make_flow (self, question, person, statement);
          else if (g_ptr_array_find (missing, person, NULL))
            flow = eup_statement_make_missing (self, person);
          if (flow != NULL)
            g_ptr_array_add (flows, flow);
        }
    }
  return flows;
}

static void
add_question (EupLayout *self, const EupQuestion *question, gboolean first)
{
  g_autoptr (GPtrArray) flows = make_flows (self, question);
  EupBlock *head = make_question (self, question);
  double needs = eup_block_get_height (head);
  g_autofree char *anchor = g_strconcat ("question-", question->id, NULL);

  if (flows->len > 0)
    needs += eup_statement_flow_get_least (g_ptr_array_index (flows, 0));
  if (needs > eup_paper_get_room (self->paper) && !eup_paper_is_fresh (self->paper))
    eup_paper_turn (self->paper);
  eup_paper_skip (self->paper, first ? 0 : 4);
  eup_paper_begin (self->paper, "Sect");
  eup_block_add_anchor (head, anchor);
  eup_paper_place (self->paper, head);
  for (guint i = 0; i < flows->len; i++)
    eup_statement_flow_place (g_ptr_array_index (flows, i), "H3");
  add_attempts (self, question);
  eup_paper_end (self->paper);
}

/* Whether anything is to be said about a question: it was open, or somebody answered all the same. */
static gboolean
is_part (EupLayout *self, GPtrArray *open, const EupQuestion *question)
{
  if (g_ptr_array_find (open, question, NULL))
    return TRUE;
  for (guint i = 0; i < self->assessment->statements->len; i++)
    {
      const EupStatement *statement = g_ptr_array_index (self->assessment->statements, i);

      if (g_strcmp0 (statement->question, question->id) == 0 && !eup_statement_is_empty (statement))
        return TRUE;
    }
  return FALSE;
}

/**
 * eup_layout_voices:
 *
 * Draws every question with what each voice said.
 */
void
eup_layout_voices (EupLayout *self)
{
  g_autoptr (GPtrArray) open = eup_rules_open_questions (self->assessment, self->snapshot->model);
  GPtrArray *questions = eup_method_get_questions (self->snapshot->model->method);
  gboolean first = TRUE;

  eup_paper_begin (self->paper, "Sect");
  eup_layout_heading (self, eup_layout_both (self, "voices"), eup_layout_word (self, "voices-head"),
                      make_intro (self), "voices");
  for (guint i = 0; i < questions->len; i++)
    if (is_part (self, open, g_ptr_array_index (questions, i)))
      {
        add_question (self, g_ptr_array_index (questions, i), first);
        first = FALSE;
      }
  eup_paper_end (self->paper);
}
