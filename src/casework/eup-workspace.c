/* What the running program has open. How cases come in stands in eup-workspace-cases.c, local additions
 * in eup-workspace-additions.c. */

#include "casework/eup-workspace-private.h"

#include <string.h>

#include "casework/eup-case-private.h"

G_DEFINE_FINAL_TYPE (EupWorkspace, eup_workspace, G_TYPE_OBJECT)

static void
eup_workspace_finalize (GObject *object)
{
  EupWorkspace *self = EUP_WORKSPACE (object);

  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->models, eup_model_set_free);
  g_clear_pointer (&self->cache, g_hash_table_unref);
  g_free (self->country);
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
  self->cache = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) eup_model_unref);
  self->country = g_strdup (eup_workspace_country_of_locale (g_get_language_names ()[0]));
}

/* Opening: store, then the additions, then the models. */

static void
additions_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  EupWorkspace *self = EUP_WORKSPACE (source);
  GError *error = NULL;

  if (eup_workspace_reload_additions_finish (self, result, &error))
    g_task_return_pointer (task, g_object_ref (self), g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
store_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  g_autoptr (EupWorkspace) self = NULL;
  GError *error = NULL;
  EupStore *store = eup_store_open_finish (result, &error);

  if (store == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  self = g_object_new (EUP_TYPE_WORKSPACE, NULL);
  self->store = store;
  self->clock = g_object_ref (g_task_get_task_data (task));
  eup_workspace_reload_additions_async (self, additions_loaded_cb, task);
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

EupClock *
eup_workspace_get_clock (EupWorkspace *self)
{
  return self->clock;
}

/**
 * eup_workspace_country_of_locale:
 * @locale: (nullable): such as "zh_CN.UTF-8"
 *
 * Returns: (transfer none): whose rules a new case gets where nobody has chosen
 */
const char *
eup_workspace_country_of_locale (const char *locale)
{
  return locale != NULL && g_str_has_prefix (locale, "zh_CN") ? "CN" : "SE";
}

const char *
eup_workspace_get_country (EupWorkspace *self)
{
  return self->country;
}

/* @country: whose rules new cases get from now on; one that has no rule pack is ignored */
void
eup_workspace_set_country (EupWorkspace *self, const char *country)
{
  if (eup_model_set_find (self->models, country) != NULL)
    g_set_str (&self->country, country);
}

/* (transfer none): that of a new case; may be replaced when additions come and go, so keep a reference */
EupModel *
eup_workspace_get_model (EupWorkspace *self)
{
  return eup_workspace_get_model_for (self, self->country);
}

/**
 * eup_workspace_get_model_for:
 * @country: (nullable): %NULL for the one that new cases get
 *
 * Returns: (transfer none) (nullable): the model of a new case; %NULL for a country without a rule pack
 */
EupModel *
eup_workspace_get_model_for (EupWorkspace *self, const char *country)
{
  return eup_model_set_find (self->models, country ? country : self->country);
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
 * Begins a case with method, catalogue, rules and additions as they are now, and with the two who are
 * always there: the resident and the facilitator.
 *
 * Returns: (transfer full): the case, on its way to the store
 */
EupCase *
eup_workspace_new_case (EupWorkspace *self, const char *language)
{
  EupAssessment *assessment = eup_assessment_new ();
  EupModel *model = eup_workspace_get_model (self);
  EupCase *kase;

  eup_case_pin (assessment, model);
  assessment->card->id = g_uuid_string_random ();
  assessment->card->language = g_strdup (language);
  assessment->card->meeting = eup_clock_now_iso (self->clock);
  assessment->card->occasion = g_strdup ("first");
  assessment->card->rehearsal = self->rehearsal;
  add_person (assessment, "resident", "resident", language);
  add_person (assessment, "facilitator", "facilitator", language);
  kase = eup_case_new (self->store, model, self->clock, assessment);
  eup_case_touch_all (kase);
  return kase;
}

/* Whether @version comes after @other: numbers with dots between. */
static gboolean
is_older (const char *version, const char *other)
{
  g_auto (GStrv) a = g_strsplit (version, ".", -1);
  g_auto (GStrv) b = g_strsplit (other, ".", -1);

  for (guint i = 0; a[i] != NULL || b[i] != NULL; i++)
    {
      guint64 first = a[i] ? g_ascii_strtoull (a[i], NULL, 10) : 0;
      guint64 second = b[i] ? g_ascii_strtoull (b[i], NULL, 10) : 0;

      if (first != second)
        return first < second;
      if (a[i] == NULL || b[i] == NULL)
        return a[i] == NULL;
    }
  return FALSE;
}

/* Whether every addition of @now is in @before as it is. One that is only no longer used is nothing new. */
static gboolean
has_additions (const EupModel *before, const EupModel *now)
{
  for (guint i = 0; i < now->additions->len; i++)
    {
      const EupAdditionPin *wanted = now->additions->pdata[i];
      gboolean found = FALSE;

      for (guint j = 0; j < before->additions->len; j++)
        found =
            found || g_str_equal (((EupAdditionPin *) before->additions->pdata[j])->digest, wanted->digest);
      if (!found)
        return FALSE;
    }
  return TRUE;
}

/**
 * eup_workspace_newer_model:
 *
 * Returns: (transfer full) (nullable): what @kase could go over to with eup_case_take_over(), under the
 *   rules of the same country; %NULL when it has that already or is sealed
 */
EupModel *
eup_workspace_newer_model (EupWorkspace *self, EupCase *kase)
{
  EupModel *before = eup_case_get_model (kase);
  EupModel *now = eup_workspace_get_model_for (self, eup_rule_pack_get_country (before->rules));

  if (now == NULL || eup_case_is_sealed (kase) ||
      g_strcmp0 (eup_method_get_id (before->method), eup_method_get_id (now->method)) != 0 ||
      is_older (eup_method_get_version (now->method), eup_method_get_version (before->method)))
    return NULL;
  if (g_str_equal (eup_method_get_digest (before->method), eup_method_get_digest (now->method)) &&
      g_str_equal (eup_catalogue_get_digest (before->catalogue), eup_catalogue_get_digest (now->catalogue)) &&
      g_str_equal (eup_rule_pack_get_digest (before->rules), eup_rule_pack_get_digest (now->rules)) &&
      has_additions (before, now))
    return NULL;
  return eup_model_ref (now);
}

/**
 * eup_workspace_set_rules:
 * @country: "SE", "CN"
 *
 * Puts a case that is not sealed under the rules of another country; method, catalogue and additions stay
 * as they are. One step back leads to the rules before.
 *
 * Returns: whether it is so; @error: EUP_CASE_ERROR_SEALED, EUP_DATA_ERROR for a country without rules
 */
gboolean
eup_workspace_set_rules (EupWorkspace *self, EupCase *kase, const char *country, GError **error)
{
  EupModel *before = eup_case_get_model (kase);
  g_autoptr (EupModel) model = NULL;

  if (!eup_case_is_sealed (kase) && g_strcmp0 (eup_rule_pack_get_country (before->rules), country) == 0)
    return TRUE;
  model = eup_model_with_rules (before, country, error);
  return model != NULL && eup_case_take_over (kase, model, error);
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
