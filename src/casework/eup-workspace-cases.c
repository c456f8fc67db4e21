/* How cases come in: from the store, or from a case file. Both find the model that the case names first. */

#include "casework/eup-workspace-private.h"

#include "casework/eup-case-private.h"
#include "casework/eup-case-session.h"

static void
coming_free (gpointer data)
{
  EupComing *coming = data;

  g_clear_pointer (&coming->assessment, eup_assessment_free);
  g_clear_pointer (&coming->model, eup_model_unref);
  g_clear_pointer (&coming->events, g_ptr_array_unref);
  g_free (coming->note);
  g_free (coming->sealed);
  g_free (coming);
}

static gboolean
names_no_rules (const EupAssessment *assessment)
{
  return assessment->rules->id == NULL || *assessment->rules->id == '\0';
}

/* From the store: parts, then the record of a sealed case (which tells when it was sealed), then what has
 * happened since, then the model. */

static EupCase *
case_from_store (EupWorkspace *self, EupComing *coming)
{
  EupCase *kase =
      eup_case_new (self->store, coming->model, self->clock, g_steal_pointer (&coming->assessment));

  kase->pinned = !coming->from_before;
  eup_case_set_note_from_store (kase, coming->note);
  if (coming->sealed != NULL)
    eup_case_set_sealed (kase, coming->sealed);
  for (guint i = 0; coming->events != NULL && i < coming->events->len; i++)
    eup_case_apply_event (kase, coming->events->pdata[i]);
  if (coming->from_before && coming->sealed == NULL)
    eup_case_pin_again (kase);
  eup_case_close_session (kase, TRUE);
  return kase;
}

static void
model_of_stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  EupWorkspace *self = EUP_WORKSPACE (source);
  EupComing *coming = g_task_get_task_data (task);
  GError *error = NULL;

  coming->model = eup_workspace_find_model_finish (self, result, &error);
  if (coming->model != NULL)
    g_task_return_pointer (task, case_from_store (self, coming), g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
events_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  EupComing *coming = g_task_get_task_data (task);
  GError *error = NULL;

  coming->events = eup_store_events_finish (EUP_STORE (source), result, &error);
  if (coming->events != NULL)
    {
      eup_workspace_find_model_async (g_task_get_source_object (task), coming, model_of_stored_cb, task);
      return;
    }
  g_task_return_error (task, error);
  g_object_unref (task);
}

static void
record_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  EupComing *coming = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (EupStoreRecord) record = eup_store_record_finish (EUP_STORE (source), result, &error);

  if (record != NULL)
    {
      coming->sealed = g_strdup (record->sealed);
      eup_store_events_async (EUP_STORE (source), coming->assessment->card->id, NULL, events_loaded_cb, task);
    }
  else if (g_error_matches (error, EUP_STORE_ERROR, EUP_STORE_ERROR_NOT_FOUND))
    {
      eup_workspace_find_model_async (g_task_get_source_object (task), coming, model_of_stored_cb, task);
    }
  else
    {
      g_task_return_error (task, g_steal_pointer (&error));
      g_object_unref (task);
    }
}

static void
read_part (EupComing *coming, const EupStorePart *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (part->json, &error);
  EupPartKind kind;

  if (node == NULL)
    g_warning ("A part “%s” of a case can't be read: %s", part->kind, error ? error->message : "empty");
  else if (g_str_equal (part->kind, "note"))
    g_set_str (&coming->note, json_node_get_string (node));
  else if (eup_part_kind_from_name (part->kind, &kind))
    eup_assessment_put (coming->assessment, kind, eup_shape_read (eup_part_shape (kind), node));
}

static void
parts_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  EupComing *coming = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) parts = eup_store_load_finish (EUP_STORE (source), result, &error);

  if (parts == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  for (guint i = 0; i < parts->len; i++)
    read_part (coming, parts->pdata[i]);
  coming->from_before = names_no_rules (coming->assessment);
  eup_store_record_async (EUP_STORE (source), coming->assessment->card->id, NULL, record_loaded_cb, task);
}

/**
 * eup_workspace_open_case_async:
 *
 * Opens a stored case where it was, with exactly the method, catalogue, rules and additions that it was
 * begun with. A case of a program that did not keep them goes on with those that are built in.
 * Errors: those of eup_store_load_async(); EUP_CASE_ERROR_UNKNOWN_MODEL.
 */
void
eup_workspace_open_case_async (EupWorkspace *self,
                               const char *id,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  EupComing *coming = g_new0 (EupComing, 1);

  g_task_set_source_tag (task, eup_workspace_open_case_async);
  coming->assessment = eup_assessment_new ();
  g_task_set_task_data (task, coming, coming_free);
  eup_store_load_async (self->store, id, cancellable, parts_loaded_cb, task);
}

EupCase *
eup_workspace_open_case_finish (EupWorkspace *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* From a file: the model, then the check against it. */

static void
imported_is_kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (eup_case_flush_finish (EUP_CASE (source), result, &error))
    g_task_return_pointer (task, g_object_ref (source), g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
model_of_imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  EupWorkspace *self = EUP_WORKSPACE (source);
  EupComing *coming = g_task_get_task_data (task);
  g_autoptr (EupProblems) problems = eup_problems_new (coming->assessment->card->number);
  g_autoptr (EupCase) kase = NULL;
  GError *error = NULL;

  coming->model = eup_workspace_find_model_finish (self, result, &error);
  if (coming->model != NULL && !eup_assessment_check (coming->assessment, coming->model, problems))
    eup_problems_set_all (problems, &error);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  eup_case_pin (coming->assessment, coming->model);
  kase = eup_case_new (self->store, coming->model, self->clock, g_steal_pointer (&coming->assessment));
  eup_case_touch_all (kase);
  eup_case_flush_async (kase, NULL, imported_is_kept_cb, g_steal_pointer (&task));
}

/**
 * eup_workspace_import_case_async:
 * @assessment: (transfer full): what eup_assessment_load() has read
 *
 * Takes in a case from a file; it is open, also when it was sealed where it comes from. What it names must
 * be built in or in the store. A rehearsal does not come among real cases, nor a real case among rehearsals.
 * Errors: EUP_CASE_ERROR_UNKNOWN_MODEL, EUP_CASE_ERROR_REHEARSAL; EUP_DATA_ERROR when it does not fit its
 * model, with a line for each problem; EUP_STORE_ERROR when it can't be written.
 */
void
eup_workspace_import_case_async (EupWorkspace *self,
                                 EupAssessment *assessment,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  EupComing *coming = g_new0 (EupComing, 1);

  g_task_set_source_tag (task, eup_workspace_import_case_async);
  coming->assessment = assessment;
  g_task_set_task_data (task, coming, coming_free);
  if (assessment->card->rehearsal != self->rehearsal)
    {
      g_task_return_new_error (task, EUP_CASE_ERROR, EUP_CASE_ERROR_REHEARSAL, "%s is not taken in among %s",
                               self->rehearsal ? "a real case" : "a rehearsal",
                               self->rehearsal ? "rehearsals" : "real cases");
      g_object_unref (task);
      return;
    }
  g_clear_pointer (&assessment->decision->sealed, g_free);
  eup_workspace_find_model_async (self, coming, model_of_imported_cb, task);
}

/* Returns: (transfer full) (nullable): the case, in the store */
EupCase *
eup_workspace_import_case_finish (EupWorkspace *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
