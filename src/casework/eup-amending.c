/* An amendment under way: one value, each change a step that can be taken back, all of it on disk within a
 * second. Words that are typed one after the other into one field are one step. */

#include "casework/eup-amending-private.h"

#include "casework/eup-case-documents.h"
#include "util/eup-json.h"

#define STEP_PAUSE (3 * G_USEC_PER_SEC) /* who stops for longer begins a new step */
#define SAVE_DELAY EUP_CASE_SAVE_DELAY
#define RETRY_DELAY 2000 /* milliseconds after a failed write */

enum
{
  PROP_SAVED = 1,
  PROP_PROBLEM,
  PROP_CAN_UNDO,
  N_PROPS,
};
static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EupAmending, eup_amending, G_TYPE_OBJECT)

void
eup_amending_emit_changed (EupAmending *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
eup_amending_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  EupAmending *self = EUP_AMENDING (object);

  if (id == PROP_SAVED)
    g_value_set_boolean (value, eup_amending_get_saved (self));
  else if (id == PROP_PROBLEM)
    g_value_set_string (value, self->problem);
  else
    g_value_set_boolean (value, eup_amending_get_can_undo (self));
}

static void
eup_amending_finalize (GObject *object)
{
  EupAmending *self = EUP_AMENDING (object);

  g_clear_handle_id (&self->save_source, g_source_remove);
  g_clear_pointer (&self->amendment, eup_amendment_free);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_clear_pointer (&self->undo, g_ptr_array_unref);
  g_clear_pointer (&self->flush_tasks, g_ptr_array_unref);
  g_free (self->last_field);
  g_free (self->problem);
  g_clear_object (&self->kase);
  G_OBJECT_CLASS (eup_amending_parent_class)->finalize (object);
}

static void
eup_amending_class_init (EupAmendingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = eup_amending_get_property;
  object_class->finalize = eup_amending_finalize;
  properties[PROP_SAVED] =
      g_param_spec_boolean ("saved", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PROBLEM] =
      g_param_spec_string ("problem", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAN_UNDO] =
      g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
eup_amending_init (EupAmending *self)
{
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_amendment_free);
  self->flush_tasks = g_ptr_array_new_with_free_func (g_object_unref);
}

EupCase *
eup_amending_get_case (EupAmending *self)
{
  return self->kase;
}

/* (transfer none): as it is now; freed by the next change */
const EupAmendment *
eup_amending_get_amendment (EupAmending *self)
{
  return self->amendment;
}

/* (transfer none) (element-type EupCaseDocument): the documents that were there when it was opened */
GPtrArray *
eup_amending_get_documents (EupAmending *self)
{
  return self->documents;
}

gboolean
eup_amending_get_saved (EupAmending *self)
{
  return !self->dirty && self->writes == 0;
}

gboolean
eup_amending_get_can_undo (EupAmending *self)
{
  return self->undo->len > 0 && !self->busy && !self->done;
}

/* From memory to disk. */

static void
answer_flushes (EupAmending *self)
{
  g_autoptr (GPtrArray) tasks = NULL;

  if (self->flush_tasks->len == 0 || (!eup_amending_get_saved (self) && self->problem == NULL))
    return;
  tasks = g_steal_pointer (&self->flush_tasks);
  self->flush_tasks = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < tasks->len; i++)
    if (self->problem != NULL)
      g_task_return_new_error (tasks->pdata[i], EUP_STORE_ERROR, EUP_STORE_ERROR_FULL, "%s", self->problem);
    else
      g_task_return_boolean (tasks->pdata[i], TRUE);
}

static void save_later (EupAmending *self, guint delay);

static void
put_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EupAmending) self = user_data;
  g_autoptr (GError) error = NULL;

  self->writes--;
  if (!eup_store_put_draft_finish (EUP_STORE (source), result, &error))
    {
      self->dirty = TRUE;
      save_later (self, RETRY_DELAY);
    }
  if (g_set_str (&self->problem, error ? error->message : NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVED]);
  answer_flushes (self);
}

static void
save_now (EupAmending *self)
{
  g_autoptr (JsonNode) node = eup_amendment_write (self->amendment);
  g_autofree char *text = eup_json_canonical (node);

  g_clear_handle_id (&self->save_source, g_source_remove);
  if (!self->dirty || self->done)
    return;
  self->dirty = FALSE;
  self->writes++;
  eup_store_put_draft_async (self->kase->store, eup_case_get_id (self->kase), text, NULL, put_cb,
                             g_object_ref (self));
}

static gboolean
save_cb (gpointer user_data)
{
  EupAmending *self = user_data;

  self->save_source = 0;
  save_now (self);
  return G_SOURCE_REMOVE;
}

/* The source holds the amendment, so that a window that closes does not take unsaved words with it. */
static void
save_later (EupAmending *self, guint delay)
{
  if (self->save_source == 0)
    self->save_source =
        g_timeout_add_full (G_PRIORITY_DEFAULT, delay, save_cb, g_object_ref (self), g_object_unref);
}

/* Notes that it has changed. */
void
eup_amending_touch (EupAmending *self)
{
  gboolean saved = eup_amending_get_saved (self);

  self->dirty = TRUE;
  save_later (self, SAVE_DELAY);
  if (saved)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVED]);
}

/* Waits until all is on disk. */
void
eup_amending_flush_async (EupAmending *self,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, eup_amending_flush_async);
  g_ptr_array_add (self->flush_tasks, task);
  g_clear_pointer (&self->problem, g_free);
  save_now (self);
  answer_flushes (self);
}

