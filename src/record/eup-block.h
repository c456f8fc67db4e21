#pragma once

#include "assessment/eup-drawing.h"
#include "method/eup-method.h"
#include "record/eup-pages.h"
#include "record/eup-paragraph.h"

G_BEGIN_DECLS

/* Something that stays together on one page: words, rules, symbols and slots at places measured from
 * its top left corner, x from the left edge of the page. Words are content; rules, symbols, bars and
 * notes are ornament, which a screen reader passes over. */
typedef struct _EupBlock EupBlock;

typedef enum
{
  EUP_STEP_BEGIN,
  EUP_STEP_END,
  EUP_STEP_TEXT,
  EUP_STEP_NOTE,
  EUP_STEP_RULE,
  EUP_STEP_SYMBOL,
  EUP_STEP_PICTURE,
  EUP_STEP_DRAWING,
  EUP_STEP_BAR,
  EUP_STEP_SLOT,
  EUP_STEP_ANCHOR,
} EupStepKind;

/* What an outcome means for the person, as a picture. */
typedef enum
{
  EUP_PICTURE_YES,
  EUP_PICTURE_TRIAL,
  EUP_PICTURE_NO,
  EUP_PICTURE_WAIT,
  EUP_PICTURE_OTHER,
} EupPicture;

/**
 * EupStep:
 * @x: @y: where; for text the first baseline
 * @width: of a rule; @height: of a bar
 *
 * One step in drawing a block.
 */
typedef struct
{
  EupStepKind kind;
  double x, y, width, height;
  double thickness;
  guint colour;
  EupVoice voice;
  EupPicture picture;
  EupDrawing *drawing;
  EupParagraph *paragraph;
  guint first, n;
  EupTag *tag;
  EupSlot *slot;
  char *name;
} EupStep;

EupBlock *eup_block_new (void);
void eup_block_free (EupBlock *self);

EupTag *eup_block_begin (EupBlock *self, const char *tag);
void eup_block_end (EupBlock *self);
void eup_block_add_lines (
    EupBlock *self, EupParagraph *paragraph, double x, double baseline, guint first, guint n);
void eup_block_add_text (EupBlock *self, const char *tag, EupParagraph *paragraph, double x, double baseline);
void eup_block_add_note (EupBlock *self, EupParagraph *paragraph, double x, double baseline);
void eup_block_add_rule (EupBlock *self, double x, double y, double width, double thickness, guint colour);
void eup_block_add_symbol (EupBlock *self, EupVoice voice, double x, double baseline, EupStyle style);
void eup_block_add_picture (EupBlock *self, EupPicture picture, double x, double y, double size);
void eup_block_add_drawing (EupBlock *self, EupDrawing *drawing, double x, double y, double width);
void eup_block_add_bar (EupBlock *self, EupVoice voice, double x, double top, double bottom);
void eup_block_add_slot (EupBlock *self, EupSlot *slot);
void eup_block_add_anchor (EupBlock *self, const char *name);

double eup_block_get_height (const EupBlock *self);
void eup_block_set_height (EupBlock *self, double height);
GPtrArray *eup_block_get_steps (const EupBlock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupBlock, eup_block_free)

G_END_DECLS
