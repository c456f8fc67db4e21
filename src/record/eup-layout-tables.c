/* Where we differ, which alternatives were weighed. */

#include "record/eup-statement.h"
#include "record/eup-table.h"

#define QUOTATION 130
#define QUOTATION_HAN 45
/* In two languages the first row may be so tall; no heading stands alone above a turned page. */
#define TALL_ROW 440

static void
add_note (EupLayout *self, const char *text)
{
  EupBlock *block = eup_block_new ();
  EupParagraph *note = eup_layout_text (self, text, EUP_STYLE_TEXT, EUP_FULL_WIDTH);

  eup_block_add_rule (block, EUP_COLUMN_1, 0, EUP_FULL_WIDTH, 1, EUP_COLOUR_TEXT);
  eup_block_set_height (block, 17 + eup_paragraph_get_n_lines (note) * eup_paragraph_get_leading (note));
  eup_block_add_text (block, "P", note, EUP_COLUMN_1, 17);
  eup_paper_place (self->paper, block);
}

/* The person's own words, shortened only here, where the whole stands pages before. */
static char *
make_quotation (EupLayout *self, const EupStatement *statement)
{
  const char *words = eup_layout_is_said (statement->translation) &&
                              g_strcmp0 (statement->translation_language, self->language) == 0
                          ? statement->translation
                          : statement->words;
  g_autofree char *opening = NULL;

  if (!eup_layout_is_said (words))
    return NULL;
  opening = eup_statement_opening (words, g_utf8_get_char (words) > 0x2e80 ? QUOTATION_HAN : QUOTATION);
  if (statement->summary)
    return g_steal_pointer (&opening);
  return eup_words_fill ("quoted", self->language, "words", opening, NULL);
}

/* What was chosen beside the words, where that is what they differ on. */
static void
add_choices (EupLayout *self,
             EupParagraph *name,
             const EupDifference *difference,
             const EupStatement *statement,
             gboolean after)
{
  for (guint i = 0; i < difference->question->fields->len; i++)
    {
      const EupQuestionField *field = g_ptr_array_index (difference->question->fields, i);
      g_autofree char *words = NULL;

      if (!g_ptr_array_find (difference->things, field->label, NULL) ||
          !eup_layout_is_said (eup_statement_get_field (statement, field->id)))
        continue;
      words = eup_rules_field_words (statement, field, self->language);
      eup_paragraph_add (name, after ? "\302\240· " : "  ", EUP_STYLE_TABLE);
      eup_paragraph_add (name, words, EUP_STYLE_TABLE);
      after = TRUE;
    }
}

static void
add_stance (EupLayout *self,
            EupParagraph *name,
            const EupDifference *difference,
            const EupStatement *statement,
            gboolean named)
{
  g_autofree char *stance = eup_layout_stance (self, statement);

  if (*stance != '\0')
    {
      if (named)
        eup_paragraph_add (name, "  ", EUP_STYLE_TABLE);
      eup_paragraph_add (name, stance, EUP_STYLE_TABLE);
    }
  add_choices (self, name, difference, statement, *stance != '\0');
}

static void
add_view (EupLayout *self,
          EupCell *cell,
          const EupDifference *difference,
          const EupPerson *person,
          const EupStatement *statement)
{
  g_autofree char *quotation = make_quotation (self, statement);
  EupParagraph *name = eup_paragraph_new (self->typeface, self->language);

  eup_paragraph_add (name, eup_layout_name (self, person), EUP_STYLE_TABLE_GREY);
  add_stance (self, name, difference, statement, TRUE);
  if (self->second != NULL)
    {
      eup_paragraph_begin_second (name, self->second->language);
      add_stance (self->second, name, difference, statement, FALSE);
    }
  eup_paragraph_set (name, EUP_COLUMN_WIDTH, 0);
  eup_cell_add_after (cell, name, 3);
  if (quotation != NULL)
    eup_cell_add (cell,
                  eup_layout_text (self, quotation,
                                   statement->summary ? EUP_STYLE_TABLE : EUP_STYLE_WORDS_TABLE,
                                   EUP_COLUMN_WIDTH),
                  NULL);
}

static void
add_remark (EupLayout *self, EupCell *cell, const char *text)
{
  eup_cell_add (cell, eup_layout_text (self, text, EUP_STYLE_TABLE_GREY, EUP_COLUMN_WIDTH), NULL);
}

/* The question, on what they differ in it, and whether somebody does not know. */
static void
add_subject (EupLayout *self, EupTable *table, const EupDifference *difference)
{
  g_autofree char *title = eup_layout_say_both (self, difference->question->title);
  g_autofree char *label = g_strdup_printf ("%d\302\240\302\240%s", difference->question->number, title);
  EupCell *cell = eup_table_add_text (table, "TH", EUP_STYLE_TABLE, label);

  for (guint i = 0; i < difference->things->len; i++)
    {
      g_autofree char *thing = eup_layout_say_both (self, g_ptr_array_index (difference->things, i));

      add_remark (self, cell, thing);
    }
  if (difference->unknown || difference->kind == EUP_DIFFERENCE_UNKNOWN)
    add_remark (self, cell, eup_layout_both (self, "difference-unknown"));
}

