/* From the pages that layout drew to an archival document: PDF/A-2a or 3a and PDF/UA-1, with empty places for
 * signatures. Pure: no clock, no files; the same pages and facts give the same bytes. */

#include "record/eup-finish-private.h"
#include "record/eup-words.h"
#include "util/eup-digest.h"

#include "eup-config.h"

#include <string.h>

#define PRODUCER "Euphoria " EUP_VERSION

G_DEFINE_QUARK (eup-finish-error-quark, eup_finish_error)

/* Text that both a PDF string and XML can hold. */
static gboolean
is_printable (const char *text)
{
  if (text == NULL || text[0] == '\0' || !g_utf8_validate (text, -1, NULL))
    return FALSE;
  for (const char *c = text; *c; c++)
    if (g_ascii_iscntrl (*c))
      return FALSE;
  return TRUE;
}

static gboolean
is_digest (const char *text)
{
  return strlen (text) == 64 && strspn (text, "0123456789abcdef") == 64;
}

/* What is attached is what the metadata names. */
static gboolean
twin_fits (const EupDocumentInfo *info)
{
  g_autofree char *digest = info->twin ? eup_digest_bytes (info->twin) : NULL;

  return digest == NULL || g_str_equal (digest, info->twin_digest);
}

static gboolean
check_info (const EupDocumentInfo *info, GError **error)
{
  const struct
  {
    const char *name, *value;
  } fields[] = {
    { "title", info->title },        { "authority", info->author },
    { "subject", info->subject },    { "language", info->language },
    { "number", info->document_id }, { "twin’s digest", info->twin_digest },
    { "method", info->method },      { "time of making", info->created },
  };
  const char *wrong = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fields) && wrong == NULL; i++)
    if (!is_printable (fields[i].value))
      wrong = fields[i].name;
  if (wrong == NULL && (!is_digest (info->twin_digest) || !twin_fits (info)))
    wrong = "twin’s digest";
  if (wrong == NULL && info->amends != NULL &&
      (!is_printable (info->amends) || info->amends_digest == NULL || !is_digest (info->amends_digest)))
    wrong = "word on the document before it";
  if (wrong == NULL)
    {
      g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (info->created, NULL);

      wrong = time ? NULL : "time of making";
    }
  if (wrong == NULL)
    return TRUE;

  g_set_error (error, EUP_FINISH_ERROR, EUP_FINISH_ERROR_INCOMPLETE,
               "The record can't be made: its %s is missing or can't be written.", wrong);
  return FALSE;
}

/* "2026-11-23T10:00:00+01:00" as PDF writes it: "D:20261123100000+01'00'" */
static char *
pdf_date (const char *iso)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (iso, NULL);
  g_autofree char *date = g_date_time_format (time, "D:%Y%m%d%H%M%S%:z'");

  *strrchr (date, ':') = '\'';
  return g_steal_pointer (&date);
}

static void
write_info (EupQpdf q, const EupDocumentInfo *info)
{
  qpdf_oh dict = qpdf_oh_new_dictionary (q);
  g_autofree char *date = pdf_date (info->created);

  eup_qpdf_put_text (q, dict, "/Title", info->title);
  eup_qpdf_put_text (q, dict, "/Author", info->author);
  eup_qpdf_put_text (q, dict, "/Subject", info->subject);
  eup_qpdf_put_text (q, dict, "/Creator", "Euphoria");
  eup_qpdf_put_text (q, dict, "/Producer", PRODUCER);
  eup_qpdf_put_text (q, dict, "/CreationDate", date);
  eup_qpdf_put_text (q, dict, "/ModDate", date);
  qpdf_oh_replace_key (q, qpdf_get_trailer (q), "/Info", qpdf_make_indirect_object (q, dict));
}

static void
write_metadata (EupQpdf q, const EupDocumentInfo *info)
{
  g_autofree char *xmp = eup_finish_xmp (info, PRODUCER);
  qpdf_oh stream = eup_qpdf_add_stream (q, xmp, strlen (xmp));

  eup_qpdf_put_name (q, qpdf_oh_get_dict (q, stream), "/Type", "Metadata");
  eup_qpdf_put_name (q, qpdf_oh_get_dict (q, stream), "/Subtype", "XML");
  qpdf_oh_replace_key (q, qpdf_get_root (q), "/Metadata", stream);
}

