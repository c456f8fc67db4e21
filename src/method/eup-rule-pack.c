/* The rule pack: what the law and practice of one country ask for. A file, never a rule in code:
 * laws change faster than programs (docs/rule-packs.md). */

#include "method/eup-rule-pack.h"

#include "method/eup-rule-pack-private.h"
#include "util/eup-digest.h"

/* In the order in which they are offered. */
static const struct
{
  const char *file;
  const char *id;
  const char *country;
} shipped[] = {
  { "rules/se.json", "se", "SE" },
  { "rules/cn.json", "cn", "CN" },
};

void
eup_reference_free (gpointer data)
{
  EupReference *reference = data;

  g_free (reference->id);
  g_clear_pointer (&reference->citation, eup_text_free);
  g_clear_pointer (&reference->title, eup_text_free);
  g_clear_pointer (&reference->says, eup_text_free);
  g_free (reference->source);
  g_free (reference->read);
  g_free (reference);
}

void
eup_required_consent_free (gpointer data)
{
  EupRequiredConsent *consent = data;

  g_free (consent->consent);
  g_clear_pointer (&consent->when, eup_expression_free);
  g_strfreev (consent->references);
  g_free (consent);
}

void
eup_road_free (gpointer data)
{
  EupRoad *road = data;

  g_free (road->id);
  g_clear_pointer (&road->title, eup_text_free);
  g_clear_pointer (&road->meaning, eup_text_free);
  g_clear_pointer (&road->appeal, eup_text_free);
  g_strfreev (road->provisions);
  g_strfreev (road->references);
  g_free (road);
}

static EupRulePack *
rule_pack_new_empty (void)
{
  EupRulePack *self = g_new0 (EupRulePack, 1);

  g_atomic_ref_count_init (&self->references_held);
  self->references = g_ptr_array_new_with_free_func (eup_reference_free);
  self->consents = g_ptr_array_new_with_free_func (eup_required_consent_free);
  self->roads = g_ptr_array_new_with_free_func (eup_road_free);
  self->amendments = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  return self;
}

/**
 * eup_rule_pack_new_from_node:
 * @node: the root of a rule pack file
 * @bytes: that file, for the digest
 * @problems: takes everything that is wrong
 *
 * Returns: (transfer full) (nullable): the rule pack; %NULL when there is a problem. Whether the
 *   method has what it names is looked at in eup_model_new()
 */
EupRulePack *
eup_rule_pack_new_from_node (JsonNode *node, GBytes *bytes, EupProblems *problems)
{
  g_autoptr (EupRulePack) self = NULL;
  guint before = eup_problems_get_n (problems);
  EupDefinition definition;
  JsonObject *root;

  if (!eup_definition_open (&definition, "rules", "rules.schema.json", node, problems))
    return NULL;

  root = json_node_get_object (node);
  self = rule_pack_new_empty ();
  self->id = eup_definition_string (root, "id");
  self->version = eup_definition_string (root, "version");
  self->digest = eup_digest_bytes (bytes);
  self->country = eup_definition_string (root, "country");
  self->languages = eup_definition_strings (root, "languages");
  self->title = eup_definition_text (&definition, root, "title", "$");
  eup_rule_pack_read (self, &definition, root);
  eup_definition_close (&definition);

  return eup_problems_get_n (problems) == before ? g_steal_pointer (&self) : NULL;
}

/**
 * eup_rule_pack_load:
 * @path: a file name
 * @problems: (out) (optional) (nullable) (transfer full): all that is wrong with the file's contents;
 *   %NULL when it can't be read at all
 * @error: EUP_FILE_ERROR, or EUP_DATA_ERROR with the first problem
 *
 * Returns: (transfer full) (nullable): the rule pack
 */
EupRulePack *
eup_rule_pack_load (const char *path, EupProblems **problems, GError **error)
{
  g_autoptr (EupProblems) found = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GBytes) bytes = eup_definition_read (path, &node, &found, error);
  EupRulePack *self = NULL;

  if (bytes != NULL)
    self = eup_rule_pack_new_from_node (node, bytes, found);
  if (bytes != NULL && self == NULL)
    eup_problems_to_error (found, error);
  if (problems != NULL)
    *problems = g_steal_pointer (&found);
  return self;
}

static EupRulePack *
rule_pack_new_shipped (const char *name)
{
  g_autoptr (EupProblems) problems = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GBytes) bytes = eup_definition_read_shipped (name, &node, &problems);
  EupRulePack *self = eup_rule_pack_new_from_node (node, bytes, problems);

  if (self == NULL)
    {
      g_autoptr (GError) error = NULL;

      eup_problems_to_error (problems, &error);
      g_error ("A rule pack that is built in is broken: %s", error->message);
    }
  return self;
}

/* The file, for eup_definition_read_shipped(), of the pack that is built in and has that id or is for that
 * country; of the first one for %NULL. (nullable) */
const char *
eup_rule_pack_shipped_file (const char *wanted)
{
  for (guint i = 0; i < G_N_ELEMENTS (shipped); i++)
    if (wanted == NULL || g_str_equal (shipped[i].id, wanted) || g_str_equal (shipped[i].country, wanted))
      return shipped[i].file;
  return NULL;
}

/* (element-type EupRulePack) (transfer full): the rule packs that are built in, in the order in which they
 * are offered. */
GPtrArray *
eup_rule_packs_new_shipped (void)
{
  GPtrArray *packs = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_rule_pack_unref);

  for (guint i = 0; i < G_N_ELEMENTS (shipped); i++)
    g_ptr_array_add (packs, rule_pack_new_shipped (shipped[i].file));
  return packs;
}

EupRulePack *
eup_rule_pack_ref (EupRulePack *self)
{
  g_atomic_ref_count_inc (&self->references_held);
  return self;
}

void
eup_rule_pack_unref (EupRulePack *self)
{
  if (!g_atomic_ref_count_dec (&self->references_held))
    return;

  g_free (self->pdf_profile);
  g_strfreev (self->impact_assessment_references);
  g_clear_pointer (&self->impact_assessment, eup_text_free);
  g_hash_table_unref (self->amendments);
  g_strfreev (self->retention.references);
  g_clear_pointer (&self->retention.note, eup_text_free);
  g_free (self->retention.keep_birth_days);
  g_ptr_array_unref (self->roads);
  g_ptr_array_unref (self->consents);
  g_ptr_array_unref (self->references);
  g_strfreev (self->languages);
  g_clear_pointer (&self->title, eup_text_free);
  g_free (self->country);
  g_free (self->digest);
  g_free (self->version);
  g_free (self->id);
  g_free (self);
}

const EupReference *
eup_rule_pack_find_reference (const EupRulePack *self, const char *id)
{
  for (guint i = 0; i < self->references->len; i++)
    {
      const EupReference *reference = self->references->pdata[i];

      if (g_strcmp0 (reference->id, id) == 0)
        return reference;
    }
  return NULL;
}

const EupRoad *
eup_rule_pack_find_road (const EupRulePack *self, const char *id)
{
  for (guint i = 0; i < self->roads->len; i++)
    {
      const EupRoad *road = self->roads->pdata[i];

      if (g_strcmp0 (road->id, id) == 0)
        return road;
    }
  return NULL;
}
