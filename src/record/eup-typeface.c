/* The type sizes of the record, and its fonts as Pango has them. Which files these are: eup-font-files.c.
 * Their fontconfig is made once and only read afterwards, so every thread shares it; the font map
 * belongs to one typeface. */

#include "record/eup-typeface.h"

#include <pango/pangofc-fontmap.h>

#include "record/eup-font-files.h"
#include "record/eup-paragraph.h"

struct _EupTypeface
{
  PangoFontMap *map;
  PangoContext *context;
  EupEmbed *embed;
  GHashTable *paragraphs; /* key, which its value owns → EupParagraph */
};

/* Behind the face of a style: who draws what that face has not. */
#define OTHERS                                                                                               \
  "Noto Serif Hebrew,Noto Sans Syriac,Noto Serif Ethiopic,Noto Serif Armenian,Noto Serif Georgian,"          \
  "Noto Serif Devanagari,Noto Serif Bengali,Noto Serif Tamil,Noto Serif Thai,Noto Serif Tibetan,"            \
  "Symbola,Unifont,Unifont Upper"
#define OTHERS_OF_FORM "Noto Sans Arabic," OTHERS
#define OTHERS_OF_WORDS "Noto Naskh Arabic," OTHERS

static const EupStyleMeasure measures[EUP_N_STYLES] = {
  [EUP_STYLE_OUTCOME] = { EUP_FACE_STRONG, 28, 32, EUP_COLOUR_TEXT },
  [EUP_STYLE_OUTCOME_SMALL] = { EUP_FACE_STRONG, 22, 27, EUP_COLOUR_TEXT },
  [EUP_STYLE_HEADING] = { EUP_FACE_STRONG, 20, 24, EUP_COLOUR_TEXT },
  [EUP_STYLE_NUMBER] = { EUP_FACE_FORM, 20, 24, EUP_COLOUR_GREY },
  [EUP_STYLE_SECTION] = { EUP_FACE_STRONG, 14, 18, EUP_COLOUR_TEXT },
  [EUP_STYLE_QUESTION] = { EUP_FACE_ITALIC, 11.5, 15.5, EUP_COLOUR_GREY },
  [EUP_STYLE_LEAD] = { EUP_FACE_FORM, 12, 16.5, EUP_COLOUR_TEXT },
  [EUP_STYLE_ROW] = { EUP_FACE_FORM, 10.5, 14.5, EUP_COLOUR_TEXT },
  [EUP_STYLE_ROW_STRONG] = { EUP_FACE_STRONG, 10.5, 14.5, EUP_COLOUR_TEXT },
  [EUP_STYLE_ROW_GREY] = { EUP_FACE_FORM, 10.5, 14.5, EUP_COLOUR_GREY },
  [EUP_STYLE_TEXT] = { EUP_FACE_FORM, 10, 13.5, EUP_COLOUR_TEXT },
  [EUP_STYLE_TEXT_STRONG] = { EUP_FACE_STRONG, 10, 13.5, EUP_COLOUR_TEXT },
  [EUP_STYLE_TEXT_GREY] = { EUP_FACE_FORM, 10, 13.5, EUP_COLOUR_GREY },
  [EUP_STYLE_TABLE] = { EUP_FACE_FORM, 9.5, 12.5, EUP_COLOUR_TEXT },
  [EUP_STYLE_TABLE_STRONG] = { EUP_FACE_STRONG, 9.5, 12.5, EUP_COLOUR_TEXT },
  [EUP_STYLE_TABLE_GREY] = { EUP_FACE_FORM, 9.5, 12.5, EUP_COLOUR_GREY },
  [EUP_STYLE_SMALL] = { EUP_FACE_FORM, 8.5, 11, EUP_COLOUR_GREY },
  [EUP_STYLE_SMALL_STRONG] = { EUP_FACE_STRONG, 8.5, 11, EUP_COLOUR_TEXT },
  [EUP_STYLE_DIGITS] = { EUP_FACE_FORM, 8.5, 11, EUP_COLOUR_GREY },
  [EUP_STYLE_WORDS] = { EUP_FACE_WORDS, 11.5, 15.5, EUP_COLOUR_TEXT },
  [EUP_STYLE_WORDS_TABLE] = { EUP_FACE_WORDS, 10.5, 13.5, EUP_COLOUR_TEXT },
  [EUP_STYLE_PLAIN_TITLE] = { EUP_FACE_STRONG, 40, 44, EUP_COLOUR_TEXT },
  [EUP_STYLE_PLAIN_WORDS] = { EUP_FACE_WORDS, 27, 34, EUP_COLOUR_TEXT },
  [EUP_STYLE_PLAIN] = { EUP_FACE_FORM, 19, 27, EUP_COLOUR_TEXT },
  [EUP_STYLE_PLAIN_STRONG] = { EUP_FACE_STRONG, 19, 27, EUP_COLOUR_TEXT },
  [EUP_STYLE_PLAIN_LESS] = { EUP_FACE_FORM, EUP_PLAIN_LEAST, 23, EUP_COLOUR_TEXT },
  [EUP_STYLE_PLAIN_LESS_STRONG] = { EUP_FACE_STRONG, EUP_PLAIN_LEAST, 23, EUP_COLOUR_TEXT },
  [EUP_STYLE_PLAIN_GREY] = { EUP_FACE_FORM, EUP_PLAIN_LEAST, 22, EUP_COLOUR_GREY },
  [EUP_STYLE_SECOND_OUTCOME] = { EUP_FACE_FORM, 14, 19, EUP_COLOUR_GREY },
  [EUP_STYLE_SECOND_HEADING] = { EUP_FACE_FORM, 12, 16, EUP_COLOUR_GREY },
  [EUP_STYLE_SECOND_SECTION] = { EUP_FACE_FORM, 10.5, 14, EUP_COLOUR_GREY },
  [EUP_STYLE_SECOND_TEXT] = { EUP_FACE_FORM, 9.5, 13, EUP_COLOUR_GREY },
  [EUP_STYLE_SECOND_TABLE] = { EUP_FACE_FORM, 9, 12, EUP_COLOUR_GREY },
  [EUP_STYLE_SECOND_SMALL] = { EUP_FACE_FORM, 8.2, 10.8, EUP_COLOUR_GREY },
  [EUP_STYLE_SECOND_WORDS] = { EUP_FACE_WORDS, 10.5, 13, EUP_COLOUR_GREY },
};

