/* Whether a revision has just the form in which eup_sign_append() writes it: objects one after the
 * other, one plain table that lists each of them once, the trailer, nothing between.
 *
 * Readers differ in what they make of unusual tables; a revision without anything unusual is the same
 * for all of them. */

#include "record/eup-verify-private.h"

#include <string.h>

#define MOST_OBJECTS 16

typedef struct
{
  const char *data; /* the file up to the end of this revision, with a NUL after it */
  gsize start, end;
  gsize table;
  gsize offsets[MOST_OBJECTS];
  guint numbers[MOST_OBJECTS];
  guint n;
} Scan;

/* Reads digits up to a character that must follow. */
static const char *
number (const char *at, char after, gsize *value)
{
  *value = 0;
  if (!g_ascii_isdigit (*at))
    return NULL;
  while (g_ascii_isdigit (*at) && *value < G_MAXINT)
    *value = *value * 10 + (gsize) (*at++ - '0');
  return *at == after ? at + 1 : NULL;
}

static gboolean
find_table (Scan *scan)
{
  const char *tail = scan->data + scan->end - MIN (scan->end - scan->start, 48);
  const char *mark = strstr (tail, "\nstartxref\n");
  const char *after = mark ? number (mark + strlen ("\nstartxref\n"), '\n', &scan->table) : NULL;

  return after && strcmp (after, "%%EOF\n") == 0 && scan->table > scan->start && scan->table < scan->end &&
         g_str_has_prefix (scan->data + scan->table, "xref\n");
}

static const char *
read_entry (Scan *scan, const char *at, guint id)
{
  gsize generation = 0;
  gsize offset;
  const char *next = number (at, ' ', &offset);

  next = next ? number (next, ' ', &generation) : NULL;
  if (next == NULL || next - at != 17 || strncmp (next, "n \n", 3) != 0 || generation != 0 ||
      scan->n >= MOST_OBJECTS || (scan->n > 0 && id <= scan->numbers[scan->n - 1]))
    return NULL;
  scan->offsets[scan->n] = offset;
  scan->numbers[scan->n++] = id;
  return next + 3;
}

static gboolean
read_table (Scan *scan)
{
  const char *at = scan->data + scan->table + strlen ("xref\n");

  while (at && !g_str_has_prefix (at, "trailer\n"))
    {
      gsize first, count = 0;

      at = number (at, ' ', &first);
      at = at ? number (at, '\n', &count) : NULL;
      for (gsize i = 0; at && i < count; i++)
        at = read_entry (scan, at, (guint) (first + i));
    }
  return at && g_str_has_prefix (at, "trailer\n<< /Size ") && strstr (at, "/XRefStm") == NULL;
}

/* Each object begins where one ended. */
static gboolean
objects_are_adjacent (Scan *scan)
{
  gsize at = scan->start;

  for (guint done = 0; done < scan->n; done++)
    {
      g_autofree char *head = NULL;
      gsize next = scan->table;
      guint here = scan->n;

      for (guint i = 0; i < scan->n; i++)
        if (scan->offsets[i] == at)
          here = i;
        else if (scan->offsets[i] > at && scan->offsets[i] < next)
          next = scan->offsets[i];
      if (here == scan->n || next < at + 16)
        return FALSE;
      head = g_strdup_printf ("%u 0 obj\n", scan->numbers[here]);
      if (!g_str_has_prefix (scan->data + at, head) || memcmp (scan->data + next - 8, "\nendobj\n", 8) != 0)
        return FALSE;
      at = next;
    }
  return at == scan->table;
}

/**
 * eup_verify_increment_is_ours:
 * @start: the first byte of the revision
 * @end: the first byte after it
 */
gboolean
eup_verify_increment_is_ours (GBytes *pdf, gsize start, gsize end)
{
  g_autofree char *copy = g_malloc (end + 1);
  Scan scan = { copy, start, end };

  memcpy (copy, g_bytes_get_data (pdf, NULL), end);
  copy[end] = '\0';
  return find_table (&scan) && read_table (&scan) && objects_are_adjacent (&scan);
}
