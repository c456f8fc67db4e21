/* The catalogue: types of welfare technology and how deep each goes into a person's life. */

#include "method/eup-catalogue.h"

#include "method/eup-definition-private.h"
#include "util/eup-digest.h"

struct _EupCatalogue
{
  gatomicrefcount references;
  char *id;
  char *version;
  char *digest;
  GPtrArray *technologies;
  GHashTable *by_id; /* of the technologies */
};

/* While a file is read. */
typedef struct
{
  EupCatalogue *catalogue;
  EupTechnology *technology; /* the one being read */
  GHashTable *numbers;
} Reading;

static void
function_free (gpointer data)
{
  EupFunction *function = data;

  g_free (function->id);
  eup_text_free (function->name);
  g_free (function);
}

static void
prompt_free (gpointer data)
{
  EupPrompt *prompt = data;

  g_free (prompt->question);
  eup_text_free (prompt->text);
  g_free (prompt);
}

static void
technology_free (gpointer data)
{
  EupTechnology *technology = data;

  g_free (technology->id);
  eup_text_free (technology->name);
  eup_text_free (technology->definite);
  eup_text_free (technology->purpose);
  g_ptr_array_unref (technology->functions);
  g_ptr_array_unref (technology->tensions);
  g_ptr_array_unref (technology->data);
  g_ptr_array_unref (technology->viewers);
  g_ptr_array_unref (technology->less_intrusive);
  g_ptr_array_unref (technology->prompts);
  g_free (technology);
}

static void
read_function_cb (EupDefinition *definition, JsonObject *entry, const char *path, gpointer data)
{
  Reading *reading = data;
  EupFunction *function = g_new0 (EupFunction, 1);
  const EupTechnology *technology = reading->technology;

  function->id = eup_definition_string (entry, "id");
  function->name = eup_definition_text (definition, entry, "name", path);
  function->level = eup_definition_number (entry, "level");
  function->usual = eup_definition_truth (entry, "usual");
  g_ptr_array_add (technology->functions, function);
  if (function->level < technology->level)
    {
      g_autofree char *place = eup_json_path_member (path, "level");

      EUP_DEFINITION_WRONG (definition, place,
                            "found %d, expected at least %d: a function can't lower the level of “%s”",
                            function->level, technology->level, technology->id);
    }
}

static void
read_prompt_cb (EupDefinition *definition, JsonObject *entry, const char *path, gpointer data)
{
  Reading *reading = data;
  EupPrompt *prompt = g_new0 (EupPrompt, 1);

  prompt->question = eup_definition_string (entry, "question");
  prompt->text = eup_definition_text (definition, entry, "text", path);
  g_ptr_array_add (reading->technology->prompts, prompt);
}

static void
read_technology_cb (EupDefinition *definition, JsonObject *entry, const char *path, gpointer data)
{
  Reading *reading = data;
  EupTechnology *technology = g_new0 (EupTechnology, 1);
  g_autofree char *number = NULL;

  technology->id = eup_definition_string (entry, "id");
  technology->number = eup_definition_number (entry, "number");
  technology->name = eup_definition_text (definition, entry, "name", path);
  technology->definite = eup_definition_text (definition, entry, "definite", path);
  technology->purpose = eup_definition_text (definition, entry, "purpose", path);
  technology->level = eup_definition_number (entry, "level");
  technology->second_reader = eup_definition_truth (entry, "secondReader");
  technology->tensions = eup_definition_texts (definition, entry, "tensions", path);
  technology->data = eup_definition_texts (definition, entry, "data", path);
  technology->viewers = eup_definition_texts (definition, entry, "viewers", path);
  technology->less_intrusive = eup_definition_texts (definition, entry, "lessIntrusive", path);
  technology->functions = g_ptr_array_new_with_free_func (function_free);
  technology->prompts = g_ptr_array_new_with_free_func (prompt_free);
  g_ptr_array_add (reading->catalogue->technologies, technology);

  reading->technology = technology;
  eup_definition_each (definition, entry, "functions", path, NULL, read_function_cb, reading);
  eup_definition_each (definition, entry, "prompts", path, NULL, read_prompt_cb, reading);
  number = g_strdup_printf ("%d", technology->number);
  eup_definition_once (definition, reading->numbers, path, "number", number);
}

static void
read_technologies (EupCatalogue *self, EupDefinition *definition, JsonObject *root)
{
  g_autoptr (GHashTable) numbers = eup_definition_seen ();
  Reading reading = { self, NULL, numbers };

  self->technologies = g_ptr_array_new_with_free_func (technology_free);
  eup_definition_each (definition, root, "technologies", "$", NULL, read_technology_cb, &reading);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->technologies->len; i++)
    {
      EupTechnology *technology = self->technologies->pdata[i];

      g_hash_table_insert (self->by_id, technology->id, technology);
    }
}

