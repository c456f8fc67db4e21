/* What the running program has open, and the road from stored parts to a case. */

#include "casework/eup-workspace.h"

#include "casework/eup-case-private.h"

struct _EupWorkspace
{
  GObject parent_instance;

  EupStore *store;
  EupModel *model;
  EupClock *clock;
};

G_DEFINE_FINAL_TYPE (EupWorkspace, eup_workspace, G_TYPE_OBJECT)

static void
eup_workspace_finalize (GObject *object)
{
  EupWorkspace *self = EUP_WORKSPACE (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->model, eup_model_unref);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (eup_workspace_parent_class)->finalize (object);
}

static void
eup_workspace_class_init (EupWorkspaceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = eup_workspace_finalize;
}

static void
eup_workspace_init (EupWorkspace *self)
{
  self->model = eup_model_new_shipped ();
}

static void
store_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (EupWorkspace) self = NULL;
  GError *error = NULL;
  EupStore *store = eup_store_open_finish (result, &error);

  if (store == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  self = g_object_new (EUP_TYPE_WORKSPACE, NULL);
  self->store = store;
  self->clock = g_object_ref (g_task_get_task_data (task));
  g_task_return_pointer (task, g_steal_pointer (&self), g_object_unref);
}

/**
 * eup_workspace_open_async:
 * @folder: where the data lie; made when it is not there
 * @clock: the time of day
 *
 * Errors: those of eup_store_open_async().
 */
void
eup_workspace_open_async (const char *folder,
                          EupClock *clock,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, eup_workspace_open_async);
  g_task_set_task_data (task, g_object_ref (clock), g_object_unref);
  eup_store_open_async (folder, cancellable, store_opened_cb, task);
}

EupWorkspace *
eup_workspace_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

EupStore *
eup_workspace_get_store (EupWorkspace *self)
{
  return self->store;
}

EupModel *
eup_workspace_get_model (EupWorkspace *self)
{
  return self->model;
}

EupClock *
eup_workspace_get_clock (EupWorkspace *self)
{
  return self->clock;
}

static EupCase *
adopt (EupWorkspace *self, EupAssessment *assessment)
{
  return eup_case_new (self->store, self->model, self->clock, assessment);
}

static void
set_pin (EupPin *pin, const char *id, const char *version, const char *digest)
{
  g_set_str (&pin->id, id);
  g_set_str (&pin->version, version);
  g_set_str (&pin->digest, digest);
}

static void
add_person (EupAssessment *assessment, const char *id, const char *voice, const char *language)
{
  EupPerson *person = eup_shape_new (eup_part_shape (EUP_PART_PERSON));

  person->id = g_strdup (id);
  person->name = g_strdup ("");
  person->voice = g_strdup (voice);
  person->language = g_strdup (language);
  person->presence = g_strdup ("room");
  eup_assessment_put (assessment, EUP_PART_PERSON, person);
}

/**
 * eup_workspace_new_case:
 * @language: of the record
 *
 * Begins a case with the method as it is now, and with the two who are always there: the resident
 * and the facilitator. It is stored with its first change.
 *
 * Returns: (transfer full): the case
 */
EupCase *
eup_workspace_new_case (EupWorkspace *self, const char *language)
{
  EupAssessment *assessment = eup_assessment_new ();

  set_pin (assessment->method, eup_method_get_id (self->model->method),
           eup_method_get_version (self->model->method), eup_method_get_digest (self->model->method));
  set_pin (assessment->catalogue, eup_catalogue_get_id (self->model->catalogue),
           eup_catalogue_get_version (self->model->catalogue),
           eup_catalogue_get_digest (self->model->catalogue));
  assessment->card->id = g_uuid_string_random ();
  assessment->card->language = g_strdup (language);
  assessment->card->meeting = eup_clock_now_iso (self->clock);
  add_person (assessment, "resident", "resident", language);
  add_person (assessment, "facilitator", "facilitator", language);
  return eup_workspace_import_case (self, assessment);
}

/**
 * eup_workspace_import_case:
 * @assessment: (transfer full): a case that eup_assessment_check() has passed
 *
 * Returns: (transfer full): the case, on its way to the store
 */
EupCase *
eup_workspace_import_case (EupWorkspace *self, EupAssessment *assessment)
{
  EupCase *kase;

  g_clear_pointer (&assessment->decision->sealed, g_free);
  kase = adopt (self, assessment);
  eup_case_touch_all (kase);
  return kase;
}

/* Opening: parts → assessment; of a sealed case the time of sealing comes from its record. */

static void
read_part (EupAssessment *assessment, const EupStorePart *part, char **note)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (part->json, &error);
  EupPartKind kind;

  if (node == NULL)
    g_warning ("A part “%s” of a case can't be read: %s", part->kind, error ? error->message : "empty");
  else if (g_str_equal (part->kind, "note"))
    g_set_str (note, json_node_get_string (node));
  else if (eup_part_kind_from_name (part->kind, &kind))
    eup_assessment_put (assessment, kind, eup_shape_read (eup_part_shape (kind), node));
}

static void
case_record_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  EupCase *kase = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (EupStoreRecord) record = eup_store_record_finish (EUP_STORE (source), result, &error);

  if (record != NULL)
    eup_case_set_sealed (kase, record->sealed);
  else if (!g_error_matches (error, EUP_STORE_ERROR, EUP_STORE_ERROR_NOT_FOUND))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  g_task_return_pointer (task, g_object_ref (kase), g_object_unref);
}

static void
case_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  EupWorkspace *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) parts = eup_store_load_finish (EUP_STORE (source), result, &error);
  g_autofree char *note = NULL;
  g_autofree char *id = NULL;
  EupAssessment *assessment;
  EupCase *kase;

  if (parts == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  assessment = eup_assessment_new ();
  for (guint i = 0; i < parts->len; i++)
    read_part (assessment, parts->pdata[i], &note);
  kase = adopt (self, assessment);
  eup_case_set_note_from_store (kase, note);
  id = g_strdup (eup_case_get_id (kase));
  g_task_set_task_data (task, kase, g_object_unref);
  eup_store_record_async (EUP_STORE (source), id, NULL, case_record_cb, g_steal_pointer (&task));
}

/**
 * eup_workspace_open_case_async:
 *
 * Opens a stored case where it was. Errors: those of eup_store_load_async().
 */
void
eup_workspace_open_case_async (EupWorkspace *self,
                               const char *id,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, eup_workspace_open_case_async);
  eup_store_load_async (self->store, id, cancellable, case_loaded_cb, task);
}

EupCase *
eup_workspace_open_case_finish (EupWorkspace *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * eup_workspace_default_folder:
 *
 * Returns: (transfer full): where the data lie: EUPHORIA_DATA, else "euphoria" in the person's data folder
 */
char *
eup_workspace_default_folder (void)
{
  const char *wanted = g_getenv ("EUPHORIA_DATA");

  return wanted && *wanted ? g_strdup (wanted) : g_build_filename (g_get_user_data_dir (), "euphoria", NULL);
}
