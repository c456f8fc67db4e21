/* A document's metadata, as far as any of ours goes. */

#include "record/eup-xmp.h"

/* Longer metadata is not ours; nor is packed metadata, which is never unpacked here. */
#define MOST_BYTES 65536

/**
 * eup_xmp_parse:
 * @parser: gets elements and texts, with @user_data
 *
 * Returns: whether there is metadata, and it could be read to its end
 */
gboolean
eup_xmp_parse (EupQpdf q, const GMarkupParser *parser, gpointer user_data)
{
  g_autoptr (GBytes) packet =
      eup_qpdf_get_stream (q, eup_qpdf_get (q, qpdf_get_root (q), "/Metadata"), FALSE);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (parser, 0, user_data, NULL);

  return packet != NULL && g_bytes_get_size (packet) <= MOST_BYTES &&
         g_markup_parse_context_parse (context, g_bytes_get_data (packet, NULL),
                                       (gssize) g_bytes_get_size (packet), NULL);
}
