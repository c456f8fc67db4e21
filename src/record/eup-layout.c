/* From frozen facts to pages. The record is laid out until the pages it names ("page 7") and their
 * number stand still: twice as a rule, and the second pass changes nothing but these numbers. */

#include "record/eup-layout.h"

#include "record/eup-layout-private.h"
#include "util/eup-digest.h"

#define MOST_PASSES 4
#define FOOTER_DIGITS 16
#define FOOTER_ID 40 /* characters of a number that somebody made long */

G_STATIC_ASSERT (EUP_N_VOICES == 4);

static void
run_pass (EupLayout *layout)
{
  eup_layout_summary (layout);
  eup_layout_meeting (layout);
  eup_layout_voices (layout);
  eup_layout_differences (layout);
  eup_layout_alternatives (layout);
  eup_layout_weights (layout);
  eup_layout_consents (layout);
  eup_layout_sheet (layout);
  eup_layout_gates (layout);
  eup_layout_decision (layout);
  eup_layout_read_back (layout);
  eup_layout_signatures (layout);
  eup_layout_acknowledgements (layout);
  eup_layout_provenance (layout);
  eup_layout_in_full (layout);
  eup_layout_gone (layout);
}

static gboolean
same_pages (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer name, page;

  if (a == NULL || g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &name, &page))
    if (g_hash_table_lookup (b, name) != page)
      return FALSE;
  return TRUE;
}

/* When the record was made: at sealing, else at the meeting. cairo writes no other time into the file. */
static const char *
get_created (const EupSnapshot *snapshot)
{
  const char *meeting = snapshot->assessment->card->meeting;

  if (snapshot->sealed != NULL)
    return snapshot->sealed;
  return meeting != NULL && *meeting != '\0' ? meeting : "2000-01-01T00:00:00Z";
}

/* The page numbers of the first pass are not the last ones, so all figures are noted beforehand. */
static void
note_figures (const EupLayout *layout)
{
  for (guint style = 0; style < EUP_N_STYLES; style++)
    {
      g_autoptr (EupParagraph) figures = eup_paragraph_new_text (
          layout->typeface, layout->language, "0123456789()–", (EupStyle) style, EUP_FULL_WIDTH);

      eup_paragraph_note (figures);
    }
}

/**
 * eup_layout_run_passes:
 * @draw: draws one pass on the layout's paper
 *
 * Returns: (transfer full) (nullable): the pages once they stand still
 */
EupPages *
eup_layout_run_passes (EupLayout *layout, const EupFurniture *furniture, EupLayoutDraw draw, GError **error)
{
  EupEmbed *embed = eup_typeface_get_embed (layout->typeface);
  g_autoptr (GHashTable) anchors = NULL;
  guint n_pages = 0;

  note_figures (layout);
  for (guint pass = 1;; pass++)
    {
      g_autoptr (EupPaper) paper = eup_paper_new (layout->typeface, furniture, n_pages, anchors);
      g_autoptr (EupPages) pages = NULL;
      gboolean stands;

      layout->paper = paper;
      if (layout->second != NULL)
        layout->second->paper = paper;
      draw (layout);
      pages = eup_paper_finish (paper, error);
      stands = n_pages == eup_paper_get_page (paper) && same_pages (anchors, eup_paper_get_anchors (paper)) &&
               eup_embed_is_complete (embed);
      if (pages == NULL || stands || pass == MOST_PASSES)
        return g_steal_pointer (&pages);
      n_pages = eup_paper_get_page (paper);
      g_clear_pointer (&anchors, g_hash_table_unref);
      anchors = g_hash_table_ref (eup_paper_get_anchors (paper));
      eup_embed_prepare (embed);
    }
}

/* What the document is called: a key of the record's words. */
static const char *
title_key (const EupSnapshot *snapshot)
{
  return snapshot->amendment != NULL ? "amendment-title" : "title";
}

static char *
make_subject (const EupLayout *layout)
{
  g_autofree char *technology = eup_layout_technology (layout);
  const char *alias = layout->assessment->card->alias;

  return g_strjoin (" · ", alias ? alias : "", technology, NULL);
}

/**
 * eup_layout_short_number:
 * @id: a document's number, as somebody made it
 *
 * Returns: (transfer full): so much of it as has room in the foot of a page
 */
char *
eup_layout_short_number (const char *id)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (id, -1) <= FOOTER_ID)
    return g_strdup (id);
  start = g_utf8_substring (id, 0, FOOTER_ID);
  return g_strconcat (start, "…", NULL);
}

