/* The fonts of the record and its type sizes.
 *
 * Four Latin faces and three Chinese ones, then one for each script in which a person here may speak,
 * then signs and emoji in outlines, and at last Unifont, coarse but with nearly every character there
 * is. Each is loaded from its own file into a fontconfig of our own: what else is installed on the
 * machine can't change a page, and no Japanese face can draw a Chinese character. The fontconfig is
 * made once and only read afterwards, so every thread shares it; the font map belongs to one typeface. */

#include "record/eup-typeface.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>

#include "eup-config.h"

typedef struct
{
  const char *folder;
  const char *file;
  const char *family;
  int index; /* of the face in a collection */
} FontFile;

struct _EupTypeface
{
  PangoFontMap *map;
  PangoContext *context;
  EupEmbed *embed;
};

static const FontFile font_files[] = {
  { EUP_FONTS_SANS, "SourceSans3-Regular.otf", "Source Sans 3", 0 },
  { EUP_FONTS_SANS, "SourceSans3-Semibold.otf", "Source Sans 3", 0 },
  { EUP_FONTS_SANS, "SourceSans3-It.otf", "Source Sans 3", 0 },
  { EUP_FONTS_SERIF, "GentiumBookPlus-Regular.ttf", "Gentium Book Plus", 0 },
  { EUP_FONTS_HAN, "NotoSansCJK-Regular.ttc", "Noto Sans CJK SC", 2 },
  { EUP_FONTS_HAN, "NotoSansCJK-Bold.ttc", "Noto Sans CJK SC", 2 },
  { EUP_FONTS_HAN, "NotoSerifCJK-Regular.ttc", "Noto Serif CJK SC", 2 },
  { EUP_FONTS_SCRIPTS, "NotoNaskhArabic-Regular.ttf", "Noto Naskh Arabic", 0 },
  { EUP_FONTS_SCRIPTS, "NotoSansArabic-Regular.ttf", "Noto Sans Arabic", 0 },
  { EUP_FONTS_SCRIPTS, "NotoSansArabic-Bold.ttf", "Noto Sans Arabic", 0 },
  { EUP_FONTS_SCRIPTS, "NotoSerifHebrew-Regular.ttf", "Noto Serif Hebrew", 0 },
  { EUP_FONTS_SCRIPTS, "NotoSansSyriac-Regular.ttf", "Noto Sans Syriac", 0 },
  { EUP_FONTS_SCRIPTS, "NotoSerifEthiopic-Regular.ttf", "Noto Serif Ethiopic", 0 },
  { EUP_FONTS_SCRIPTS, "NotoSerifArmenian-Regular.ttf", "Noto Serif Armenian", 0 },
  { EUP_FONTS_SCRIPTS, "NotoSerifGeorgian-Regular.ttf", "Noto Serif Georgian", 0 },
  { EUP_FONTS_SCRIPTS, "NotoSerifDevanagari-Regular.ttf", "Noto Serif Devanagari", 0 },
  { EUP_FONTS_SCRIPTS, "NotoSerifBengali-Regular.ttf", "Noto Serif Bengali", 0 },
  { EUP_FONTS_SCRIPTS, "NotoSerifTamil-Regular.ttf", "Noto Serif Tamil", 0 },
  { EUP_FONTS_SCRIPTS, "NotoSerifThai-Regular.ttf", "Noto Serif Thai", 0 },
  { EUP_FONTS_SCRIPTS, "NotoSerifTibetan-Regular.ttf", "Noto Serif Tibetan", 0 },
  { EUP_FONTS_SIGNS, "Symbola_hint.ttf", "Symbola", 0 },
  { EUP_FONTS_LAST, "unifont.otf", "Unifont", 0 },
  { EUP_FONTS_LAST, "unifont_upper.otf", "Unifont Upper", 0 },
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

/* EUPHORIA_FONTS names one folder that holds all files, for a program that was moved. */
static char *
make_path (const FontFile *font)
{
  const char *folder = g_getenv ("EUPHORIA_FONTS");

  return g_build_filename (folder && *folder ? folder : font->folder, font->file, NULL);
}

static FcPattern *
read_face (const FontFile *font, GError **error)
{
  g_autofree char *path = make_path (font);
  int n_faces = 0;
  FcPattern *face = FcFreeTypeQuery ((const FcChar8 *) path, (unsigned int) font->index, NULL, &n_faces);
  FcChar8 *family = NULL;

  if (face != NULL && FcPatternGetString (face, FC_FAMILY, 0, &family) == FcResultMatch &&
      g_str_equal (family, font->family))
    return face;
  g_set_error (error, EUP_LAYOUT_ERROR, EUP_LAYOUT_ERROR_FONT,
               "The record is set in the font %s, which is not in %s; install it.", font->family, path);
  if (face != NULL)
    FcPatternDestroy (face);
  return NULL;
}

/* A fontconfig gets its set of fonts with the first file that is added; the faces themselves join it
 * one by one, so that only the Simplified Chinese face of each collection is there. */
static FcConfig *
make_configuration (GError **error)
{
  FcConfig *configuration = FcConfigCreate ();
  g_autofree char *first = make_path (&font_files[0]);

  FcConfigAppFontAddFile (configuration, (const FcChar8 *) first);
  for (guint i = 0; i < G_N_ELEMENTS (font_files); i++)
    {
      FcPattern *face = read_face (&font_files[i], error);

      if (face == NULL)
        {
          FcConfigDestroy (configuration);
          return NULL;
        }
      if (i == 0)
        FcPatternDestroy (face); /* it is there already */
      else
        FcFontSetAdd (FcConfigGetFonts (configuration, FcSetApplication), face);
    }
  return configuration;
}

static FcConfig *
get_configuration (GError **error)
{
  static GMutex mutex;
  static FcConfig *configuration = NULL;

  G_MUTEX_AUTO_LOCK (&mutex, locker);
  if (configuration == NULL)
    configuration = make_configuration (error);
  return configuration;
}

/**
 * eup_typeface_new:
 *
 * Returns: (transfer full): the record's fonts, or %NULL with %EUP_LAYOUT_ERROR_FONT
 */
EupTypeface *
eup_typeface_new (GError **error)
{
  FcConfig *configuration = get_configuration (error);
  g_autoptr (EupTypeface) self = NULL;
  cairo_font_options_t *options;

  if (configuration == NULL)
    return NULL;

  self = g_new0 (EupTypeface, 1);
  self->map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (self->map), configuration);
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (self->map), 72);

  self->embed = eup_embed_new ();
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
