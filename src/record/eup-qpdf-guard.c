/* Whether a document can be opened without being unpacked into more than any record is.
 *
 * Ours have plain tables and pack nothing that is needed to open them. Other documents may pack their tables
 * and objects, a thousand times smaller than they are; qpdf unpacks those without a limit. So where a document
 * may have such, all that it packs is tried here first, with one. */

#include "record/eup-qpdf.h"

#include <gio/gio.h>
#include <string.h>

/* Far more than the tables and objects of any record. */
#define MOST_UNPACKED (64 * 1024 * 1024)

/* Packed again and again: no program does. */
#define MOST_LAYERS 3

/* Names are compared up to here. */
#define LONGEST_NAME 16

typedef struct
{
  gboolean packs;   /* tables or objects */
  gboolean strange; /* in a way that is not tried here */
} Names;

static gboolean
ends_name (guint8 c)
{
  return c <= ' ' || strchr ("()<>[]{}/%", c) != NULL;
}

/* Reads a name with its escapes undone; it may stand in the middle of an image, which does no harm. */
static void
read_name (const guint8 *at, const guint8 *end, char *name)
{
  guint n = 0;

  while (at < end && n < LONGEST_NAME && !ends_name (*at))
    {
      if (*at == '#' && end - at > 2 && g_ascii_isxdigit (at[1]) && g_ascii_isxdigit (at[2]))
        {
          name[n++] = (char) (g_ascii_xdigit_value (at[1]) << 4 | g_ascii_xdigit_value (at[2]));
          at += 3;
        }
      else
        name[n++] = (char) *at++;
    }
  name[n] = '\0';
}

/* A file holds some ten thousand names: all but a few are told by how they begin. */
static gboolean
may_begin (guint8 c)
{
  return c == 'O' || c == 'X' || c == 'L' || c == 'R' || c == 'A' || c == 'E' || c == '#';
}

static Names
look_at_names (const guint8 *data, gsize size)
{
  static const char *const packing[] = { "ObjStm", "XRef", "XRefStm", NULL };
  static const char *const strange[] = { "LZWDecode",      "LZW", "RunLengthDecode", "RL",
                                         "ASCIIHexDecode", "AHx", "ASCII85Decode",   "A85",
                                         "Encrypt",        NULL };
  const guint8 *end = data + size;
  Names names = { FALSE, FALSE };

  for (const guint8 *at = data; at && (at = memchr (at, '/', (gsize) (end - at))) != NULL; at++)
    {
      char name[LONGEST_NAME + 1];

      if (at + 1 < end && !may_begin (at[1]))
        continue;
      read_name (at + 1, end, name);
      names.packs = names.packs || g_strv_contains (packing, name);
      names.strange = names.strange || g_strv_contains (strange, name);
    }
  return names;
}

static gboolean
begins_packed (const guint8 *data, gsize size)
{
  return size >= 2 && (data[0] & 0x0f) == 8 && (data[0] << 8 | data[1]) % 31 == 0;
}

/* Unpacks as far as it goes. %FALSE when that is more than @most. */
static gboolean
unpack (const guint8 *data, gsize size, gsize most, GByteArray *kept)
{
  g_autoptr (GZlibDecompressor) zlib = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  guint8 buffer[65536];
  gsize read = 0, written = 0, total = 0;
  GConverterResult result = G_CONVERTER_CONVERTED;

  for (gsize at = 0; result == G_CONVERTER_CONVERTED && at <= size; at += read)
    {
      result = g_converter_convert (G_CONVERTER (zlib), data + at, size - at, buffer, sizeof buffer,
                                    G_CONVERTER_INPUT_AT_END, &read, &written, NULL);
      if (result == G_CONVERTER_ERROR)
        break;
      total += written;
      if (total > most)
        return FALSE;
      g_byte_array_append (kept, buffer, (guint) written);
    }
  return TRUE;
}

/* How much comes out of the layers together stays below the limit. */
static gboolean
is_bounded (const guint8 *data, gsize size)
{
  g_autoptr (GByteArray) inside = g_byte_array_new ();

  for (guint layer = 0; begins_packed (data, size); layer++)
    {
      g_autoptr (GByteArray) next = g_byte_array_new ();

      if (layer >= MOST_LAYERS || !unpack (data, size, MOST_UNPACKED, next))
        return FALSE;
      g_byte_array_unref (inside);
      inside = g_steal_pointer (&next);
      data = inside->data;
      size = inside->len;
    }
  return TRUE;
}

/**
 * eup_qpdf_is_bounded:
 * @pdf: a document
 *
 * Returns: whether opening it takes no more memory than any record may
 */
gboolean
eup_qpdf_is_bounded (GBytes *pdf)
{
  static const char word[] = "stream";
  gsize size;
  const guint8 *data = g_bytes_get_data (pdf, &size);
  const guint8 *end = data + size;
  Names names = look_at_names (data, size);

  if (!names.packs)
    return TRUE;
  if (names.strange)
    return FALSE;
  for (const guint8 *at = data;
       at < end && (at = memmem (at, (gsize) (end - at), word, strlen (word))) != NULL;)
    {
      at += strlen (word);
      while (at < end && (*at == '\r' || *at == '\n' || *at == ' '))
        at++;
      if (at < end && !is_bounded (at, (gsize) (end - at)))
        return FALSE;
    }
  return TRUE;
}

/* Whether it has just the one filter that our streams have, without more to it; or none, then @packed is not
 * set. */
static gboolean
has_plain_filter (EupQpdf q, qpdf_oh stream, gboolean *packed)
{
  qpdf_oh dictionary = qpdf_oh_get_dict (q, stream);
  qpdf_oh filter = eup_qpdf_get (q, dictionary, "/Filter");

  if (qpdf_oh_is_array (q, filter) && qpdf_oh_get_array_n_items (q, filter) == 1)
    filter = qpdf_oh_get_array_item (q, filter, 0);
  *packed = qpdf_oh_is_name_and_equals (q, filter, "/FlateDecode");
  return qpdf_oh_is_null (q, filter) ||
         (*packed && qpdf_oh_is_null (q, eup_qpdf_get (q, dictionary, "/DecodeParms")));
}

/**
 * eup_qpdf_get_bounded:
 * @stream: anything
 * @most: how much it may hold
 *
 * Returns: (transfer full) (nullable): what the stream holds, unpacked; %NULL when it is none, more than
 *   @most, or packed as no program of ours does
 */
GBytes *
eup_qpdf_get_bounded (EupQpdf q, qpdf_oh stream, gsize most)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autoptr (GBytes) held = NULL;
  gboolean packed = FALSE;

  if (!qpdf_oh_is_stream (q, stream) || !has_plain_filter (q, stream, &packed))
    return NULL;
  held = eup_qpdf_get_stream (q, stream, FALSE);
  if (held == NULL || g_bytes_get_size (held) > most)
    return NULL;
  if (!packed)
    return g_steal_pointer (&held);
  if (!unpack (g_bytes_get_data (held, NULL), g_bytes_get_size (held), most, out))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}
