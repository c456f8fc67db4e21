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
};

static void
function_free (gpointer data)
{
  EupFunction *function = data;

  g_free (function->id);
  eup_text_free (function->name);
  g_free (function);
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
  g_free (technology);
}

static void
read_function_cb (EupDefinition *definition, JsonObject *entry, const char *path, gpointer data)
{
  EupFunction *function = g_new0 (EupFunction, 1);

  function->id = eup_definition_string (entry, "id");
  function->name = eup_definition_text (definition, entry, "name", path);
  function->level = eup_definition_number (entry, "level");
  g_ptr_array_add (data, function);
}

static void
read_technology_cb (EupDefinition *definition, JsonObject *entry, const char *path, gpointer data)
{
  EupTechnology *technology = g_new0 (EupTechnology, 1);

  technology->id = eup_definition_string (entry, "id");
  technology->name = eup_definition_text (definition, entry, "name", path);
  technology->definite = eup_definition_text (definition, entry, "definite", path);
  technology->purpose = eup_definition_text (definition, entry, "purpose", path);
  technology->level = eup_definition_number (entry, "level");
  technology->functions = g_ptr_array_new_with_free_func (function_free);
  eup_definition_each (definition, entry, "functions", path, NULL, read_function_cb, technology->functions);
  g_ptr_array_add (data, technology);
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
  g_autoptr (EupCatalogue) self = NULL;
  guint before = eup_problems_get_n (problems);
  EupDefinition definition;
  JsonObject *root;

  if (!eup_definition_open (&definition, "catalogue", "catalogue.schema.json", node, problems))
    return NULL;

  root = json_node_get_object (node);
  self = g_new0 (EupCatalogue, 1);
  g_atomic_ref_count_init (&self->references);
  self->id = eup_definition_string (root, "id");
  self->version = eup_definition_string (root, "version");
  self->digest = eup_digest_bytes (bytes);
  self->technologies = g_ptr_array_new_with_free_func (technology_free);
  eup_definition_each (&definition, root, "technologies", "$", NULL, read_technology_cb, self->technologies);
  eup_definition_close (&definition);

  return eup_problems_get_n (problems) == before ? g_steal_pointer (&self) : NULL;
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
  for (guint i = 0; i < self->technologies->len; i++)
    {
      const EupTechnology *technology = self->technologies->pdata[i];

      if (g_strcmp0 (technology->id, id) == 0)
        return technology;
    }
  return NULL;
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
