/* Method, catalogue, rule pack and local additions as one: what an assessment is made with. */

#include "method/eup-model.h"

#include "method/eup-model-private.h"
#include "method/eup-rule-pack-private.h"

static void
model_clear (gpointer data)
{
  EupModel *self = data;

  g_clear_pointer (&self->method, eup_method_unref);
  g_clear_pointer (&self->catalogue, eup_catalogue_unref);
  g_clear_pointer (&self->rules, eup_rule_pack_unref);
  g_ptr_array_unref (self->additions);
  g_ptr_array_unref (self->sources);
}

EupModel *
eup_model_ref (EupModel *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
eup_model_unref (EupModel *self)
{
  g_atomic_rc_box_release_full (self, model_clear);
}

EupModel *
eup_model_new_empty (GPtrArray *sources)
{
  EupModel *self = g_atomic_rc_box_new0 (EupModel);

  self->additions = g_ptr_array_new_with_free_func (eup_addition_pin_free);
  self->sources = g_ptr_array_ref (sources);
  return self;
}

static GPtrArray *
list_of_sources (GBytes *method, GBytes *catalogue, GBytes *rules, GPtrArray *additions)
{
  GPtrArray *sources = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  g_ptr_array_add (sources, g_bytes_ref (method));
  g_ptr_array_add (sources, g_bytes_ref (catalogue));
  g_ptr_array_add (sources, g_bytes_ref (rules));
  for (guint i = 0; additions != NULL && i < additions->len; i++)
    g_ptr_array_add (sources, g_bytes_ref (additions->pdata[i]));
  return sources;
}

static char **
names_of_sources (guint n, const char *const *names)
{
  static const char *const plain[] = { "method", "catalogue", "rules" };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < n; i++)
    if (names != NULL && *names != NULL)
      g_strv_builder_add (builder, *names++);
    else if (i < EUP_MODEL_ADDITIONS)
      g_strv_builder_add (builder, plain[i]);
    else
      g_strv_builder_take (builder, g_strdup_printf ("addition %u", i + 1 - EUP_MODEL_ADDITIONS));
  return g_strv_builder_end (builder);
}

/**
 * eup_model_new:
 * @method: the bytes of a method's file
 * @catalogue: of a catalogue's
 * @rules: of a rule pack's
 * @additions: (nullable) (element-type GBytes): of the local additions', in the order in which they are added
 * @names: (nullable) (array zero-terminated=1): what to call the files in messages, in the same order; those
 *   that are left out are called by what they are
 * @problems: (out) (optional) (transfer full): all that is wrong, in whichever file
 * @error: EUP_DATA_ERROR with the first problem
 *
 * Returns: (transfer full) (nullable): the model; %NULL when anything is wrong: nothing is read halfway
 */
EupModel *
eup_model_new (GBytes *method,
               GBytes *catalogue,
               GBytes *rules,
               GPtrArray *additions,
               const char *const *names,
               EupProblems **problems,
               GError **error)
{
  g_autoptr (EupProblems) found = eup_problems_new (NULL);
  g_auto (EupModelFiles) files = { NULL };
  EupModel *self;

  files.bytes = list_of_sources (method, catalogue, rules, additions);
  files.names = names_of_sources (files.bytes->len, names);
  self = eup_model_read (&files, found);
  if (self == NULL)
    eup_problems_to_error (found, error);
  if (problems != NULL)
    *problems = g_steal_pointer (&found);
  return self;
}

/* (transfer full) (nullable) */
static GBytes *
shipped_rules (const char *country)
{
  const char *file = eup_rule_pack_shipped_file (country);

  return file ? eup_definition_bytes_shipped (file) : NULL;
}

/**
 * eup_model_new_shipped:
 * @country: (nullable): "SE", "CN", or the id of a rule pack; %NULL takes the first pack
 *
 * Returns: (transfer full) (nullable): what is built into the program, without additions; %NULL when no rule
 *   pack for @country is
 */
EupModel *
eup_model_new_shipped (const char *country)
{
  static const char *const names[] = { "methods/tre-roster.json", "catalogue/technologies.json", "rules",
                                       NULL };
  g_autoptr (GBytes) method = eup_definition_bytes_shipped ("methods/tre-roster.json");
  g_autoptr (GBytes) catalogue = eup_definition_bytes_shipped ("catalogue/technologies.json");
  g_autoptr (GBytes) rules = shipped_rules (country);
  g_autoptr (GError) error = NULL;
  EupModel *self;

  if (rules == NULL)
    return NULL;
  self = eup_model_new (method, catalogue, rules, NULL, names, NULL, &error);
  if (self == NULL)
    g_error ("What is built in is broken: %s", error->message);
  return self;
}

static GPtrArray *
sources_with_rules (const EupModel *self, GBytes *rules)
{
  GPtrArray *sources = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < self->sources->len; i++)
    g_ptr_array_add (sources, g_bytes_ref (i == EUP_MODEL_RULES ? rules : self->sources->pdata[i]));
  return sources;
}

static gpointer
copy_pin_cb (gconstpointer source, gpointer data)
{
  const EupAdditionPin *pin = source;
  EupAdditionPin *copy = g_new0 (EupAdditionPin, 1);

  copy->id = g_strdup (pin->id);
  copy->version = g_strdup (pin->version);
  copy->digest = g_strdup (pin->digest);
  copy->title = eup_text_copy (pin->title);
  return copy;
}

/**
 * eup_model_with_rules:
 * @country: "SE", "CN", or the id of a rule pack that is built in
 * @error: EUP_DATA_ERROR when there is no such pack, or when it asks for what the method does not have
 *
 * Returns: (transfer full) (nullable): the same method, catalogue and additions under other rules
 */
EupModel *
eup_model_with_rules (const EupModel *self, const char *country, GError **error)
{
  g_autoptr (EupProblems) problems = eup_problems_new (country);
  g_autoptr (GBytes) bytes = shipped_rules (country);
  g_autoptr (JsonNode) node = bytes ? eup_json_parse (bytes, problems) : NULL;
  g_autoptr (EupRulePack) rules = node ? eup_rule_pack_new_from_node (node, bytes, problems) : NULL;
  g_autoptr (GPtrArray) sources = NULL;
  EupModel *other;

  g_return_val_if_fail (country != NULL, NULL);

  if (bytes == NULL)
    eup_problems_add (problems, EUP_DATA_ERROR_INVALID, "$.country", "there is no rule pack for “%s” here",
                      country);
  if (rules != NULL)
    eup_model_check_rules (self->method, node, problems);
  if (!eup_problems_to_error (problems, error))
    return NULL;

  sources = sources_with_rules (self, bytes);
  other = eup_model_new_empty (sources);
  other->method = eup_method_ref (self->method);
  other->catalogue = eup_catalogue_ref (self->catalogue);
  other->rules = g_steal_pointer (&rules);
  for (guint i = 0; i < self->additions->len; i++)
    g_ptr_array_add (other->additions, copy_pin_cb (self->additions->pdata[i], NULL));
  return other;
}
