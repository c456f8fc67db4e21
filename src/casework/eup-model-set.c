/* The models that new cases begin with. Making them reads every file, so it is done on a worker thread;
 * afterwards a set is only read. An addition that no longer fits the method that is built in harms
 * nothing: new cases go without it, and whoever asks is told why. */

#include "casework/eup-model-set.h"

#include "casework/eup-case-private.h"
#include "util/eup-json.h"

static void
pin_free (gpointer data)
{
  EupAdditionPin *pin = data;

  g_free (pin->id);
  g_free (pin->version);
  g_free (pin->digest);
  g_clear_pointer (&pin->title, eup_text_free);
  g_free (pin);
}

/* (transfer full) (nullable): the root of a file whose contents nobody has checked yet */
static JsonNode *
read_root (GBytes *bytes)
{
  g_autoptr (EupProblems) problems = eup_problems_new ("addition");
  JsonNode *node = eup_json_parse (bytes, problems);

  if (node != NULL && !JSON_NODE_HOLDS_OBJECT (node))
    g_clear_pointer (&node, json_node_unref);
  return node;
}

static EupAdditionPin *
pin_of (const EupStoreDefinition *definition)
{
  g_autoptr (JsonNode) root = read_root (definition->bytes);
  JsonNode *title = root ? json_object_get_member (json_node_get_object (root), "title") : NULL;
  EupAdditionPin *pin = g_new0 (EupAdditionPin, 1);

  pin->id = g_strdup (definition->id);
  pin->version = g_strdup (definition->version);
  pin->digest = g_strdup (definition->digest);
  pin->title = title != NULL && JSON_NODE_HOLDS_OBJECT (title) ? eup_text_new_from_node (title) : NULL;
  return pin;
}

/* Every problem, a line each: what is written by hand is mended in one go. */
void
eup_problems_set_all (const EupProblems *problems, GError **error)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < eup_problems_get_n (problems); i++)
    {
      g_autofree char *line = eup_problem_to_line (eup_problems_get (problems, i));

      g_string_append_printf (lines, "%s%s", i ? "\n" : "", line);
    }
  g_set_error_literal (error, EUP_DATA_ERROR, EUP_DATA_ERROR_INVALID, lines->str);
}

/* The model of each rule pack on the method and catalogue of @first. */
static GPtrArray *
for_each_rule_pack (EupModel *first, GError **error)
{
  g_autoptr (GPtrArray) packs = eup_rule_packs_new_shipped ();
  g_autoptr (GPtrArray) models = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_model_unref);

  g_ptr_array_add (models, eup_model_ref (first));
  for (guint i = 1; i < packs->len; i++)
    {
      EupModel *model = eup_model_with_rules (first, eup_rule_pack_get_country (packs->pdata[i]), error);

      if (model == NULL)
        return NULL;
      g_ptr_array_add (models, model);
    }
  return g_steal_pointer (&models);
}

static GPtrArray *
make_shipped (void)
{
  g_autoptr (EupModel) first = eup_model_new_shipped (NULL);
  g_autoptr (GError) error = NULL;
  GPtrArray *models = for_each_rule_pack (first, &error);

  if (models == NULL)
    g_error ("A rule pack that is built in is broken: %s", error->message);
  return models;
}

/**
 * make_with_additions:
 * @additions: (element-type GBytes): in their order
 * @names: (element-type utf8): what to call them in messages
 * @error: EUP_DATA_ERROR with all problems
 *
 * Returns: (transfer full) (nullable): a model for each rule pack
 */
static GPtrArray *
make_with_additions (const EupModel *shipped, GPtrArray *additions, GPtrArray *names, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) all_names = NULL;
  g_autoptr (EupProblems) problems = NULL;
  g_autoptr (EupModel) first = NULL;

  g_strv_builder_add_many (builder, eup_method_get_id (shipped->method),
                           eup_catalogue_get_id (shipped->catalogue), eup_rule_pack_get_id (shipped->rules),
                           NULL);
  for (guint i = 0; i < names->len; i++)
    g_strv_builder_add (builder, names->pdata[i]);
  all_names = g_strv_builder_end (builder);
  first = eup_model_new (shipped->sources->pdata[0], shipped->sources->pdata[1], shipped->sources->pdata[2],
                         additions, (const char *const *) all_names, &problems, NULL);
  if (first != NULL)
    return for_each_rule_pack (first, error);
  eup_problems_set_all (problems, error);
  return NULL;
}

/* Those of @additions that fit, one after the other; why the others don't goes to @problems. */
static GPtrArray *
make_current (const EupModel *shipped, GPtrArray *additions, GHashTable *problems)
{
  g_autoptr (GPtrArray) bytes = g_ptr_array_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GPtrArray *models = NULL;

  for (guint i = 0; i < additions->len; i++)
    {
      const EupStoreAddition *addition = additions->pdata[i];
      g_autoptr (GError) error = NULL;
      GPtrArray *more;

      g_ptr_array_add (bytes, addition->definition->bytes);
      g_ptr_array_add (names, addition->name);
      more = make_with_additions (shipped, bytes, names, &error);
      if (more == NULL)
        {
          g_hash_table_insert (problems, g_strdup (addition->definition->id), g_strdup (error->message));
          g_ptr_array_set_size (bytes, (gint) bytes->len - 1);
          g_ptr_array_set_size (names, (gint) names->len - 1);
          continue;
        }
      g_clear_pointer (&models, g_ptr_array_unref);
      models = more;
    }
  return models;
}

/**
 * eup_model_set_new:
 * @additions: (element-type EupStoreAddition): those in use
 *
 * Returns: (transfer full): the set
 */
