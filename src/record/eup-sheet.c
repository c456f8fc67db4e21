/* Papers beside the record, from the same frozen facts and by the same road to a file that lasts. */

#include "record/eup-sheet.h"

#include "record/eup-layout-private.h"
#include "record/eup-layout.h"

static const struct
{
  EupLayoutDraw draw;
  const char *title;  /* a key of the record's words */
  const char *suffix; /* of the document's number: nobody can take the sheet for the record */
  gboolean large;
} sheets[] = {
  [EUP_SHEET_RESIDENT] = { eup_layout_own_page, "own-page-title", "resident", TRUE },
  [EUP_SHEET_SEND_OUT] = { eup_layout_send_out, "send-out-title", "send-out", FALSE },
};

static char *
make_title (const EupSnapshot *snapshot, EupSheet sheet)
{
  const char *alias = snapshot->assessment->card->alias;

  return eup_words_fill (sheets[sheet].title, snapshot->language, "person", alias ? alias : "", NULL);
}

/**
 * eup_sheet_run:
 *
 * Lays the sheet out on any thread. The same snapshot gives the same bytes.
 *
 * Returns: (transfer full): the pages, or %NULL with EUP_LAYOUT_ERROR, as eup_layout_run()
 */
EupPages *
eup_sheet_run (const EupSnapshot *snapshot, EupSheet sheet, GError **error)
{
  g_autoptr (EupTypeface) typeface = eup_typeface_new (error);
  EupLayout layout = { snapshot, snapshot->assessment, snapshot->language, NULL, typeface, NULL, NULL };
  const EupCard *card = snapshot->assessment->card;
  g_autofree char *title = make_title (snapshot, sheet);
  g_autofree char *technology = eup_layout_technology (&layout);
  g_autofree char *number = eup_layout_short_number (snapshot->document_id);
  EupFurniture furniture = { .language = snapshot->language, .large = sheets[sheet].large };
  g_autoptr (EupDocumentInfo) info = eup_layout_info (snapshot, "");

  if (typeface == NULL)
    return NULL;
  furniture.authority = card->authority ? card->authority : "";
  furniture.title = title;
  furniture.document = number;
  furniture.subject = technology;
  furniture.draft = sheets[sheet].large || card->rehearsal ? eup_layout_mark (&layout) : NULL;
  furniture.rehearsal = card->rehearsal;
  furniture.created = info->created;
  return eup_layout_run_passes (&layout, &furniture, sheets[sheet].draw, error);
}

/**
 * eup_sheet_info:
 * @twin_digest: SHA-256 of the record's twin, 64 hexadecimal digits
 *
 * Returns: (transfer full): what the file says of itself, for eup_finish_run()
 */
EupDocumentInfo *
eup_sheet_info (const EupSnapshot *snapshot, const char *twin_digest, EupSheet sheet)
{
  EupLayout layout = { snapshot, snapshot->assessment, snapshot->language, twin_digest, NULL, NULL, NULL };
  EupDocumentInfo *info = eup_layout_info (snapshot, twin_digest);
  const char *back = sheet == EUP_SHEET_RESIDENT ? eup_layout_own_page_back (&layout) : NULL;
  char *id = g_strdup_printf ("%s-%s", snapshot->document_id, sheets[sheet].suffix);

  g_set_str (&info->second_language, g_strcmp0 (back, "zh") == 0 ? "zh-CN" : back);
  g_free (info->title);
  info->title = make_title (snapshot, sheet);
  g_free (info->document_id);
  info->document_id = id;
  return info;
}
