#pragma once

#include <pango/pangocairo.h>
#include "record/eup-embed.h"
#include "record/eup-layout-error.h"

G_BEGIN_DECLS

/* One idea carries the pages: serif is somebody's own words, sans is the form speaking. */
typedef enum
{
  EUP_FACE_FORM,
  EUP_FACE_STRONG,
  EUP_FACE_ITALIC,
  EUP_FACE_WORDS,
} EupFace;
#define EUP_N_FACES 4

typedef enum
{
  EUP_STYLE_OUTCOME,
  EUP_STYLE_OUTCOME_SMALL,
  EUP_STYLE_HEADING,
  EUP_STYLE_NUMBER,
  EUP_STYLE_SECTION,
  EUP_STYLE_QUESTION,
  EUP_STYLE_LEAD,
  EUP_STYLE_ROW,
  EUP_STYLE_ROW_STRONG,
  EUP_STYLE_ROW_GREY,
  EUP_STYLE_TEXT,
  EUP_STYLE_TEXT_STRONG,
  EUP_STYLE_TEXT_GREY,
  EUP_STYLE_TABLE,
  EUP_STYLE_TABLE_STRONG,
  EUP_STYLE_TABLE_GREY,
  EUP_STYLE_SMALL,
  EUP_STYLE_SMALL_STRONG,
  EUP_STYLE_DIGITS,
  EUP_STYLE_WORDS,
  EUP_STYLE_WORDS_TABLE,
  /* of the resident's own page: nothing below 16 points */
  EUP_STYLE_PLAIN_TITLE,
  EUP_STYLE_PLAIN_WORDS,
  EUP_STYLE_PLAIN,
  EUP_STYLE_PLAIN_STRONG,
  EUP_STYLE_PLAIN_LESS,
  EUP_STYLE_PLAIN_LESS_STRONG,
  EUP_STYLE_PLAIN_GREY,
  /* of the second language, below the first */
  EUP_STYLE_SECOND_OUTCOME,
  EUP_STYLE_SECOND_HEADING,
  EUP_STYLE_SECOND_SECTION,
  EUP_STYLE_SECOND_TEXT,
  EUP_STYLE_SECOND_TABLE,
  EUP_STYLE_SECOND_SMALL,
  EUP_STYLE_SECOND_WORDS,
} EupStyle;
#define EUP_N_STYLES 35
#define EUP_PLAIN_LEAST 16

#define EUP_COLOUR_TEXT 0x1a1a1au
#define EUP_COLOUR_GREY 0x595959u
#define EUP_COLOUR_ROW 0x8c8c8cu
#define EUP_COLOUR_TABLE_ROW 0xbfbfbfu

/**
 * EupStyleMeasure:
 * @size: @leading: in points, of Latin letters
 */
typedef struct
{
  EupFace face;
  double size;
  double leading;
  guint colour;
} EupStyleMeasure;

/* The record's fonts, and nothing of the machine's own. For one thread at a time. */
typedef struct _EupTypeface EupTypeface;

EupTypeface *eup_typeface_new (GError **error);
void eup_typeface_free (EupTypeface *self);
PangoLayout *eup_typeface_new_layout (EupTypeface *self);
EupEmbed *eup_typeface_get_embed (EupTypeface *self);
GHashTable *eup_typeface_get_paragraphs (EupTypeface *self);
PangoFontDescription *eup_typeface_describe (EupStyle style, gboolean han);
const EupStyleMeasure *eup_style_measure (EupStyle style);
EupStyle eup_style_second (EupStyle style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupTypeface, eup_typeface_free)

G_END_DECLS
