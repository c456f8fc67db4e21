/* Something that stays together on one page, kept as a list of steps until its place is known. */

#include "record/eup-block.h"

struct _EupBlock
{
  GPtrArray *steps;
  double height;
};

static void
step_free (EupStep *step)
{
  g_clear_pointer (&step->drawing, eup_drawing_free);
  g_clear_pointer (&step->paragraph, eup_paragraph_unref);
  g_clear_pointer (&step->tag, eup_tag_free);
  g_clear_pointer (&step->slot, eup_slot_free);
  g_free (step->name);
  g_free (step);
}

static EupStep *
add_step (EupBlock *self, EupStepKind kind, double x, double y)
{
  EupStep *step = g_new0 (EupStep, 1);

  step->kind = kind;
  step->x = x;
  step->y = y;
  g_ptr_array_add (self->steps, step);
  return step;
}

/**
 * eup_block_new:
 *
 * Returns: (transfer full): an empty block of no height
 */
EupBlock *
eup_block_new (void)
{
  EupBlock *self = g_new0 (EupBlock, 1);

  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  return self;
}

void
eup_block_free (EupBlock *self)
{
  g_ptr_array_unref (self->steps);
  g_free (self);
}

/**
 * eup_block_begin:
 * @tag: a structure type
 *
 * What is added from here to eup_block_end() is content of this element.
 *
 * Returns: (transfer none): the tag, for filling in language, scope and the like
 */
EupTag *
eup_block_begin (EupBlock *self, const char *tag)
{
  EupStep *step = add_step (self, EUP_STEP_BEGIN, 0, 0);

  step->tag = eup_tag_new (tag);
  return step->tag;
}

void
eup_block_end (EupBlock *self)
{
  add_step (self, EUP_STEP_END, 0, 0);
}

/**
 * eup_block_add_lines:
 * @paragraph: (transfer none): words; the block keeps a reference
 * @baseline: of the first line that is drawn
 *
 * Adds some lines of @paragraph to the element that is open.
 */
void
eup_block_add_lines (EupBlock *self, EupParagraph *paragraph, double x, double baseline, guint first, guint n)
{
  EupStep *step = add_step (self, EUP_STEP_TEXT, x, baseline);

  step->paragraph = eup_paragraph_ref (paragraph);
  step->first = first;
  step->n = n;
}

/**
 * eup_block_add_text:
 * @paragraph: (transfer full): words
 *
 * Adds all of @paragraph as one element.
 */
void
eup_block_add_text (EupBlock *self, const char *tag, EupParagraph *paragraph, double x, double baseline)
{
  eup_block_begin (self, tag);
  eup_block_add_lines (self, paragraph, x, baseline, 0, eup_paragraph_get_n_lines (paragraph));
  eup_block_end (self);
  eup_paragraph_unref (paragraph);
}

/**
 * eup_block_add_note:
 * @paragraph: (transfer full): words that belong to the page, not to the record: "continues on page 4"
 */
void
eup_block_add_note (EupBlock *self, EupParagraph *paragraph, double x, double baseline)
{
  EupStep *step = add_step (self, EUP_STEP_NOTE, x, baseline);

  step->paragraph = paragraph;
  step->n = eup_paragraph_get_n_lines (paragraph);
}

void
eup_block_add_rule (EupBlock *self, double x, double y, double width, double thickness, guint colour)
{
  EupStep *step = add_step (self, EUP_STEP_RULE, x, y);

  step->width = width;
  step->thickness = thickness;
  step->colour = colour;
}

/**
 * eup_block_add_symbol:
 * @x: left edge of the text that the symbol belongs to; the symbol hangs left of it
 * @baseline: of that text
 * @style: of that text
 */
void
eup_block_add_symbol (EupBlock *self, EupVoice voice, double x, double baseline, EupStyle style)
{
  if (voice != EUP_VOICE_NONE)
    add_step (self, EUP_STEP_SYMBOL, x, baseline - eup_style_measure (style)->size * 0.33)->voice = voice;
}

/**
 * eup_block_add_picture:
 * @x: @y: its upper left corner
 * @size: its width and height
 *
 * The words beside it say the same: it is ornament for those who can't see it.
 */
void
eup_block_add_picture (EupBlock *self, EupPicture picture, double x, double y, double size)
{
  EupStep *step = add_step (self, EUP_STEP_PICTURE, x, y);

  step->picture = picture;
  step->width = size;
  step->height = size;
}

/**
 * eup_block_add_drawing:
 * @drawing: (transfer full): what somebody drew
 * @x: @y: its upper left corner
 *
 * Content of the element that is open, unlike a picture; words must stand in the same element.
 */
void
eup_block_add_drawing (EupBlock *self, EupDrawing *drawing, double x, double y, double width)
{
  EupStep *step = add_step (self, EUP_STEP_DRAWING, x, y);

  step->drawing = drawing;
  step->width = width;
}

void
eup_block_add_bar (EupBlock *self, EupVoice voice, double x, double top, double bottom)
{
  EupStep *step;

  if (voice == EUP_VOICE_NONE)
    return;
  step = add_step (self, EUP_STEP_BAR, x, top);
  step->height = bottom - top;
  step->voice = voice;
}

/**
 * eup_block_add_slot:
 * @slot: (transfer full): a place for a signature, y from the top of the block. It belongs to the
 *   element that is open, which must hold nothing else that signing could change
 */
void
eup_block_add_slot (EupBlock *self, EupSlot *slot)
{
  add_step (self, EUP_STEP_SLOT, 0, 0)->slot = slot;
}

/**
 * eup_block_add_anchor:
 * @name: by which other pages can name the page that this block stands on
 */
void
eup_block_add_anchor (EupBlock *self, const char *name)
{
  add_step (self, EUP_STEP_ANCHOR, 0, 0)->name = g_strdup (name);
}

double
eup_block_get_height (const EupBlock *self)
{
  return self->height;
}

void
eup_block_set_height (EupBlock *self, double height)
{
  self->height = height;
}

/**
 * eup_block_get_steps:
 *
 * Returns: (transfer none) (element-type EupStep): what to draw, in reading order
 */
GPtrArray *
eup_block_get_steps (const EupBlock *self)
{
  return self->steps;
}
