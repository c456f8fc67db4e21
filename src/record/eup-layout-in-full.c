/* Long statements in full, in the order of the questions. */

#include "record/eup-statement.h"

static gboolean
is_long (const EupStatement *statement)
{
  return eup_statement_is_long (statement->words) || eup_statement_is_long (statement->translation);
}

static gboolean
any_is_long (EupLayout *self)
{
  for (guint i = 0; i < self->assessment->statements->len; i++)
    {
      const EupStatement *statement = g_ptr_array_index (self->assessment->statements, i);

      /* One to a question that is gone stands whole among its like. */
      if (is_long (statement) &&
          eup_method_find_question (self->snapshot->model->method, statement->question) != NULL)
        return TRUE;
    }
  return FALSE;
}

static char *
say_heading (EupLayout *self, const EupQuestion *question)
{
  g_autofree char *number = g_strdup_printf ("%d", question->number);
  g_autofree char *title = eup_layout_say (self, question->title);

  return eup_words_fill ("gate-question", self->language, "number", number, "title", title, NULL);
}

static void
add_statement (EupLayout *self,
               const EupQuestion *question,
               const EupPerson *person,
               const EupStatement *statement)
{
  g_autoptr (EupStatementFlow) flow = eup_statement_make_whole (self, person, statement);
  g_autofree char *heading = EUP_BOTH (self, say_heading, question);
  EupParagraph *title = eup_layout_text (self, heading, EUP_STYLE_SECTION, EUP_TEXT_WIDTH);
  g_autofree char *anchor = g_strconcat ("whole-", statement->id, NULL);
  EupBlock *block = eup_block_new ();

  if (!eup_paper_is_fresh (self->paper) &&
      eup_paper_get_room (self->paper) < 40 + eup_statement_flow_get_least (flow))
    eup_paper_turn (self->paper);
  eup_block_add_anchor (block, anchor);
  eup_block_add_rule (block, EUP_COLUMN_1, 0, EUP_FULL_WIDTH, 1, EUP_COLOUR_TEXT);
  eup_block_set_height (block, 34 + eup_layout_second_depth (title));
  eup_block_add_text (block, "H2", title, EUP_COLUMN_2, 21.5);
  eup_paper_place (self->paper, block);
  eup_statement_flow_place (flow, "H3");
}

/**
 * eup_layout_in_full:
 *
 * Draws the statements that were too long to stand whole in their place; nothing if there are none.
 */
void
eup_layout_in_full (EupLayout *self)
{
  GPtrArray *questions = eup_method_get_questions (self->snapshot->model->method);

  if (!any_is_long (self))
    return;
  eup_paper_begin (self->paper, "Sect");
  eup_layout_heading (self, eup_layout_both (self, "in-full"), eup_layout_word (self, "in-full"),
                      eup_layout_text (self, eup_layout_both (self, "in-full-intro"), EUP_STYLE_TEXT,
                                       EUP_TEXT_WIDTH),
                      "in-full");
  for (guint i = 0; i < questions->len; i++)
    for (guint voice = 0; voice <= EUP_VOICE_NONE; voice++)
      {
        const EupQuestion *question = g_ptr_array_index (questions, i);
        g_autoptr (GPtrArray) people = eup_assessment_people_of (self->assessment, (EupVoice) voice);

        for (guint j = 0; j < people->len; j++)
          {
            const EupPerson *person = g_ptr_array_index (people, j);
            const EupStatement *statement =
                eup_assessment_find_statement (self->assessment, question->id, person->id);

            if (statement != NULL && is_long (statement))
              add_statement (self, question, person, statement);
          }
      }
  eup_paper_end (self->paper);
}
