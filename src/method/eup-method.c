/* The method: what is asked of whom, on which scales, and what holds a yes back. Read once from a
 * file of people's own (data/methods/), immutable from then on. */

#include "method/eup-method.h"

#include "method/eup-method-private.h"
#include "util/eup-digest.h"

static const char *const voice_ids[EUP_N_VOICES] = { "resident", "relatives", "staff", "facilitator" };

EupMethod *
eup_method_new_empty (void)
{
  EupMethod *self = g_new0 (EupMethod, 1);

  g_atomic_ref_count_init (&self->references);
  self->scales = g_ptr_array_new_with_free_func (eup_scale_free);
  self->non_answers = g_ptr_array_new_with_free_func (eup_non_answer_free);
  self->consents = g_ptr_array_new_with_free_func (eup_consent_kind_free);
  self->jargon = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  self->stages = g_ptr_array_new_with_free_func (eup_stage_free);
  self->questions = g_ptr_array_new ();
  self->gates = g_ptr_array_new_with_free_func (eup_gate_free);
  self->outcomes = g_ptr_array_new_with_free_func (eup_outcome_free);
  for (guint i = 0; i < EUP_N_INDEXES; i++)
    self->by_id[i] = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

/* Lets the entries of @list be found; each begins with its id. */
void
eup_method_index (EupMethod *self, EupIndex index, GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++)
    {
      char *const *id = list->pdata[i];

      if (!g_hash_table_contains (self->by_id[index], *id))
        g_hash_table_insert (self->by_id[index], *id, list->pdata[i]);
    }
}

gconstpointer
eup_method_find (const EupMethod *self, EupIndex index, const char *id)
{
  return id ? g_hash_table_lookup (self->by_id[index], id) : NULL;
}

static EupMethod *
method_read (JsonNode *node, GBytes *bytes, const char *schema, EupProblems *problems)
{
  g_autoptr (EupMethod) self = NULL;
  guint before = eup_problems_get_n (problems);
  EupDefinition definition;
  JsonObject *root;

  if (!eup_definition_open (&definition, "method", schema, node, problems))
    return NULL;

  root = json_node_get_object (node);
  self = eup_method_new_empty ();
  self->id = eup_definition_string (root, "id");
  self->version = eup_definition_string (root, "version");
  self->digest = eup_digest_bytes (bytes);
  self->languages = eup_definition_strings (root, "languages");
  self->title = eup_definition_text (&definition, root, "title", "$");
  eup_method_read_scales (self, &definition, root);
  eup_method_read_consents (self, &definition, root);
  eup_method_read_jargon (self, &definition, root);
  eup_method_read_outcomes (self, &definition, root);
  eup_method_read_stages (self, &definition, root);
  eup_method_read_gates (self, &definition, root);
  eup_method_check (self, &definition);
  eup_definition_close (&definition);

  return eup_problems_get_n (problems) == before ? g_steal_pointer (&self) : NULL;
}

/**
 * eup_method_new_from_node:
 * @node: the root of a method file
 * @bytes: that file, for the digest
 * @problems: takes everything that is wrong
 *
 * Returns: (transfer full) (nullable): the method; %NULL when there is a problem
 */
EupMethod *
eup_method_new_from_node (JsonNode *node, GBytes *bytes, EupProblems *problems)
{
  return method_read (node, bytes, "method.schema.json", problems);
}

/* Like eup_method_new_from_node(), of a method with additions: each part of it has passed its schema. */
EupMethod *
eup_method_new_from_merged (JsonNode *node, GBytes *bytes, EupProblems *problems)
{
  return method_read (node, bytes, NULL, problems);
}

/**
 * eup_method_load:
 * @path: a file name
 * @problems: (out) (optional) (nullable) (transfer full): all that is wrong with the file's contents;
 *   %NULL when it can't be read at all
 * @error: EUP_FILE_ERROR, or EUP_DATA_ERROR with the first problem
 *
 * Returns: (transfer full) (nullable): the method
 */
EupMethod *
eup_method_load (const char *path, EupProblems **problems, GError **error)
{
  g_autoptr (EupProblems) found = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GBytes) bytes = eup_definition_read (path, &node, &found, error);
  EupMethod *self = NULL;

  if (bytes != NULL)
    self = eup_method_new_from_node (node, bytes, found);
  if (bytes != NULL && self == NULL)
    eup_problems_to_error (found, error);
  if (problems != NULL)
    *problems = g_steal_pointer (&found);
  return self;
}

/* The method that is built in: (transfer full). */
EupMethod *
eup_method_new_shipped (void)
{
  g_autoptr (EupProblems) problems = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GBytes) bytes = eup_definition_read_shipped ("methods/tre-roster.json", &node, &problems);
  EupMethod *self = eup_method_new_from_node (node, bytes, problems);

  if (self == NULL)
    {
      g_autoptr (GError) error = NULL;

      eup_problems_to_error (problems, &error);
      g_error ("The method that is built in is broken: %s", error->message);
    }
  return self;
}

