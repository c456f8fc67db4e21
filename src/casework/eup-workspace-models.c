/* From the names in a case to the model that it was begun with: what is built in, else what the store has
 * kept. A model is made once and shared by the cases that name the same digests. */

#include "casework/eup-workspace-private.h"

#include "casework/eup-case-private.h"
#include "util/eup-digest.h"

/* One definition that a case names. */
typedef struct
{
  const char *kind; /* EUP_STORE_DEFINITION_… */
  char *id;         /* NULL: whatever is built in */
  char *version;
  char *digest; /* NULL: the case names the version only */
  GBytes *bytes;
} Wanted;

typedef struct
{
  GPtrArray *wanted; /* Wanted, in the order of a model's sources */
  gboolean from_before;
} Search;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_free (wanted->id);
  g_free (wanted->version);
  g_free (wanted->digest);
  g_clear_pointer (&wanted->bytes, g_bytes_unref);
  g_free (wanted);
}

static void
search_free (gpointer data)
{
  Search *search = data;

  g_ptr_array_unref (search->wanted);
  g_free (search);
}

static char *
text_or_null (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

static void
want (Search *search, const char *kind, const EupPin *pin)
{
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->kind = kind;
  wanted->id = text_or_null (pin->id);
  wanted->version = text_or_null (pin->version);
  wanted->digest = text_or_null (pin->digest);
  g_ptr_array_add (search->wanted, wanted);
}

static Search *
search_new (const EupComing *coming)
{
  const EupAssessment *assessment = coming->assessment;
  Search *search = g_new0 (Search, 1);

  search->wanted = g_ptr_array_new_with_free_func (wanted_free);
  search->from_before = coming->from_before;
  want (search, EUP_STORE_DEFINITION_METHOD, assessment->method);
  want (search, EUP_STORE_DEFINITION_CATALOGUE, assessment->catalogue);
  want (search, EUP_STORE_DEFINITION_RULES, assessment->rules);
  for (guint i = 0; i < assessment->additions->len; i++)
    want (search, EUP_STORE_DEFINITION_ADDITION, assessment->additions->pdata[i]);
  return search;
}

/* What is built in now, whichever version: for a part that a case does not name. */
static GBytes *
current_source (EupWorkspace *self, guint i)
{
  const EupModel *model = eup_workspace_get_model (self);

  return i < 3 ? model->sources->pdata[i] : NULL;
}

static void
take_shipped (EupWorkspace *self, Search *search)
{
  for (guint i = 0; i < search->wanted->len; i++)
    {
      Wanted *wanted = search->wanted->pdata[i];
      GBytes *bytes = wanted->id == NULL ? current_source (self, i)
                                         : eup_model_set_find_shipped (self->models, wanted->kind, wanted->id,
                                                                       wanted->version, wanted->digest);

      wanted->bytes = bytes ? g_bytes_ref (bytes) : NULL;
    }
}

/* A case of before names bytes that nobody kept; it goes on with what is built in under the same name. */
static void
take_same_name (EupWorkspace *self, Search *search)
{
  static const char *const kinds[] = { EUP_STORE_DEFINITION_METHOD, EUP_STORE_DEFINITION_CATALOGUE };
  const EupModel *model = eup_workspace_get_model (self);
  const char *ids[] = { eup_method_get_id (model->method), eup_catalogue_get_id (model->catalogue) };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      Wanted *wanted = search->wanted->pdata[i];

      if (wanted->bytes == NULL && g_strcmp0 (wanted->id, ids[i]) == 0)
        wanted->bytes = g_bytes_ref (model->sources->pdata[i]);
    }
}

static const Wanted *
first_missing (const Search *search)
{
  for (guint i = 0; i < search->wanted->len; i++)
    {
      const Wanted *wanted = search->wanted->pdata[i];

      if (wanted->bytes == NULL)
        return wanted;
    }
  return NULL;
}

static const char *
kind_words (const char *kind)
{
  return g_str_equal (kind, EUP_STORE_DEFINITION_RULES) ? "rule pack" : kind;
}

/* (transfer full): as eup_model_key() of the model that is made of what was found */
static char *
key_of (const Search *search)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < search->wanted->len; i++)
    {
      g_autofree char *digest = eup_digest_bytes (((Wanted *) search->wanted->pdata[i])->bytes);

      g_string_append_printf (key, "%s%s", i ? " " : "", digest);
    }
  return g_string_free_and_steal (key);
}

/* The cache only grows: a unit has few methods, and a case may be opened again at any time. */
void
eup_workspace_remember_model (EupWorkspace *self, EupModel *model)
{
  g_hash_table_insert (self->cache, eup_model_key (model), eup_model_ref (model));
}

