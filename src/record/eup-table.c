/* Tables: a 1 pt rule opens, 0.5 pt closes the heads, 0.4 pt stands between rows, nothing closes.
 * A row stays on one page unless it is taller than half a page; then it goes on line by line. */

#include "record/eup-table.h"

#define HEAD_ABOVE 12.5
#define HEAD_BELOW 6
#define CELL_ABOVE 13.5
#define CELL_BELOW 8
/* Above the first line of a row and below its last, without the lines' own leading. */
#define AROUND (CELL_ABOVE + CELL_BELOW - 12.5)
#define SHORTEST_PART 40
#define HALF_A_PAGE ((EUP_BOTTOM - EUP_TOP) / 2)

struct _EupTable
{
  EupLayout *layout;
  GPtrArray *heads; /* strings */
  GArray *columns;  /* guint: grid columns of each cell */
  gboolean voices;  /* heads 1 … are the three voices */
  GPtrArray *cells; /* EupCell of the row under way */
  gboolean has_symbol;
  EupVoice symbol;
  guint n_rows; /* on this page */
};

static void
cell_free (EupCell *cell)
{
  g_ptr_array_unref (cell->paragraphs);
  g_ptr_array_unref (cell->languages);
  g_array_unref (cell->gaps);
  g_free (cell);
}

static double
column_x (const EupTable *self, guint cell)
{
  static const double lefts[] = { EUP_COLUMN_1, EUP_COLUMN_2, EUP_COLUMN_3, EUP_COLUMN_4 };
  guint column = 0;

  for (guint i = 0; i < cell; i++)
    column += g_array_index (self->columns, guint, i);
  return lefts[MIN (column, 3)];
}

/**
 * eup_table_get_width:
 * @column: a cell's place in its row
 *
 * Returns: how wide the words in that cell may be
 */
double
eup_table_get_width (const EupTable *self, guint column)
{
  static const double widths[] = { EUP_COLUMN_WIDTH, EUP_TWO_COLUMNS, EUP_TEXT_WIDTH };

  return widths[CLAMP (g_array_index (self->columns, guint, column), 1, 3) - 1];
}

/* Returns: how much lower the head ends where it is said in a second language too */
static double
add_head_words (EupTable *self, EupBlock *block, gboolean repeated)
{
  double deepest = 0;

  for (guint i = 0; i < self->heads->len; i++)
    {
      EupParagraph *head = eup_layout_text (self->layout, g_ptr_array_index (self->heads, i), EUP_STYLE_SMALL,
                                            eup_table_get_width (self, i));
      guint lines = self->layout->second ? eup_paragraph_get_n_lines (head) : 1;

      deepest = MAX (deepest, eup_paragraph_get_offset (head, 0, lines - 1));
      if (repeated)
        eup_block_add_note (block, head, column_x (self, i), HEAD_ABOVE);
      else
        {
          EupTag *tag = eup_block_begin (block, "TH");

          tag->scope = g_strdup ("Column");
          eup_block_add_lines (block, head, column_x (self, i), HEAD_ABOVE, 0, lines);
          eup_block_end (block);
          eup_paragraph_unref (head);
        }
      if (self->voices && i > 0)
        eup_block_add_symbol (block, (EupVoice) (i - 1), column_x (self, i), HEAD_ABOVE, EUP_STYLE_SMALL);
    }
  return deepest;
}

static void
place_heads (EupTable *self, gboolean repeated)
{
  EupBlock *block = eup_block_new ();
  double height = HEAD_ABOVE + HEAD_BELOW;

  eup_block_add_rule (block, EUP_COLUMN_1, 0, EUP_FULL_WIDTH, 1, EUP_COLOUR_TEXT);
  if (!repeated)
    eup_block_begin (block, "TR");
  height += add_head_words (self, block, repeated);
  if (!repeated)
    eup_block_end (block);
  eup_block_add_rule (block, EUP_COLUMN_1, height, EUP_FULL_WIDTH, 0.5, EUP_COLOUR_TEXT);
  eup_block_set_height (block, height);
  eup_paper_place (self->layout->paper, block);
  self->n_rows = 0;
}

