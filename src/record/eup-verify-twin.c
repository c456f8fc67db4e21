/* The twin inside a record: there is none, or it is the one that the metadata names, and no other file.
 *
 * What is attached was packed by who knows whom: it is unpacked here, with a limit. */

#include "record/eup-verify-private.h"

#include "util/eup-json.h"

#include <gio/gio.h>

/* Returns: (transfer full) (nullable): %NULL when it is damaged or longer than any twin */
static GBytes *
unpack (GBytes *packed)
{
  g_autoptr (GZlibDecompressor) zlib = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autoptr (GByteArray) whole = g_byte_array_new ();
  GConverterResult result = G_CONVERTER_CONVERTED;
  gsize size, at = 0;
  const guint8 *data = g_bytes_get_data (packed, &size);

  while (result == G_CONVERTER_CONVERTED)
    {
      guint8 piece[65536];
      gsize read, written;

      result = g_converter_convert (G_CONVERTER (zlib), data + at, size - at, piece, sizeof piece,
                                    G_CONVERTER_INPUT_AT_END, &read, &written, NULL);
      if (result == G_CONVERTER_ERROR || whole->len + written > EUP_JSON_MAX_SIZE)
        return NULL;
      g_byte_array_append (whole, piece, (guint) written);
      at += read;
    }
  return at == size ? g_byte_array_free_to_bytes (g_steal_pointer (&whole)) : NULL;
}

static GBytes *
read_file (EupQpdf q, qpdf_oh stream)
{
  qpdf_oh dict = qpdf_oh_is_stream (q, stream) ? qpdf_oh_get_dict (q, stream) : qpdf_oh_new_null (q);
  qpdf_oh filter = eup_qpdf_get (q, dict, "/Filter");
  g_autoptr (GBytes) held = eup_qpdf_get_stream (q, stream, FALSE);

  if (held == NULL || !qpdf_oh_is_null (q, eup_qpdf_get (q, dict, "/DecodeParms")))
    return NULL;
  if (qpdf_oh_is_null (q, filter))
    return g_bytes_get_size (held) <= EUP_JSON_MAX_SIZE ? g_steal_pointer (&held) : NULL;
  return qpdf_oh_is_name_and_equals (q, filter, "/FlateDecode") ? unpack (held) : NULL;
}

static gboolean
is_same (EupQpdf q, qpdf_oh one, qpdf_oh two)
{
  return qpdf_oh_is_indirect (q, one) && qpdf_oh_is_indirect (q, two) &&
         qpdf_oh_get_object_id (q, one) == qpdf_oh_get_object_id (q, two) &&
         qpdf_oh_get_generation (q, one) == qpdf_oh_get_generation (q, two);
}

/* One file that belongs to the document, named once, with the same bytes whichever way it is found. */
static gboolean
is_one_file (EupQpdf q, qpdf_oh belonging, qpdf_oh tree)
{
  qpdf_oh leaf = eup_qpdf_get (q, tree, "/Names");
  qpdf_oh specification = eup_qpdf_list_item (q, belonging, 0);
  qpdf_oh files = eup_qpdf_get (q, specification, "/EF");

  return qpdf_oh_is_array (q, belonging) && eup_qpdf_list_length (q, belonging) == 1 &&
         qpdf_oh_is_array (q, leaf) && eup_qpdf_list_length (q, leaf) == 2 &&
         is_same (q, specification, eup_qpdf_list_item (q, leaf, 1)) &&
         is_same (q, eup_qpdf_get (q, files, "/F"), eup_qpdf_get (q, files, "/UF"));
}

/**
 * eup_verify_read_twin:
 * @verdict: says which twin the metadata names; gets the twin when it stands inside
 *
 * Returns: %FALSE when files stand inside that are not just that twin
 */
gboolean
eup_verify_read_twin (EupQpdf q, EupVerdict *verdict)
{
  qpdf_oh root = qpdf_get_root (q);
  qpdf_oh belonging = eup_qpdf_get (q, root, "/AF");
  qpdf_oh tree = eup_qpdf_get (q, eup_qpdf_get (q, root, "/Names"), "/EmbeddedFiles");
  g_autoptr (GBytes) twin = NULL;

  if (qpdf_oh_is_null (q, belonging) && qpdf_oh_is_null (q, tree))
    return TRUE;
  if (!is_one_file (q, belonging, tree))
    return FALSE;
  twin = read_file (q, eup_qpdf_get (q, eup_qpdf_get (q, eup_qpdf_list_item (q, belonging, 0), "/EF"), "/F"));
  if (twin == NULL || !eup_verdict_matches_twin (verdict, twin))
    return FALSE;
  verdict->twin = g_steal_pointer (&twin);
  return TRUE;
}
