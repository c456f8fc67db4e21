/* The thread that owns the database, and the queue in front of it.
 *
 * A job is done by the thread and then carried back to the main context of its task. Only there is the
 * task let go, so the last reference to a store never falls on the thread that the store waits for. */

#include "store/eup-store-worker.h"

struct _EupStoreWorker
{
  GThread *thread;
  GAsyncQueue *jobs;
  EupStoreDatabase *database; /* the thread's own until it has ended */

  GMutex mutex;
  gboolean stopped; /* guarded by mutex; no job is pushed after it is set */
};

typedef struct
{
  EupStoreVerb verb; /* NULL: the last job, end the thread */
  EupStoreRequest *request;
  gpointer result;
  GDestroyNotify free_result;
  GError *error;

  GTask *task; /* NULL: somebody waits for it */
  GMutex mutex;
  GCond done_changed;
  gboolean done; /* guarded by mutex */
} Job;

static void
job_free (Job *job)
{
  g_clear_pointer (&job->request, eup_store_request_free);
  g_clear_error (&job->error);
  if (job->result != NULL && job->free_result != NULL)
    job->free_result (job->result);
  g_clear_object (&job->task);
  g_mutex_clear (&job->mutex);
  g_cond_clear (&job->done_changed);
  g_free (job);
}

static Job *
job_new (EupStoreVerb verb)
{
  Job *job = g_new0 (Job, 1);

  job->verb = verb;
  g_mutex_init (&job->mutex);
  g_cond_init (&job->done_changed);
  return job;
}

static gboolean
deliver_cb (gpointer data)
{
  Job *job = data;

  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else
    g_task_return_pointer (job->task, g_steal_pointer (&job->result), job->free_result);

  return G_SOURCE_REMOVE;
}

/* Ownership of @job goes to the main context of its task. */
static void
deliver (Job *job)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, deliver_cb, job, (GDestroyNotify) job_free);
  g_source_set_static_name (source, "[euphoria] store answer");
  g_source_attach (source, g_task_get_context (job->task));
}

static void
announce (Job *job)
{
  g_mutex_lock (&job->mutex);
  job->done = TRUE;
  g_cond_signal (&job->done_changed);
  g_mutex_unlock (&job->mutex);
}

static gpointer
thread_main (gpointer data)
{
  EupStoreWorker *self = data;

  for (;;)
    {
      Job *job = g_async_queue_pop (self->jobs);
      GCancellable *cancellable = job->task ? g_task_get_cancellable (job->task) : NULL;

      if (job->verb == NULL)
        {
          eup_store_database_close (self->database);
          job_free (job);
          return NULL;
        }

      if (!g_cancellable_set_error_if_cancelled (cancellable, &job->error))
        job->result = job->verb (self->database, job->request, &job->error);

      if (job->task != NULL)
        deliver (job);
      else
        announce (job);
    }
}

/* Takes @job unless the worker has been stopped; it is the thread's then, and may be gone already. */
static gboolean
push (EupStoreWorker *self, Job *job)
{
  gboolean last = job->verb == NULL;
  gboolean taken;

  g_mutex_lock (&self->mutex);
  taken = !self->stopped;
  if (last)
    self->stopped = TRUE;
  if (taken)
    g_async_queue_push (self->jobs, job);
  g_mutex_unlock (&self->mutex);

  return taken;
}

static GError *
closed_error (void)
{
  return g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CLOSED, "The store is closed");
}

EupStoreRequest *
eup_store_request_new (const char *case_id)
{
  EupStoreRequest *request = g_new0 (EupStoreRequest, 1);

  request->case_id = g_strdup (case_id);
  return request;
}

void
eup_store_request_free (EupStoreRequest *request)
{
  if (request == NULL)
    return;

  g_free (request->case_id);
  g_clear_pointer (&request->parts, g_ptr_array_unref);
  eup_store_summary_free (request->summary);
  eup_store_record_free (request->record);
  g_free (request->search);
  g_free (request->follow_up);
  g_free (request->owner);
  g_clear_pointer (&request->definitions, g_ptr_array_unref);
  g_strfreev (request->digests);
  g_free (request->name);
  g_free (request->json);
  g_free (request->previous_id);
  g_free (request->previous_digest);
  g_free (request->next_id);
  g_free (request);
}

/**
 * eup_store_worker_new:
 * @folder: the data folder; the first verb has to open it
 *
 * Returns: (transfer full): a running worker
 */
EupStoreWorker *
eup_store_worker_new (const char *folder)
{
  EupStoreWorker *self = g_new0 (EupStoreWorker, 1);

  self->jobs = g_async_queue_new ();
  self->database = eup_store_database_new (folder);
  g_mutex_init (&self->mutex);
  self->thread = g_thread_new ("store", thread_main, self);
  return self;
}

/* Stops it first. Not to be called from its own thread. */
void
eup_store_worker_free (EupStoreWorker *self)
{
  if (self == NULL)
    return;

  eup_store_worker_stop (self);
  eup_store_database_free (self->database);
  g_async_queue_unref (self->jobs);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/**
 * eup_store_worker_push:
 * @task: (transfer full): gets the result in its main context; its cancellable counts until the verb begins
 * @request: (transfer full) (nullable): for @verb
 * @free_result: (nullable): for what @verb returns
 */
void
eup_store_worker_push (EupStoreWorker *self,
                       GTask *task,
                       EupStoreVerb verb,
                       EupStoreRequest *request,
                       GDestroyNotify free_result)
{
  Job *job = job_new (verb);

  /* What has been written is never answered with “cancelled”. */
  g_task_set_check_cancellable (task, FALSE);
  job->task = task;
  job->request = request;
  job->free_result = free_result;
  if (push (self, job))
    return;

  g_task_return_error (job->task, closed_error ());
  job_free (job);
}

/**
 * eup_store_worker_wait:
 *
 * Waits until @verb has been done after all jobs pushed before.
 *
 * Returns: its result
 */
gpointer
eup_store_worker_wait (EupStoreWorker *self, EupStoreVerb verb, GError **error)
{
  Job *job = job_new (verb);
  gpointer result;

  if (!push (self, job))
    {
      job_free (job);
      g_propagate_error (error, closed_error ());
      return NULL;
    }

  g_mutex_lock (&job->mutex);
  while (!job->done)
    g_cond_wait (&job->done_changed, &job->mutex);
  g_mutex_unlock (&job->mutex);

  result = g_steal_pointer (&job->result);
  if (job->error != NULL)
    g_propagate_error (error, g_steal_pointer (&job->error));
  job_free (job);
  return result;
}

/* Does the jobs that are waiting, closes the database and ends the thread; harmless when done before. */
void
eup_store_worker_stop (EupStoreWorker *self)
{
  Job *last = job_new (NULL);

  if (!push (self, last))
    job_free (last);
  g_clear_pointer (&self->thread, g_thread_join);
}
