/* The font files of the record.
 *
 * Four Latin faces, without which nothing is printed, and three Chinese ones, then one for each script
 * in which a person here may speak, then signs and emoji in outlines, and at last Unifont, coarse but
 * with nearly every character there is. Each is loaded from its own file into a fontconfig of our own:
 * what else is installed on the machine can't change a page, and no Japanese face can draw a Chinese
 * character. A file that is not in its folder is looked for by its name among the fonts of the machine:
 * in a sandbox the large ones are the host's. */

#include "record/eup-font-files.h"

#include "eup-config.h"
#include "record/eup-layout-error.h"

typedef struct
{
  const char *folder;
  const char *file;
  const char *family;
  int index; /* of the face in a collection */
  gboolean needed;
} FontFile;

static const FontFile font_files[] = {
  { EUP_FONTS_SANS, "SourceSans3-Regular.otf", "Source Sans 3", 0, TRUE },
  { EUP_FONTS_SANS, "SourceSans3-Semibold.otf", "Source Sans 3", 0, TRUE },
  { EUP_FONTS_SANS, "SourceSans3-It.otf", "Source Sans 3", 0, TRUE },
  { EUP_FONTS_SERIF, "GentiumBookPlus-Regular.ttf", "Gentium Book Plus", 0, TRUE },
  { EUP_FONTS_HAN, "NotoSansCJK-Regular.ttc", "Noto Sans CJK SC", 2, FALSE },
  { EUP_FONTS_HAN, "NotoSansCJK-Bold.ttc", "Noto Sans CJK SC", 2, FALSE },
  { EUP_FONTS_HAN, "NotoSerifCJK-Regular.ttc", "Noto Serif CJK SC", 2, FALSE },
  { EUP_FONTS_SCRIPTS, "NotoNaskhArabic-Regular.ttf", "Noto Naskh Arabic", 0, FALSE },
  { EUP_FONTS_SCRIPTS, "NotoSansArabic-Regular.ttf", "Noto Sans Arabic", 0, FALSE },
  { EUP_FONTS_SCRIPTS, "NotoSansArabic-Bold.ttf", "Noto Sans Arabic", 0, FALSE },
  { EUP_FONTS_SCRIPTS, "NotoSerifHebrew-Regular.ttf", "Noto Serif Hebrew", 0, FALSE },
  { EUP_FONTS_SCRIPTS, "NotoSansSyriac-Regular.ttf", "Noto Sans Syriac", 0, FALSE },
  { EUP_FONTS_SCRIPTS, "NotoSerifEthiopic-Regular.ttf", "Noto Serif Ethiopic", 0, FALSE },
  { EUP_FONTS_SCRIPTS, "NotoSerifArmenian-Regular.ttf", "Noto Serif Armenian", 0, FALSE },
  { EUP_FONTS_SCRIPTS, "NotoSerifGeorgian-Regular.ttf", "Noto Serif Georgian", 0, FALSE },
  { EUP_FONTS_SCRIPTS, "NotoSerifDevanagari-Regular.ttf", "Noto Serif Devanagari", 0, FALSE },
  { EUP_FONTS_SCRIPTS, "NotoSerifBengali-Regular.ttf", "Noto Serif Bengali", 0, FALSE },
  { EUP_FONTS_SCRIPTS, "NotoSerifTamil-Regular.ttf", "Noto Serif Tamil", 0, FALSE },
  { EUP_FONTS_SCRIPTS, "NotoSerifThai-Regular.ttf", "Noto Serif Thai", 0, FALSE },
  { EUP_FONTS_SCRIPTS, "NotoSerifTibetan-Regular.ttf", "Noto Serif Tibetan", 0, FALSE },
  { EUP_FONTS_SIGNS, "Symbola_hint.ttf", "Symbola", 0, FALSE },
  { EUP_FONTS_LAST, "unifont.otf", "Unifont", 0, FALSE },
  { EUP_FONTS_LAST, "unifont_upper.otf", "Unifont Upper", 0, FALSE },
};

static GMutex mutex;
static FcConfig *configuration = NULL;
static guint missing = 0; /* bits, by the places in font_files */

G_STATIC_ASSERT (G_N_ELEMENTS (font_files) <= 32);

/* EUPHORIA_FONTS names one folder that holds all files, for a program that was moved. */
static char *
make_path (const FontFile *font)
{
  const char *folder = g_getenv ("EUPHORIA_FONTS");

  return g_build_filename (folder && *folder ? folder : font->folder, font->file, NULL);
}

