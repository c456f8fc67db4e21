/* Repairs the cross-reference stream at the end of what cairo writes.
 *
 * cairo (1.18.4) takes an object number for every Artifact and never writes that object; its table then
 * points to a place where something else stands, and readers call the file damaged. Here every entry
 * that does not lead to its object becomes a free one. */

#include "record/eup-finish-private.h"

#include <gio/gio.h>
#include <stdio.h>
#include <string.h>

enum
{
  ENTRY_FREE = 0,
  ENTRY_PLAIN = 1,
};

/* The widths of cairo's three fields, in bytes. */
typedef struct
{
  guint type, offset, generation;
} Widths;

static gboolean
fail (GError **error, const char *reason)
{
  g_set_error (error, EUP_FINISH_ERROR, EUP_FINISH_ERROR_DAMAGED,
               "The pages can't be made into a record: %s.", reason);
  return FALSE;
}

/* Where the text @needle last begins in @data, or -1. */
static gssize
find_last (const char *data, gsize length, const char *needle)
{
  gsize n = strlen (needle);

  for (gsize i = length; i >= n; i--)
    if (memcmp (data + i - n, needle, n) == 0)
      return (gssize) (i - n);
  return -1;
}

static const char *
find_first (const char *data, gsize length, const char *needle)
{
  return memmem (data, length, needle, strlen (needle));
}

static GBytes *
inflate (const char *data, gsize length)
{
  g_autoptr (GZlibDecompressor) inflater = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autoptr (GBytes) packed = g_bytes_new (data, length);

  return g_converter_convert_bytes (G_CONVERTER (inflater), packed, NULL);
}

static guint64
read_number (const guint8 *bytes, guint width)
{
  guint64 number = 0;

  for (guint i = 0; i < width; i++)
    number = number << 8 | bytes[i];
  return number;
}

/* Whether "N G obj" stands at @offset. */
static gboolean
object_stands_at (const char *data, gsize length, guint64 offset, guint number, guint generation)
{
  g_autofree char *head = g_strdup_printf ("%u %u obj", number, generation);
  gsize n = strlen (head);

  return offset + n <= length && memcmp (data + offset, head, n) == 0;
}

static GByteArray *
repair_entries (GBytes *entries, const Widths *widths, const char *data, gsize length)
{
  GByteArray *repaired = g_byte_array_new ();
  gsize size;
  const guint8 *from = g_bytes_get_data (entries, &size);
  guint width = widths->type + widths->offset + widths->generation;

  g_byte_array_append (repaired, from, size);
  for (guint number = 0; (gsize) (number + 1) * width <= size; number++)
    {
      guint8 *entry = repaired->data + (gsize) number * width;
      guint64 offset = read_number (entry + widths->type, widths->offset);
      guint64 generation = read_number (entry + widths->type + widths->offset, widths->generation);

      if (read_number (entry, widths->type) == ENTRY_PLAIN &&
          !object_stands_at (data, length, offset, number, (guint) generation))
        memset (entry, ENTRY_FREE, width);
    }
  return repaired;
}

/* Copies the dictionary's line-wise entries, without the two that no longer hold. */
static void
append_dictionary (GString *out, const char *dict, gsize length, guint new_size)
{
  g_autofree char *text = g_strndup (dict, length);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (strstr (lines[i], "/Filter") != NULL)
        continue;
      if (strstr (lines[i], "/Length") != NULL)
        g_string_append_printf (out, "   /Length %u\n", new_size);
      else
        g_string_append_printf (out, "%s\n", lines[i]);
    }
}

static GBytes *
rewrite (const char *data, gsize length, gsize xref, GError **error)
{
  const char *start = data + xref;
  gsize rest = length - xref;
  const char *stream = find_first (start, rest, "\nstream\n");
  const char *end = find_first (start, rest, "\nendstream");
  const char *w = find_first (start, rest, "/W [");
  g_autoptr (GBytes) entries = NULL;
  g_autoptr (GByteArray) repaired = NULL;
  GString *out;
  Widths widths = { 0 };

  if (stream == NULL || end == NULL || w == NULL || end < stream + strlen ("\nstream\n") || w > stream ||
      sscanf (w, "/W [%1u %1u %1u]", &widths.type, &widths.offset, &widths.generation) != 3 ||
      widths.type != 1)
    {
      fail (error, "their table of objects has another form than expected");
      return NULL;
    }
  stream++;
  entries = inflate (stream + strlen ("stream\n"), end - stream - strlen ("stream\n"));
  if (entries == NULL)
    {
      fail (error, "their table of objects can't be unpacked");
      return NULL;
    }

  repaired = repair_entries (entries, &widths, data, length);
  out = g_string_new_len (data, xref);
  append_dictionary (out, start, stream - start - 1, repaired->len);
  g_string_append (out, "stream\n");
  g_string_append_len (out, (const char *) repaired->data, repaired->len);
  g_string_append_printf (out, "\nendstream\nendobj\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", xref);
  return g_string_free_to_bytes (out);
}

/**
 * eup_finish_repair_xref:
 * @pdf: what cairo wrote
 * @error: EUP_FINISH_ERROR_DAMAGED
 *
 * Returns: (transfer full) (nullable): the same document with a table of objects that holds
 */
GBytes *
eup_finish_repair_xref (GBytes *pdf, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (pdf, &length);
  gssize mark = data ? find_last (data, length, "startxref\n") : -1;
  guint64 xref = 0;

  if (mark >= 0)
    {
      g_autofree char *number =
          g_strndup (data + mark + strlen ("startxref\n"), length - (gsize) mark - strlen ("startxref\n"));

      xref = g_ascii_strtoull (number, NULL, 10);
    }
  if (xref == 0 || xref >= (guint64) mark)
    {
      fail (error, "they are no PDF, or one that was cut off");
      return NULL;
    }
  if (memcmp (data + xref, "xref", 4) == 0)
    return g_bytes_ref (pdf);
  return rewrite (data, length, xref, error);
}
