/* The meeting's position, its conditions, and who sees it in another way. */

#include "record/eup-statement-flow.h"
#include "record/eup-table.h"

/* "Eftersom …" as a line of its own: the word in Semibold, the reason after it. */
static void
add_reason (EupLayout *self, GPtrArray *paragraphs, const char *key, const char *text)
{
  g_auto (GStrv) parts = eup_layout_is_said (text) ? g_strsplit (text, "\n", -1) : NULL;

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    {
      EupParagraph *reason;

      if (*g_strstrip (parts[i]) == '\0')
        continue;
      reason = eup_paragraph_new (self->typeface, self->language);
      if (i == 0)
        {
          eup_paragraph_add (reason, eup_layout_word (self, key), EUP_STYLE_TEXT_STRONG);
          eup_paragraph_add (reason, g_str_equal (self->language, "zh") ? "" : " ", EUP_STYLE_TEXT);
        }
      eup_paragraph_add (reason, parts[i], EUP_STYLE_TEXT);
      if (i == 0 && self->second != NULL)
        eup_layout_add_second (self->second, reason, eup_layout_word (self->second, key), EUP_STYLE_TEXT);
      eup_paragraph_set (reason, EUP_TEXT_WIDTH, 0);
      g_ptr_array_add (paragraphs, reason);
    }
}

static void
add_position (EupLayout *self)
{
  const EupDecision *decision = self->assessment->decision;
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new ();
  g_autofree char *outcome = EUP_BOTH (self, eup_layout_outcome_sentence);

  g_ptr_array_add (paragraphs, eup_layout_text (self, outcome, EUP_STYLE_ROW, EUP_TEXT_WIDTH));
  add_reason (self, paragraphs, "because", decision->because);
  add_reason (self, paragraphs, "although", decision->although);
  add_reason (self, paragraphs, "therefore", decision->therefore);
  eup_layout_row (self, eup_layout_both (self, "position"), (EupParagraph **) paragraphs->pdata,
                  paragraphs->len, 1);
}

/* "Question 20, Human contact": what a condition answers to. */
static char *
make_question (EupLayout *self, const char *id)
{
  const EupQuestion *question =
      eup_layout_is_said (id) ? eup_method_find_question (self->snapshot->model->method, id) : NULL;
  g_autofree char *number = question ? g_strdup_printf ("%d", question->number) : NULL;
  g_autofree char *title = question ? eup_layout_say (self, question->title) : NULL;

  if (question == NULL)
    return NULL;
  return eup_words_fill ("gate-question", self->language, "number", number, "title", title, NULL);
}

static void
add_condition (EupLayout *self, EupTable *table, const EupCondition *condition, guint number)
{
  g_autofree char *text =
      g_strdup_printf ("%u\302\240\302\240%s", number, condition->text ? condition->text : "");
  g_autofree char *date = EUP_BOTH (self, eup_layout_date, condition->date);
  g_autofree char *answers = EUP_BOTH (self, make_question, condition->question);
  EupCell *cell;

  cell = eup_table_add_text (table, "TH", EUP_STYLE_TABLE, text);
  if (answers != NULL)
    eup_cell_add (cell, eup_layout_text (self, answers, EUP_STYLE_TABLE_GREY, EUP_TWO_COLUMNS), NULL);
  eup_table_add_text (table, "TD", EUP_STYLE_TABLE, condition->owner);
  eup_table_add_text (table, "TD", EUP_STYLE_TABLE, date);
  eup_table_end_row (table);
}

static void
add_conditions (EupLayout *self)
{
  const char *const heads[] = { eup_layout_both (self, "head-condition"),
                                eup_layout_both (self, "head-owner"), eup_layout_both (self, "head-by") };
  static const guint columns[] = { 2, 1, 1 };
  GPtrArray *conditions = self->assessment->conditions;
  EupBlock *anchor;
  EupTable *table;

  if (conditions->len == 0)
    return;
  eup_layout_section (self, eup_layout_both (self, "conditions"), NULL, 80);
  anchor = eup_block_new ();
  eup_block_add_anchor (anchor, "conditions");
  eup_paper_place (self->paper, anchor);
  table = eup_table_new (self, heads, columns, G_N_ELEMENTS (heads), FALSE);
  for (guint i = 0; i < conditions->len; i++)
    add_condition (self, table, g_ptr_array_index (conditions, i), i + 1);
  eup_table_end (table);
}

