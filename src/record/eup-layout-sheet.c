/* The data sheet: what the technology can collect and who can see it, what applies here, what
 * happens when it fails, what it costs. */

#include "record/eup-layout-fields.h"
#include "record/eup-table.h"

static char *
join_texts (EupLayout *self, GPtrArray *texts)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_null_terminated (texts->len, g_free, TRUE);

  for (guint i = 0; i < texts->len; i++)
    g_ptr_array_add (words, eup_layout_say (self, g_ptr_array_index (texts, i)));
  return g_strjoinv ("\302\240· ", (char **) words->pdata);
}

static void
add_texts (EupLayout *self, EupTable *table, const char *label, GPtrArray *texts)
{
  g_autofree char *list = texts ? EUP_BOTH (self, join_texts, texts) : NULL;

  if (!eup_layout_is_said (list))
    return;
  eup_table_add_text (table, "TH", EUP_STYLE_TABLE, eup_layout_both (self, label));
  eup_table_add_text (table, "TD", EUP_STYLE_TABLE, list);
  eup_table_end_row (table);
}

static void
add_paragraph_cb (EupParagraph *paragraph, const char *language, gpointer data)
{
  eup_cell_add (data, paragraph, language);
}

/* Those who filled in something at @question, in the order in which they are asked. */
static GPtrArray *
list_statements (EupLayout *self, const EupQuestion *question)
{
  GPtrArray *statements = g_ptr_array_new ();

  for (guint voice = 0; voice <= EUP_VOICE_NONE; voice++)
    {
      g_autoptr (GPtrArray) people = eup_assessment_people_of (self->assessment, (EupVoice) voice);

      for (guint i = 0; i < people->len; i++)
        {
          const EupPerson *person = g_ptr_array_index (people, i);
          const EupStatement *statement =
              eup_assessment_find_statement (self->assessment, question->id, person->id);

          if (statement != NULL && eup_layout_has_fields (question, statement))
            g_ptr_array_add (statements, (gpointer) statement);
        }
    }
  return statements;
}

static void
add_question (EupLayout *self, EupTable *table, const EupQuestion *question)
{
  g_autoptr (GPtrArray) statements = list_statements (self, question);
  g_autofree char *title = eup_layout_say_both (self, question->title);
  g_autofree char *label = g_strdup_printf ("%d\302\240\302\240%s", question->number, title);
  EupCell *cell;

  if (statements->len == 0)
    return;
  eup_table_add_text (table, "TH", EUP_STYLE_TABLE, label);
  cell = eup_table_add_cell (table, "TD");
  for (guint i = 0; i < statements->len; i++)
    {
      const EupStatement *statement = g_ptr_array_index (statements, i);
      const EupPerson *person = eup_assessment_find_person (self->assessment, statement->person);

      if (statements->len > 1 && person != NULL)
        eup_cell_add_after (cell,
                            eup_layout_text (self, eup_layout_name (self, person), EUP_STYLE_TABLE_STRONG,
                                             EUP_TEXT_WIDTH),
                            i > 0 ? 4 : 0);
      eup_layout_fields (self, question, statement, EUP_TEXT_WIDTH, TRUE, add_paragraph_cb, cell);
    }
  eup_table_end_row (table);
}

static gboolean
has_sheet (EupLayout *self, const EupTechnology *technology, GPtrArray *questions)
{
  if (technology != NULL && (technology->data->len > 0 || technology->viewers->len > 0))
    return TRUE;
  for (guint i = 0; i < questions->len; i++)
    {
      const EupQuestion *question = g_ptr_array_index (questions, i);
      g_autoptr (GPtrArray) statements = question->sheet ? list_statements (self, question) : NULL;

      if (statements != NULL && statements->len > 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * eup_layout_sheet:
 *
 * Draws what the technology collects, who sees it, what applies when it fails and what it costs:
 * the catalogue's words, and what was filled in at the questions that the method gathers here.
 */
void
eup_layout_sheet (EupLayout *self)
{
  const EupModel *model = self->snapshot->model;
  const EupTechnology *technology = eup_catalogue_find (model->catalogue, self->assessment->card->technology);
  GPtrArray *questions = eup_method_get_questions (model->method);
  const char *const heads[] = { eup_layout_both (self, "head-sheet"),
                                eup_layout_both (self, "head-applies") };
  static const guint columns[] = { 1, 3 };
  EupBlock *anchor;
  EupTable *table;

  if (!has_sheet (self, technology, questions))
    return;
  eup_layout_section (self, eup_layout_both (self, "sheet"), eup_layout_both (self, "sheet-note"), 100);
  anchor = eup_block_new ();
  eup_block_add_anchor (anchor, "sheet");
  eup_paper_place (self->paper, anchor);
  table = eup_table_new (self, heads, columns, G_N_ELEMENTS (heads), FALSE);
  if (technology != NULL)
    {
      add_texts (self, table, "sheet-data", technology->data);
      add_texts (self, table, "sheet-viewers", technology->viewers);
    }
  for (guint i = 0; i < questions->len; i++)
    if (((const EupQuestion *) g_ptr_array_index (questions, i))->sheet)
      add_question (self, table, g_ptr_array_index (questions, i));
  eup_table_end (table);
}