/**
 * eup_table_new:
 * @heads: (array length=n): what stands over the columns, in the record's language
 * @columns: (array length=n): how many columns of the grid each takes
 * @voices: whether the second to fourth are the three voices, with their symbols
 *
 * Returns: (transfer full): a table whose head is drawn; end it with eup_table_end()
 */
EupTable *
eup_table_new (EupLayout *layout, const char *const *heads, const guint *columns, guint n, gboolean voices)
{
  EupTable *self = g_new0 (EupTable, 1);

  self->layout = layout;
  self->heads = g_ptr_array_new_with_free_func (g_free);
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  self->voices = voices;
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (self->heads, g_strdup (heads[i]));
      g_array_append_val (self->columns, columns[i]);
    }
  self->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) cell_free);
  eup_paper_begin (layout->paper, "Table");
  place_heads (self, FALSE);
  return self;
}

/**
 * eup_table_add_cell:
 *
 * Returns: (transfer none): the next cell of the row under way, empty
 */
EupCell *
eup_table_add_cell (EupTable *self, const char *tag)
{
  EupCell *cell = g_new0 (EupCell, 1);

  cell->tag = tag;
  cell->columns = g_array_index (self->columns, guint, self->cells->len);
  cell->paragraphs = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_paragraph_unref);
  cell->languages = g_ptr_array_new_with_free_func (g_free);
  cell->gaps = g_array_new (FALSE, FALSE, sizeof (double));
  g_ptr_array_add (self->cells, cell);
  return cell;
}

/**
 * eup_cell_add:
 * @paragraph: (transfer full): words
 * @language: (nullable): their language where it is not the record's
 */
void
eup_cell_add (EupCell *cell, EupParagraph *paragraph, const char *language)
{
  double gap = 0;

  g_ptr_array_add (cell->paragraphs, paragraph);
  g_ptr_array_add (cell->languages, g_strdup (language));
  g_array_append_val (cell->gaps, gap);
}

/**
 * eup_cell_add_after:
 * @paragraph: (transfer full): words
 * @gap: how much white stands above them, unless they are the first
 */
void
eup_cell_add_after (EupCell *cell, EupParagraph *paragraph, double gap)
{
  eup_cell_add (cell, paragraph, NULL);
  if (cell->gaps->len > 1)
    g_array_index (cell->gaps, double, cell->gaps->len - 1) = gap;
}

/**
 * eup_table_add_text:
 * @text: (nullable): what stands in the cell; none leaves it empty
 *
 * Returns: (transfer none): the next cell of the row under way, with @text as wide as the cell
 */
EupCell *
eup_table_add_text (EupTable *self, const char *tag, EupStyle style, const char *text)
{
  guint column = self->cells->len;
  EupCell *cell = eup_table_add_cell (self, tag);

  if (eup_layout_is_said (text))
    eup_cell_add (cell, eup_layout_text (self->layout, text, style, eup_table_get_width (self, column)),
                  NULL);
  return cell;
}

/**
 * eup_table_set_symbol:
 *
 * Hangs the symbol of @voice beside the first cell of the row under way.
 */
void
eup_table_set_symbol (EupTable *self, EupVoice voice)
{
  self->has_symbol = TRUE;
  self->symbol = voice;
}

static double
cell_height (const EupCell *cell)
{
  double height = 0;

  for (guint i = 0; i < cell->paragraphs->len; i++)
    {
      EupParagraph *paragraph = g_ptr_array_index (cell->paragraphs, i);

      height += g_array_index (cell->gaps, double, i) +
                eup_paragraph_get_n_lines (paragraph) * eup_paragraph_get_leading (paragraph);
    }
  return height;
}

/* How much of the row is still to be drawn. */
static double
row_left (const EupTable *self)
{
  double left = 0;

  for (guint i = 0; i < self->cells->len; i++)
    {
      const EupCell *cell = g_ptr_array_index (self->cells, i);

      left = MAX (left, cell_height (cell) - cell->done);
    }
  return left;
}

static EupTag *
begin_cell (EupBlock *block, const EupCell *cell)
{
  EupTag *tag = eup_block_begin (block, cell->tag);

  if (g_str_equal (cell->tag, "TH"))
    tag->scope = g_strdup ("Row");
  return tag;
}

