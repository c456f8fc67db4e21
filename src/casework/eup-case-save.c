/* From memory to disk: changed parts are gathered for a moment and written in one transaction, after
 * what the case is made with, so that a stored case never names a definition that is not stored.
 * What could not be written stays in memory and is tried again; nothing is ever dropped. */

#include "casework/eup-case-private.h"

#include <string.h>

#include "util/eup-json.h"

#define SAVE_DELAY 150   /* milliseconds of gathering: far below the second that is promised */
#define RETRY_DELAY 2000 /* milliseconds after a failed write */

static void save_now (EupCase *self);

static void
dirty_free (gpointer data)
{
  EupDirty *dirty = data;

  g_free (dirty->id);
  g_free (dirty);
}

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
  self->dirty = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, dirty_free);
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
static void
save_later (EupCase *self, guint delay)
{
  if (self->save_source == 0)
    self->save_source =
        g_timeout_add_full (G_PRIORITY_DEFAULT, delay, save_cb, g_object_ref (self), g_object_unref);
}

static void
add_dirty (EupCase *self, const EupDirty *what)
{
  char *key = g_strdup_printf ("%d %d %s", what->is_note, what->kind, what->id);
  EupDirty *dirty = g_new0 (EupDirty, 1);

  dirty->kind = what->kind;
  dirty->id = g_strdup (what->id);
  dirty->is_note = what->is_note;
  g_hash_table_replace (self->dirty, key, dirty);
}

static void
touch (EupCase *self, const EupDirty *what)
{
  gboolean saved = eup_case_get_saved (self);

  add_dirty (self, what);
  save_later (self, SAVE_DELAY);
  if (saved)
    g_object_notify (G_OBJECT (self), "saved");
}

/* Notes that a part has changed or gone. */
void
eup_case_touch (EupCase *self, EupPartKind kind, const char *id)
{
  EupDirty what = { kind, (char *) id, FALSE };

  touch (self, &what);
}

void
eup_case_touch_note (EupCase *self)
{
  EupDirty what = { 0, (char *) "note", TRUE };

  touch (self, &what);
}

/* Notes that everything is to be written: a case that comes from a file. */
void
eup_case_touch_all (EupCase *self)
{
  for (guint kind = 0; kind < EUP_N_PARTS; kind++)
    {
      g_autoptr (GPtrArray) ids = eup_assessment_list_ids (self->assessment, (EupPartKind) kind);

      for (guint i = 0; i < ids->len; i++)
        eup_case_touch (self, (EupPartKind) kind, ids->pdata[i]);
    }
}

/* A case that follows from an earlier one is due on the day of its meeting, until its own follow-up is
 * decided. */
static char *
due_date (EupCase *self)
{
  const EupCard *card = self->assessment->card;
  const EupDecision *decision = self->assessment->decision;

  if (decision->follow_up_date != NULL && *decision->follow_up_date != '\0')
    return g_strdup (decision->follow_up_date);
  if (eup_assessment_is_sealed (self->assessment) || card->earlier == NULL || *card->earlier == '\0' ||
      card->meeting == NULL || strlen (card->meeting) < strlen ("YYYY-MM-DD"))
    return NULL;
  return g_strndup (card->meeting, strlen ("YYYY-MM-DD"));
}

static const char *
due_owner (EupCase *self)
{
  const char *owner = self->assessment->decision->follow_up_owner;
  const char *facilitator = self->assessment->card->facilitator;

  if (owner != NULL && *owner != '\0')
    return owner;
  return facilitator != NULL && !eup_assessment_is_sealed (self->assessment) ? facilitator : "";
}

/* What the lists show: no health facts. */
EupStoreSummary *
eup_case_summarize (EupCase *self)
{
  const EupCard *card = self->assessment->card;
  g_autofree char *now = eup_clock_now_iso (self->clock);
  g_autofree char *due = due_date (self);
  const char *state = EUP_STORE_STATE_PREPARING;

  if (eup_assessment_is_sealed (self->assessment))
    state = EUP_STORE_STATE_SEALED;
  else if (card->question != NULL && *card->question != '\0')
    state = EUP_STORE_STATE_MEETING;
  return eup_store_summary_new (card->id, card->number ? card->number : "", card->alias ? card->alias : "",
                                state, due, due ? due_owner (self) : "", now);
}

static char *
part_text (EupCase *self, EupPartKind kind, const char *id)
{
  gpointer part = eup_assessment_find (self->assessment, kind, id);
  g_autoptr (JsonNode) node = part ? eup_shape_write (eup_part_shape (kind), part) : NULL;

  return node ? eup_json_canonical (node) : NULL;
}

/* (transfer full) (element-type EupStorePart): the whole case as the store takes it */
GPtrArray *
eup_case_all_parts (EupCase *self)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_store_part_free);

  for (guint kind = 0; kind < EUP_N_PARTS; kind++)
    {
      g_autoptr (GPtrArray) ids = eup_assessment_list_ids (self->assessment, (EupPartKind) kind);

      for (guint i = 0; i < ids->len; i++)
        {
          g_autofree char *text = part_text (self, (EupPartKind) kind, ids->pdata[i]);

          g_ptr_array_add (parts, eup_store_part_new (eup_part_kind_to_name ((EupPartKind) kind),
                                                      ids->pdata[i], text));
        }
    }
  return parts;
}

/* The store keeps new parts in the order in which it gets them: the order of their lists. */
static int
compare_places (gconstpointer a, gconstpointer b, gpointer user_data)
{
  EupCase *self = user_data;
  const EupDirty *first = *(EupDirty *const *) a;
  const EupDirty *second = *(EupDirty *const *) b;

  if (first->kind != second->kind)
    return (int) first->kind - (int) second->kind;
  return (int) eup_assessment_index_of (self->assessment, first->kind, first->id) -
         (int) eup_assessment_index_of (self->assessment, second->kind, second->id);
}

static GPtrArray *
take_dirty (EupCase *self)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_store_part_free);
  g_autoptr (GPtrArray) values = g_hash_table_get_values_as_ptr_array (self->dirty);

  g_ptr_array_sort_with_data (values, compare_places, self);
  for (guint i = 0; i < values->len; i++)
    {
      const EupDirty *dirty = values->pdata[i];
      g_autofree char *text = dirty->is_note ? NULL : part_text (self, dirty->kind, dirty->id);

      if (dirty->is_note)
        {
          g_autoptr (JsonNode) node =
              json_node_init_string (json_node_alloc (), self->note ? self->note : "");

          text = eup_json_canonical (node);
        }
      g_ptr_array_add (parts,
                       eup_store_part_new (dirty->is_note ? "note" : eup_part_kind_to_name (dirty->kind),
                                           dirty->id, text));
    }
  return parts;
}

/* One write has been answered. */
static void
answered (EupCase *self, GError *error)
{
  self->writes--;
  if (g_set_str (&self->problem, error ? error->message : NULL))
    g_object_notify (G_OBJECT (self), "problem");
  if (error != NULL)
    save_later (self, RETRY_DELAY);
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
    add_dirty (self, value);
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
  g_autoptr (GPtrArray) parts = take_dirty (self);
  g_autoptr (EupStoreSummary) summary = eup_case_summarize (self);
  Write *write = g_new0 (Write, 1);

  write->self = g_object_ref (self);
  write->dirty = g_steal_pointer (&self->dirty);
  self->dirty = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, dirty_free);
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
  save_later (self, SAVE_DELAY);
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
