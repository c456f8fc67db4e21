/* A local addition: what it says of itself, and whether it was written for this method. */

#include "method/eup-addition-private.h"

#include "util/eup-digest.h"

void
eup_addition_pin_free (gpointer data)
{
  EupAdditionPin *pin = data;

  g_free (pin->id);
  g_free (pin->version);
  g_free (pin->digest);
  g_clear_pointer (&pin->title, eup_text_free);
  g_free (pin);
}

/* A text that lacks a language of the method would be found one by one; this says it once. */
static gboolean
check_languages (EupDefinition *definition, JsonObject *method)
{
  g_auto (GStrv) wanted = eup_definition_strings (method, "languages");
  gboolean good = TRUE;

  for (guint i = 0; wanted[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) definition->languages, wanted[i]))
      {
        EUP_DEFINITION_WRONG (definition, "$.languages",
                              "“%s” is missing, expected each language of the method “%s”", wanted[i],
                              json_object_get_string_member (method, "id"));
        good = FALSE;
      }
  return good;
}

static gboolean
check_method (EupDefinition *definition, JsonObject *root, JsonObject *method)
{
  JsonObject *on = json_object_get_object_member (root, "on");
  const char *id = json_object_get_string_member (on, "method");
  const char *version = json_object_get_string_member (on, "version");

  if (!g_str_equal (id, json_object_get_string_member (method, "id")))
    EUP_DEFINITION_WRONG (definition, "$.on.method",
                          "it was written for the method “%s”, but is used with “%s”", id,
                          json_object_get_string_member (method, "id"));
  else if (!g_str_equal (version, json_object_get_string_member (method, "version")))
    EUP_DEFINITION_WRONG (definition, "$.on.version",
                          "it was written for version %s of the method, but is used with version %s; read "
                          "what has changed, then write the new version here",
                          version, json_object_get_string_member (method, "version"));
  else
    return TRUE;
  return FALSE;
}

/**
 * eup_addition_read:
 * @node: the root of a file with an addition
 * @bytes: that file, for the digest
 * @method: the root of what it is added to, which has passed its schema
 * @problems: takes what is wrong with what it says of itself; its parts are looked at when they are put in
 *
 * Returns: (transfer full) (nullable): what a case keeps of it; %NULL when it can't be put in
 */
EupAdditionPin *
eup_addition_read (JsonNode *node, GBytes *bytes, JsonObject *method, EupProblems *problems)
{
  guint before = eup_problems_get_n (problems);
  EupAdditionPin *pin = NULL;
  EupDefinition definition;
  JsonObject *root;

  if (!eup_definition_open (&definition, "addition", "addition.schema.json", node, problems))
    return NULL;

  root = json_node_get_object (node);
  if (check_method (&definition, root, method) && check_languages (&definition, method))
    {
      pin = g_new0 (EupAdditionPin, 1);
      pin->id = eup_definition_string (root, "id");
      pin->version = eup_definition_string (root, "version");
      pin->digest = eup_digest_bytes (bytes);
      pin->title = eup_definition_text (&definition, root, "title", "$");
    }
  eup_definition_close (&definition);
  if (eup_problems_get_n (problems) > before)
    g_clear_pointer (&pin, eup_addition_pin_free);
  return pin;
}