static const char *
answer_key (const EupDissent *dissent)
{
  if (dissent == NULL || !eup_layout_is_said (dissent->answer))
    return "dissent-open";
  if (g_str_equal (dissent->answer, "none"))
    return "dissent-none";
  if (g_str_equal (dissent->answer, "differs"))
    return "dissent-differs";
  return g_str_equal (dissent->answer, "reservation") ? "dissent-reservation" : "dissent-not-asked";
}

/* The answer with a capital letter and a full stop. */
static char *
say_answer (EupLayout *self, const EupDissent *dissent)
{
  g_autofree char *capital = eup_layout_capital (eup_layout_word (self, answer_key (dissent)));

  return g_strconcat (capital, g_str_equal (self->language, "zh") ? "。" : ".", NULL);
}

/* The answer, then the person's own words. */
static void
add_dissent (EupLayout *self, const EupPerson *person)
{
  const EupDissent *dissent = eup_assessment_find (self->assessment, EUP_PART_DISSENT, person->id);
  g_autoptr (EupStatementFlow) flow = eup_statement_flow_new (self, person);
  g_autofree char *answer = EUP_BOTH (self, say_answer, dissent);
  gboolean said = dissent != NULL && eup_layout_is_said (dissent->words);
  gboolean own = said && !g_str_equal (dissent->answer ? dissent->answer : "", "not-asked");
  g_auto (GStrv) words = said ? g_strsplit (dissent->words, "\n", -1) : NULL;

  eup_statement_flow_add (
      flow, eup_layout_text (self, answer, said ? EUP_STYLE_TEXT_STRONG : EUP_STYLE_TEXT, EUP_TEXT_WIDTH), 0,
      NULL);
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (*g_strstrip (words[i]) != '\0')
      eup_statement_flow_add (
          flow, eup_layout_text (self, words[i], own ? EUP_STYLE_WORDS : EUP_STYLE_TEXT, EUP_TEXT_WIDTH),
          i > 0 ? 4 : 1, NULL);
  eup_statement_flow_place (flow, "H3");
}

static void
add_dissents (EupLayout *self)
{
  EupBlock *block;

  if (self->assessment->people->len == 0)
    return;
  eup_layout_section (self, eup_layout_both (self, "differing"), NULL, 60);
  block = eup_block_new ();
  eup_block_add_anchor (block, "dissents");
  eup_block_add_rule (block, EUP_COLUMN_1, 0, EUP_FULL_WIDTH, 1, EUP_COLOUR_TEXT);
  eup_block_set_height (block, 8);
  eup_paper_place (self->paper, block);
  for (guint voice = 0; voice <= EUP_VOICE_NONE; voice++)
    {
      g_autoptr (GPtrArray) people = eup_assessment_people_of (self->assessment, (EupVoice) voice);

      for (guint i = 0; i < people->len; i++)
        {
          const EupPerson *person = g_ptr_array_index (people, i);

          if (voice < EUP_VOICE_FACILITATOR ||
              eup_assessment_find (self->assessment, EUP_PART_DISSENT, person->id))
            add_dissent (self, person);
        }
    }
}

/**
 * eup_layout_decision:
 *
 * Draws position, conditions, differing views, decision and follow-up.
 */
void
eup_layout_decision (EupLayout *self)
{
  eup_layout_heading (self, eup_layout_both (self, "position-decision"),
                      eup_layout_word (self, "position-head"), NULL, "decision");
  add_position (self);
  add_conditions (self);
  add_dissents (self);
  eup_layout_formal (self);
  eup_layout_removal (self);
  eup_layout_follow_up (self);
}