static void
write_catalog (EupQpdf q, const EupDocumentInfo *info)
{
  qpdf_oh root = qpdf_get_root (q);
  qpdf_oh mark = qpdf_oh_new_dictionary (q);
  qpdf_oh viewer = qpdf_oh_new_dictionary (q);

  qpdf_oh_replace_key (q, root, "/Lang", qpdf_oh_new_string (q, info->language));
  qpdf_oh_replace_key (q, mark, "/Marked", qpdf_oh_new_bool (q, QPDF_TRUE));
  qpdf_oh_replace_key (q, root, "/MarkInfo", mark);
  qpdf_oh_replace_key (q, viewer, "/DisplayDocTitle", qpdf_oh_new_bool (q, QPDF_TRUE));
  qpdf_oh_replace_key (q, root, "/ViewerPreferences", viewer);
  for (int i = 0; i < qpdf_get_num_pages (q); i++)
    eup_qpdf_put_name (q, qpdf_get_page_n (q, (size_t) i), "/Tabs", "S");
}

static void
attach_twin (EupQpdf q, const EupDocumentInfo *info)
{
  g_autofree char *date = pdf_date (info->created);

  if (info->twin != NULL)
    eup_finish_twin (q, info, date);
}

static GBytes *
write_bytes (EupQpdf q, char **reason)
{
  if (qpdf_init_write_memory (q) != QPDF_SUCCESS)
    {
      eup_qpdf_check (q, reason);
      return NULL;
    }
  qpdf_set_object_stream_mode (q, qpdf_o_disable);
  qpdf_set_newline_before_endstream (q, QPDF_TRUE);
  qpdf_set_deterministic_ID (q, QPDF_TRUE);
  qpdf_force_pdf_version (q, "1.7");
  qpdf_write (q);
  if (!eup_qpdf_check (q, reason))
    return NULL;
  return g_bytes_new (qpdf_get_buffer (q), qpdf_get_buffer_length (q));
}

static GBytes *
fail_damaged (GError **error, const char *reason)
{
  g_set_error (error, EUP_FINISH_ERROR, EUP_FINISH_ERROR_DAMAGED,
               "The pages can't be made into a record: %s.", reason ? reason : "they can't be read");
  return NULL;
}

/**
 * eup_finish_run:
 * @pages: what layout drew
 * @info: what the document says about itself; every field is needed
 * @error: EUP_FINISH_ERROR_DAMAGED, EUP_FINISH_ERROR_STRUCTURE or EUP_FINISH_ERROR_INCOMPLETE
 *
 * Makes the archival document: PDF/A-2a (PDF/A-3a when the twin stands inside) and PDF/UA-1, unsigned, with an
 * empty place for each signature. The same input gives the same bytes.
 *
 * Returns: (transfer full) (nullable): the document
 */
GBytes *
eup_finish_run (const EupPages *pages, const EupDocumentInfo *info, GError **error)
{
  g_autoptr (GBytes) repaired = NULL;
  g_autoptr (GArray) elements = NULL;
  g_autoptr (GBytes) finished = NULL;
  g_autofree char *reason = NULL;
  g_auto (EupQpdf) q = NULL; /* closed before the bytes it reads from are freed */

  g_return_val_if_fail (pages != NULL && pages->pdf != NULL && info != NULL, NULL);

  if (!check_info (info, error))
    return NULL;
  repaired = eup_finish_repair_xref (pages->pdf, error);
  if (repaired == NULL)
    return NULL;
  q = eup_qpdf_open (repaired, &reason);
  if (q == NULL)
    return fail_damaged (error, reason);

  elements = eup_finish_structure (q, pages->tags, error);
  if (elements == NULL || !eup_finish_slots (q, pages, elements, info, error))
    return NULL;
  eup_finish_fonts_and_images (q);
  eup_finish_output_intent (q);
  write_info (q, info);
  write_metadata (q, info);
  write_catalog (q, info);
  attach_twin (q, info);
  if (!eup_qpdf_check (q, &reason))
    return fail_damaged (error, reason);
  finished = write_bytes (q, &reason);
  return finished ? g_steal_pointer (&finished) : fail_damaged (error, reason);
}
