/* Acknowledgements: who has taken part of what is written here, drawn by hand or said, and who does not wish
 * to or can't. All stand in the same size, four in a row; the words that somebody added follow below. */

#include "assessment/eup-acknowledge.h"
#include "record/eup-ink.h"
#include "record/eup-table.h"

#define BOX_HEIGHT (18.3 * EUP_MM)
#define BOX_WIDTH (BOX_HEIGHT * EUP_INK_RATIO)
#define LEAST_HEIGHT (BOX_HEIGHT + 60)
#define ROW_GAP 14

static const EupAcknowledgement *
find (EupLayout *self, const EupPerson *person)
{
  return eup_assessment_find (self->assessment, EUP_PART_ACKNOWLEDGEMENT, person->id);
}

static char *
who (EupLayout *self, const EupPerson *person)
{
  g_autofree char *role = eup_layout_role (self, person);

  return eup_layout_who (self, eup_layout_name (self, person), role);
}

/* Strokes alone would not count as content: the printed name belongs to the picture. */
static double
add_figure (EupLayout *self,
            EupBlock *block,
            const EupPerson *person,
            const EupAcknowledgement *of,
            EupDrawing *drawing,
            double x)
{
  EupParagraph *name =
      eup_layout_text (self, eup_layout_name (self, person), EUP_STYLE_TEXT_STRONG, EUP_COLUMN_WIDTH);
  guint n = eup_paragraph_get_n_lines (name);
  double leading = eup_paragraph_get_leading (name);
  g_autofree char *time = eup_layout_time (self, of->at);
  EupTag *figure = eup_block_begin (block, "Figure");

  figure->alt = eup_words_fill ("acknowledged-alt", self->language, "name", eup_layout_name (self, person),
                                "time", time, "witness", of->witness, NULL);
  eup_block_add_drawing (block, drawing, x, 0, BOX_WIDTH);
  eup_block_add_lines (block, name, x, BOX_HEIGHT + 2 + leading, 0, n);
  eup_block_end (block);
  eup_paragraph_unref (name);
  return BOX_HEIGHT + 2 + n * leading;
}

/* In words, on the same line as the others' drawings. */
static double
add_state (EupLayout *self, EupBlock *block, const EupPerson *person, EupAcknowledged kind, double x)
{
  static const char *const keys[] = {
    [EUP_ACKNOWLEDGED_OPEN] = "acknowledged-open",
    [EUP_ACKNOWLEDGED_DRAWN] = "acknowledged-open", /* what can't be read is not there */
    [EUP_ACKNOWLEDGED_SAID] = "acknowledged-said",
    [EUP_ACKNOWLEDGED_DECLINED] = "acknowledged-declined",
    [EUP_ACKNOWLEDGED_CANNOT] = "acknowledged-cannot",
    [EUP_ACKNOWLEDGED_NOT_ASKED] = "acknowledged-not-asked",
  };
  /* Two languages of two lines each have to stand as high as a drawing. */
  EupParagraph *state = eup_layout_text (self, eup_layout_both (self, keys[kind]),
                                         self->second ? EUP_STYLE_ROW : EUP_STYLE_LEAD, EUP_COLUMN_WIDTH);
  double above = eup_paragraph_get_offset (state, 0, eup_paragraph_get_n_lines (state) - 1);

  eup_block_add_text (block, "P", state, x, BOX_HEIGHT - 5 - above);
  return eup_layout_stack (block, "P",
                           eup_layout_text (self, eup_layout_name (self, person), EUP_STYLE_TEXT_STRONG,
                                            EUP_COLUMN_WIDTH),
                           x, BOX_HEIGHT + 2, 0);
}

/* "Written on screen 26 November 2026, 15:20, witnessed by Lena Sand." */
static char *
say_how (const EupLayout *self, const EupAcknowledgement *of)
{
  g_autofree char *time = of ? eup_layout_time (self, of->at) : NULL;
  gboolean drawn = eup_acknowledgement_kind (of) == EUP_ACKNOWLEDGED_DRAWN;

  if (of == NULL || !eup_layout_is_said (of->witness))
    return NULL;
  return eup_words_fill (drawn ? "acknowledged-written" : "acknowledged-with", self->language, "time", time,
                         "witness", of->witness, NULL);
}