static EupCatalogue *
catalogue_read (JsonNode *node, GBytes *bytes, const char *schema, EupProblems *problems)
{
  g_autoptr (EupCatalogue) self = NULL;
  guint before = eup_problems_get_n (problems);
  EupDefinition definition;
  JsonObject *root;

  if (!eup_definition_open (&definition, "catalogue", schema, node, problems))
    return NULL;

  root = json_node_get_object (node);
  self = g_new0 (EupCatalogue, 1);
  g_atomic_ref_count_init (&self->references);
  self->id = eup_definition_string (root, "id");
  self->version = eup_definition_string (root, "version");
  self->digest = eup_digest_bytes (bytes);
  read_technologies (self, &definition, root);
  eup_definition_close (&definition);

  return eup_problems_get_n (problems) == before ? g_steal_pointer (&self) : NULL;
}

/**
 * eup_catalogue_new_from_node:
 * @node: the root of a catalogue file
 * @bytes: that file, for the digest
 * @problems: takes everything that is wrong
 *
 * Returns: (transfer full) (nullable): the catalogue; %NULL when there is a problem
 */
EupCatalogue *
eup_catalogue_new_from_node (JsonNode *node, GBytes *bytes, EupProblems *problems)
{
  return catalogue_read (node, bytes, "catalogue.schema.json", problems);
}

/* Like eup_catalogue_new_from_node(), of a catalogue with additions: each part of it has passed its schema. */
EupCatalogue *
eup_catalogue_new_from_merged (JsonNode *node, GBytes *bytes, EupProblems *problems)
{
  return catalogue_read (node, bytes, NULL, problems);
}

/**
 * eup_catalogue_load:
 * @path: a file name
 * @problems: (out) (optional) (nullable) (transfer full): all that is wrong with the file's contents;
 *   %NULL when it can't be read at all
 * @error: EUP_FILE_ERROR, or EUP_DATA_ERROR with the first problem
 *
 * Returns: (transfer full) (nullable): the catalogue
 */
EupCatalogue *
eup_catalogue_load (const char *path, EupProblems **problems, GError **error)
{
  g_autoptr (EupProblems) found = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GBytes) bytes = eup_definition_read (path, &node, &found, error);
  EupCatalogue *self = NULL;

  if (bytes != NULL)
    self = eup_catalogue_new_from_node (node, bytes, found);
  if (bytes != NULL && self == NULL)
    eup_problems_to_error (found, error);
  if (problems != NULL)
    *problems = g_steal_pointer (&found);
  return self;
}

/* The catalogue that is built in: (transfer full). */
EupCatalogue *
eup_catalogue_new_shipped (void)
{
  g_autoptr (EupProblems) problems = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GBytes) bytes = eup_definition_read_shipped ("catalogue/technologies.json", &node, &problems);
  EupCatalogue *self = eup_catalogue_new_from_node (node, bytes, problems);

  if (self == NULL)
    {
      g_autoptr (GError) error = NULL;

      eup_problems_to_error (problems, &error);
      g_error ("The catalogue that is built in is broken: %s", error->message);
    }
  return self;
}

EupCatalogue *
eup_catalogue_ref (EupCatalogue *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
eup_catalogue_unref (EupCatalogue *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->id);
  g_free (self->version);
  g_free (self->digest);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->technologies);
  g_free (self);
}

const char *
eup_catalogue_get_id (const EupCatalogue *self)
{
  return self->id;
}

const char *
eup_catalogue_get_version (const EupCatalogue *self)
{
  return self->version;
}

/* The SHA-256 of the file's bytes, in hexadecimal. */
const char *
eup_catalogue_get_digest (const EupCatalogue *self)
{
  return self->digest;
}

/* (element-type EupTechnology) (transfer none) */
GPtrArray *
eup_catalogue_get_technologies (const EupCatalogue *self)
{
  return self->technologies;
}

/**
 * eup_catalogue_find:
 * @id: (nullable)
 *
 * Returns: (nullable) (transfer none): the technology with that id
 */
const EupTechnology *
eup_catalogue_find (const EupCatalogue *self, const char *id)
{
  return id ? g_hash_table_lookup (self->by_id, id) : NULL;
}

/**
 * eup_technology_level:
 * @functions_on: (nullable) (array zero-terminated=1): ids of the functions that are switched on;
 *   those that the technology does not have count for nothing
 *
 * Returns: how deep it goes into a life, 0 to 3: the highest of its own level and its functions'
 */
int
eup_technology_level (const EupTechnology *self, const char *const *functions_on)
{
  int level = self->level;

  for (guint i = 0; functions_on != NULL && i < self->functions->len; i++)
    {
      const EupFunction *function = self->functions->pdata[i];

      if (g_strv_contains (functions_on, function->id))
        level = MAX (level, function->level);
    }
  return level;
}
