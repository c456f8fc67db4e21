/* How the resident was asked alone: when, where, how, by whom, how it ended and what was seen; and the
 * answers, where they are not those of the meeting. */

#include "assessment/eup-sittings.h"
#include "record/eup-table.h"

#include <string.h>

static void
add_line (EupLayout *self, EupCell *cell, const char *text, EupStyle style, double width)
{
  if (eup_layout_is_said (text))
    eup_cell_add (cell, eup_layout_text (self, text, style, width), NULL);
}

/* The record's word for an id, such as "occasion-" and "morning". */
static const char *
word_for (EupLayout *self, const char *prefix, const char *id)
{
  g_autofree char *key = eup_layout_is_said (id) ? g_strconcat (prefix, id, NULL) : NULL;

  return key ? eup_layout_both (self, key) : NULL;
}

static void
add_what_happened (EupLayout *self, EupCell *cell, const EupSitting *sitting)
{
  guint n = eup_rules_sitting_n_answers (self->assessment, sitting->id);
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *answers = eup_layout_fill (self, "sitting-answers", "n", number, NULL);
  const char *end = word_for (self, "sitting-end-", sitting->ended ? sitting->end : "open");

  add_line (self, cell, end, EUP_STYLE_TABLE, EUP_TWO_COLUMNS);
  add_line (self, cell, answers, EUP_STYLE_TABLE, EUP_TWO_COLUMNS);
  if (eup_rules_sitting_has_sign (self->assessment, "tired", sitting->id))
    add_line (self, cell, eup_layout_both (self, "sign-tired-sentence"), EUP_STYLE_TABLE, EUP_TWO_COLUMNS);
  if (eup_rules_sitting_has_sign (self->assessment, "refuses", sitting->id))
    add_line (self, cell, eup_layout_both (self, "sign-refuses-sentence"), EUP_STYLE_TABLE, EUP_TWO_COLUMNS);
  add_line (self, cell, sitting->note, EUP_STYLE_TABLE, EUP_TWO_COLUMNS);
}

static void
add_sitting (EupLayout *self, EupTable *table, const EupSitting *sitting)
{
  g_autofree char *date = EUP_BOTH (self, eup_layout_date, sitting->began);
  EupCell *cell = eup_table_add_cell (table, "TH");

  add_line (self, cell, date, EUP_STYLE_TABLE, EUP_COLUMN_WIDTH);
  add_line (self, cell, word_for (self, "occasion-", sitting->occasion), EUP_STYLE_TABLE_GREY,
            EUP_COLUMN_WIDTH);
  add_line (self, cell, sitting->place, EUP_STYLE_TABLE_GREY, EUP_COLUMN_WIDTH);
  cell = eup_table_add_cell (table, "TD");
  add_line (self, cell, word_for (self, "sitting-method-", sitting->method), EUP_STYLE_TABLE,
            EUP_COLUMN_WIDTH);
  add_line (self, cell, sitting->by, EUP_STYLE_TABLE_GREY, EUP_COLUMN_WIDTH);
  add_what_happened (self, eup_table_add_cell (table, "TD"), sitting);
  eup_table_end_row (table);
}

/* What was said on one day: the date, then the answer in words. */
static void
add_day (EupLayout *self, EupCell *cell, const EupStatement *said)
{
  g_autofree char *date = eup_layout_date (self, said->said);
  g_autofree char *stance = eup_layout_stance (self, said);
  g_autofree char *second = self->second ? eup_layout_stance (self->second, said) : NULL;
  EupParagraph *paragraph = eup_paragraph_new (self->typeface, self->language);

  eup_paragraph_add (paragraph, date, EUP_STYLE_TABLE_GREY);
  if (*stance != '\0')
    {
      eup_paragraph_add (paragraph, "  ", EUP_STYLE_TABLE);
      eup_paragraph_add (paragraph, stance, EUP_STYLE_TABLE);
    }
  eup_layout_add_second (self->second, paragraph, second, EUP_STYLE_TABLE);
  eup_paragraph_set (paragraph, EUP_TWO_COLUMNS + EUP_COLUMN_WIDTH, 0);
  eup_cell_add_after (cell, paragraph, 3);
  if (eup_layout_is_said (said->words))
    {
      g_autofree char *words = eup_words_fill ("quoted", self->language, "words", said->words, NULL);

      eup_cell_add (cell,
                    eup_layout_text (self, words, EUP_STYLE_WORDS_TABLE, EUP_TWO_COLUMNS + EUP_COLUMN_WIDTH),
                    eup_layout_tag_language (self, said->language));
    }
}

