/* Pages under way. Blocks are placed one under the other; when one does not fit, the page is turned.
 *
 * Two habits of cairo 1.18 shape this file. Only text counts as content of an element, and each
 * Artifact costs an object that is never written: so the rules, bars and symbols of a page wait until
 * it is turned and are then drawn in one Artifact together with the running head and the footer. And
 * cairo can't say language, scope or alternative text: each element is noted in a list beside it. */

#include "record/eup-paper.h"

#include "record/eup-canvas.h"
#include "record/eup-font-files.h"
#include "record/eup-ink.h"
#include "record/eup-ornament.h"

#define HEAD_BASELINE 45.5
#define FOOT_RULE (280 * EUP_MM)
#define FOOT_BASELINE 807.3
#define FOOT_LINE 10.5
#define DRAFT_BASELINE 28
#define LARGE_FOOT_RULE 779
#define LARGE_FOOT_BASELINE 802
#define LARGE_FOOT_LINE 17

typedef struct
{
  EupBlock *block;
  double top;
} Placed;

struct _EupPaper
{
  EupTypeface *typeface;
  const EupFurniture *furniture;
  guint n_pages;       /* of the pass before */
  GHashTable *known;   /* anchors of the pass before */
  GHashTable *anchors; /* name → page, from 1 */
  GByteArray *bytes;
  cairo_t *cr;
  EupPages *pages;
  GPtrArray *placed; /* Placed, on this page */
  GArray *open;      /* guint: indices of the open tags */
  GPtrArray *names;  /* names of the open tags */
  char *section;
  char *next_section; /* from the next page on */
  guint page;         /* from 1 */
  double y;
  gunichar missing;
};

static void
placed_free (Placed *placed)
{
  eup_block_free (placed->block);
  g_free (placed);
}

/**
 * eup_paper_new:
 * @typeface: (transfer none): outlives the paper
 * @furniture: (transfer none): outlives the paper
 * @n_pages: how many pages the pass before had; 0 in the first, which finds out what stands on which page
 *   and draws nothing
 * @anchors: (nullable): where the pass before placed its anchors
 *
 * Returns: (transfer full): the first page, empty
 */
EupPaper *
eup_paper_new (EupTypeface *typeface, const EupFurniture *furniture, guint n_pages, GHashTable *anchors)
{
  EupPaper *self = g_new0 (EupPaper, 1);

  self->typeface = typeface;
  self->furniture = furniture;
  self->n_pages = n_pages;
  self->known = anchors ? g_hash_table_ref (anchors) : g_hash_table_new (g_str_hash, g_str_equal);
  self->anchors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->bytes = g_byte_array_new ();
  self->cr = n_pages > 0 ? eup_canvas_new_pdf (self->bytes, furniture) : eup_canvas_new_nowhere ();
  self->pages = eup_pages_new (NULL);
  self->placed = g_ptr_array_new_with_free_func ((GDestroyNotify) placed_free);
  self->open = g_array_new (FALSE, FALSE, sizeof (guint));
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->section = g_strdup ("");
  self->next_section = g_strdup ("");
  self->page = 1;
  self->y = EUP_TOP;
  eup_paper_begin (self, "Document");
  return self;
}

void
eup_paper_free (EupPaper *self)
{
  g_clear_pointer (&self->cr, cairo_destroy);
  g_clear_pointer (&self->bytes, g_byte_array_unref);
  g_clear_pointer (&self->pages, eup_pages_free);
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->anchors);
  g_ptr_array_unref (self->placed);
  g_array_unref (self->open);
  g_ptr_array_unref (self->names);
  g_free (self->section);
  g_free (self->next_section);
  g_free (self);
}

/**
 * eup_paper_set_section:
 * @section: what stands at the right of the running head, from this page on; from the next on where
 *   something else stands on this page already
 */
void
eup_paper_set_section (EupPaper *self, const char *section)
{
  g_set_str (&self->next_section, section);
  if (eup_paper_is_fresh (self))
    g_set_str (&self->section, section);
}

static void
note_missing (EupPaper *self, const EupParagraph *paragraph)
{
  if (self->missing == 0)
    self->missing = eup_paragraph_get_missing (paragraph);
}

