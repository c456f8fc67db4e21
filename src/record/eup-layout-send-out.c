/* The send-out sheet: the questions for somebody close who can't come, in the words in which relatives
 * are asked, with answers to tick and lines to write on. It holds nothing that anybody has said. */

#include "record/eup-layout-private.h"

#define BOX "\342\230\220\302\240"
#define BETWEEN "     "
#define LINE_DISTANCE 24
#define N_LINES 3

static void
add_line_for (EupLayout *self, EupBlock *block, const char *label, double *y)
{
  EupParagraph *text = eup_layout_text (self, label, EUP_STYLE_TEXT, EUP_TEXT_WIDTH);
  double width = eup_paragraph_get_width (text) + 6;
  double leading = eup_paragraph_get_leading (text);
  guint n = eup_paragraph_get_n_lines (text);

  eup_block_add_text (block, "P", text, EUP_COLUMN_2, *y + LINE_DISTANCE);
  *y += LINE_DISTANCE + (n - 1) * leading;
  if (n == 1)
    eup_block_add_rule (block, EUP_COLUMN_2 + width, *y + 2, EUP_TEXT_WIDTH - width, 0.5, EUP_COLOUR_ROW);
}

static void
add_lines (EupBlock *block, guint n, double *y)
{
  for (guint i = 0; i < n; i++)
    {
      *y += LINE_DISTANCE;
      eup_block_add_rule (block, EUP_COLUMN_2, *y, EUP_TEXT_WIDTH, 0.5, EUP_COLOUR_ROW);
    }
}

/* Boxes with words beside them, in one line or several. */
static void
add_boxes (EupLayout *self, EupBlock *block, GPtrArray *labels, double *y)
{
  GString *line = g_string_new (NULL);
  EupParagraph *boxes;

  for (guint i = 0; i < labels->len; i++)
    {
      g_autofree char *bound = eup_layout_bind (labels->pdata[i]);

      g_string_append_printf (line, "%s%s%s", i ? BETWEEN : "", BOX, bound);
    }
  boxes = eup_layout_text (self, line->str, EUP_STYLE_ROW, EUP_TEXT_WIDTH);
  *y = eup_layout_stack (block, "P", boxes, EUP_COLUMN_2, *y, 6);
  g_string_free (line, TRUE);
}

static void
add_options (EupLayout *self, EupBlock *block, GPtrArray *options, double *y)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; i < options->len; i++)
    g_ptr_array_add (labels,
                     (gpointer) eup_text_get (((EupOption *) options->pdata[i])->label, self->language));
  add_boxes (self, block, labels, y);
}

static void
add_items (EupLayout *self, EupBlock *block, const EupQuestion *question, double *y)
{
  const EupScale *scale = question->scales[EUP_VOICE_RELATIVES];

  if (scale == NULL)
    return;
  for (guint i = 0; i < question->items->len; i++)
    {
      const EupItem *item = g_ptr_array_index (question->items, i);
      g_autofree char *label = eup_layout_say (self, item->label);

      *y = eup_layout_stack (block, "P", eup_layout_text (self, label, EUP_STYLE_TEXT_STRONG, EUP_TEXT_WIDTH),
                             EUP_COLUMN_2, *y, 8);
      add_options (self, block, scale->options, y);
    }
  if (question->items->len == 0)
    add_options (self, block, scale->options, y);
}

static void
add_ticks (EupLayout *self, EupBlock *block, const EupQuestion *question, double *y)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; i < question->ticks->len; i++)
    g_ptr_array_add (labels, (gpointer) eup_text_get (((EupItem *) question->ticks->pdata[i])->label,
                                                      self->language));
  if (labels->len > 0)
    add_boxes (self, block, labels, y);
}

static void
add_fields (EupLayout *self, EupBlock *block, const EupQuestion *question, double *y)
{
  for (guint i = 0; i < question->fields->len; i++)
    {
      const EupQuestionField *field = g_ptr_array_index (question->fields, i);
      g_autofree char *label = eup_layout_say (self, field->label);
      g_autoptr (GPtrArray) labels = g_ptr_array_new ();

      if (!(field->voices & (1u << EUP_VOICE_RELATIVES)))
        continue;
      for (guint j = 0; field->options != NULL && j < field->options->len; j++)
        g_ptr_array_add (labels, (gpointer) eup_text_get (((EupItem *) field->options->pdata[j])->label,
                                                          self->language));
      if (labels->len == 0)
        {
          add_line_for (self, block, label, y);
          continue;
        }
      *y = eup_layout_stack (block, "P", eup_layout_text (self, label, EUP_STYLE_TEXT, EUP_TEXT_WIDTH),
                             EUP_COLUMN_2, *y, 8);
      add_boxes (self, block, labels, y);
    }
}

