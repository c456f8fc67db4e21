/* Finds signatures in the bytes of a file, without trusting its table of objects: a program that hides a
 * signature from readers can't hide it from here. */

#include "record/eup-verify-private.h"

#include "record/eup-finish.h"

#include <string.h>

#define MOST_SIGNATURES 64

static const char key[] = "/ByteRange";
static const char maker[] = "/Prop_Build << /App << /Name /Euphoria ";

static const char *
find (const char *from, const char *end, const char *needle)
{
  return from < end ? memmem (from, (gsize) (end - from), needle, strlen (needle)) : NULL;
}

static const char *
skip_blanks (const char *at, const char *end)
{
  while (at < end && (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t'))
    at++;
  return at;
}

/* Reads a number of at most twelve digits; %NULL when there is none. */
static const char *
read_number (const char *at, const char *end, guint64 *number)
{
  const char *start = at = skip_blanks (at, end);

  *number = 0;
  while (at < end && g_ascii_isdigit (*at) && at - start < 12)
    *number = *number * 10 + (guint64) (*at++ - '0');
  return at > start ? at : NULL;
}

/* The covered bytes must be everything from the start but one string in angle brackets. */
static gboolean
read_range (const char *data, gsize length, const char *at, EupRange *range)
{
  const char *end = data + length;
  guint64 numbers[4];

  at = skip_blanks (at, end);
  if (at >= end || *at++ != '[')
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      at = read_number (at, end, &numbers[i]);
      if (at == NULL)
        return FALSE;
    }
  at = skip_blanks (at, end);
  if (at >= end || *at != ']' || numbers[0] != 0 || numbers[1] >= numbers[2] ||
      numbers[2] + numbers[3] > length || numbers[2] - numbers[1] < 4 || numbers[3] == 0)
    return FALSE;
  range->hole = (gsize) numbers[1];
  range->resume = (gsize) numbers[2];
  range->end = (gsize) (numbers[2] + numbers[3]);
  return data[range->hole] == '<' && data[range->resume - 1] == '>';
}

static int
compare_ranges (gconstpointer a, gconstpointer b)
{
  const EupRange *one = a, *two = b;

  return one->end < two->end ? -1 : one->end > two->end;
}

/**
 * eup_verify_find_ranges:
 * @sound: (out): whether each signature in the file covers a sensible part of it
 *
 * Returns: (transfer full): the sensible ones (EupRange), the oldest first
 */
GArray *
eup_verify_find_ranges (GBytes *pdf, gboolean *sound)
{
  GArray *ranges = g_array_new (FALSE, TRUE, sizeof (EupRange));
  gsize length;
  const char *data = g_bytes_get_data (pdf, &length);
  const char *end = data + length;

  *sound = TRUE;
  for (const char *at = data; data && (at = find (at, end, key)) != NULL; at += strlen (key))
    {
      EupRange range = { .dictionary = (gsize) (at - data) };

      if (ranges->len >= MOST_SIGNATURES || !read_range (data, length, at + strlen (key), &range))
        *sound = FALSE;
      else
        g_array_append_val (ranges, range);
    }
  g_array_sort (ranges, compare_ranges);
  for (guint i = 1; i < ranges->len; i++)
    if (g_array_index (ranges, EupRange, i - 1).end >= g_array_index (ranges, EupRange, i).end)
      *sound = FALSE;
  return ranges;
}

/* Returns: (transfer full): what the signature covers */
GBytes *
eup_verify_get_content (GBytes *pdf, const EupRange *range)
{
  const guint8 *data = g_bytes_get_data (pdf, NULL);
  GByteArray *content = g_byte_array_sized_new ((guint) (range->end - (range->resume - range->hole)));

  g_byte_array_append (content, data, (guint) range->hole);
  g_byte_array_append (content, data + range->resume, (guint) (range->end - range->resume));
  return g_byte_array_free_to_bytes (content);
}

/* The value of a digit; 0xff for anything else. */
static guint8
digit_value (char c, gboolean strict)
{
  if (c >= '0' && c <= '9')
    return (guint8) (c - '0');
  if (c >= 'a' && c <= 'f')
    return (guint8) (c - 'a' + 10);
  return !strict && c >= 'A' && c <= 'F' ? (guint8) (c - 'A' + 10) : 0xff;
}

/* (nullable): @strict: in lower-case digits only */
static GByteArray *
read_hexadecimal (const char *at, gsize length, gboolean strict)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  if (length % 2 != 0)
    return NULL;
  g_byte_array_set_size (bytes, (guint) (length / 2));
  for (gsize i = 0; i < length; i += 2)
    {
      guint8 high = digit_value (at[i], strict), low = digit_value (at[i + 1], strict);

      if (high > 0x0f || low > 0x0f)
        return NULL;
      bytes->data[i / 2] = (guint8) (high << 4 | low);
    }
  return g_steal_pointer (&bytes);
}

