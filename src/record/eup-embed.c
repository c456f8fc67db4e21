/* The faces as they go into the file.
 *
 * cairo 1.18 puts into the file only those subroutines of an OpenType face with PostScript outlines
 * that the glyphs in use call, and it looks for the calls with a parser of its own. That parser does
 * not forget the numbers of a curve: where a glyph's first hint mask follows a curve it takes the mask
 * for longer than it is, reads over a call, and the glyph prints as nothing, while its text is still
 * there for search and for validators (如 in Noto Sans CJK is one). So HarfBuzz makes a face of the
 * glyphs in use in which every subroutine stands in its place, and cairo embeds that one.
 *
 * The glyphs are noted while a pass is drawn and the faces made before the next. */

#include "record/eup-embed.h"

#include <cairo-ft.h>
#include <hb-subset.h>
#include <pango/pangofc-font.h>

#include FT_FREETYPE_H

typedef struct
{
  hb_face_t *source;
  hb_set_t *noted; /* glyphs of the source */
  guint n_made;    /* how many of them the made face has */
  hb_map_t *map;   /* glyph of the source → glyph of the made face */
  cairo_font_face_t *made;
} Face;

/* What a made face stands on; cairo may keep it for longer than we do. */
typedef struct
{
  FT_Library library;
  FT_Face face;
  hb_blob_t *blob;
} Memory;

struct _EupEmbed
{
  GHashTable *faces; /* file and index → Face; no value for a face with TrueType outlines */
};

static void
face_free (gpointer data)
{
  Face *face = data;

  if (face == NULL)
    return;
  hb_face_destroy (face->source);
  hb_set_destroy (face->noted);
  hb_map_destroy (face->map);
  g_clear_pointer (&face->made, cairo_font_face_destroy);
  g_free (face);
}

static void
memory_free (void *data)
{
  Memory *memory = data;

  FT_Done_Face (memory->face);
  FT_Done_FreeType (memory->library);
  hb_blob_destroy (memory->blob);
  g_free (memory);
}

/**
 * eup_embed_new:
 *
 * Returns: (transfer full): no faces yet
 */
EupEmbed *
eup_embed_new (void)
{
  EupEmbed *self = g_new0 (EupEmbed, 1);

  self->faces = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, face_free);
  return self;
}

void
eup_embed_free (EupEmbed *self)
{
  g_hash_table_unref (self->faces);
  g_free (self);
}

static gboolean
has_postscript_outlines (hb_face_t *face)
{
  hb_blob_t *table = hb_face_reference_table (face, HB_TAG ('C', 'F', 'F', ' '));
  gboolean has = hb_blob_get_length (table) > 0;

  hb_blob_destroy (table);
  return has;
}

static Face *
make_face (PangoFont *font)
{
  hb_face_t *source = hb_font_get_face (pango_font_get_hb_font (font));
  Face *face;

  if (!has_postscript_outlines (source))
    return NULL;
  face = g_new0 (Face, 1);
  face->source = hb_face_reference (source);
  face->noted = hb_set_create ();
  return face;
}

static Face *
find_face (EupEmbed *self, PangoFont *font)
{
  FcPattern *pattern = pango_fc_font_get_pattern (PANGO_FC_FONT (font));
  g_autofree char *key = NULL;
  FcChar8 *file = NULL;
  int index = 0;
  gpointer face;

  FcPatternGetString (pattern, FC_FILE, 0, &file);
  FcPatternGetInteger (pattern, FC_INDEX, 0, &index);
  key = g_strdup_printf ("%d:%s", index, (const char *) file);
  if (!g_hash_table_lookup_extended (self->faces, key, NULL, &face))
    {
      face = make_face (font);
      g_hash_table_insert (self->faces, g_steal_pointer (&key), face);
    }
  return face;
}

static gboolean
is_drawn (PangoGlyph glyph)
{
  return glyph != PANGO_GLYPH_EMPTY && !(glyph & PANGO_GLYPH_UNKNOWN_FLAG);
}

/**
 * eup_embed_note:
 * @run: glyphs that are going to be drawn
 */
void
eup_embed_note (EupEmbed *self, const PangoGlyphItem *run)
{
  Face *face = find_face (self, run->item->analysis.font);

  for (int i = 0; face != NULL && i < run->glyphs->num_glyphs; i++)
    if (is_drawn (run->glyphs->glyphs[i].glyph))
      hb_set_add (face->noted, run->glyphs->glyphs[i].glyph);
}

/* A face for cairo out of the bytes of a font: (transfer full) (nullable). */
static cairo_font_face_t *
load_face (hb_blob_t *blob)
{
  static const cairo_user_data_key_t key;
  Memory *memory = g_new0 (Memory, 1);
  unsigned int length;
  const char *data = hb_blob_get_data (blob, &length);
  cairo_font_face_t *face;

  FT_Init_FreeType (&memory->library);
  if (FT_New_Memory_Face (memory->library, (const FT_Byte *) data, (FT_Long) length, 0, &memory->face) != 0)
    {
      FT_Done_FreeType (memory->library);
      g_free (memory);
      return NULL;
    }
  memory->blob = hb_blob_reference (blob);
  face = cairo_ft_font_face_create_for_ft_face (memory->face, FT_LOAD_NO_HINTING);
  cairo_font_face_set_user_data (face, &key, memory, memory_free);
  return face;
}