static void
add_difference (EupLayout *self, EupTable *table, const EupDifference *difference)
{
  add_subject (self, table, difference);
  for (guint voice = 0; voice < EUP_VOICE_FACILITATOR; voice++)
    {
      EupCell *cell = eup_table_add_cell (table, "TD");

      for (guint i = 0; i < difference->statements->len; i++)
        {
          const EupStatement *statement = g_ptr_array_index (difference->statements, i);
          const EupPerson *person = eup_assessment_find_person (self->assessment, statement->person);

          if (person != NULL && eup_person_voice (person) == voice)
            add_view (self, cell, difference, person, statement);
        }
      if (cell->paragraphs->len == 0 && (difference->missing & (1u << voice)))
        add_remark (self, cell, eup_layout_both (self, "difference-missing"));
    }
  eup_table_end_row (table);
}

/**
 * eup_layout_differences:
 *
 * Draws the questions where the voices differ: statements side by side, never a number between them.
 */
void
eup_layout_differences (EupLayout *self)
{
  g_autoptr (GPtrArray) differences = eup_rules_differences (self->assessment, self->snapshot->model);
  const char *const heads[] = { eup_layout_both (self, "head-question"),
                                eup_layout_both (self, "voice-resident"),
                                eup_layout_both (self, "voice-relatives"),
                                eup_layout_both (self, "voice-staff") };
  static const guint columns[] = { 1, 1, 1, 1 };
  EupTable *table;

  if (self->second != NULL && eup_paper_get_room (self->paper) < TALL_ROW)
    eup_paper_turn (self->paper);
  eup_layout_heading (self, eup_layout_both (self, "differences"), eup_layout_word (self, "differences-head"),
                      NULL, "differences");
  if (differences->len == 0)
    {
      add_note (self, eup_layout_both (self, "no-differences"));
      return;
    }
  table = eup_table_new (self, heads, columns, G_N_ELEMENTS (heads), TRUE);
  for (guint i = 0; i < differences->len; i++)
    add_difference (self, table, g_ptr_array_index (differences, i));
  eup_table_end (table);
}

static void
add_alternative (EupLayout *self, EupTable *table, const EupAlternative *alternative)
{
  const char *const lines[] = { alternative->intrusion, alternative->human_time, alternative->cost };
  EupStyle style = alternative->chosen ? EUP_STYLE_TABLE_STRONG : EUP_STYLE_TABLE;
  EupCell *cell = eup_table_add_text (table, "TH", style, alternative->title);
  EupParagraph *why = eup_paragraph_new (self->typeface, self->language);

  if (alternative->without_technology)
    eup_cell_add (cell,
                  eup_layout_text (self, eup_layout_both (self, "without-technology"), EUP_STYLE_TABLE_GREY,
                                   EUP_COLUMN_WIDTH),
                  NULL);
  eup_table_add_text (table, "TD", EUP_STYLE_TABLE, alternative->meets_need);
  cell = eup_table_add_cell (table, "TD");
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (eup_layout_is_said (lines[i]))
      eup_cell_add (cell, eup_layout_text (self, lines[i], EUP_STYLE_TABLE, EUP_COLUMN_WIDTH), NULL);
  cell = eup_table_add_cell (table, "TD");
  if (alternative->chosen)
    {
      eup_paragraph_add (why, eup_layout_word (self, "chosen"), EUP_STYLE_TABLE_STRONG);
      eup_paragraph_add (why, g_str_equal (self->language, "zh") ? "" : " ", EUP_STYLE_TABLE);
    }
  eup_paragraph_add (why, alternative->reason ? alternative->reason : "", EUP_STYLE_TABLE);
  if (alternative->chosen && self->second != NULL)
    eup_layout_add_second (self->second, why, eup_layout_word (self->second, "chosen"), EUP_STYLE_TABLE);
  eup_paragraph_set (why, EUP_COLUMN_WIDTH, 0);
  eup_cell_add (cell, why, NULL);
  eup_table_end_row (table);
}

/**
 * eup_layout_alternatives:
 *
 * Draws what else could meet the need, chosen or refused, all in the same size.
 */
void
eup_layout_alternatives (EupLayout *self)
{
  const char *const heads[] = { eup_layout_both (self, "head-alternative"),
                                eup_layout_both (self, "head-meets-need"),
                                eup_layout_both (self, "head-intrusion"),
                                eup_layout_both (self, "head-why") };
  static const guint columns[] = { 1, 1, 1, 1 };
  GPtrArray *alternatives = self->assessment->alternatives;
  EupTable *table;

  eup_layout_section (self, eup_layout_both (self, "alternatives"), NULL, 80);
  if (alternatives->len == 0)
    {
      add_note (self, eup_layout_both (self, "no-alternatives"));
      return;
    }
  table = eup_table_new (self, heads, columns, G_N_ELEMENTS (heads), FALSE);
  for (guint i = 0; i < alternatives->len; i++)
    add_alternative (self, table, g_ptr_array_index (alternatives, i));
  eup_table_end (table);
}