/* "Don't know" and "would rather not answer" are answers too. */
static void
add_non_answers (EupLayout *self, EupBlock *block, double *y)
{
  GPtrArray *all = eup_method_get_non_answers (self->snapshot->model->method);
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      const EupNonAnswer *answer = g_ptr_array_index (all, i);

      if (!answer->needs_reason)
        g_ptr_array_add (labels, (gpointer) eup_text_get (answer->label, self->language));
    }
  add_boxes (self, block, labels, y);
}

static void
add_question (EupLayout *self, const EupQuestion *question)
{
  EupBlock *block = eup_block_new ();
  g_autofree char *number = g_strdup_printf ("%d", question->number);
  g_autofree char *title = eup_layout_say (self, question->title);
  g_autofree char *asked =
      eup_layout_say (self, question->relatives ? question->relatives : question->question);
  double y = 21.5;

  eup_block_add_rule (block, EUP_COLUMN_1, 0, EUP_FULL_WIDTH, 1, EUP_COLOUR_TEXT);
  eup_block_begin (block, "H2");
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (EupParagraph) text = eup_layout_text (
          self, i ? title : number, i ? EUP_STYLE_SECTION : EUP_STYLE_NUMBER, EUP_TEXT_WIDTH);

      eup_block_add_lines (block, text, i ? EUP_COLUMN_2 : EUP_COLUMN_1, y, 0, 1);
    }
  eup_block_end (block);
  y = eup_layout_stack (block, "P", eup_layout_text (self, asked, EUP_STYLE_LEAD, EUP_TEXT_WIDTH),
                        EUP_COLUMN_2, y, 3);
  add_items (self, block, question, &y);
  add_ticks (self, block, question, &y);
  add_fields (self, block, question, &y);
  add_lines (block, N_LINES, &y);
  add_non_answers (self, block, &y);
  eup_block_set_height (block, y + 20);
  eup_paper_place (self->paper, block);
}

/* What this is, how it is used, who answers and when: the first lines. */
static void
add_opening (EupLayout *self)
{
  const EupCard *card = self->assessment->card;
  const char *alias = card->alias ? card->alias : "";
  g_autofree char *technology = eup_layout_technology (self);
  g_autofree char *date = eup_layout_date (self, card->meeting);
  g_autofree char *title = eup_words_fill ("send-out-title", self->language, "person", alias, NULL);
  g_autofree char *what = eup_words_fill ("send-out-what", self->language, "person", alias, "technology",
                                          technology, "date", date, NULL);
  g_autofree char *back = eup_words_fill ("send-out-back", self->language, "name",
                                          card->facilitator ? card->facilitator : "", NULL);
  const char *const texts[] = { what, eup_layout_word (self, "send-out-how"),
                                eup_layout_is_said (card->facilitator) ? back : NULL };
  EupBlock *block = eup_block_new ();
  double y = eup_layout_stack (block, "H1", eup_layout_text (self, title, EUP_STYLE_HEADING, EUP_FULL_WIDTH),
                               EUP_COLUMN_1, 0, 0);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL)
      y = eup_layout_stack (block, "P", eup_layout_text (self, texts[i], EUP_STYLE_LEAD, EUP_TEXT_WIDTH),
                            EUP_COLUMN_2, y, i ? 4 : 8);
  add_line_for (self, block, eup_layout_word (self, "send-out-name"), &y);
  add_line_for (self, block, eup_layout_word (self, "send-out-day"), &y);
  eup_block_set_height (block, y + 26);
  eup_paper_place (self->paper, block);
}

/**
 * eup_layout_send_out:
 *
 * Draws the questions that relatives are asked in this case.
 */
void
eup_layout_send_out (EupLayout *self)
{
  g_autoptr (GPtrArray) questions = eup_rules_open_questions (self->assessment, self->snapshot->model);

  add_opening (self);
  for (guint i = 0; i < questions->len; i++)
    {
      const EupQuestion *question = g_ptr_array_index (questions, i);

      if (eup_question_asks (question, EUP_VOICE_RELATIVES))
        add_question (self, question);
    }
}
