/* Answers to questions that the model no longer has: a newer version was taken over, or an addition
 * left out, in the middle of the case. What was said stays in the record. */

#include "record/eup-statement.h"

#include <string.h>

static gboolean
is_gone (EupLayout *self, const EupStatement *statement)
{
  return !eup_statement_is_empty (statement) &&
         eup_method_find_question (self->snapshot->model->method, statement->question) == NULL;
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* What was chosen or filled in. The words for it went with the question: the ids stand as they are. */
static void
add_values (EupLayout *self, EupStatementFlow *flow, GHashTable *values)
{
  g_autoptr (GPtrArray) names = values ? g_hash_table_get_keys_as_ptr_array (values) : NULL;

  if (names == NULL)
    return;
  g_ptr_array_sort (names, compare_strings);
  for (guint i = 0; i < names->len; i++)
    {
      const char *value = g_hash_table_lookup (values, names->pdata[i]);
      g_autofree char *line = g_strdup_printf ("%s: %s", (char *) names->pdata[i], value);

      if (eup_layout_is_said (value))
        eup_statement_flow_add (flow, eup_layout_text (self, line, EUP_STYLE_TEXT, EUP_TEXT_WIDTH), 2, NULL);
    }
}

static void
add_text (EupLayout *self, EupStatementFlow *flow, const char *text)
{
  if (eup_layout_is_said (text))
    eup_statement_flow_add (flow, eup_layout_text (self, text, EUP_STYLE_TEXT, EUP_TEXT_WIDTH), 2, NULL);
}

static void
add_statement (EupLayout *self, const EupPerson *person, const EupStatement *statement)
{
  g_autoptr (EupStatementFlow) flow = eup_statement_make_whole (self, person, statement);
  g_autofree char *ticks = statement->ticks ? g_strjoinv (" · ", statement->ticks) : NULL;
  g_autofree char *none = eup_layout_stance (self, statement);
  EupBlock *block = eup_block_new ();

  add_text (self, flow, none);
  add_text (self, flow, statement->reason);
  add_values (self, flow, statement->stances);
  add_values (self, flow, statement->counts);
  add_text (self, flow, ticks);
  add_values (self, flow, statement->fields);
  if (!eup_paper_is_fresh (self->paper) &&
      eup_paper_get_room (self->paper) < 40 + eup_statement_flow_get_least (flow))
    eup_paper_turn (self->paper);
  eup_block_add_rule (block, EUP_COLUMN_1, 0, EUP_FULL_WIDTH, 1, EUP_COLOUR_TEXT);
  eup_block_add_text (block, "H2",
                      eup_layout_text (self, statement->question, EUP_STYLE_SECTION, EUP_TEXT_WIDTH),
                      EUP_COLUMN_2, 21.5);
  eup_block_set_height (block, 34);
  eup_paper_place (self->paper, block);
  eup_statement_flow_place (flow, "H3");
}

/**
 * eup_layout_gone:
 *
 * Draws what was said to questions that the model does not have; nothing if there is none.
 */
void
eup_layout_gone (EupLayout *self)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < self->assessment->statements->len; i++)
    {
      const EupStatement *statement = g_ptr_array_index (self->assessment->statements, i);
      const EupPerson *person = eup_assessment_find_person (self->assessment, statement->person);

      if (person == NULL || !is_gone (self, statement))
        continue;
      if (!begun)
        {
          eup_paper_begin (self->paper, "Sect");
          eup_layout_heading (self, eup_layout_both (self, "gone"), eup_layout_word (self, "gone"),
                              eup_layout_text (self, eup_layout_both (self, "gone-intro"), EUP_STYLE_TEXT,
                                               EUP_TEXT_WIDTH),
                              "gone");
          begun = TRUE;
        }
      add_statement (self, person, statement);
    }
  if (begun)
    eup_paper_end (self->paper);
}