static EupParagraph *
new_line (EupPaper *self, const char *text, EupStyle style, double width)
{
  EupParagraph *line = eup_paragraph_new (self->typeface, self->furniture->language);

  eup_paragraph_add (line, text, style);
  eup_paragraph_set (line, width, 1);
  return line;
}

static gboolean
fits (EupPaper *self, const char *text, EupStyle style, double width)
{
  g_autoptr (EupParagraph) line = new_line (self, text, style, width);

  return !eup_paragraph_is_cut (line);
}

static void
draw_line (
    EupPaper *self, const char *text, EupStyle style, double x, double baseline, double width, double align)
{
  g_autoptr (EupParagraph) line = new_line (self, text, style, width);

  note_missing (self, line);
  eup_paragraph_draw (line, self->cr, x - align * eup_paragraph_get_width (line), baseline, 0, 1);
}

static void
draw_foot_rule (EupPaper *self, double y)
{
  EupStep rule = { EUP_STEP_RULE };

  rule.x = EUP_COLUMN_1;
  rule.width = EUP_FULL_WIDTH;
  rule.thickness = 0.4;
  rule.colour = EUP_COLOUR_ROW;
  eup_ornament_draw (self->cr, &rule, y);
}

/* A long number has the line for itself: its end is the checksum, which must not be cut. */
static void
draw_large_foot (EupPaper *self)
{
  const char *document = self->furniture->document;
  gboolean beside = fits (self, document, EUP_STYLE_PLAIN_GREY, EUP_TWO_COLUMNS);

  draw_line (self, self->section, EUP_STYLE_PLAIN_GREY, EUP_COLUMN_1,
             beside ? LARGE_FOOT_BASELINE : LARGE_FOOT_BASELINE + LARGE_FOOT_LINE, EUP_TWO_COLUMNS, 0);
  draw_line (self, document, EUP_STYLE_PLAIN_GREY, EUP_RIGHT, LARGE_FOOT_BASELINE,
             beside ? EUP_TWO_COLUMNS : EUP_FULL_WIDTH, 1);
  draw_foot_rule (self, LARGE_FOOT_RULE);
}

static void
draw_foot (EupPaper *self)
{
  g_autofree char *page = g_strdup_printf ("%u\302\240(%u)", self->page, MAX (self->n_pages, self->page));
  const char *document = self->furniture->document;
  gboolean beside = fits (self, document, EUP_STYLE_SMALL, EUP_TWO_COLUMNS);

  draw_line (self, document, EUP_STYLE_SMALL, EUP_COLUMN_1, FOOT_BASELINE,
             beside ? EUP_TWO_COLUMNS : EUP_FULL_WIDTH - 60, 0);
  draw_line (self, self->furniture->subject, EUP_STYLE_SMALL, beside ? EUP_COLUMN_3 : EUP_COLUMN_1,
             beside ? FOOT_BASELINE : FOOT_BASELINE + FOOT_LINE, EUP_COLUMN_WIDTH + 60, 0);
  draw_line (self, page, EUP_STYLE_SMALL_STRONG, EUP_RIGHT, FOOT_BASELINE, 60, 1);
  draw_foot_rule (self, FOOT_RULE);
}

/* The first page has a head of its own, which is content. */
static void
draw_head (EupPaper *self)
{
  if (self->furniture->draft != NULL)
    draw_line (self, self->furniture->draft,
               self->furniture->large || self->furniture->rehearsal ? EUP_STYLE_PLAIN_LESS_STRONG
                                                                    : EUP_STYLE_TEXT_STRONG,
               EUP_COLUMN_1, DRAFT_BASELINE, EUP_FULL_WIDTH, 0);
  if (self->page == 1 || self->furniture->large)
    return;
  draw_line (self, self->furniture->authority, EUP_STYLE_SMALL, EUP_COLUMN_1, HEAD_BASELINE, EUP_COLUMN_WIDTH,
             0);
  draw_line (self, self->furniture->title, EUP_STYLE_SMALL, EUP_COLUMN_2, HEAD_BASELINE,
             EUP_COLUMN_WIDTH + 50, 0);
  draw_line (self, self->section, EUP_STYLE_SMALL, EUP_RIGHT, HEAD_BASELINE, EUP_TWO_COLUMNS - 40, 1);
}