/* The number and the checksum stand in one line of the foot; the checksum is whole, however long the number is. */
static char *
describe_document (const EupLayout *layout, const char *id, const char *twin_digest)
{
  g_autofree char *digits = eup_digest_grouped (twin_digest, FOOTER_DIGITS);
  g_autofree char *shown = eup_layout_short_number (id);

  return eup_words_fill ("document", layout->language, "id", shown, "digest", digits, NULL);
}

/**
 * eup_layout_mark:
 *
 * Returns: (transfer none) (nullable): what marks each page: of a rehearsal always, of a draft as long as it is one
 */
const char *
eup_layout_mark (const EupLayout *layout)
{
  if (layout->assessment->card->rehearsal)
    return eup_layout_word (layout, "rehearsal");
  return layout->snapshot->draft ? eup_layout_word (layout, "draft") : NULL;
}

/**
 * eup_layout_run:
 * @snapshot: the frozen assessment
 * @twin_digest: SHA-256 of its twin, 64 hexadecimal digits
 *
 * Lays the record out on any thread. The same snapshot gives the same bytes.
 *
 * Returns: (transfer full): the pages, or %NULL with EUP_LAYOUT_ERROR: a font is not on this machine,
 *   somebody typed a character that no font can draw, or cairo can't write
 */
EupPages *
eup_layout_run (const EupSnapshot *snapshot, const char *twin_digest, GError **error)
{
  g_autoptr (EupTypeface) typeface = eup_typeface_new (error);
  EupLayout layout = {
    snapshot, snapshot->assessment, snapshot->language, twin_digest, typeface, NULL, NULL
  };
  EupLayout second = layout;
  const char *authority = snapshot->assessment->card->authority;
  g_autofree char *document = NULL;
  g_autofree char *subject = NULL;
  EupFurniture furniture = { .language = snapshot->language };

  g_return_val_if_fail (twin_digest != NULL, NULL);

  if (typeface == NULL)
    return NULL;
  second.language = snapshot->second_language;
  layout.second = second.language ? &second : NULL;
  document = describe_document (&layout, snapshot->document_id, twin_digest);
  subject = make_subject (&layout);
  furniture.authority = authority ? authority : "";
  furniture.title = eup_layout_word (&layout, title_key (snapshot));
  furniture.document = document;
  furniture.subject = subject;
  furniture.draft = eup_layout_mark (&layout);
  furniture.rehearsal = snapshot->assessment->card->rehearsal;
  furniture.created = get_created (snapshot);
  return eup_layout_run_passes (&layout, &furniture, snapshot->amendment ? eup_layout_amendment : run_pass,
                                error);
}

/* Whose document it is: a file must say so even where the card names no authority yet. */
static char *
get_author (const EupCard *card)
{
  if (card->authority != NULL && *card->authority != '\0')
    return g_strdup (card->authority);
  return g_strdup (card->unit != NULL && *card->unit != '\0' ? card->unit : "Euphoria");
}

static char *
dup_tag (const char *language)
{
  return g_strdup (g_strcmp0 (language, "zh") == 0 ? "zh-CN" : language);
}

/**
 * eup_layout_info:
 * @twin_digest: SHA-256 of the twin, 64 hexadecimal digits
 *
 * Returns: (transfer full): what the file says of itself, for eup_finish_run()
 */
EupDocumentInfo *
eup_layout_info (const EupSnapshot *snapshot, const char *twin_digest)
{
  EupLayout layout = { snapshot, snapshot->assessment, snapshot->language, twin_digest, NULL, NULL, NULL };
  EupDocumentInfo *info = eup_document_info_new ();

  info->title =
      g_strdup_printf ("%s %s", eup_layout_word (&layout, title_key (snapshot)), snapshot->document_id);
  info->author = get_author (snapshot->assessment->card);
  info->subject = make_subject (&layout);
  info->language = dup_tag (snapshot->language);
  info->second_language = dup_tag (snapshot->second_language);
  info->document_id = g_strdup (snapshot->document_id);
  info->twin_digest = g_strdup (twin_digest);
  info->method = g_strdup_printf ("%s %s", eup_method_get_id (snapshot->model->method),
                                  eup_method_get_version (snapshot->model->method));
  info->created = g_strdup (get_created (snapshot));
  if (snapshot->amends != NULL)
    {
      info->amends = g_strdup (snapshot->amends->document_id);
      info->amends_digest = g_strdup (snapshot->amends->digest);
    }
  info->only_unicode = g_str_equal (snapshot->profile, EUP_PDF_PROFILE_UNICODE);
  return info;
}