static void
make_embedded (Face *face)
{
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();
  hb_subset_plan_t *plan;
  hb_face_t *subset;
  hb_blob_t *blob;

  hb_set_union (hb_subset_input_glyph_set (input), face->noted);
  hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_DESUBROUTINIZE | HB_SUBSET_FLAGS_NO_LAYOUT_CLOSURE |
                                        HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  plan = hb_subset_plan_create_or_fail (face->source, input);
  subset = plan ? hb_subset_plan_execute_or_fail (plan) : NULL;
  g_clear_pointer (&face->made, cairo_font_face_destroy);
  if (subset != NULL)
    {
      hb_map_destroy (face->map);
      face->map = hb_map_copy (hb_subset_plan_old_to_new_glyph_mapping (plan));
      blob = hb_face_reference_blob (subset);
      face->made = load_face (blob);
      hb_blob_destroy (blob);
    }
  face->n_made = hb_set_get_population (face->noted);
  hb_face_destroy (subset);
  hb_subset_plan_destroy (plan);
  hb_subset_input_destroy (input);
}

/**
 * eup_embed_prepare:
 *
 * Makes the faces of all glyphs that were noted.
 */
void
eup_embed_prepare (EupEmbed *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->faces);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Face *face = value;

      if (face != NULL && face->n_made != hb_set_get_population (face->noted))
        make_embedded (face);
    }
}

/**
 * eup_embed_is_complete:
 *
 * Returns: whether every glyph that was noted is in a face that was made
 */
gboolean
eup_embed_is_complete (const EupEmbed *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->faces);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Face *face = value;

      if (face != NULL && (face->made == NULL || face->n_made != hb_set_get_population (face->noted)))
        return FALSE;
    }
  return TRUE;
}

/* Fills @glyphs and @clusters, so that the file knows which letters each glyph stands for. Returns the
 * number of glyphs, or -1 where the made face lacks one. */
static int
fill_glyphs (const Face *face,
             const char *text,
             PangoGlyphItem *run,
             double x,
             double baseline,
             cairo_glyph_t *glyphs,
             cairo_text_cluster_t *clusters,
             int *n_clusters)
{
  PangoGlyphItemIter iter;
  double position = x;
  int n = 0;

  *n_clusters = 0;
  for (gboolean more = pango_glyph_item_iter_init_start (&iter, run, text); more;
       more = pango_glyph_item_iter_next_cluster (&iter))
    {
      cairo_text_cluster_t *cluster = &clusters[(*n_clusters)++];

      cluster->num_bytes = iter.end_index - iter.start_index;
      cluster->num_glyphs = 0;
      for (int i = iter.start_glyph; i < iter.end_glyph; i++)
        {
          const PangoGlyphInfo *info = &run->glyphs->glyphs[i];

          if (is_drawn (info->glyph))
            {
              if (!hb_map_has (face->map, info->glyph))
                return -1;
              glyphs[n].index = hb_map_get (face->map, info->glyph);
              glyphs[n].x = position + pango_units_to_double (info->geometry.x_offset);
              glyphs[n].y = baseline + pango_units_to_double (info->geometry.y_offset);
              n++;
              cluster->num_glyphs++;
            }
          position += pango_units_to_double (info->geometry.width);
        }
    }
  return n;
}

static void
use_face (cairo_t *cr, const Face *face, PangoFont *font)
{
  cairo_scaled_font_t *scaled = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font));
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_matrix_t matrix;

  cairo_scaled_font_get_font_matrix (scaled, &matrix);
  cairo_scaled_font_get_font_options (scaled, options);
  cairo_set_font_face (cr, face->made);
  cairo_set_font_matrix (cr, &matrix);
  cairo_set_font_options (cr, options);
  cairo_font_options_destroy (options);
}

/**
 * eup_embed_show:
 * @text: of the whole layout that @run belongs to
 * @x: @baseline: where the run begins
 *
 * Draws @run with the face that was made for it.
 *
 * Returns: %FALSE, with nothing drawn, where there is none; then the run's own font has to do
 */
gboolean
eup_embed_show (EupEmbed *self, cairo_t *cr, const char *text, PangoGlyphItem *run, double x, double baseline)
{
  const Face *face = find_face (self, run->item->analysis.font);
  g_autofree cairo_glyph_t *glyphs = NULL;
  g_autofree cairo_text_cluster_t *clusters = NULL;
  int n_glyphs, n_clusters;

  if (face == NULL || face->made == NULL || run->item->analysis.level % 2 != 0)
    return FALSE;
  glyphs = g_new0 (cairo_glyph_t, MAX (run->glyphs->num_glyphs, 1));
  clusters = g_new0 (cairo_text_cluster_t, MAX (run->glyphs->num_glyphs, 1));
  n_glyphs = fill_glyphs (face, text, run, x, baseline, glyphs, clusters, &n_clusters);
  if (n_glyphs < 0)
    return FALSE;
  use_face (cr, face, run->item->analysis.font);
  cairo_show_text_glyphs (cr, text + run->item->offset, run->item->length, glyphs, n_glyphs, clusters,
                          n_clusters, 0);
  return TRUE;
}
