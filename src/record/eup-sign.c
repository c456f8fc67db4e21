/* Fills one empty place with a signature, by appending one revision.
 *
 * The document gets a signature dictionary with room for the CMS, what shows on paper, and the field
 * again with both in it. Then everything but the room is signed and the CMS put into it. */

#include "record/eup-sign-private.h"

#include "eup-config.h"

#include <stdio.h>
#include <string.h>

G_DEFINE_QUARK (eup-sign-error-quark, eup_sign_error)

/* The places that belong to nobody yet. */
#define SPARE "spare-"

typedef struct
{
  EupQpdf q;
  EupSignLanguages languages;
  qpdf_oh field;
  int size; /* objects before this revision */
  double width, height;
  gboolean seals; /* and allows nothing but signatures from now on */
  EupHole hole;
} Revision;

/**
 * eup_signature_new:
 * @time: when, ISO 8601 with offset
 *
 * Returns: (transfer full): a signature that says no more than when
 */
EupSignature *
eup_signature_new (const char *time)
{
  EupSignature *self = g_new0 (EupSignature, 1);

  self->time = g_strdup (time);
  return self;
}

void
eup_signature_free (EupSignature *self)
{
  g_free (self->reason);
  g_free (self->role);
  g_free (self->place);
  g_free (self->time);
  g_free (self->acknowledges);
  eup_shape_free (eup_part_shape (EUP_PART_ACKNOWLEDGEMENT), self->acknowledgement);
  g_free (self);
}

static gboolean
fail (GError **error, EupSignError code, const char *message)
{
  g_set_error_literal (error, EUP_SIGN_ERROR, (int) code, message);
  return FALSE;
}

static double
corner (EupQpdf q, qpdf_oh field, int index)
{
  qpdf_oh rectangle = eup_qpdf_get (q, field, "/Rect");
  qpdf_oh value = qpdf_oh_is_array (q, rectangle) && qpdf_oh_get_array_n_items (q, rectangle) == 4
                      ? qpdf_oh_get_array_item (q, rectangle, index)
                      : qpdf_oh_new_null (q);

  return eup_qpdf_get_number (q, value);
}

static gboolean
field_is_wanted (EupQpdf q, qpdf_oh field, const char *name, gboolean spare)
{
  g_autofree char *found = eup_qpdf_dup_text (q, field, "/T");

  if (!qpdf_oh_is_name_and_equals (q, eup_qpdf_get (q, field, "/FT"), "/Sig") ||
      !qpdf_oh_is_null (q, eup_qpdf_get (q, field, "/V")))
    return FALSE;
  if (spare && (found == NULL || !g_str_has_prefix (found, SPARE)))
    return FALSE;
  if (name)
    return g_strcmp0 (found, name) == 0;
  return corner (q, field, 2) > corner (q, field, 0); /* those without size are for archives */
}

static gboolean
find_field (Revision *revision, const char *name, gboolean spare, GError **error)
{
  EupQpdf q = revision->q;
  qpdf_oh fields = eup_qpdf_get (q, eup_qpdf_get (q, qpdf_get_root (q), "/AcroForm"), "/Fields");

  for (int i = 0; i < eup_qpdf_list_length (q, fields); i++)
    {
      qpdf_oh field = eup_qpdf_list_item (q, fields, i);

      if (qpdf_oh_is_indirect (q, field) && field_is_wanted (q, field, name, spare))
        {
          revision->field = field;
          revision->width = corner (q, field, 2) - corner (q, field, 0);
          revision->height = corner (q, field, 3) - corner (q, field, 1);
          return TRUE;
        }
    }
  return fail (error, EUP_SIGN_ERROR_NO_SLOT,
               name ? "The place for this signature is not there or is filled already."
                    : "There is no place left for another signature.");
}

static void
write_entry (GString *out, const char *key, const char *text)
{
  if (text == NULL || text[0] == '\0')
    return;
  g_string_append_printf (out, "\n%s ", key);
  eup_sign_write_text (out, text);
}

static char *
pdf_date (const char *iso)
{
  g_autoptr (GDateTime) time = iso ? g_date_time_new_from_iso8601 (iso, NULL) : NULL;
  g_autofree char *date = time ? g_date_time_format (time, "D:%Y%m%d%H%M%S%:z'") : NULL;

  if (date == NULL)
    return NULL;
  *strrchr (date, ':') = '\'';
  return g_steal_pointer (&date);
}

/* In the first language: it is what other programs list, in one line. */
static void
write_reason (const Revision *revision, GString *out, const EupSignature *details)
{
  g_autofree char *reason = details->acknowledgement && details->reason == NULL
                                ? eup_sign_acknowledgement_reason (details, revision->languages.first)
                                : g_strdup (details->reason);

  write_entry (out, "/Reason", reason);
}

static void
write_dictionary (Revision *revision, GString *out, EupSigner *signer, const EupSignature *details)
{
  g_autofree char *date = pdf_date (details->time);

  g_string_append (out, "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached\n");
  eup_sign_write_hole (out, &revision->hole);
  write_entry (out, "/M", date);
  write_entry (out, "/Name", eup_signer_get_name (signer));
  write_reason (revision, out, details);
  write_entry (out, "/Location", details->place);
  write_entry (out, "/EUPH_Role", details->role);
  g_string_append (out, "\n/Prop_Build << /App << /Name /Euphoria /REx (" EUP_VERSION ") >> >>");
  if (details->acknowledgement)
    eup_sign_write_acknowledgement (out, details);
  if (revision->seals)
    g_string_append (out, "\n/Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams"
                          " << /Type /TransformParams /P 2 /V /1.2 >> >>]");
  g_string_append (out, " >>");
}

