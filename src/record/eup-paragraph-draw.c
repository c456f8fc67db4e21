/* Lines drawn: in which order their runs go into the file, where those that are read from the right
 * stand, and what no font can draw. */

#include "record/eup-paragraph-private.h"

static gunichar
missing_in_run (const EupParagraph *self, const PangoLayoutRun *run)
{
  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    if (run->glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG)
      return g_utf8_get_char (self->text->str + run->item->offset + run->glyphs->log_clusters[i]);
  return 0;
}

/**
 * eup_paragraph_get_missing:
 *
 * Returns: the first character that no font can draw, or 0
 */
gunichar
eup_paragraph_get_missing (const EupParagraph *self)
{
  if (pango_layout_get_unknown_glyphs_count (self->layout) == 0)
    return 0;

  for (guint i = 0; i < self->n_lines; i++)
    for (GSList *l = pango_layout_get_line_readonly (self->layout, (int) i)->runs; l != NULL; l = l->next)
      {
        gunichar c = missing_in_run (self, l->data);

        if (c != 0)
          return c;
      }
  return 0xfffd;
}

/**
 * eup_paragraph_note:
 *
 * Notes the glyphs of all lines for the faces that go into the file.
 */
void
eup_paragraph_note (const EupParagraph *self)
{
  for (guint i = 0; i < self->n_lines; i++)
    for (GSList *l = pango_layout_get_line_readonly (self->layout, (int) i)->runs; l != NULL; l = l->next)
      eup_embed_note (eup_typeface_get_embed (self->typeface), l->data);
}

static void
set_colour (cairo_t *cr, const PangoLayoutRun *run)
{
  for (GSList *l = run->item->analysis.extra_attrs; l != NULL; l = l->next)
    {
      const PangoAttrColor *attribute = l->data;

      if (attribute->attr.klass->type == PANGO_ATTR_FOREGROUND)
        cairo_set_source_rgb (cr, attribute->color.red / 65535.0, attribute->color.green / 65535.0,
                              attribute->color.blue / 65535.0);
    }
}

/* A run and where it begins. */
typedef struct
{
  PangoLayoutRun *run;
  double x;
} Place;

static int
compare_places (gconstpointer a, gconstpointer b)
{
  return ((const Place *) a)->run->item->offset - ((const Place *) b)->run->item->offset;
}

/* The runs of a line stand from left to right, but in the file they follow each other as they are
 * read: in that order a screen reader speaks them and a search finds them. */
static GArray *
place_runs (const PangoLayoutLine *line, double x)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      Place place = { l->data, x };

      g_array_append_val (places, place);
      x += pango_units_to_double (pango_glyph_string_get_width (place.run->glyphs));
    }
  g_array_sort (places, compare_places);
  return places;
}

/* A line that is read from the right ends there; a name in a list stays with the others. */
static double
indent (const EupParagraph *self, const PangoLayoutLine *line)
{
  PangoRectangle logical;

  if (line->resolved_dir != PANGO_DIRECTION_RTL || (self->n_lines == 1 && !self->words))
    return 0;
  pango_layout_line_get_extents ((PangoLayoutLine *) line, NULL, &logical);
  return MAX (self->width - pango_units_to_double (logical.width), 0);
}

static void
draw_line (const EupParagraph *self, cairo_t *cr, guint line, double x, double baseline)
{
  EupEmbed *embed = eup_typeface_get_embed (self->typeface);
  const char *text = pango_layout_get_text (self->layout);
  const PangoLayoutLine *runs = pango_layout_get_line_readonly (self->layout, (int) line);
  g_autoptr (GArray) places = place_runs (runs, x + indent (self, runs));

  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      eup_embed_note (embed, place->run);
      set_colour (cr, place->run);
      if (!eup_embed_show (embed, cr, text, place->run, place->x, baseline))
        {
          cairo_move_to (cr, place->x, baseline);
          pango_cairo_show_glyph_item (cr, text, place->run);
        }
    }
}

/**
 * eup_paragraph_draw:
 * @x: left edge
 * @baseline: of the first line that is drawn
 * @first: the first line
 * @n: how many lines
 */
void
eup_paragraph_draw (const EupParagraph *self, cairo_t *cr, double x, double baseline, guint first, guint n)
{
  g_return_if_fail (self->ready);

  for (guint i = first; i < first + n && i < self->n_lines; i++)
    draw_line (self, cr, i, x, baseline + eup_paragraph_get_offset (self, first, i));
}