/* Returns: how high it is */
static double
add_cell (EupLayout *self, EupBlock *block, const EupPerson *person, double x)
{
  const EupAcknowledgement *of = find (self, person);
  EupDrawing *drawing = eup_acknowledgement_draw (of);
  g_autofree char *role = EUP_BOTH (self, eup_layout_role, person);
  g_autofree char *how = EUP_BOTH (self, say_how, of);
  double last;

  eup_block_begin (block, "Sect");
  eup_block_add_rule (block, x, BOX_HEIGHT + 1.5, EUP_COLUMN_WIDTH, 0.8, EUP_COLOUR_TEXT);
  last = drawing ? add_figure (self, block, person, of, drawing, x)
                 : add_state (self, block, person, eup_acknowledgement_kind (of), x);
  if (*role != '\0')
    last = eup_layout_stack (block, "P", eup_layout_text (self, role, EUP_STYLE_SMALL, EUP_COLUMN_WIDTH), x,
                             last, 1);
  if (how != NULL)
    last = eup_layout_stack (block, "P", eup_layout_text (self, how, EUP_STYLE_SMALL, EUP_COLUMN_WIDTH), x,
                             last, 0);
  eup_block_end (block);
  return last;
}

static void
add_row (EupLayout *self, GPtrArray *people, guint first)
{
  static const double columns[] = { EUP_COLUMN_1, EUP_COLUMN_2, EUP_COLUMN_3, EUP_COLUMN_4 };
  EupBlock *block = eup_block_new ();
  double height = 0;

  for (guint i = 0; i < G_N_ELEMENTS (columns) && first + i < people->len; i++)
    {
      double cell = add_cell (self, block, people->pdata[first + i], columns[i]);

      height = MAX (height, cell);
    }
  eup_block_set_height (block, height + ROW_GAP);
  eup_paper_place (self->paper, block);
}

/* What the person was told, where it came to something else afterwards. */
static char *
say_earlier_outcome (EupLayout *self, const EupAcknowledgement *of)
{
  return eup_rules_acknowledgement_is_of_outcome (of, self->assessment, self->snapshot->model)
             ? NULL
             : eup_words_fill ("acknowledged-earlier", self->language, "outcome", of->outcome, NULL);
}

static void
add_words (EupLayout *self, EupTable *table, const EupPerson *person, const EupAcknowledgement *of)
{
  g_autofree char *name = who (self, person);
  g_autofree char *earlier = say_earlier_outcome (self, of);
  g_auto (GStrv) lines = g_strsplit (eup_layout_is_said (of->words) ? of->words : "", "\n", -1);
  double width = EUP_TEXT_WIDTH;
  EupCell *cell;

  eup_table_add_text (table, "TH", EUP_STYLE_TABLE, name);
  cell = eup_table_add_cell (table, "TD");
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      eup_cell_add (cell, eup_layout_text (self, lines[i], EUP_STYLE_WORDS_TABLE, width), NULL);
  if (earlier != NULL)
    eup_cell_add (cell, eup_layout_text (self, earlier, EUP_STYLE_TABLE_GREY, width), NULL);
  eup_table_end_row (table);
}

static void
add_all_words (EupLayout *self, GPtrArray *people)
{
  const char *const heads[] = { eup_layout_both (self, "head-name"),
                                eup_layout_both (self, "acknowledged-words") };
  static const guint columns[] = { 1, 3 };
  EupTable *table = NULL;

  for (guint i = 0; i < people->len; i++)
    {
      const EupPerson *person = people->pdata[i];
      const EupAcknowledgement *of = find (self, person);

      if (of == NULL || (!eup_layout_is_said (of->words) && eup_rules_acknowledgement_is_of_outcome (
                                                                of, self->assessment, self->snapshot->model)))
        continue;
      if (table == NULL)
        table = eup_table_new (self, heads, columns, G_N_ELEMENTS (heads), FALSE);
      add_words (self, table, person, of);
    }
  if (table != NULL)
    eup_table_end (table);
}

/**
 * eup_layout_acknowledgements:
 *
 * Draws who has taken part of what is written; nothing where nobody was asked. Once somebody was, each
 * person with a voice has a place, also an open one.
 */
void
eup_layout_acknowledgements (EupLayout *self)
{
  g_autoptr (GPtrArray) people = NULL;

  if (self->assessment->acknowledgements->len == 0)
    return;
  people = eup_rules_who_may_acknowledge (self->assessment);
  eup_paper_begin (self->paper, "Sect");
  eup_layout_section (self, eup_layout_both (self, "acknowledgements"),
                      eup_layout_both (self, "acknowledgements-note"), LEAST_HEIGHT);
  for (guint i = 0; i < people->len; i += 4)
    add_row (self, people, i);
  add_all_words (self, people);
  eup_paper_end (self->paper);
}