static void
make_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Search *search = g_task_get_task_data (data);
  g_autoptr (GPtrArray) additions = g_ptr_array_new ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  GBytes *bytes[3];
  GError *error = NULL;
  EupModel *model;

  for (guint i = 0; i < search->wanted->len; i++)
    {
      const Wanted *wanted = search->wanted->pdata[i];

      if (i < G_N_ELEMENTS (bytes))
        bytes[i] = wanted->bytes;
      else
        g_ptr_array_add (additions, wanted->bytes);
      g_strv_builder_add (builder, wanted->id ? wanted->id : wanted->kind);
    }
  names = g_strv_builder_end (builder);
  model = eup_model_new (bytes[0], bytes[1], bytes[2], additions, (const char *const *) names, NULL, &error);
  if (model != NULL)
    g_task_return_pointer (task, model, (GDestroyNotify) eup_model_unref);
  else
    g_task_return_error (task, error);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  EupModel *model = g_task_propagate_pointer (G_TASK (result), &error);

  if (model == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  eup_workspace_remember_model (EUP_WORKSPACE (source), model);
  g_task_return_pointer (task, model, (GDestroyNotify) eup_model_unref);
}

/* All that can be found is found. @task: (transfer full) */
static void
make (EupWorkspace *self, GTask *task)
{
  Search *search = g_task_get_task_data (task);
  const Wanted *missing = first_missing (search);
  g_autoptr (GTask) making = NULL;
  g_autofree char *key = NULL;
  EupModel *model;

  if (missing != NULL)
    {
      g_task_return_new_error (task, EUP_CASE_ERROR, EUP_CASE_ERROR_UNKNOWN_MODEL,
                               "the case was begun with the %s “%s” %s, which is not here",
                               kind_words (missing->kind), missing->id ? missing->id : "",
                               missing->version ? missing->version : "");
      g_object_unref (task);
      return;
    }
  key = key_of (search);
  model = g_hash_table_lookup (self->cache, key);
  if (model != NULL)
    {
      g_task_return_pointer (task, eup_model_ref (model), (GDestroyNotify) eup_model_unref);
      g_object_unref (task);
      return;
    }
  making = g_task_new (self, NULL, made_cb, task);
  g_task_set_task_data (making, g_object_ref (task), g_object_unref);
  g_task_run_in_thread (making, make_thread);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  EupWorkspace *self = g_task_get_source_object (task);
  Search *search = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) found = eup_store_load_definitions_finish (EUP_STORE (source), result, &error);

  if (found == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  for (guint i = 0; i < search->wanted->len; i++)
    for (guint j = 0; j < found->len; j++)
      {
        Wanted *wanted = search->wanted->pdata[i];
        const EupStoreDefinition *definition = found->pdata[j];

        if (wanted->bytes == NULL && g_strcmp0 (wanted->digest, definition->digest) == 0 &&
            g_str_equal (wanted->kind, definition->kind))
          wanted->bytes = g_bytes_ref (definition->bytes);
      }
  if (search->from_before)
    take_same_name (self, search);
  make (self, task);
}

/* A case file may name the version only; then the newest of that version counts. */
static void
fill_in_digests (Search *search, GPtrArray *definitions)
{
  for (guint i = 0; i < search->wanted->len; i++)
    {
      Wanted *wanted = search->wanted->pdata[i];

      if (wanted->bytes != NULL || wanted->digest != NULL)
        continue;
      for (guint j = 0; j < definitions->len; j++)
        {
          const EupStoreDefinition *definition = definitions->pdata[j];

          if (g_str_equal (definition->kind, wanted->kind) && g_strcmp0 (definition->id, wanted->id) == 0 &&
              g_strcmp0 (definition->version, wanted->version) == 0)
            g_set_str (&wanted->digest, definition->digest);
        }
    }
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Search *search = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) definitions = eup_store_list_definitions_finish (EUP_STORE (source), result, &error);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) digests = NULL;

  if (definitions == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  fill_in_digests (search, definitions);
  for (guint i = 0; i < search->wanted->len; i++)
    {
      const Wanted *wanted = search->wanted->pdata[i];

      if (wanted->bytes == NULL && wanted->digest != NULL)
        g_strv_builder_add (builder, wanted->digest);
    }
  digests = g_strv_builder_end (builder);
  eup_store_load_definitions_async (EUP_STORE (source), (const char *const *) digests, NULL, loaded_cb, task);
}

/* Within casework: the model that a case names. Errors: EUP_CASE_ERROR_UNKNOWN_MODEL, EUP_DATA_ERROR when
 * this program can't read what was kept, and those of the store. */
void
eup_workspace_find_model_async (EupWorkspace *self,
                                const EupComing *coming,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  Search *search = search_new (coming);

  g_task_set_source_tag (task, eup_workspace_find_model_async);
  g_task_set_task_data (task, search, search_free);
  take_shipped (self, search);
  if (first_missing (search) == NULL)
    make (self, task);
  else
    eup_store_list_definitions_async (self->store, NULL, listed_cb, task);
}

EupModel *
eup_workspace_find_model_finish (EupWorkspace *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
