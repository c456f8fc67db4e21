/* flip N|all|FROM-TO FILE…: changes one byte of a signed record after the other and verifies each, in this process and
 * on all processors. N is how many bytes are tried, at random; FROM-TO
 * tries those bytes with each bit. TAP: a case a file; bytes whose change
 * nobody noticed are listed. */

#include "record/eup-verify.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What is listed of the bytes that went unseen. */
#define MOST_LISTED 40

typedef struct
{
  GBytes *pdf;
  GArray *places; /* of Place */
  guint next;     /* atomic */
  GMutex lock;
  GArray *unseen; /* of Place */
} Flips;

typedef struct
{
  gsize at;
  guint8 mask;
} Place;

static guint8
mask_for (gsize at)
{
  return (guint8) (1u << (at * 7 % 8)) | (guint8) (at % 3 == 0 ? 0x10 : 0);
}

static gboolean
is_seen (GBytes *pdf, const Place *place)
{
  gsize size = g_bytes_get_size (pdf);
  guint8 *copy = g_memdup2 (g_bytes_get_data (pdf, NULL), size);
  g_autoptr (GBytes) changed = g_bytes_new_take (copy, size);
  g_autoptr (EupVerdict) verdict = NULL;

  copy[place->at] ^= place->mask;
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
      Place place = g_array_index (flips->places, Place, i);

      if (!is_seen (flips->pdf, &place))
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
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));
  gsize from = 0, to = size;
  Place place;

  if (sscanf (n, "%zu-%zu", &from, &to) == 2)
    {
      for (place.at = from; place.at < MIN (to, size); place.at++)
        for (guint bit = 0; bit < 8; bit++)
          {
            place.mask = (guint8) (1u << bit);
            g_array_append_val (places, place);
          }
      return places;
    }
  for (gsize i = 0; strcmp (n, "all") == 0 ? i < size : i < (gsize) atoi (n); i++)
    {
      place.at = strcmp (n, "all") == 0 ? i : (gsize) g_random_int_range (0, (gint32) size);
      place.mask = mask_for (place.at);
      g_array_append_val (places, place);
    }
  return places;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *one = a, *two = b;

  return one->at < two->at ? -1 : one->at > two->at;
}

static void
list_unseen (Flips *flips)
{
  const char *data = g_bytes_get_data (flips->pdf, NULL);
  gsize size = g_bytes_get_size (flips->pdf);

  g_array_sort (flips->unseen, compare_places);
  for (guint i = 0; i < flips->unseen->len && i < MOST_LISTED; i++)
    {
      Place unseen = g_array_index (flips->unseen, Place, i);
      gsize from = unseen.at > 24 ? unseen.at - 24 : 0;
      g_autofree char *around = g_strndup (data + from, MIN (48, size - from));
      g_autofree char *shown = g_strescape (around, NULL);

      g_print ("# byte %" G_GSIZE_FORMAT " ^ %02x in “%s”\n", unseen.at, unseen.mask, shown);
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
  flips.unseen = g_array_new (FALSE, FALSE, sizeof (Place));
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