EupMethod *
eup_method_ref (EupMethod *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
eup_method_unref (EupMethod *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  for (guint i = 0; i < EUP_N_INDEXES; i++)
    g_hash_table_unref (self->by_id[i]);
  g_ptr_array_unref (self->outcomes);
  g_ptr_array_unref (self->gates);
  g_ptr_array_unref (self->questions);
  g_ptr_array_unref (self->stages);
  for (guint i = 0; i < EUP_N_LEVELS; i++)
    g_clear_pointer (&self->levels[i], eup_level_free);
  g_ptr_array_unref (self->consents);
  g_hash_table_unref (self->jargon);
  g_ptr_array_unref (self->non_answers);
  g_ptr_array_unref (self->scales);
  g_strfreev (self->languages);
  g_clear_pointer (&self->title, eup_text_free);
  g_free (self->digest);
  g_free (self->version);
  g_free (self->id);
  g_free (self);
}

const char *
eup_method_get_id (const EupMethod *self)
{
  return self->id;
}

const char *
eup_method_get_version (const EupMethod *self)
{
  return self->version;
}

/* The SHA-256 of the file's bytes, in hexadecimal. */
const char *
eup_method_get_digest (const EupMethod *self)
{
  return self->digest;
}

const EupText *
eup_method_get_title (const EupMethod *self)
{
  return self->title;
}

/* The languages that every text of the method has. */
const char *const *
eup_method_get_languages (const EupMethod *self)
{
  return (const char *const *) self->languages;
}

GPtrArray *
eup_method_get_stages (const EupMethod *self)
{
  return self->stages;
}

GPtrArray *
eup_method_get_questions (const EupMethod *self)
{
  return self->questions;
}

GPtrArray *
eup_method_get_gates (const EupMethod *self)
{
  return self->gates;
}

GPtrArray *
eup_method_get_outcomes (const EupMethod *self)
{
  return self->outcomes;
}

GPtrArray *
eup_method_get_non_answers (const EupMethod *self)
{
  return self->non_answers;
}

GPtrArray *
eup_method_get_consents (const EupMethod *self)
{
  return self->consents;
}

/* (nullable): %NULL when no question is weighed */
const EupScale *
eup_method_get_weight_scale (const EupMethod *self)
{
  return self->weight_scale;
}

/* Words of the profession that a resident hardly uses; empty for a language that has no list. */
const char *const *
eup_method_get_jargon (const EupMethod *self, const char *language)
{
  static const char *const none[] = { NULL };
  const char *const *words = g_hash_table_lookup (self->jargon, language);

  return words ? words : none;
}

const EupQuestion *
eup_method_find_question (const EupMethod *self, const char *id)
{
  return eup_method_find (self, EUP_INDEX_QUESTION, id);
}

const EupOutcome *
eup_method_find_outcome (const EupMethod *self, const char *id)
{
  return eup_method_find (self, EUP_INDEX_OUTCOME, id);
}

const EupNonAnswer *
eup_method_find_non_answer (const EupMethod *self, const char *id)
{
  return eup_method_find (self, EUP_INDEX_NON_ANSWER, id);
}

const EupConsentKind *
eup_method_find_consent (const EupMethod *self, const char *id)
{
  return eup_method_find (self, EUP_INDEX_CONSENT, id);
}

const EupGate *
eup_method_find_gate (const EupMethod *self, const char *id)
{
  return eup_method_find (self, EUP_INDEX_GATE, id);
}

/**
 * eup_method_get_level:
 * @level: 0 to 3
 *
 * Returns: (transfer none): what that level means; every method has all four
 */
const EupLevel *
eup_method_get_level (const EupMethod *self, int level)
{
  g_return_val_if_fail (level >= 0 && level < EUP_N_LEVELS, NULL);

  return self->levels[level];
}

/* (nullable): %NULL for an id that the scale does not have */
const EupOption *
eup_scale_find_option (const EupScale *self, const char *id)
{
  for (guint i = 0; i < self->options->len; i++)
    {
      const EupOption *option = self->options->pdata[i];

      if (g_strcmp0 (option->id, id) == 0)
        return option;
    }
  return NULL;
}

/* (nullable): %NULL for an id that the question does not have */
const EupQuestionField *
eup_question_find_field (const EupQuestion *self, const char *id)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      const EupQuestionField *field = self->fields->pdata[i];

      if (g_strcmp0 (field->id, id) == 0)
        return field;
    }
  return NULL;
}

gboolean
eup_question_asks (const EupQuestion *self, EupVoice voice)
{
  return (self->voices & (1u << voice)) != 0;
}

/* The voice as files call it. */
const char *
eup_voice_to_id (EupVoice voice)
{
  g_return_val_if_fail (voice < EUP_N_VOICES, NULL);

  return voice_ids[voice];
}

/* Returns whether @id is a voice; then it stands in @voice. */
gboolean
eup_voice_from_id (const char *id, EupVoice *voice)
{
  for (guint i = 0; i < EUP_N_VOICES; i++)
    if (g_strcmp0 (voice_ids[i], id) == 0)
      {
        *voice = (EupVoice) i;
        return TRUE;
      }
  return FALSE;
}