static void
end_page (EupPaper *self)
{
  cairo_tag_begin (self->cr, "Artifact", NULL);
  if (self->furniture->large)
    draw_large_foot (self);
  else
    draw_foot (self);
  draw_head (self);
  for (guint i = 0; i < self->placed->len; i++)
    {
      const Placed *placed = g_ptr_array_index (self->placed, i);
      GPtrArray *steps = eup_block_get_steps (placed->block);

      for (guint j = 0; j < steps->len; j++)
        eup_ornament_draw (self->cr, g_ptr_array_index (steps, j), placed->top);
    }
  cairo_tag_end (self->cr, "Artifact");
  g_ptr_array_set_size (self->placed, 0);
}

/**
 * eup_paper_turn:
 *
 * Ends this page and begins the next.
 */
void
eup_paper_turn (EupPaper *self)
{
  end_page (self);
  cairo_show_page (self->cr);
  self->page++;
  self->y = EUP_TOP;
  g_set_str (&self->section, self->next_section);
}

/**
 * eup_paper_get_room:
 *
 * Returns: the height that is left on this page
 */
double
eup_paper_get_room (const EupPaper *self)
{
  return EUP_BOTTOM - self->y;
}

/**
 * eup_paper_is_fresh:
 *
 * Returns: whether nothing stands on this page yet
 */
gboolean
eup_paper_is_fresh (const EupPaper *self)
{
  return self->placed->len == 0;
}

/**
 * eup_paper_skip:
 *
 * Leaves white space, except at the top of a page.
 */
void
eup_paper_skip (EupPaper *self, double height)
{
  if (!eup_paper_is_fresh (self))
    self->y += height;
}

static void
begin_tag (EupPaper *self, const EupTag *tag)
{
  EupTag *copy = eup_pages_add_tag (self->pages, tag->name);
  guint i = self->pages->tags->len - 1;

  copy->alt = g_strdup (tag->alt);
  copy->lang = g_strdup (tag->lang);
  copy->scope = g_strdup (tag->scope);
  copy->list_numbering = g_strdup (tag->list_numbering);
  copy->column_span = tag->column_span;
  g_array_append_val (self->open, i);
  g_ptr_array_add (self->names, g_strdup (tag->name));
  cairo_tag_begin (self->cr, tag->name, NULL);
}

/**
 * eup_paper_begin:
 * @tag: a structure type that groups blocks: "Sect", "Table" …
 */
void
eup_paper_begin (EupPaper *self, const char *tag)
{
  g_autoptr (EupTag) element = eup_tag_new (tag);

  begin_tag (self, element);
}

void
eup_paper_end (EupPaper *self)
{
  cairo_tag_end (self->cr, g_ptr_array_index (self->names, self->names->len - 1));
  g_ptr_array_set_size (self->names, (int) self->names->len - 1);
  g_array_set_size (self->open, self->open->len - 1);
}

static void
add_slot (EupPaper *self, const EupSlot *slot, double top)
{
  EupSlot *copy = eup_slot_new (slot->name, slot->label, self->page - 1, slot->x, top + slot->y, slot->width,
                                slot->height);

  copy->tag = g_array_index (self->open, guint, self->open->len - 1);
  eup_pages_add_slot (self->pages, copy);
}

/* The lines of a second language are an element of their own, which says which language it is. */
static void
draw_text (EupPaper *self, const EupStep *step, double top)
{
  g_autoptr (EupTag) tag = eup_tag_new ("Span");
  const char *language;
  guint end = step->first + step->n;
  guint second = CLAMP (eup_paragraph_get_second (step->paragraph, &language), step->first, end);
  double below = eup_paragraph_get_offset (step->paragraph, step->first, second);

  if (second == end)
    {
      eup_paragraph_draw (step->paragraph, self->cr, step->x, top + step->y, step->first, step->n);
      return;
    }
  if (second > step->first)
    {
      eup_paper_begin (self, "Span");
      eup_paragraph_draw (step->paragraph, self->cr, step->x, top + step->y, step->first,
                          second - step->first);
      eup_paper_end (self);
    }
  tag->lang = g_strdup (language);
  begin_tag (self, tag);
  eup_paragraph_draw (step->paragraph, self->cr, step->x, top + step->y + below, second, end - second);
  eup_paper_end (self);
}

static void
draw_ink (EupPaper *self, const EupStep *step, double top)
{
  cairo_set_source_rgb (self->cr, 0x1a / 255.0, 0x1a / 255.0, 0x1a / 255.0);
  eup_ink_draw (self->cr, step->drawing, step->x, top + step->y, step->width);
}