EupModelSet *
eup_model_set_new (GPtrArray *additions)
{
  EupModelSet *self = g_new0 (EupModelSet, 1);

  self->additions = g_ptr_array_new_with_free_func (pin_free);
  self->problems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < additions->len; i++)
    g_ptr_array_add (self->additions, pin_of (((EupStoreAddition *) additions->pdata[i])->definition));
  self->shipped = make_shipped ();
  self->current = make_current (self->shipped->pdata[0], additions, self->problems);
  if (self->current == NULL)
    self->current = g_ptr_array_ref (self->shipped);
  return self;
}

void
eup_model_set_free (EupModelSet *self)
{
  g_ptr_array_unref (self->shipped);
  g_ptr_array_unref (self->current);
  g_ptr_array_unref (self->additions);
  g_hash_table_unref (self->problems);
  g_free (self);
}

/* (transfer none) (nullable): the model of a new case under the rules of @country */
EupModel *
eup_model_set_find (const EupModelSet *self, const char *country)
{
  for (guint i = 0; i < self->current->len; i++)
    {
      EupModel *model = self->current->pdata[i];

      if (g_strcmp0 (eup_rule_pack_get_country (model->rules), country) == 0)
        return model;
    }
  return NULL;
}

/* What one of a model's sources calls itself. */
typedef struct
{
  const char *kind;
  const char *id;
  const char *version;
  const char *digest;
} Name;

static void
name_sources (const EupModel *model, Name names[EUP_MODEL_SET_FIXED])
{
  names[0] = (Name) { EUP_STORE_DEFINITION_METHOD, eup_method_get_id (model->method),
                      eup_method_get_version (model->method), eup_method_get_digest (model->method) };
  names[1] =
      (Name) { EUP_STORE_DEFINITION_CATALOGUE, eup_catalogue_get_id (model->catalogue),
               eup_catalogue_get_version (model->catalogue), eup_catalogue_get_digest (model->catalogue) };
  names[2] = (Name) { EUP_STORE_DEFINITION_RULES, eup_rule_pack_get_id (model->rules),
                      eup_rule_pack_get_version (model->rules), eup_rule_pack_get_digest (model->rules) };
}

/**
 * eup_model_set_find_shipped:
 * @kind: EUP_STORE_DEFINITION_METHOD, _CATALOGUE or _RULES
 * @version: looked at where there is no *@digest
 * @digest: (inout) (nullable) (transfer full): of the file; is filled in when it is found
 *
 * Returns: (transfer none) (nullable): the file, if it is built in
 */
GBytes *
eup_model_set_find_shipped (
    const EupModelSet *self, const char *kind, const char *id, const char *version, char **digest)
{
  for (guint i = 0; i < self->shipped->len; i++)
    {
      EupModel *model = self->shipped->pdata[i];
      Name names[EUP_MODEL_SET_FIXED];

      name_sources (model, names);
      for (guint j = 0; j < EUP_MODEL_SET_FIXED; j++)
        if (g_str_equal (names[j].kind, kind) && g_strcmp0 (names[j].id, id) == 0 &&
            (*digest != NULL ? g_str_equal (names[j].digest, *digest)
                             : g_strcmp0 (names[j].version, version) == 0))
          {
            g_set_str (digest, names[j].digest);
            return model->sources->pdata[j];
          }
    }
  return NULL;
}

/* The additions in use, with @bytes in the place of another version of the same. */
static void
with_candidate (
    GPtrArray *additions, const char *id, GBytes *bytes, const char *name, GPtrArray *all, GPtrArray *names)
{
  gboolean placed = FALSE;

  for (guint i = 0; i < additions->len; i++)
    {
      const EupStoreAddition *addition = additions->pdata[i];
      gboolean same = g_strcmp0 (addition->definition->id, id) == 0;

      g_ptr_array_add (all, same ? bytes : addition->definition->bytes);
      g_ptr_array_add (names, same ? (char *) name : addition->name);
      placed = placed || same;
    }
  if (!placed)
    {
      g_ptr_array_add (all, bytes);
      g_ptr_array_add (names, (char *) name);
    }
}

/**
 * eup_model_set_try:
 * @additions: (element-type EupStoreAddition): those in use that fit
 * @bytes: the file of one more
 * @name: what to call it in messages
 * @error: EUP_DATA_ERROR with all that is wrong, a line for each problem
 *
 * Returns: (transfer full) (nullable): the addition as the store keeps it, if new cases can have it
 */
EupStoreDefinition *
eup_model_set_try (GPtrArray *additions, GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (JsonNode) root = read_root (bytes);
  g_autoptr (EupModel) shipped = eup_model_new_shipped (NULL);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) models = NULL;
  const char *id =
      root ? json_object_get_string_member_with_default (json_node_get_object (root), "id", NULL) : NULL;

  with_candidate (additions, id, bytes, name, all, names);
  models = make_with_additions (shipped, all, names, error);
  if (models == NULL)
    return NULL;
  return eup_store_definition_new (EUP_STORE_DEFINITION_ADDITION, id,
                                   json_object_get_string_member (json_node_get_object (root), "version"),
                                   bytes);
}

/* (transfer full): tells two models apart: the digests of all that they are made of */
char *
eup_model_key (const EupModel *model)
{
  GString *key = g_string_new (NULL);

  g_string_append_printf (key, "%s %s %s", eup_method_get_digest (model->method),
                          eup_catalogue_get_digest (model->catalogue),
                          eup_rule_pack_get_digest (model->rules));
  for (guint i = 0; i < model->additions->len; i++)
    g_string_append_printf (key, " %s", ((EupAdditionPin *) model->additions->pdata[i])->digest);
  return g_string_free_and_steal (key);
}
