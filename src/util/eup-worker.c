/* Work beside the main loop, and the end of a program that waits for it. What libraries keep for all threads
 * is taken down when a program ends (C++ objects of qpdf, tables of OpenSSL): who still works with it then
 * reads what is gone. */

#include "util/eup-worker.h"

typedef struct
{
  GTaskThreadFunc work;
} Job;

static GMutex lock;
static GCond done;
static guint running;

static void
run_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = g_object_get_data (G_OBJECT (task), "eup-worker-job");

  job->work (task, source, data, cancellable);
  g_mutex_lock (&lock);
  running--;
  g_cond_broadcast (&done);
  g_mutex_unlock (&lock);
}

/**
 * eup_worker_run:
 * @task: gets its answer from @work
 * @work: run in a thread of its own, as by g_task_run_in_thread()
 */
void
eup_worker_run (GTask *task, GTaskThreadFunc work)
{
  Job *job = g_new (Job, 1);

  job->work = work;
  g_object_set_data_full (G_OBJECT (task), "eup-worker-job", job, g_free);
  g_mutex_lock (&lock);
  running++;
  g_mutex_unlock (&lock);
  g_task_run_in_thread (task, run_job);
}

/**
 * eup_worker_wait_for_all:
 * @seconds: at most
 *
 * For the end of a program, when nobody begins anything any more.
 *
 * Returns: whether nobody works any more; else the program must end without taking anything down
 */
gboolean
eup_worker_wait_for_all (guint seconds)
{
  gint64 end = g_get_monotonic_time () + seconds * G_TIME_SPAN_SECOND;
  gboolean idle;

  g_mutex_lock (&lock);
  while (running > 0 && g_cond_wait_until (&done, &lock, end))
    ;
  idle = running == 0;
  g_mutex_unlock (&lock);
  return idle;
}