static void
draw_step (EupPaper *self, const EupStep *step, double top)
{
  if (step->paragraph != NULL)
    note_missing (self, step->paragraph);

  if (step->kind == EUP_STEP_BEGIN)
    begin_tag (self, step->tag);
  else if (step->kind == EUP_STEP_END)
    eup_paper_end (self);
  else if (step->kind == EUP_STEP_TEXT)
    draw_text (self, step, top);
  else if (step->kind == EUP_STEP_DRAWING)
    draw_ink (self, step, top);
  else if (step->kind == EUP_STEP_SLOT)
    add_slot (self, step->slot, top);
  else if (step->kind == EUP_STEP_ANCHOR)
    g_hash_table_insert (self->anchors, g_strdup (step->name), GUINT_TO_POINTER (self->page));
}

/**
 * eup_paper_put:
 * @block: (transfer full): what to place
 * @top: where its top stands on this page
 *
 * Places @block without moving on.
 */
void
eup_paper_put (EupPaper *self, EupBlock *block, double top)
{
  GPtrArray *steps = eup_block_get_steps (block);
  Placed *placed = g_new0 (Placed, 1);

  placed->block = block;
  placed->top = top;
  g_ptr_array_add (self->placed, placed);
  for (guint i = 0; i < steps->len; i++)
    draw_step (self, g_ptr_array_index (steps, i), top);
}

/**
 * eup_paper_place:
 * @block: (transfer full): what to place
 *
 * Places @block under what stands there; on the next page if there is no room for it on this one.
 */
void
eup_paper_place (EupPaper *self, EupBlock *block)
{
  double height = eup_block_get_height (block);

  if (height > eup_paper_get_room (self) && !eup_paper_is_fresh (self))
    eup_paper_turn (self);
  eup_paper_put (self, block, self->y);
  self->y += height;
}

/**
 * eup_paper_get_page:
 *
 * Returns: the number of this page, from 1
 */
guint
eup_paper_get_page (const EupPaper *self)
{
  return self->page;
}

/**
 * eup_paper_find:
 * @anchor: the name of an anchor
 *
 * Returns: the page that @anchor stood on in the pass before; 0 where that is not known
 */
guint
eup_paper_find (const EupPaper *self, const char *anchor)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->known, anchor));
}

/**
 * eup_paper_get_anchors:
 *
 * Returns: (transfer none) (element-type utf8 guint): where the anchors of this pass stand
 */
GHashTable *
eup_paper_get_anchors (const EupPaper *self)
{
  return self->anchors;
}

/**
 * eup_paper_finish:
 *
 * Ends the last page.
 *
 * Returns: (transfer full): the pages, without bytes where nothing was drawn, or %NULL with
 *   %EUP_LAYOUT_ERROR_GLYPH or %EUP_LAYOUT_ERROR_PDF
 */
EupPages *
eup_paper_finish (EupPaper *self, GError **error)
{
  cairo_status_t status;
  char utf8[7] = { 0 };

  end_page (self);
  while (self->names->len > 0)
    eup_paper_end (self); /* after cairo_show_page() it would begin another page */
  cairo_show_page (self->cr);
  status = cairo_status (self->cr);
  cairo_surface_finish (cairo_get_target (self->cr));
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (cairo_get_target (self->cr));
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, EUP_LAYOUT_ERROR, EUP_LAYOUT_ERROR_PDF, "The pages can't be written: %s.",
                   cairo_status_to_string (status));
      return NULL;
    }
  if (self->missing != 0)
    {
      g_autofree char *fonts = eup_font_files_describe_missing ();

      g_unichar_to_utf8 (self->missing, utf8);
      g_set_error (error, EUP_LAYOUT_ERROR, EUP_LAYOUT_ERROR_GLYPH,
                   "The record's fonts can't print the character “%s” (U+%04X); write it in another way%s%s.",
                   utf8, self->missing, fonts != NULL ? ", or install what is not on this machine: " : "",
                   fonts != NULL ? fonts : "");
      return NULL;
    }
  self->pages->pdf = g_byte_array_free_to_bytes (g_steal_pointer (&self->bytes));
  return g_steal_pointer (&self->pages);
}