gboolean
eup_amending_flush_finish (EupAmending *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Changes and steps back. */

/* (transfer full): a copy to change and hand to eup_amending_put() */
EupAmendment *
eup_amending_edit (EupAmending *self)
{
  return eup_amendment_copy (self->amendment);
}

/* (transfer full) (nullable): the one field in which they differ; %NULL when there are several */
static char *
only_difference (const EupAmendment *a, const EupAmendment *b)
{
  g_autoptr (JsonNode) first = eup_amendment_write (a);
  g_autoptr (JsonNode) second = eup_amendment_write (b);
  JsonObject *both[] = { json_node_get_object (first), json_node_get_object (second) };
  g_autofree char *found = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GList) names = json_object_get_members (both[i]);

      for (GList *l = names; l != NULL; l = l->next)
        {
          const char *here = json_object_get_string_member_with_default (both[0], l->data, "");
          const char *there = json_object_get_string_member_with_default (both[1], l->data, "");

          if (g_str_equal (here, there) || g_strcmp0 (found, l->data) == 0)
            continue;
          if (found != NULL)
            return NULL;
          found = g_strdup (l->data);
        }
    }
  return g_steal_pointer (&found);
}

static void
remember (EupAmending *self, const EupAmendment *next)
{
  g_autofree char *field = only_difference (self->amendment, next);
  gint64 now = g_get_monotonic_time ();
  gboolean goes_on = field != NULL && g_strcmp0 (field, self->last_field) == 0 && self->undo->len > 0 &&
                     now - self->last_change < STEP_PAUSE;

  if (!goes_on)
    g_ptr_array_add (self->undo, eup_amendment_copy (self->amendment));
  g_set_str (&self->last_field, field);
  self->last_change = now;
  if (!goes_on)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
}

/**
 * eup_amending_put:
 * @amendment: (transfer full): what it says from now on
 *
 * The change is on disk within a second. One that is being sealed stays as it is.
 */
void
eup_amending_put (EupAmending *self, EupAmendment *amendment)
{
  g_return_if_fail (EUP_IS_AMENDING (self) && amendment != NULL);

  eup_amendment_make_plain (amendment);
  if (self->busy || self->done || eup_amendment_equal (self->amendment, amendment))
    {
      eup_amendment_free (amendment);
      return;
    }
  remember (self, amendment);
  eup_amendment_free (self->amendment);
  self->amendment = amendment;
  eup_amending_touch (self);
  eup_amending_emit_changed (self);
}

/* Takes the last step back. */
void
eup_amending_undo (EupAmending *self)
{
  if (!eup_amending_get_can_undo (self))
    return;
  eup_amendment_free (self->amendment);
  self->amendment = g_ptr_array_steal_index (self->undo, self->undo->len - 1);
  g_clear_pointer (&self->last_field, g_free);
  eup_amending_touch (self);
  eup_amending_emit_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
}

/* It is no longer there: sealed, or thrown away. */
void
eup_amending_set_done (EupAmending *self, gboolean sealed)
{
  self->done = TRUE;
  self->dirty = FALSE;
  g_clear_handle_id (&self->save_source, g_source_remove);
  if (self->kase->amending == self)
    g_clear_weak_pointer (&self->kase->amending);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  g_signal_emit_by_name (self->kase, "amended");
}

/* Beginning, or going on. */

static EupAmending *
amending_new (EupCase *kase, GPtrArray *documents, const char *draft)
{
  EupAmending *self;
  g_autoptr (JsonNode) node = *draft ? json_from_string (draft, NULL) : NULL;

  if (kase->amending != NULL)
    return g_object_ref (kase->amending);
  self = g_object_new (EUP_TYPE_AMENDING, NULL);
  self->kase = g_object_ref (kase);
  self->documents = eup_case_documents_from_store (documents);
  self->amendment = node && JSON_NODE_HOLDS_OBJECT (node) ? eup_amendment_read (node) : eup_amendment_new ();
  g_set_weak_pointer (&kase->amending, self);
  return self;
}

static void
draft_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  EupCase *kase = g_task_get_source_object (task);
  GError *error = NULL;
  g_autofree char *draft = eup_store_draft_finish (EUP_STORE (source), result, &error);

  if (draft == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, amending_new (kase, g_task_get_task_data (task), draft), g_object_unref);
}

static void
documents_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  EupCase *kase = g_task_get_source_object (task);
  GError *error = NULL;
  GPtrArray *documents = eup_store_documents_finish (EUP_STORE (source), result, &error);

  if (documents != NULL && documents->len == 0)
    error = g_error_new (EUP_STORE_ERROR, EUP_STORE_ERROR_NOT_FOUND, "The case %s has no sealed record",
                         eup_case_get_id (kase));
  if (documents != NULL)
    g_task_set_task_data (task, documents, (GDestroyNotify) g_ptr_array_unref);
  if (error == NULL)
    {
      eup_store_draft_async (kase->store, eup_case_get_id (kase), NULL, draft_loaded_cb, task);
      return;
    }
  g_task_return_error (task, error);
  g_object_unref (task);
}

/**
 * eup_case_amend_async:
 *
 * Begins an amendment of a sealed case, or goes on with the one that is being written: a case has at most one.
 * Errors: EUP_CASE_ERROR_NOT_YET while the case is not sealed, and those of the store.
 */
void
eup_case_amend_async (EupCase *self,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, eup_case_amend_async);
  if (eup_case_is_sealed (self))
    {
      eup_store_documents_async (self->store, eup_case_get_id (self), NULL, documents_loaded_cb, task);
      return;
    }
  g_task_return_new_error_literal (task, EUP_CASE_ERROR, EUP_CASE_ERROR_NOT_YET,
                                   "the case is not sealed yet: only a sealed record is amended");
  g_object_unref (task);
}

/* Returns: (transfer full) (nullable): the amendment */
EupAmending *
eup_case_amend_finish (EupCase *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
