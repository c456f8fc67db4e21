/* Work beside the main loop: the end of a program waits for it, but not for ever. */

#include "util/eup-worker.h"

typedef struct
{
  GMutex lock;
  GCond changed;
  gboolean may_end;
  gboolean ended;
} Gate;

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Gate *gate = data;

  g_mutex_lock (&gate->lock);
  while (!gate->may_end)
    g_cond_wait (&gate->changed, &gate->lock);
  gate->ended = TRUE;
  g_mutex_unlock (&gate->lock);
  g_task_return_boolean (task, TRUE);
}

static void
open_gate (Gate *gate)
{
  g_mutex_lock (&gate->lock);
  gate->may_end = TRUE;
  g_cond_broadcast (&gate->changed);
  g_mutex_unlock (&gate->lock);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  gboolean *answered = data;

  *answered = g_task_propagate_boolean (G_TASK (result), NULL);
}

static void
begin (Gate *gate, gboolean *answered)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, answered_cb, answered);

  g_task_set_task_data (task, gate, NULL);
  eup_worker_run (task, work);
}

static gpointer
open_later (gpointer gate)
{
  open_gate (gate);
  return NULL;
}

static void
nobody_works_at_the_beginning (void)
{
  g_assert_true (eup_worker_wait_for_all (0));
}

static void
the_end_waits_for_whoever_works (void)
{
  Gate gate = { .may_end = FALSE };
  gboolean answered[3] = { FALSE };
  GThread *other;

  for (guint i = 0; i < G_N_ELEMENTS (answered); i++)
    begin (&gate, &answered[i]);
  g_assert_false (eup_worker_wait_for_all (0));
  g_assert_false (gate.ended);
  other = g_thread_new ("open", open_later, &gate);
  g_assert_true (eup_worker_wait_for_all (60));
  g_assert_true (gate.ended);
  g_thread_join (other);
  for (guint i = 0; i < G_N_ELEMENTS (answered); i++)
    while (!answered[i]) /* the answer comes by the main loop, as ever */
      g_main_context_iteration (NULL, TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/worker/nobody_works_at_the_beginning", nobody_works_at_the_beginning);
  g_test_add_func ("/worker/the_end_waits_for_whoever_works", the_end_waits_for_whoever_works);
  return g_test_run ();
}
