/* From memory to disk: changed parts are gathered for a moment and written in one transaction, after
 * what the case is made with, so that a stored case never names a definition that is not stored.
 * What could not be written stays in memory and is tried again; nothing is ever dropped. */

#include "casework/eup-case-private.h"

#define RETRY_DELAY 2000 /* milliseconds after a failed write */

static void save_now (EupCase *self);

void
eup_case_event_free (EupCaseEvent *event)
{
  eup_store_part_free (event->part);
  g_free (event->follow_up);
  g_free (event);
}

void
eup_case_save_init (EupCase *self)
{
  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_case_event_free);
  self->dirty = eup_case_dirty_new ();
  self->flush_tasks = g_ptr_array_new_with_free_func (g_object_unref);
}

/* The object goes: what is still in memory is handed to the store, which writes it. */
void
eup_case_save_clear (EupCase *self)
{
  g_clear_handle_id (&self->save_source, g_source_remove);
}

gboolean
eup_case_get_saved (EupCase *self)
{
  return self->writes == 0 && self->events->len == 0 && g_hash_table_size (self->dirty) == 0;
}

const char *
eup_case_get_problem (EupCase *self)
{
  return self->problem;
}

static void
answer_flushes (EupCase *self)
{
  g_autoptr (GPtrArray) tasks = NULL;

  if (self->flush_tasks->len == 0 || (!eup_case_get_saved (self) && self->problem == NULL))
    return;
  tasks = g_steal_pointer (&self->flush_tasks);
  self->flush_tasks = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < tasks->len; i++)
    {
      if (self->problem != NULL)
        g_task_return_new_error (tasks->pdata[i], EUP_STORE_ERROR, EUP_STORE_ERROR_FULL, "%s", self->problem);
      else
        g_task_return_boolean (tasks->pdata[i], TRUE);
    }
}

static gboolean
save_cb (gpointer user_data)
{
  EupCase *self = user_data;

  self->save_source = 0;
  save_now (self);
  return G_SOURCE_REMOVE;
}

/* The source holds the case, so that a window that closes does not take unsaved words with it. */
void
eup_case_save_later (EupCase *self, guint delay)
{
  if (self->save_source == 0)
    self->save_source =
        g_timeout_add_full (G_PRIORITY_DEFAULT, delay, save_cb, g_object_ref (self), g_object_unref);
}

/* One write has been answered. */
static void
answered (EupCase *self, GError *error)
{
  self->writes--;
  if (g_set_str (&self->problem, error ? error->message : NULL))
    g_object_notify (G_OBJECT (self), "problem");
  if (error != NULL)
    eup_case_save_later (self, RETRY_DELAY);
  g_object_notify (G_OBJECT (self), "saved");
  answer_flushes (self);
}

typedef struct
{
  EupCase *self;
  GHashTable *dirty; /* what was on its way */
} Write;

static void
put_back (EupCase *self, GHashTable *dirty)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, dirty);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    eup_case_add_dirty (self, value);
}

static void
put_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Write *write = user_data;
  g_autoptr (EupCase) self = write->self;
  g_autoptr (GHashTable) dirty = write->dirty;
  g_autoptr (GError) error = NULL;

  if (!eup_store_put_finish (EUP_STORE (source), result, &error))
    put_back (self, dirty);
  answered (self, error);
}

static void
save_parts (EupCase *self)
{
  g_autoptr (GPtrArray) parts = eup_case_take_dirty (self);
  g_autoptr (EupStoreSummary) summary = eup_case_summarize (self);
  Write *write = g_new0 (Write, 1);

  write->self = g_object_ref (self);
  write->dirty = g_steal_pointer (&self->dirty);
  self->dirty = eup_case_dirty_new ();
  self->writes++;
  eup_store_put_async (self->store, eup_case_get_id (self), parts, summary, NULL, put_cb, write);
}

static void
definitions_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EupCase) self = user_data;
  g_autoptr (GError) error = NULL;

  self->putting_definitions = FALSE;
  if (eup_store_put_definitions_finish (EUP_STORE (source), result, &error))
    {
      self->pinned = !self->model_changed;
      save_now (self);
    }
  answered (self, error);
}

static void
save_definitions (EupCase *self)
{
  g_autoptr (GPtrArray) definitions = eup_case_definitions (self->model);

  self->putting_definitions = TRUE;
  self->model_changed = FALSE;
  self->writes++;
  eup_store_put_definitions_async (self->store, definitions, NULL, definitions_cb, g_object_ref (self));
}

typedef struct
{
  EupCase *self;
  EupCaseEvent *event;
} EventWrite;

static void
event_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree EventWrite *write = user_data;
  g_autoptr (EupCase) self = write->self;
  g_autoptr (EupCaseEvent) event = write->event;
  g_autoptr (GError) error = NULL;

  if (!eup_store_add_event_finish (EUP_STORE (source), result, &error))
    g_ptr_array_add (self->events, g_steal_pointer (&event));
  answered (self, error);
}

static void
save_events (EupCase *self)
{
  g_autoptr (GPtrArray) events = g_steal_pointer (&self->events);

  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_case_event_free);
  g_ptr_array_set_free_func (events, NULL);
  for (guint i = 0; i < events->len; i++)
    {
      EventWrite *write = g_new0 (EventWrite, 1);

      write->self = g_object_ref (self);
      write->event = events->pdata[i];
      self->writes++;
      eup_store_add_event_async (self->store, eup_case_get_id (self), write->event->part,
                                 write->event->follow_up, NULL, event_cb, write);
    }
}

/* @event: (transfer full): something that happened to the case, which is sealed */
void
eup_case_add_event (EupCase *self, EupCaseEvent *event)
{
  gboolean saved = eup_case_get_saved (self);

  g_ptr_array_add (self->events, event);
  eup_case_save_later (self, EUP_CASE_SAVE_DELAY);
  if (saved)
    g_object_notify (G_OBJECT (self), "saved");
}

static void
save_now (EupCase *self)
{
  if (self->store == NULL)
    return;
  if (self->events->len > 0)
    save_events (self);
  if (g_hash_table_size (self->dirty) == 0 || self->putting_definitions)
    return;
  if (self->pinned)
    save_parts (self);
  else
    save_definitions (self);
}

/**
 * eup_case_flush_async:
 *
 * Answers when every change so far is on disk, or with the reason why it can't be written.
 */
void
eup_case_flush_async (EupCase *self,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, eup_case_flush_async);
  g_clear_handle_id (&self->save_source, g_source_remove);
  save_now (self);
  if (eup_case_get_saved (self))
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }
  g_ptr_array_add (self->flush_tasks, task);
}

gboolean
eup_case_flush_finish (EupCase *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
