/* The room for a signature inside the document, and the words that say which bytes it covers. */

#include "record/eup-sign-private.h"

#include <string.h>

/* Each number is wide enough for any record and padded with blanks. */
#define RANGE_FORMAT "[0 %-10" G_GSIZE_FORMAT " %-10" G_GSIZE_FORMAT " %-10" G_GSIZE_FORMAT "]"

/* Writes /ByteRange and /Contents, both still empty. */
void
eup_sign_write_hole (GString *out, EupHole *hole)
{
  g_string_append (out, "/ByteRange ");
  hole->range = out->len;
  g_string_append_printf (out, RANGE_FORMAT, (gsize) 0, (gsize) 0, (gsize) 0);
  g_string_append (out, "\n/Contents ");
  hole->room = out->len;
  g_string_append_c (out, '<');
  for (guint i = 0; i < 2 * EUP_SIGN_ROOM; i++)
    g_string_append_c (out, '0');
  g_string_append_c (out, '>');
}

/**
 * eup_sign_close_range:
 * @out: the whole document, ready but for the room
 *
 * Returns: (transfer full): what is to be signed, everything but the room
 */
GBytes *
eup_sign_close_range (GString *out, const EupHole *hole)
{
  gsize after = hole->room + 2 * EUP_SIGN_ROOM + 2;
  g_autofree char *range = g_strdup_printf (RANGE_FORMAT, hole->room, after, out->len - after);
  GByteArray *content = g_byte_array_new ();

  memcpy (out->str + hole->range, range, strlen (range));
  g_byte_array_append (content, (const guint8 *) out->str, (guint) hole->room);
  g_byte_array_append (content, (const guint8 *) out->str + after, (guint) (out->len - after));
  return g_byte_array_free_to_bytes (content);
}

/**
 * eup_sign_fill_hole:
 * @room: where the < stands
 * @size: how many bytes fit
 * @error: EUP_SIGN_ERROR_FAILED
 */
gboolean
eup_sign_fill_hole (GString *out, gsize room, gsize size, GBytes *cms, GError **error)
{
  static const char digits[] = "0123456789abcdef";
  gsize length;
  const guint8 *der = g_bytes_get_data (cms, &length);

  if (length > size)
    {
      g_set_error_literal (error, EUP_SIGN_ERROR, EUP_SIGN_ERROR_FAILED,
                           "The signature is larger than the room for it.");
      return FALSE;
    }
  memset (out->str + room + 1, '0', 2 * size);
  for (gsize i = 0; i < length; i++)
    {
      out->str[room + 1 + 2 * i] = digits[der[i] >> 4];
      out->str[room + 2 + 2 * i] = digits[der[i] & 15];
    }
  return TRUE;
}

/* Writes a dictionary that is there already once more, with more in it. */
void
eup_increment_write_again (EupIncrement *increment, EupQpdf q, qpdf_oh dict, const char *more)
{
  g_autofree char *text = g_strdup (qpdf_oh_unparse_resolved (q, dict));
  char *end = g_strrstr (text, ">>");

  g_assert (end != NULL);
  *end = '\0';
  eup_increment_begin (increment, qpdf_oh_get_object_id (q, dict), qpdf_oh_get_generation (q, dict));
  g_string_append_printf (increment->bytes, "%s%s >>", text, more);
  eup_increment_end (increment);
}
