/* Asks every other second, on a worker thread: not all modules can tell by themselves that something
 * happened. The certificates are only read again when the cards are others. */

#include "ui/record/eup-card-finder.h"

#include "util/eup-worker.h"

#define PAUSE 1500 /* milliseconds */

/* What the workers use, one at a time. */
typedef struct
{
  char *path;
  EupCardModule *module;
  char *seen; /* (nullable): what was there when the cards were read last */
} Reader;

struct _EupCardFinder
{
  GObject parent_instance;

  Reader *reader; /* while a look is under way, the worker's */
  EupClock *clock;
  gboolean looking;
  gboolean resting;
  guint waiting;
  GPtrArray *found; /* EupCardCertificate; NULL when there are none */
  GError *error;    /* why there are none */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupCardFinder, eup_card_finder, G_TYPE_OBJECT)

typedef struct
{
  Reader *reader;
  GDateTime *now;
  gboolean changed;
} Look;

static void
look_free (gpointer data)
{
  g_date_time_unref (((Look *) data)->now);
  g_free (data);
}

static void
reader_free (gpointer data)
{
  Reader *reader = data;

  g_clear_pointer (&reader->module, eup_card_module_close);
  g_free (reader->path);
  g_free (reader->seen);
  g_free (reader);
}

/* Gives the certificates, or NULL without an error when nothing is new. */
static void
look_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Look *look = data;
  Reader *reader = look->reader;
  g_autofree char *seen = NULL;
  GPtrArray *found;
  GError *error = NULL;

  if (reader->module == NULL)
    reader->module = eup_card_module_open (reader->path, &error);
  seen = reader->module != NULL ? eup_card_module_look (reader->module) : g_strdup (error->message);
  look->changed = g_strcmp0 (seen, reader->seen) != 0;
  if (!look->changed)
    {
      g_clear_error (&error);
      g_task_return_pointer (task, NULL, NULL);
      return;
    }
  g_set_str (&reader->seen, seen);
  found = error == NULL ? eup_card_list (reader->path, look->now, &error) : NULL;
  if (found != NULL)
    g_task_return_pointer (task, found, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void begin_look (EupCardFinder *self);

static gboolean
look_again_cb (gpointer data)
{
  EupCardFinder *self = data;

  self->waiting = 0;
  begin_look (self);
  return G_SOURCE_REMOVE;
}

static void
wait_a_moment (EupCardFinder *self)
{
  if (!self->resting && !self->looking && self->waiting == 0)
    self->waiting = g_timeout_add (PAUSE, look_again_cb, self);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  EupCardFinder *self = EUP_CARD_FINDER (source);
  const Look *look = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  GPtrArray *found = g_task_propagate_pointer (G_TASK (result), &error);

  self->looking = FALSE;
  if (look->changed)
    {
      g_clear_pointer (&self->found, g_ptr_array_unref);
      g_clear_error (&self->error);
      self->found = found;
      self->error = error;
      if (error != NULL)
        g_debug ("Cards: %s", error->message);
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
    }
  if (self->reader != NULL)
    wait_a_moment (self);
}

static void
begin_look (EupCardFinder *self)
{
  g_autoptr (GTask) task = NULL;
  Look *look;

  if (self->looking || self->resting)
    return;
  self->looking = TRUE;
  look = g_new0 (Look, 1);
  look->reader = self->reader;
  look->now = eup_clock_now (self->clock);
  task = g_task_new (self, NULL, looked_cb, NULL);
  g_task_set_source_tag (task, begin_look);
  g_task_set_task_data (task, look, look_free);
  eup_worker_run (task, look_thread);
}

static void
close_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  reader_free (data);
  g_task_return_boolean (task, TRUE);
}

/* A task keeps the finder, so nobody looks any more; closing a module may take a moment as well. */
static void
eup_card_finder_dispose (GObject *object)
{
  EupCardFinder *self = EUP_CARD_FINDER (object);

  g_clear_handle_id (&self->waiting, g_source_remove);
  if (self->reader != NULL)
    {
      g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

      g_task_set_source_tag (task, eup_card_finder_dispose);
      g_task_set_task_data (task, g_steal_pointer (&self->reader), NULL);
      eup_worker_run (task, close_thread);
    }
  g_clear_object (&self->clock);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (eup_card_finder_parent_class)->dispose (object);
}

static void
eup_card_finder_class_init (EupCardFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_card_finder_dispose;
  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", EUP_TYPE_CARD_FINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
eup_card_finder_init (EupCardFinder *self)
{
}

/**
 * eup_card_finder_new:
 * @module: the file of the module that speaks with the cards
 * @clock: (transfer none): says when something would be signed
 *
 * Returns: (transfer full): begins to look at once
 */
EupCardFinder *
eup_card_finder_new (const char *module, EupClock *clock)
{
  EupCardFinder *self = g_object_new (EUP_TYPE_CARD_FINDER, NULL);

  self->reader = g_new0 (Reader, 1);
  self->reader->path = g_strdup (module);
  self->clock = g_object_ref (clock);
  begin_look (self);
  return self;
}

/**
 * eup_card_finder_get_found:
 *
 * Returns: (transfer none) (nullable) (element-type EupCardCertificate): what can sign now; never changed,
 *   another array takes its place
 */
GPtrArray *
eup_card_finder_get_found (EupCardFinder *self)
{
  g_return_val_if_fail (EUP_IS_CARD_FINDER (self), NULL);
  return self->found;
}

/* Returns: (transfer none) (nullable): why nothing can sign now */
const GError *
eup_card_finder_get_error (EupCardFinder *self)
{
  g_return_val_if_fail (EUP_IS_CARD_FINDER (self), NULL);
  return self->error;
}

/**
 * eup_card_finder_rest:
 * @rest: whether nobody looks for now, as while a card signs; afterwards it looks at once
 */
void
eup_card_finder_rest (EupCardFinder *self, gboolean rest)
{
  g_return_if_fail (EUP_IS_CARD_FINDER (self));
  self->resting = rest;
  if (rest)
    g_clear_handle_id (&self->waiting, g_source_remove);
  else
    begin_look (self);
}
