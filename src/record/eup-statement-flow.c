/* A statement on its way over the pages: name and role in column 1, the answer, the words and where
 * they come from in columns 2 to 4, the voice's bar between them.
 *
 * Up to eight lines stay together. A longer statement is broken so that name and answer keep two
 * lines of words, the last two lines keep the line that says where they come from, and no paragraph
 * leaves one line alone. On the next page symbol and name stand again and the bar goes on. */

#include "record/eup-statement-flow.h"

#define FIRST_BASELINE 11.5
#define AFTER 13
#define NOTE_HEIGHT 13
#define WHOLE_UP_TO 8
#define NUMBER_RIGHT (57 * EUP_MM)

typedef struct
{
  EupParagraph *paragraph;
  char *language;
  double gap;
  guint number;    /* 0: none */
  gboolean source; /* says where the words above come from, and stays with them */
} Part;

typedef struct
{
  guint part, line;
  double baseline; /* from the first baseline of the statement */
} Line;

struct _EupStatementFlow
{
  EupLayout *layout;
  const EupPerson *person;
  GPtrArray *parts;
  GArray *lines;
};

static void
part_free (Part *part)
{
  eup_paragraph_unref (part->paragraph);
  g_free (part->language);
  g_free (part);
}

/**
 * eup_statement_flow_new:
 * @person: who speaks
 *
 * Returns: (transfer full): a statement without lines
 */
EupStatementFlow *
eup_statement_flow_new (EupLayout *layout, const EupPerson *person)
{
  EupStatementFlow *self = g_new0 (EupStatementFlow, 1);

  self->layout = layout;
  self->person = person;
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  return self;
}

void
eup_statement_flow_free (EupStatementFlow *self)
{
  g_ptr_array_unref (self->parts);
  g_array_unref (self->lines);
  g_free (self);
}

/**
 * eup_statement_flow_add_numbered:
 * @paragraph: (transfer full): words
 * @gap: how much farther than its leading it stands from what stands above
 * @language: (nullable): of the words, where it is not the record's
 * @number: printed beside the first line; 0 for none
 */
void
eup_statement_flow_add_numbered (
    EupStatementFlow *self, EupParagraph *paragraph, double gap, const char *language, guint number)
{
  Part *part = g_new0 (Part, 1);
  double leading = eup_paragraph_get_leading (paragraph);
  double last =
      self->lines->len ? g_array_index (self->lines, Line, self->lines->len - 1).baseline + gap : -leading;

  part->paragraph = paragraph;
  part->language = g_strdup (language);
  part->number = number;
  g_ptr_array_add (self->parts, part);
  for (guint i = 0; i < eup_paragraph_get_n_lines (paragraph); i++)
    {
      Line line = { self->parts->len - 1, i, last + (i + 1) * leading };

      g_array_append_val (self->lines, line);
    }
}

void
eup_statement_flow_add (EupStatementFlow *self, EupParagraph *paragraph, double gap, const char *language)
{
  eup_statement_flow_add_numbered (self, paragraph, gap, language, 0);
}

/**
 * eup_statement_flow_add_source:
 * @paragraph: (transfer full): where the words above come from
 */
void
eup_statement_flow_add_source (EupStatementFlow *self, EupParagraph *paragraph, double gap)
{
  eup_statement_flow_add_numbered (self, paragraph, gap, NULL, 0);
  ((Part *) g_ptr_array_index (self->parts, self->parts->len - 1))->source = TRUE;
}

static const Line *
get_line (const EupStatementFlow *self, guint i)
{
  return &g_array_index (self->lines, Line, i);
}

/* The height of a piece from line @first to before line @end, without the space after it. */
static double
piece_height (const EupStatementFlow *self, guint first, guint end)
{
  return FIRST_BASELINE + get_line (self, end - 1)->baseline - get_line (self, first)->baseline + 4;
}

static guint
lines_of (const EupStatementFlow *self, guint part)
{
  return eup_paragraph_get_n_lines (((Part *) g_ptr_array_index (self->parts, part))->paragraph);
}

static gboolean
is_whole (const EupStatementFlow *self)
{
  return self->lines->len <= WHOLE_UP_TO;
}

/* The smallest beginning: the answer and two lines of words. */
static guint
least_lines (const EupStatementFlow *self)
{
  return MIN (3, self->lines->len);
}

static gboolean
is_source (const EupStatementFlow *self, guint part)
{
  return part < self->parts->len && ((Part *) g_ptr_array_index (self->parts, part))->source;
}

/* Whether the page may end before line @end. */
static gboolean
may_break (const EupStatementFlow *self, guint first, guint end)
{
  const Line *last = get_line (self, end - 1);
  const Line *next = get_line (self, end);
  guint n = lines_of (self, next->part);

  if (is_source (self, next->part))
    return FALSE;
  if (is_source (self, next->part + 1) && n >= 2 && n - next->line < 2)
    return FALSE;
  if (last->part == next->part && (n <= 3 || last->line == 0 || next->line == n - 1))
    return FALSE;
  return end - first >= (first == 0 ? least_lines (self) : 1);
}

/**
 * eup_statement_flow_get_least:
 *
 * Returns: the room that the statement needs to begin on a page
 */
double
eup_statement_flow_get_least (const EupStatementFlow *self)
{
  guint end = least_lines (self);

  if (self->lines->len == 0)
    return 0;
  if (is_whole (self))
    return piece_height (self, 0, self->lines->len);
  while (self->layout->second != NULL && end < self->lines->len && !may_break (self, 0, end))
    end++; /* an answer in two languages stays in one piece */
  return piece_height (self, 0, end) + NOTE_HEIGHT;
}

