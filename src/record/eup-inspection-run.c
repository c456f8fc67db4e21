/* Many files, on all processors. Answers come in the order of the files, and only a few wait for their turn,
 * so ten thousand files take no more memory than some dozen. */

#include "record/eup-inspection.h"

#define MOST_THREADS 16

/* Answers that may wait for a slow file before them. */
#define WAITING 64

typedef struct
{
  GMutex lock; /* all below */
  GCond moved;
  guint taken, told;
  gboolean ended;
  EupInspection *waiting[WAITING];

  EupInspectNextFunc next;
  EupInspectDoneFunc done;
  gpointer data;
  const EupTrust *trust;
  GCancellable *cancellable;
} Run;

/* Returns: (transfer full) (nullable): the next file, when there is room for its answer */
static char *
take_next (Run *run, guint *number)
{
  char *path = NULL;

  while (!run->ended && run->taken - run->told >= WAITING)
    g_cond_wait (&run->moved, &run->lock);
  if (!run->ended && !g_cancellable_is_cancelled (run->cancellable))
    path = run->next (run->data);
  if (path == NULL)
    run->ended = TRUE;
  else
    *number = run->taken++;
  return path;
}

static void
tell (Run *run, guint number, EupInspection *inspection)
{
  run->waiting[number % WAITING] = inspection;
  while (run->waiting[run->told % WAITING] != NULL)
    {
      EupInspection *first = g_steal_pointer (&run->waiting[run->told % WAITING]);

      run->told++;
      run->done (first, run->data);
    }
  g_cond_broadcast (&run->moved);
}

static gpointer
work (gpointer data)
{
  Run *run = data;
  guint number = 0;
  char *path;

  g_mutex_lock (&run->lock);
  while ((path = take_next (run, &number)) != NULL)
    {
      EupInspection *inspection;

      g_mutex_unlock (&run->lock);
      inspection = eup_inspection_new (path, run->trust);
      g_free (path);
      g_mutex_lock (&run->lock);
      tell (run, number, inspection);
    }
  g_cond_broadcast (&run->moved);
  g_mutex_unlock (&run->lock);
  return NULL;
}

/**
 * eup_inspect_run:
 * @next: gives the files
 * @done: (transfer full): takes the answers
 * @trust: (nullable): who is known here
 * @cancellable: (nullable): ends it after the files that are being read
 *
 * Returns when all are told. A file that can't be read is told as such and stops nothing.
 */
void
eup_inspect_run (EupInspectNextFunc next,
                 EupInspectDoneFunc done,
                 gpointer data,
                 const EupTrust *trust,
                 GCancellable *cancellable)
{
  Run run = { .next = next, .done = done, .data = data, .trust = trust, .cancellable = cancellable };
  guint n = CLAMP (g_get_num_processors (), 1, MOST_THREADS);
  GThread *threads[MOST_THREADS];

  g_mutex_init (&run.lock);
  g_cond_init (&run.moved);
  for (guint i = 0; i < n; i++)
    threads[i] = g_thread_new ("verify", work, &run);
  for (guint i = 0; i < n; i++)
    g_thread_join (threads[i]);
  g_mutex_clear (&run.lock);
  g_cond_clear (&run.moved);
}
