/* Reading data files that define something: a method, a catalogue. Their schema has said that the
 * parts are there; what is checked here is what a schema can't say. */

#include "method/eup-definition-private.h"

#include <gio/gio.h>
#include <string.h>

#include "util/eup-file.h"
#include "util/eup-schema.h"

/* Whether the file is of the kind that is wanted and of a form that this program knows. If not, all
 * else that could be said of it would only confuse. */
static gboolean
is_ours (JsonObject *root, const char *kind, EupProblems *problems)
{
  const char *found = json_object_get_string_member_with_default (root, "kind", NULL);
  gint64 format = json_object_get_int_member_with_default (root, "format", 0);

  if (found != NULL && !g_str_equal (found, kind))
    {
      eup_problems_add (problems, EUP_DATA_ERROR_INVALID, "$.kind", "found \"%s\", expected \"%s\"", found,
                        kind);
      return FALSE;
    }
  if (format > EUP_DEFINITION_FORMAT)
    {
      eup_problems_add (problems, EUP_DATA_ERROR_INVALID, "$.format",
                        "made for a newer version of the program: format %" G_GINT64_FORMAT
                        ", this one reads %d",
                        format, EUP_DEFINITION_FORMAT);
      return FALSE;
    }
  return TRUE;
}

/**
 * eup_definition_open:
 * @kind: what the file must say of itself: "method"
 * @schema: (nullable): the schema's file name; %NULL when @node is put together of what passed it
 * @problems: takes what is wrong with @node
 *
 * Returns: whether @node passes its schema and can be read further; then close @self
 */
gboolean
eup_definition_open (
    EupDefinition *self, const char *kind, const char *schema, JsonNode *node, EupProblems *problems)
{
  g_autoptr (EupSchema) rules = schema ? eup_schema_new_from_resource (schema) : NULL;

  self->problems = problems;
  self->languages = NULL;
  if (JSON_NODE_HOLDS_OBJECT (node) && !is_ours (json_node_get_object (node), kind, problems))
    return FALSE;
  if (rules != NULL && !eup_schema_check (rules, node, problems))
    {
      eup_definition_look_on (self, node);
      return FALSE;
    }

  self->languages = eup_definition_strings (json_node_get_object (node), "languages");
  return TRUE;
}

void
eup_definition_close (EupDefinition *self)
{
  g_clear_pointer (&self->languages, g_strfreev);
}

/**
 * eup_definition_read:
 * @node: (out) (transfer full): the file's root
 * @problems: (out) (transfer full): what is wrong; %NULL when the file can't be read at all
 * @error: EUP_FILE_ERROR, or EUP_DATA_ERROR with the first problem
 *
 * Returns: (transfer full) (nullable): the bytes, of which the digest is made
 */
GBytes *
eup_definition_read (const char *path, JsonNode **node, EupProblems **problems, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autoptr (GBytes) bytes = NULL;

  *problems = NULL;
  *node = NULL;
  bytes = eup_file_read (path, EUP_JSON_MAX_SIZE, error);
  if (bytes == NULL)
    return NULL;

  *problems = eup_problems_new (shown);
  *node = eup_json_parse (bytes, *problems);
  if (*node == NULL)
    {
      eup_problems_to_error (*problems, error);
      return NULL;
    }
  return g_steal_pointer (&bytes);
}

/* The bytes of a file that is built into the program. */
GBytes *
eup_definition_bytes_shipped (const char *name)
{
  g_autofree char *path = g_strconcat ("/io/github/euphoria_care/Euphoria/", name, NULL);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  if (bytes == NULL)
    g_error ("A data file of ours is not built in: %s", error->message);
  return bytes;
}

/* Like eup_definition_read(), of a file that is built into the program. */
GBytes *
eup_definition_read_shipped (const char *name, JsonNode **node, EupProblems **problems)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = eup_definition_bytes_shipped (name);

  *problems = eup_problems_new (name);
  *node = eup_json_parse (bytes, *problems);
  if (*node == NULL)
    {
      eup_problems_to_error (*problems, &error);
      g_error ("A data file of ours is broken: %s", error->message);
    }
  return bytes;
}

char *
eup_definition_string (JsonObject *object, const char *name)
{
  return g_strdup (json_object_get_string_member_with_default (object, name, NULL));
}

int
eup_definition_number (JsonObject *object, const char *name)
{
  return (int) json_object_get_int_member_with_default (object, name, 0);
}

gboolean
eup_definition_truth (JsonObject *object, const char *name)
{
  return json_object_get_boolean_member_with_default (object, name, FALSE);
}

/* The texts of a list; empty when it is not there. */
char **
eup_definition_strings (JsonObject *object, const char *name)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array =
      json_object_has_member (object, name) ? json_object_get_array_member (object, name) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    g_strv_builder_add (builder, json_array_get_string_element (array, i));
  return g_strv_builder_end (builder);
}

/**
 * eup_definition_each:
 * @name: a list of objects in @object, which stands at @path; may be missing
 * @ids: (nullable): where ids were seen in other lists that this one must not repeat
 * @func: called with each entry and its path; the entry's "id" has been checked to stand once
 */
void
eup_definition_each (EupDefinition *self,
                     JsonObject *object,
                     const char *name,
                     const char *path,
                     GHashTable *ids,
                     EupEntryFunc func,
                     gpointer data)
{
  JsonArray *array =
      json_object_has_member (object, name) ? json_object_get_array_member (object, name) : NULL;
  g_autofree char *list = eup_json_path_member (path, name);
  g_autoptr (GHashTable) own = eup_definition_seen ();

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *place = eup_json_path_element (list, i);
      JsonObject *entry = json_array_get_object_element (array, i);
      const char *id = json_object_get_string_member_with_default (entry, "id", NULL);

      if (id != NULL)
        eup_definition_once (self, ids ? ids : own, place, "id", id);
      func (self, entry, place, data);
    }
}

/* Where each key was seen first; for eup_definition_once(). */
GHashTable *
eup_definition_seen (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/* Complains when @key, the member @name of the entry at @path, has been seen before. */
void
eup_definition_once (
    EupDefinition *self, GHashTable *seen, const char *path, const char *name, const char *key)
{
  g_autofree char *place = eup_json_path_member (path, name);
  const char *first = g_hash_table_lookup (seen, key);

  if (first != NULL)
    EUP_DEFINITION_WRONG (self, place, "the %s “%s” stands already at %s, expected each only once", name, key,
                          first);
  else
    g_hash_table_insert (seen, g_strdup (key), g_steal_pointer (&place));
}