/* Draws the lines of one paragraph, whose top stands at @y in its cell, that end above @limit and are
 * not drawn yet. Returns where the first line begins that is left, or where the paragraph ends. */
static double
add_lines (EupBlock *block, const EupCell *cell, guint i, double x, double y, double limit, double rise)
{
  EupParagraph *paragraph = g_ptr_array_index (cell->paragraphs, i);
  double leading = eup_paragraph_get_leading (paragraph);
  guint n = eup_paragraph_get_n_lines (paragraph);
  guint first = 0, end;

  while (first < n && y + first * leading < cell->done - 0.01)
    first++;
  for (end = first; end < n && y + (end + 1) * leading <= limit + 0.01; end++)
    ;
  if (first < end)
    {
      EupTag *tag = eup_block_begin (block, "P");

      tag->lang = g_strdup (g_ptr_array_index (cell->languages, i));
      eup_block_add_lines (block, paragraph, x, CELL_ABOVE + y + (first + 1) * leading - cell->done - rise,
                           first, end - first);
      eup_block_end (block);
    }
  return y + end * leading;
}

/* Draws what is left of @cell as far as it fits into @room. Returns the height that it took. */
static double
add_cell (EupBlock *block, EupCell *cell, double x, double room)
{
  double y = 0, reached = cell->done, rise;

  begin_cell (block, cell);
  if (cell->paragraphs->len > 0)
    {
      rise = eup_paragraph_get_leading (g_ptr_array_index (cell->paragraphs, 0));
      for (guint i = 0; i < cell->paragraphs->len; i++)
        {
          EupParagraph *paragraph = g_ptr_array_index (cell->paragraphs, i);
          double height = eup_paragraph_get_n_lines (paragraph) * eup_paragraph_get_leading (paragraph);
          double end;

          y += g_array_index (cell->gaps, double, i);
          end = add_lines (block, cell, i, x, y, cell->done + room, rise);
          reached = MAX (reached, end);
          if (end < y + height - 0.01)
            break;
          y += height;
        }
    }
  eup_block_end (block);
  room = reached - cell->done;
  cell->done = reached;
  return room;
}

/* Places what is left of the row as far as it fits into @room. */
static void
place_part (EupTable *self, double room, gboolean first)
{
  EupBlock *block = eup_block_new ();
  double height = 0;

  if (self->n_rows > 0)
    eup_block_add_rule (block, EUP_COLUMN_1, 0, EUP_FULL_WIDTH, 0.4, EUP_COLOUR_TABLE_ROW);
  if (self->has_symbol && first)
    eup_block_add_symbol (block, self->symbol, EUP_COLUMN_1, CELL_ABOVE, EUP_STYLE_TABLE);
  eup_block_begin (block, "TR");
  for (guint i = 0; i < self->cells->len; i++)
    {
      double taken = add_cell (block, g_ptr_array_index (self->cells, i), column_x (self, i), room);

      height = MAX (height, taken);
    }
  eup_block_end (block);
  eup_block_set_height (block, AROUND + height);
  eup_paper_place (self->layout->paper, block);
  self->n_rows++;
}

static void
turn (EupTable *self)
{
  eup_paper_turn (self->layout->paper);
  place_heads (self, TRUE);
}

/**
 * eup_table_end_row:
 *
 * Draws the row under way.
 */
void
eup_table_end_row (EupTable *self)
{
  EupPaper *paper = self->layout->paper;
  double height = row_left (self) + AROUND;
  gboolean first = TRUE;

  if (height > eup_paper_get_room (paper) && height <= HALF_A_PAGE)
    turn (self);
  do
    {
      if (MIN (row_left (self), SHORTEST_PART) + AROUND > eup_paper_get_room (paper))
        turn (self);
      place_part (self, eup_paper_get_room (paper) - AROUND, first);
      first = FALSE;
    }
  while (row_left (self) > 0.01);
  g_ptr_array_set_size (self->cells, 0);
  self->has_symbol = FALSE;
}

/**
 * eup_table_end:
 * @self: (transfer full)
 */
void
eup_table_end (EupTable *self)
{
  eup_paper_end (self->layout->paper);
  g_ptr_array_unref (self->heads);
  g_array_unref (self->columns);
  g_ptr_array_unref (self->cells);
  g_free (self);
}
