/* Two small tagged pages made by cairo and pango, as layout hands them over: headings, a table, a link,
 * a list, a figure with a printed name, footers, Swedish and Chinese, two slots. */

#include "sample-pages.h"

#include "util/eup-digest.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

typedef struct
{
  EupPages *pages;
  cairo_t *cr;
  double y;
} Sample;

static EupTag *
begin (Sample *s, const char *name, const char *attributes)
{
  cairo_tag_begin (s->cr, name, attributes);
  return eup_pages_add_tag (s->pages, name);
}

static void
say (Sample *s, const char *font, const char *language, const char *text)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (s->cr);
  g_autoptr (PangoFontDescription) description = pango_font_description_from_string (font);
  PangoContext *context = pango_layout_get_context (layout);

  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_language (context, pango_language_from_string (language));
  pango_layout_set_font_description (layout, description);
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (s->cr, 72, s->y);
  pango_cairo_show_layout (s->cr, layout);
  s->y += 20;
}

static void
element (Sample *s, const char *name, const char *font, const char *text)
{
  begin (s, name, NULL);
  say (s, font, "sv", text);
  cairo_tag_end (s->cr, name);
}

static void
footer (Sample *s, const char *text)
{
  cairo_tag_begin (s->cr, "Artifact", "type=Pagination");
  s->y = 800;
  say (s, "Source Sans 3 9", "sv", text);
  cairo_move_to (s->cr, 72, 795);
  cairo_line_to (s->cr, 523, 795);
  cairo_stroke (s->cr);
  cairo_tag_end (s->cr, "Artifact");
}

static void
table (Sample *s)
{
  static const char *const cells[2][2] = { { "Fråga", "Svar" }, { "Nattillsyn", "14 nätter" } };

  begin (s, "Table", NULL);
  for (guint row = 0; row < 2; row++)
    {
      begin (s, "TR", NULL);
      for (guint column = 0; column < 2; column++)
        {
          const char *name = row == 0 ? "TH" : "TD";
          EupTag *tag = begin (s, name, NULL);

          if (row == 0)
            tag->scope = g_strdup ("Column");
          say (s, "Source Sans 3 11", "sv", cells[row][column]);
          cairo_tag_end (s->cr, name);
        }
      cairo_tag_end (s->cr, "TR");
    }
  cairo_tag_end (s->cr, "Table");
}

static void
list (Sample *s)
{
  begin (s, "L", NULL)->list_numbering = g_strdup ("Disc");
  begin (s, "LI", NULL);
  element (s, "Lbl", "Source Sans 3 11", "•");
  element (s, "LBody", "Source Sans 3 11", "Rörelselarm endast nattetid");
  cairo_tag_end (s->cr, "LI");
  cairo_tag_end (s->cr, "L");
}

static void
first_page (Sample *s)
{
  EupTag *link;

  s->y = 72;
  element (s, "H1", "Source Sans 3 20", "Beslut om välfärdsteknik");
  element (s, "P", "Gentium Book Plus 11", "Ana Lind får nattillsyn med kamera 14 nätter på prov.");
  table (s);
  list (s);
  begin (s, "P", NULL);
  link = begin (s, CAIRO_TAG_LINK, "uri='https://example.org/metod'");
  link->alt = g_strdup ("Metodens sida");
  say (s, "Source Sans 3 11", "sv", "example.org/metod");
  cairo_tag_end (s->cr, CAIRO_TAG_LINK);
  cairo_tag_end (s->cr, "P");
  footer (s, "EUP-2026-0001 · sida 1 av 2");
  cairo_show_page (s->cr);
}

static guint
second_page (Sample *s)
{
  EupTag *figure;
  guint place;

  s->y = 72;
  element (s, "H2", "Source Sans 3 16", "Underskrifter");
  begin (s, "P", NULL)->lang = g_strdup ("zh-CN");
  say (s, "Noto Sans CJK SC 11", "zh-cn", "安娜·林德");
  cairo_tag_end (s->cr, "P");
  figure = begin (s, "Figure", NULL);
  figure->alt = g_strdup ("Ritad bekräftelse av Ana Lind");
  say (s, "Source Sans 3 11", "sv", "Ana Lind");
  cairo_move_to (s->cr, 72, s->y);
  cairo_curve_to (s->cr, 90, s->y + 40, 120, s->y - 10, 160, s->y + 20);
  cairo_stroke (s->cr);
  cairo_tag_end (s->cr, "Figure");
  s->y += 40;
  place = s->pages->tags->len;
  begin (s, "Sect", NULL);
  element (s, "P", "Source Sans 3 11", "Beslutsfattare");
  cairo_tag_end (s->cr, "Sect");
  footer (s, "EUP-2026-0001 · sida 2 av 2");
  return place;
}

static cairo_status_t
collect_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Returns: (transfer full): what layout would hand to finish */
EupPages *
sample_pages_new (void)
{
  EupPages *pages = eup_pages_new (NULL);
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (collect_cb, bytes, 595.276, 841.89);
  Sample s = { pages, cairo_create (surface), 72 };
  guint place;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "2026-11-23T09:00:00Z");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, "2026-11-23T09:00:00Z");
  begin (&s, "Document", NULL);
  first_page (&s);
  place = second_page (&s);
  cairo_tag_end (s.cr, "Document");
  cairo_destroy (s.cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  pages->pdf = g_byte_array_free_to_bytes (bytes);

  eup_pages_add_slot (pages, eup_slot_new ("decision-maker", "Underskrift av Åsa Ek, enhetschef", 1, 72, 260,
                                           220, 54))
      ->tag = place;
  eup_pages_add_slot (pages,
                      eup_slot_new ("nurse", "Underskrift av Bo Dahl, sjuksköterska", 1, 303, 260, 220, 54))
      ->tag = place;
  return pages;
}

/* Returns: (transfer full): what the sample says about itself */
EupDocumentInfo *
sample_info_new (void)
{
  EupDocumentInfo *info = eup_document_info_new ();

  info->title = g_strdup ("Beslut om välfärdsteknik – Ana Lind");
  info->author = g_strdup ("Exempelkommunen");
  info->subject = g_strdup ("Etisk bedömning <före> beslut & uppföljning");
  info->language = g_strdup ("sv");
  info->document_id = g_strdup ("EUP-2026-0001");
  info->twin_digest = g_strnfill (64, 'a');
  info->method = g_strdup ("welfare-technology 1.0");
  info->created = g_strdup ("2026-11-23T10:00:00+01:00");
  return info;
}

/* The document shall hold @twin. */
void
sample_attach (EupDocumentInfo *info, GBytes *twin)
{
  info->twin = g_bytes_ref (twin);
  g_free (info->twin_digest);
  info->twin_digest = eup_digest_bytes (twin);
}