static GBytes *
compress (const char *text)
{
  g_autoptr (GZlibCompressor) packer = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return g_converter_convert_bytes (G_CONVERTER (packer), bytes, NULL);
}

static GBytes *
draw (const Revision *revision, EupSigner *signer, const EupSignature *details, GError **error)
{
  g_autofree char *operators =
      eup_sign_draw (signer, details, &revision->languages, revision->width, revision->height, error);

  return operators ? compress (operators) : NULL;
}

static void
write_appearance (const Revision *revision, GString *out, GBytes *drawing)
{
  char width[G_ASCII_DTOSTR_BUF_SIZE], height[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (width, sizeof width, "%.3f", revision->width);
  g_ascii_formatd (height, sizeof height, "%.3f", revision->height);
  g_string_append_printf (out,
                          "<< /Type /XObject /Subtype /Form /BBox [0 0 %s %s] /Resources << >>"
                          " /Filter /FlateDecode /Length %" G_GSIZE_FORMAT " >>\nstream\n",
                          width, height, g_bytes_get_size (drawing));
  g_string_append_len (out, g_bytes_get_data (drawing, NULL), (gssize) g_bytes_get_size (drawing));
  g_string_append (out, "\nendstream");
}

static void
write_revision (Revision *revision,
                EupIncrement *increment,
                EupSigner *signer,
                const EupSignature *details,
                GBytes *drawing)
{
  EupQpdf q = revision->q;
  int signature = revision->size, appearance = revision->size + 1;
  g_autofree char *filled = g_strdup_printf ("/AP << /N %d 0 R >> /V %d 0 R", appearance, signature);

  qpdf_oh_remove_key (q, revision->field, "/AP");
  eup_increment_write_again (increment, q, revision->field, filled);
  if (revision->seals)
    {
      g_autofree char *permissions = g_strdup_printf ("/Perms << /DocMDP %d 0 R >>", signature);

      eup_increment_write_again (increment, q, qpdf_get_root (q), permissions);
    }
  eup_increment_begin (increment, signature, 0);
  write_dictionary (revision, increment->bytes, signer, details);
  eup_increment_end (increment);
  eup_increment_begin (increment, appearance, 0);
  write_appearance (revision, increment->bytes, drawing);
  eup_increment_end (increment);
  eup_increment_finish (increment, q, appearance + 1);
}

static gboolean
embed (const Revision *revision, GString *out, EupSigner *signer, GError **error)
{
  g_autoptr (GBytes) content = eup_sign_close_range (out, &revision->hole);
  g_autoptr (GBytes) cms = eup_signer_sign (signer, content, error);

  return cms && eup_sign_fill_hole (out, revision->hole.room, EUP_SIGN_ROOM, cms, error);
}

static gboolean
is_signed (EupQpdf q)
{
  qpdf_oh fields = eup_qpdf_get (q, eup_qpdf_get (q, qpdf_get_root (q), "/AcroForm"), "/Fields");

  for (int i = 0; i < eup_qpdf_list_length (q, fields); i++)
    if (!qpdf_oh_is_null (q, eup_qpdf_get (q, eup_qpdf_list_item (q, fields, i), "/V")))
      return TRUE;
  return FALSE;
}

static gboolean
check (const Revision *revision, const EupSignature *details, GError **error)
{
  g_autofree char *date = pdf_date (details->time);

  if (revision->size == 0)
    return fail (error, EUP_SIGN_ERROR_UNREADABLE,
                 "This document can't be signed: it is not a whole record.");
  if (date == NULL)
    return fail (error, EUP_SIGN_ERROR_FAILED, "The time of the signature can't be read.");
  return eup_sign_check_acknowledgement (details, error);
}

/**
 * eup_sign_append:
 * @pdf: a document made by eup_finish_run(), signed or not
 * @slot: (nullable): the name of the place to fill; %NULL for the first that is empty
 * @signer: who signs
 * @details: what the signature says
 * @error: EUP_SIGN_ERROR, EUP_SIGNER_ERROR, or of the fonts
 *
 * Returns: (transfer full) (nullable): @pdf as it is, followed by one revision with the signature
 */
GBytes *
eup_sign_append (
    GBytes *pdf, const char *slot, EupSigner *signer, const EupSignature *details, GError **error)
{
  g_autoptr (EupIncrement) increment = NULL;
  g_autoptr (GBytes) drawing = NULL;
  g_autofree char *reason = NULL;
  g_auto (EupQpdf) q = NULL;
  Revision revision = { 0 };

  g_return_val_if_fail (pdf != NULL && EUP_IS_SIGNER (signer) && details != NULL, NULL);

  increment = eup_increment_new (pdf, error);
  if (increment == NULL)
    return NULL;
  q = eup_qpdf_open (pdf, &reason);
  if (q == NULL)
    {
      g_set_error (error, EUP_SIGN_ERROR, EUP_SIGN_ERROR_UNREADABLE, "This document can't be signed: %s.",
                   reason);
      return NULL;
    }
  revision.q = q;
  revision.languages = eup_sign_read_languages (q);
  revision.size = eup_qpdf_count_objects (q);
  revision.seals = details->certify && details->acknowledgement == NULL && !is_signed (q);
  if (!check (&revision, details, error) ||
      !find_field (&revision, slot, details->acknowledgement != NULL, error))
    return NULL;
  drawing = draw (&revision, signer, details, error);
  if (drawing == NULL)
    return NULL;
  write_revision (&revision, increment, signer, details, drawing);
  if (!embed (&revision, increment->bytes, signer, error))
    return NULL;
  return g_string_free_to_bytes (g_steal_pointer (&increment->bytes));
}