static void
add_question (EupLayout *self, EupTable *table, const EupQuestion *question)
{
  g_autoptr (GPtrArray) sittings = eup_rules_sittings (self->assessment);
  g_autofree char *title = eup_layout_say_both (self, question->title);
  g_autofree char *label = g_strdup_printf ("%d\302\240\302\240%s", question->number, title);
  EupCell *cell;

  eup_table_add_text (table, "TH", EUP_STYLE_TABLE, label);
  cell = eup_table_add_cell (table, "TD");
  for (guint i = 0; i < sittings->len; i++)
    {
      EupStatement *said = eup_rules_said_in_sittings (self->assessment, question,
                                                       ((EupSitting *) g_ptr_array_index (sittings, i))->id);

      if (said == NULL)
        continue;
      add_day (self, cell, said);
      eup_shape_free (eup_part_shape (EUP_PART_STATEMENT), said);
    }
  eup_table_end_row (table);
}

/* Whether @said is all in @statement: nothing that was chosen or said is lost without it. */
static gboolean
stands_in (const EupStatement *said, const EupStatement *statement)
{
  if (statement == NULL)
    return FALSE;
  if (eup_layout_is_said (said->words) &&
      (statement->words == NULL || strstr (statement->words, said->words) == NULL))
    return FALSE;
  return eup_rules_answers_agree (said, statement) != EUP_AGREEMENT_DIFFERENT;
}

/* Whether some time it was answered otherwise than what stands with the answers of the meeting. */
static gboolean
is_worth_telling (EupLayout *self, const EupQuestion *question)
{
  const EupPerson *resident = eup_rules_resident (self->assessment);
  const EupStatement *statement =
      resident ? eup_assessment_find_statement (self->assessment, question->id, resident->id) : NULL;
  g_autoptr (GPtrArray) sittings = eup_rules_sittings (self->assessment);

  for (guint i = 0; i < sittings->len; i++)
    {
      EupStatement *said = eup_rules_said_in_sittings (self->assessment, question,
                                                       ((EupSitting *) g_ptr_array_index (sittings, i))->id);
      gboolean stands = said == NULL || stands_in (said, statement);

      if (said != NULL)
        eup_shape_free (eup_part_shape (EUP_PART_STATEMENT), said);
      if (!stands)
        return TRUE;
    }
  return FALSE;
}

/* Only what was otherwise some time: the rest stands with the answers of the meeting. */
static void
add_answers (EupLayout *self)
{
  const char *const heads[] = { eup_layout_both (self, "head-question"),
                                eup_layout_both (self, "head-answers") };
  static const guint columns[] = { 1, 3 };
  GPtrArray *questions = eup_method_get_questions (self->snapshot->model->method);
  EupTable *table = NULL;

  for (guint i = 0; i < questions->len; i++)
    {
      const EupQuestion *question = g_ptr_array_index (questions, i);

      if (!is_worth_telling (self, question))
        continue;
      if (table == NULL)
        {
          eup_layout_subsection (self, eup_layout_both (self, "answers-each-time"));
          table = eup_table_new (self, heads, columns, G_N_ELEMENTS (heads), FALSE);
        }
      add_question (self, table, question);
    }
  if (table != NULL)
    eup_table_end (table);
}

/**
 * eup_layout_sittings:
 *
 * Draws how the resident was asked before the meeting; nothing where there was no sitting.
 */
void
eup_layout_sittings (EupLayout *self)
{
  const char *const heads[] = { eup_layout_both (self, "head-when"), eup_layout_both (self, "head-how-by"),
                                eup_layout_both (self, "head-what-happened") };
  static const guint columns[] = { 1, 1, 2 };
  g_autoptr (GPtrArray) sittings = eup_rules_sittings (self->assessment);
  g_autofree char *title = eup_layout_fill (self, "sittings", "person", self->assessment->card->alias, NULL);
  EupTable *table;

  if (sittings->len == 0)
    return;
  eup_layout_section (self, title, eup_layout_both (self, "sittings-note"), 80);
  table = eup_table_new (self, heads, columns, G_N_ELEMENTS (heads), FALSE);
  for (guint i = 0; i < sittings->len; i++)
    add_sitting (self, table, g_ptr_array_index (sittings, i));
  eup_table_end (table);
  add_answers (self);
}
