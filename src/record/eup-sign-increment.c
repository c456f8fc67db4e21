/* Appends one revision to a PDF and touches nothing that is there.
 *
 * Written by hand in one fixed form, which the verifier knows: objects one after the other, a plain
 * table, the trailer, nothing between. */

#include "record/eup-sign-private.h"

#include <string.h>

typedef struct
{
  int id, generation;
  gsize offset;
} Entry;

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  return ((const Entry *) a)->id - ((const Entry *) b)->id;
}

static gboolean
find_table (const char *data, gsize length, guint64 *table)
{
  static const char mark[] = "startxref\n";
  gsize tail = MIN (length, 64);
  g_autofree char *end = g_strndup (data + length - tail, tail);
  char *found = tail == strlen (end) ? g_strrstr (end, mark) : NULL;
  char *rest = NULL;

  if (found == NULL)
    return FALSE;
  *table = g_ascii_strtoull (found + strlen (mark), &rest, 10);
  return strcmp (rest, "\n%%EOF\n") == 0 && *table + 4 < length && memcmp (data + *table, "xref", 4) == 0;
}

/**
 * eup_increment_new:
 * @pdf: a document that ends as finish and sign write it
 * @error: EUP_SIGN_ERROR_UNREADABLE
 */
EupIncrement *
eup_increment_new (GBytes *pdf, GError **error)
{
  EupIncrement *self;
  gsize length;
  const char *data = g_bytes_get_data (pdf, &length);
  guint64 table;

  if (data == NULL || !find_table (data, length, &table))
    {
      g_set_error_literal (error, EUP_SIGN_ERROR, EUP_SIGN_ERROR_UNREADABLE,
                           "This document can't be signed: it is not a whole record.");
      return NULL;
    }
  self = g_new0 (EupIncrement, 1);
  self->bytes = g_string_sized_new (length + 4 * EUP_SIGN_ROOM);
  g_string_append_len (self->bytes, data, (gssize) length);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->previous = table;
  return self;
}

void
eup_increment_free (EupIncrement *self)
{
  if (self->bytes)
    g_string_free (self->bytes, TRUE);
  g_array_unref (self->entries);
  g_free (self);
}

void
eup_increment_begin (EupIncrement *self, int id, int generation)
{
  Entry entry = { id, generation, self->bytes->len };

  g_array_append_val (self->entries, entry);
  g_string_append_printf (self->bytes, "%d %d obj\n", id, generation);
}

void
eup_increment_end (EupIncrement *self)
{
  g_string_append (self->bytes, "\nendobj\n");
}

/* Each run of neighbouring numbers gets its own heading. */
static void
write_table (EupIncrement *self)
{
  g_array_sort (self->entries, compare_entries);
  g_string_append (self->bytes, "xref\n");
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      if (i == 0 || entry[-1].id + 1 != entry->id)
        {
          guint n = 1;

          while (i + n < self->entries->len && entry[n].id == entry->id + (int) n)
            n++;
          g_string_append_printf (self->bytes, "%d %u\n", entry->id, n);
        }
      g_string_append_printf (self->bytes, "%010" G_GSIZE_FORMAT " %05d n \n", entry->offset,
                              entry->generation);
    }
}

/* The second half of the ID says which revision this is. */
static void
write_id (EupIncrement *self, EupQpdf q)
{
  qpdf_oh id = eup_qpdf_get (q, qpdf_get_trailer (q), "/ID");
  g_autofree char *revision =
      g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guint8 *) self->bytes->str, self->bytes->len);
  size_t length = 0;
  const char *first;

  if (!qpdf_oh_is_array (q, id) || qpdf_oh_get_array_n_items (q, id) != 2)
    return;
  first = qpdf_oh_get_binary_string_value (q, qpdf_oh_get_array_item (q, id, 0), &length);
  g_string_append (self->bytes, " /ID [<");
  for (size_t i = 0; i < length; i++)
    g_string_append_printf (self->bytes, "%02x", (guint8) first[i]);
  g_string_append_printf (self->bytes, "><%.32s>]", revision);
}

/**
 * eup_increment_finish:
 * @size: one more than the highest object number
 *
 * Writes the table and the trailer.
 */
void
eup_increment_finish (EupIncrement *self, EupQpdf q, int size)
{
  qpdf_oh trailer = qpdf_get_trailer (q);
  gsize table = self->bytes->len;

  write_table (self);
  g_string_append_printf (self->bytes, "trailer\n<< /Size %d", size);
  g_string_append_printf (self->bytes, " /Root %s", qpdf_oh_unparse (q, eup_qpdf_get (q, trailer, "/Root")));
  g_string_append_printf (self->bytes, " /Info %s", qpdf_oh_unparse (q, eup_qpdf_get (q, trailer, "/Info")));
  write_id (self, q);
  g_string_append_printf (self->bytes, " /Prev %" G_GUINT64_FORMAT " >>\n", self->previous);
  g_string_append_printf (self->bytes, "startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", table);
}

/**
 * eup_sign_write_text:
 * @utf8: a text
 *
 * Writes a PDF text string: as it is when ASCII can hold it, else as UTF-16.
 */
void
eup_sign_write_text (GString *out, const char *utf8)
{
  g_autofree gunichar2 *units = g_utf8_to_utf16 (utf8, -1, NULL, NULL, NULL);

  if (g_str_is_ascii (utf8) || units == NULL)
    {
      g_string_append_c (out, '(');
      for (const char *c = utf8; *c; c++)
        {
          if (strchr ("()\\", *c))
            g_string_append_c (out, '\\');
          if (g_ascii_isprint (*c))
            g_string_append_c (out, *c);
        }
      g_string_append_c (out, ')');
      return;
    }
  g_string_append (out, "<feff");
  for (const gunichar2 *unit = units; *unit; unit++)
    g_string_append_printf (out, "%04x", *unit);
  g_string_append_c (out, '>');
}