/* Returns: (transfer full): where the machine has a font file of this name, or %NULL */
static char *
find_on_machine (FcConfig *machine, const char *file)
{
  FcFontSet *fonts = FcConfigGetFonts (machine, FcSetSystem);

  for (int i = 0; fonts != NULL && i < fonts->nfont; i++)
    {
      FcChar8 *path = NULL;
      g_autofree char *name = NULL;

      if (FcPatternGetString (fonts->fonts[i], FC_FILE, 0, &path) != FcResultMatch)
        continue;
      name = g_path_get_basename ((const char *) path);
      if (g_str_equal (name, file))
        return g_strdup ((const char *) path);
    }
  return NULL;
}

static FcPattern *
read_face (const FontFile *font, const char *path)
{
  int n_faces = 0;
  FcChar8 *family = NULL;
  FcPattern *face = FcFreeTypeQuery ((const FcChar8 *) path, (unsigned int) font->index, NULL, &n_faces);

  if (face != NULL && FcPatternGetString (face, FC_FAMILY, 0, &family) == FcResultMatch &&
      g_str_equal (family, font->family))
    return face;
  g_clear_pointer (&face, FcPatternDestroy);
  return NULL;
}

/* @machine is read the first time that it is needed: that takes longer than all our own files. */
static FcPattern *
find_face (const FontFile *font, FcConfig **machine)
{
  g_autofree char *path = make_path (font);
  g_autofree char *found = NULL;
  FcPattern *face = read_face (font, path);
  const char *folder = g_getenv ("EUPHORIA_FONTS");

  if (face != NULL || (folder != NULL && *folder != '\0'))
    return face;
  if (*machine == NULL)
    *machine = FcInitLoadConfigAndFonts ();
  found = *machine == NULL ? NULL : find_on_machine (*machine, font->file);
  return found == NULL ? NULL : read_face (font, found);
}

static void
set_missing_error (const FontFile *font, GError **error)
{
  g_autofree char *path = make_path (font);

  g_set_error (error, EUP_LAYOUT_ERROR, EUP_LAYOUT_ERROR_FONT,
               "The record is set in the font %s, which is not in %s; install it.", font->family, path);
}

/* A fontconfig gets its set of fonts with the first file that is added; the faces themselves join it
 * one by one, so that only the Simplified Chinese face of each collection is there. */
static FcConfig *
make_configuration (GError **error)
{
  FcConfig *made = FcConfigCreate ();
  FcConfig *machine = NULL;

  for (guint i = 0; made != NULL && i < G_N_ELEMENTS (font_files); i++)
    {
      FcPattern *face = find_face (&font_files[i], &machine);
      FcChar8 *path = NULL;

      if (face != NULL && i == 0 && FcPatternGetString (face, FC_FILE, 0, &path) == FcResultMatch)
        {
          FcConfigAppFontAddFile (made, path);
          FcPatternDestroy (face);
        }
      else if (face != NULL)
        FcFontSetAdd (FcConfigGetFonts (made, FcSetApplication), face);
      else if (font_files[i].needed)
        {
          set_missing_error (&font_files[i], error);
          g_clear_pointer (&made, FcConfigDestroy);
        }
      else
        missing |= 1u << i;
    }
  g_clear_pointer (&machine, FcConfigDestroy);
  return made;
}

/**
 * eup_font_files_get:
 *
 * Safe to call from any thread.
 *
 * Returns: (transfer none): the record's faces and no others, or %NULL with %EUP_LAYOUT_ERROR_FONT when
 *   one of those in which every record is set is not on this machine
 */
FcConfig *
eup_font_files_get (GError **error)
{
  G_MUTEX_AUTO_LOCK (&mutex, locker);
  if (configuration == NULL)
    {
      missing = 0;
      configuration = make_configuration (error);
    }
  return configuration;
}

/**
 * eup_font_files_describe_missing:
 *
 * Returns: (transfer full) (nullable): the families that were not found and would print more characters,
 *   with commas between; %NULL when all are there
 */
char *
eup_font_files_describe_missing (void)
{
  g_autoptr (GString) names = g_string_new (NULL);
  const char *last = NULL;

  G_MUTEX_AUTO_LOCK (&mutex, locker);
  for (guint i = 0; i < G_N_ELEMENTS (font_files); i++)
    {
      if ((missing & 1u << i) == 0 || g_strcmp0 (last, font_files[i].family) == 0)
        continue;
      last = font_files[i].family;
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", last);
    }
  return names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}