G_DEFINE_QUARK (eup-layout-error-quark, eup_layout_error)

/**
 * eup_typeface_new:
 *
 * Returns: (transfer full): the record's fonts, or %NULL with %EUP_LAYOUT_ERROR_FONT
 */
EupTypeface *
eup_typeface_new (GError **error)
{
  FcConfig *configuration = eup_font_files_get (error);
  g_autoptr (EupTypeface) self = NULL;
  cairo_font_options_t *options;

  if (configuration == NULL)
    return NULL;

  self = g_new0 (EupTypeface, 1);
  self->map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (self->map), configuration);
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (self->map), 72);

  self->embed = eup_embed_new ();
  self->paragraphs =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) eup_paragraph_unref);
  self->context = pango_font_map_create_context (self->map);
  options = cairo_font_options_create ();
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_base_dir (self->context, PANGO_DIRECTION_LTR);
  return g_steal_pointer (&self);
}

void
eup_typeface_free (EupTypeface *self)
{
  g_clear_pointer (&self->paragraphs, g_hash_table_unref);
  g_clear_pointer (&self->embed, eup_embed_free);
  g_clear_object (&self->context);
  g_clear_object (&self->map);
  g_free (self);
}

/**
 * eup_typeface_new_layout:
 *
 * Returns: (transfer full): an empty layout in which only the record's fonts exist
 */
PangoLayout *
eup_typeface_new_layout (EupTypeface *self)
{
  return pango_layout_new (self->context);
}

/**
 * eup_typeface_get_embed:
 *
 * Returns: (transfer none): the faces as they go into the file
 */
EupEmbed *
eup_typeface_get_embed (EupTypeface *self)
{
  return self->embed;
}

/**
 * eup_typeface_get_paragraphs:
 *
 * Returns: (transfer none) (element-type utf8 EupParagraph): what is broken into lines already, see
 *   eup_paragraph_set()
 */
GHashTable *
eup_typeface_get_paragraphs (EupTypeface *self)
{
  return self->paragraphs;
}

/**
 * eup_typeface_describe:
 * @han: whether the font is for Chinese characters, which are set a little smaller and never in italics
 *
 * Returns: (transfer full): the font of @style
 */
PangoFontDescription *
eup_typeface_describe (EupStyle style, gboolean han)
{
  const EupStyleMeasure *measure = &measures[style];
  PangoFontDescription *font = pango_font_description_new ();
  gboolean words = measure->face == EUP_FACE_WORDS;
  double size = measure->size;

  if (han)
    {
      size *= words ? 0.91 : 0.9;
      if (measure->size >= EUP_PLAIN_LEAST && style >= EUP_STYLE_PLAIN_TITLE)
        size = MAX (size, EUP_PLAIN_LEAST);
      pango_font_description_set_family_static (font, words ? "Noto Serif CJK SC," OTHERS_OF_WORDS
                                                            : "Noto Sans CJK SC," OTHERS_OF_FORM);
      if (measure->face == EUP_FACE_STRONG)
        pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
    }
  else
    {
      pango_font_description_set_family_static (font, words ? "Gentium Book Plus," OTHERS_OF_WORDS
                                                            : "Source Sans 3," OTHERS_OF_FORM);
      if (measure->face == EUP_FACE_STRONG)
        pango_font_description_set_weight (font, PANGO_WEIGHT_SEMIBOLD);
      if (measure->face == EUP_FACE_ITALIC)
        pango_font_description_set_style (font, PANGO_STYLE_ITALIC);
    }
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  return font;
}

/**
 * eup_style_measure:
 *
 * Returns: (transfer none): face, size, leading and colour of @style
 */
const EupStyleMeasure *
eup_style_measure (EupStyle style)
{
  return &measures[style];
}

/**
 * eup_style_second:
 *
 * Returns: the style of the second language below words in @style: smaller, grey, never strong
 */
EupStyle
eup_style_second (EupStyle style)
{
  double size = measures[style].size;

  if (measures[style].face == EUP_FACE_WORDS)
    return EUP_STYLE_SECOND_WORDS;
  if (size > 20)
    return EUP_STYLE_SECOND_OUTCOME;
  if (size > 14)
    return EUP_STYLE_SECOND_HEADING;
  if (size >= 12)
    return EUP_STYLE_SECOND_SECTION;
  if (size >= 10)
    return EUP_STYLE_SECOND_TEXT;
  return size >= 9 ? EUP_STYLE_SECOND_TABLE : EUP_STYLE_SECOND_SMALL;
}
