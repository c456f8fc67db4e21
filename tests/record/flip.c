/* flip N FILE…: changes one byte of a signed record after the other and verifies each, in this process and
 * on all processors. N is how many bytes are tried, at random, or "all". TAP: a case a file; bytes whose change
 * nobody noticed are listed. */

#include "record/eup-verify.h"

#include <stdlib.h>
#include <string.h>

/* What is listed of the bytes that went unseen. */
#define MOST_LISTED 40

typedef struct
{
  GBytes *pdf;
  GArray *places; /* of gsize */
  guint next;     /* atomic */
  guint step;     /* atomic: how many are done */
  GMutex lock;
  GArray *unseen; /* of gsize */
} Flips;

static guint8
mask_for (gsize place)
{
  return (guint8) (1u << (place * 7 % 8)) | (guint8) (place % 3 == 0 ? 0x10 : 0);
}

static gboolean
is_seen (GBytes *pdf, gsize place)
{
  gsize size = g_bytes_get_size (pdf);
  guint8 *copy = g_memdup2 (g_bytes_get_data (pdf, NULL), size);
  g_autoptr (GBytes) changed = g_bytes_new_take (copy, size);
  g_autoptr (EupVerdict) verdict = NULL;

  copy[place] ^= mask_for (place);
  verdict = eup_verify_run (changed, NULL, NULL);
  return verdict->kind == EUP_VERDICT_CHANGED;
}

static gpointer
work (gpointer data)
{
  Flips *flips = data;
  guint i;

  while ((i = (guint) g_atomic_int_add (&flips->next, 1)) < flips->places->len)
    {
      gsize place = g_array_index (flips->places, gsize, i);

      if (!is_seen (flips->pdf, place))
        {
          g_mutex_lock (&flips->lock);
          g_array_append_val (flips->unseen, place);
          g_mutex_unlock (&flips->lock);
        }
    }
  return NULL;
}

static GArray *
choose_places (gsize size, const char *n)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (gsize));
  guint count = strcmp (n, "all") == 0 ? (guint) size : (guint) atoi (n);

  for (guint i = 0; i < count; i++)
    {
      gsize place = strcmp (n, "all") == 0 ? i : (gsize) g_random_int_range (0, (gint32) size);

      g_array_append_val (places, place);
    }
  return places;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  gsize one = *(const gsize *) a, two = *(const gsize *) b;

  return one < two ? -1 : one > two;
}

static void
list_unseen (Flips *flips)
{
  const char *data = g_bytes_get_data (flips->pdf, NULL);
  gsize size = g_bytes_get_size (flips->pdf);

  g_array_sort (flips->unseen, compare_places);
  for (guint i = 0; i < flips->unseen->len && i < MOST_LISTED; i++)
    {
      gsize place = g_array_index (flips->unseen, gsize, i), from = place > 24 ? place - 24 : 0;
      g_autofree char *around = g_strndup (data + from, MIN (48, size - from));

      g_print ("# byte %" G_GSIZE_FORMAT " ^ %02x in “%s”\n", place, mask_for (place),
               g_strescape (around, NULL));
    }
}

static gboolean
flip_file (guint number, const char *n, const char *path)
{
  Flips flips = { NULL };
  GThread *threads[16];
  guint n_threads = MIN (g_get_num_processors (), G_N_ELEMENTS (threads));
  g_autofree char *name = g_path_get_basename (path);
  char *data;
  gsize size;
  gint64 begun = g_get_monotonic_time ();
  gboolean good;

  if (!g_file_get_contents (path, &data, &size, NULL))
    return FALSE;
  flips.pdf = g_bytes_new_take (data, size);
  flips.places = choose_places (size, n);
  flips.unseen = g_array_new (FALSE, FALSE, sizeof (gsize));
  for (guint i = 0; i < n_threads; i++)
    threads[i] = g_thread_new ("flip", work, &flips);
  for (guint i = 0; i < n_threads; i++)
    g_thread_join (threads[i]);
  good = flips.unseen->len == 0;
  g_print ("%sok %u - %s: %u of %" G_GSIZE_FORMAT " bytes changed, %u of them unseen\n", good ? "" : "not ",
           number, name, flips.places->len, size, flips.unseen->len);
  g_print ("# %.0f seconds\n", (double) (g_get_monotonic_time () - begun) / G_USEC_PER_SEC);
  list_unseen (&flips);
  g_array_unref (flips.places);
  g_array_unref (flips.unseen);
  g_bytes_unref (flips.pdf);
  return good;
}

int
main (int argc, char **argv)
{
  gboolean good = argc > 2;

  g_print ("TAP version 13\n1..%d\n", argc - 2);
  for (int i = 2; i < argc; i++)
    good = flip_file ((guint) i - 1, argv[1], argv[i]) && good;
  return good ? 0 : 1;
}
