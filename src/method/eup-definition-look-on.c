/* What can still be said of a file that its schema has refused: whoever repairs it should not have to
 * come back for the missing words and the conditions that can't be read. What is named and not there is
 * left for later, since it may stand in what was refused. */

#include "method/eup-definition-private.h"

#include <string.h>

#include "method/eup-expression.h"

static void look_at (EupDefinition *self, JsonNode *node, const char *path);

static gboolean
is_text (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

/* Whether the object can be nothing but the same words in several languages. */
static gboolean
is_words (JsonObject *object)
{
  static const char *const codes[] = { "sv", "en", "zh", NULL };
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &member))
    if (!g_strv_contains (codes, name) || !is_text (member))
      return FALSE;
  return json_object_get_size (object) > 0;
}

static gboolean
is_condition (const char *name)
{
  static const char *const names[] = { "opens", "when", "closed", NULL };

  return g_strv_contains (names, name);
}

static void
look_at_words (EupDefinition *self, JsonNode *node, const char *path)
{
  g_autoptr (EupText) words = eup_text_new_from_node (node);

  eup_definition_check_words (self, words, path, EUP_FILL_ANY);
}

static void
look_at_condition (EupDefinition *self, JsonNode *node, const char *path)
{
  const char *text = json_node_get_string (node);
  g_autoptr (GError) error = NULL;
  g_autoptr (EupExpression) expression =
      *text != '\0' ? eup_expression_parse (text, NULL, NULL, &error) : NULL;

  if (error != NULL)
    EUP_DEFINITION_WRONG (self, path, "%s", error->message);
}

static void
look_into (EupDefinition *self, JsonObject *object, const char *path)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      g_autofree char *place = eup_json_path_member (path, name);

      if (is_condition (name) && is_text (member))
        look_at_condition (self, member, place);
      else
        look_at (self, member, place);
    }
}

static void
look_at (EupDefinition *self, JsonNode *node, const char *path)
{
  if (JSON_NODE_HOLDS_OBJECT (node) && is_words (json_node_get_object (node)))
    look_at_words (self, node, path);
  else if (JSON_NODE_HOLDS_OBJECT (node))
    look_into (self, json_node_get_object (node), path);
  else if (JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      {
        g_autofree char *place = eup_json_path_element (path, i);

        look_at (self, json_array_get_element (json_node_get_array (node), i), place);
      }
}

/* The languages that the file names, as far as they can be read: (transfer full). */
static char **
languages_of (JsonObject *root)
{
  static const char *const codes[] = { "sv", "en", "zh", NULL };
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();
  JsonNode *list = json_object_get_member (root, "languages");

  for (guint i = 0; list != NULL && JSON_NODE_HOLDS_ARRAY (list); i++)
    {
      JsonArray *array = json_node_get_array (list);

      if (i >= json_array_get_length (array))
        break;
      if (is_text (json_array_get_element (array, i)) &&
          g_strv_contains (codes, json_array_get_string_element (array, i)))
        g_strv_builder_add (found, json_array_get_string_element (array, i));
    }
  return g_strv_builder_end (found);
}

/**
 * eup_definition_look_on:
 * @node: the root of a file that its schema refuses
 *
 * Adds what else is wrong, as far as that is certain.
 */
void
eup_definition_look_on (EupDefinition *self, JsonNode *node)
{
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return;
  self->languages = languages_of (json_node_get_object (node));
  look_at (self, node, "$");
  eup_definition_close (self);
}