/* Returns: (transfer full) (nullable): all that is in the room, zeros too; %NULL when that is not digits */
GBytes *
eup_verify_get_room (GBytes *pdf, const EupRange *range)
{
  const char *data = g_bytes_get_data (pdf, NULL);
  GByteArray *bytes = read_hexadecimal (data + range->hole + 1, range->resume - range->hole - 2, FALSE);

  return bytes ? g_byte_array_free_to_bytes (bytes) : NULL;
}

/* The length of a DER element with all it holds; 0 when it does not begin like one. */
static gsize
der_length (const GByteArray *bytes)
{
  guint octets;
  gsize length = 0;

  if (bytes->len < 2 || bytes->data[0] != 0x30)
    return 0;
  if (bytes->data[1] < 0x80)
    return 2 + (gsize) bytes->data[1];
  octets = bytes->data[1] & 0x7f;
  if (octets == 0 || octets > 3 || bytes->len < 2 + octets)
    return 0;
  for (guint i = 0; i < octets; i++)
    length = length << 8 | bytes->data[2 + i];
  return 2 + octets + length;
}

/**
 * eup_verify_get_cms:
 * @ours: whether it must be written as we write it, digit for digit
 *
 * Returns: (transfer full) (nullable): the CMS in the room; %NULL when there is none, or when anything
 *   but zeros follows it
 */
GBytes *
eup_verify_get_cms (GBytes *pdf, const EupRange *range, gboolean ours)
{
  const char *data = g_bytes_get_data (pdf, NULL);
  g_autoptr (GByteArray) bytes =
      read_hexadecimal (data + range->hole + 1, range->resume - range->hole - 2, ours);
  gsize length = bytes ? der_length (bytes) : 0;

  if (length == 0 || length > bytes->len)
    return NULL;
  for (gsize i = length; i < bytes->len; i++)
    if (bytes->data[i] != 0)
      return NULL;
  g_byte_array_set_size (bytes, (guint) length);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* Whether the signature says that this program made it; those words are covered by it. */
gboolean
eup_verify_made_here (GBytes *pdf, const EupRange *range)
{
  const char *data = g_bytes_get_data (pdf, NULL);
  const char *end = data + range->end;
  const char *stop = find (data + range->resume, end, "endobj");

  return find (data + range->resume, stop ? stop : end, maker) != NULL;
}

/* Whether anything in the bytes says that this was one of our records, however damaged it is now. */
gboolean
eup_verify_has_our_marks (GBytes *pdf)
{
  gsize length;
  const char *data = g_bytes_get_data (pdf, &length);

  return data && (find (data, data + length, EUP_FINISH_NAMESPACE) || find (data, data + length, maker));
}

/* Whether a revision ends just before @end. */
gboolean
eup_verify_ends_well (GBytes *pdf, gsize end)
{
  const char *data = g_bytes_get_data (pdf, NULL);

  while (end > 0 && (data[end - 1] == '\n' || data[end - 1] == '\r'))
    end--;
  return end >= 5 && memcmp (data + end - 5, "%%EOF", 5) == 0;
}