/* How many lines from @first on fit into @room; 0 when the piece has to begin on the next page. */
static guint
fitting (const EupStatementFlow *self, guint first, double room)
{
  guint n = self->lines->len;
  guint end;

  if (piece_height (self, first, n) <= room)
    return n - first;
  if (is_whole (self))
    return 0;
  for (end = first; end < n && piece_height (self, first, end + 1) + NOTE_HEIGHT <= room; end++)
    ;
  while (end > first && !may_break (self, first, end))
    end--;
  return end - first;
}

static void
add_number (EupStatementFlow *self, EupBlock *block, guint number, double baseline)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  EupParagraph *paragraph = eup_layout_text (self->layout, text, EUP_STYLE_SMALL, EUP_COLUMN_WIDTH);

  eup_block_add_note (block, paragraph, NUMBER_RIGHT - eup_paragraph_get_width (paragraph), baseline);
}

static void
add_words (EupStatementFlow *self, EupBlock *block, guint first, guint end)
{
  double origin = get_line (self, first)->baseline;

  for (guint i = first; i < end;)
    {
      const Line *line = get_line (self, i);
      const Part *part = g_ptr_array_index (self->parts, line->part);
      double baseline = FIRST_BASELINE + line->baseline - origin;
      guint n = 1;

      while (i + n < end && get_line (self, i + n)->part == line->part)
        n++;
      if (part->number > 0 && line->line == 0)
        add_number (self, block, part->number, baseline);
      eup_block_begin (block, "P")->lang = g_strdup (part->language);
      eup_block_add_lines (block, part->paragraph, EUP_COLUMN_2, baseline, line->line, n);
      eup_block_end (block);
      i += n;
    }
}

static EupParagraph *
make_name (EupStatementFlow *self, gboolean continued)
{
  EupLayout *layout = self->layout;
  g_autofree char *role = eup_layout_role (layout, self->person);
  EupParagraph *name = eup_paragraph_new (layout->typeface, layout->language);
  const char *rest = continued ? eup_layout_word (layout, "continued") : role;
  g_autofree char *second = layout->second ? eup_layout_role (layout->second, self->person) : NULL;

  eup_paragraph_add (name, eup_layout_name (layout, self->person), EUP_STYLE_TEXT_STRONG);
  if (*rest != '\0')
    {
      eup_paragraph_add (name, "  ", EUP_STYLE_TEXT);
      eup_paragraph_add (name, rest, EUP_STYLE_TEXT_GREY);
    }
  if (!continued && g_strcmp0 (second, role) != 0)
    eup_layout_add_second (layout->second, name, second, EUP_STYLE_TEXT_GREY);
  eup_paragraph_set (name, EUP_COLUMN_WIDTH, 0);
  return name;
}

/* What ends a page in the middle of a statement; the page that comes next. */
static void
add_continues (EupStatementFlow *self, EupBlock *block, double baseline)
{
  g_autofree char *number = g_strdup_printf ("%u", eup_paper_get_page (self->layout->paper) + 1);
  g_autofree char *page = eup_words_fill ("page", self->layout->language, "page", number, NULL);
  g_autofree char *text = eup_words_fill ("continues", self->layout->language, "page", page, NULL);

  eup_block_add_note (block, eup_layout_text (self->layout, text, EUP_STYLE_SMALL, EUP_TEXT_WIDTH),
                      EUP_COLUMN_2, baseline);
}

static EupBlock *
make_piece (EupStatementFlow *self, guint first, guint end, const char *name_tag)
{
  EupBlock *block = eup_block_new ();
  EupVoice voice = eup_person_voice (self->person);
  EupParagraph *name = make_name (self, first > 0);
  double height = piece_height (self, first, end);
  double beside =
      FIRST_BASELINE + (eup_paragraph_get_n_lines (name) - 1) * eup_paragraph_get_leading (name) + 4;

  eup_block_add_symbol (block, voice, EUP_COLUMN_1, FIRST_BASELINE, EUP_STYLE_TEXT);
  if (first == 0)
    eup_block_add_text (block, name_tag, name, EUP_COLUMN_1, FIRST_BASELINE);
  else
    eup_block_add_note (block, name, EUP_COLUMN_1, FIRST_BASELINE);
  add_words (self, block, first, end);
  eup_block_add_bar (block, voice, EUP_BAR_X, FIRST_BASELINE - 8.5, height - 1);
  if (end < self->lines->len)
    {
      add_continues (self, block, height + NOTE_HEIGHT - 4);
      height += NOTE_HEIGHT;
    }
  eup_block_set_height (block, MAX (height, beside));
  return block;
}

/**
 * eup_statement_flow_place:
 * @name_tag: the structure type of the speaker's name
 *
 * Places the statement, over as many pages as it takes, and leaves white space after it.
 */
void
eup_statement_flow_place (EupStatementFlow *self, const char *name_tag)
{
  EupPaper *paper = self->layout->paper;
  guint first = 0;

  while (first < self->lines->len)
    {
      guint n = fitting (self, first, eup_paper_get_room (paper));

      if (n == 0 && !eup_paper_is_fresh (paper))
        {
          eup_paper_turn (paper);
          continue;
        }
      n = MAX (n, 1);
      eup_paper_place (paper, make_piece (self, first, first + n, name_tag));
      first += n;
      if (first < self->lines->len)
        eup_paper_turn (paper);
    }
  eup_paper_skip (paper, AFTER - 4);
}
