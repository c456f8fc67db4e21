/* Whether the files of a model fit together: the rule pack and the catalogue name what the method has, and
 * speak its languages. */

#include "method/eup-model-private.h"

#include "method/eup-method-private.h"

#define WRONG(problems, path, ...) eup_problems_add (problems, EUP_DATA_ERROR_INVALID, path, __VA_ARGS__)

static void
check_languages (const EupMethod *method, JsonNode *node, EupProblems *problems)
{
  g_auto (GStrv) found = eup_definition_strings (json_node_get_object (node), "languages");
  const char *const *wanted = eup_method_get_languages (method);

  for (guint i = 0; wanted[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) found, wanted[i]))
      WRONG (problems, "$.languages", "“%s” is missing, expected each language of the method “%s”", wanted[i],
             eup_method_get_id (method));
}

static void
check_condition (const EupMethod *method, const char *when, const char *path, EupProblems *problems)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EupExpression) expression =
      eup_expression_parse (when, eup_method_knows_cb, (gpointer) method, &error);

  if (expression == NULL)
    WRONG (problems, path, "%s", error->message);
}

static void
check_consent (const EupMethod *method, JsonObject *entry, const char *path, EupProblems *problems)
{
  const char *id = json_object_get_string_member (entry, "consent");
  const char *when = json_object_get_string_member_with_default (entry, "when", NULL);
  g_autofree char *of_id = eup_json_path_member (path, "consent");
  g_autofree char *of_when = eup_json_path_member (path, "when");

  if (eup_method_find_consent (method, id) == NULL)
    WRONG (problems, of_id, "the method “%s” has no consent “%s”", eup_method_get_id (method), id);
  if (when != NULL)
    check_condition (method, when, of_when, problems);
}

/* @rules is the root of a rule pack that has been read. */
void
eup_model_check_rules (const EupMethod *method, JsonNode *rules, EupProblems *problems)
{
  JsonArray *consents = json_object_get_array_member (json_node_get_object (rules), "consents");

  check_languages (method, rules, problems);
  for (guint i = 0; i < json_array_get_length (consents); i++)
    {
      g_autofree char *path = eup_json_path_element ("$.consents", i);

      check_consent (method, json_array_get_object_element (consents, i), path, problems);
    }
}

static void
check_prompts (const EupMethod *method,
               const EupTechnology *technology,
               const char *path,
               EupProblems *problems)
{
  for (guint i = 0; i < technology->prompts->len; i++)
    {
      const EupPrompt *prompt = technology->prompts->pdata[i];
      g_autofree char *place = g_strdup_printf ("%s.prompts[%u].question", path, i);

      if (eup_method_find_question (method, prompt->question) == NULL)
        WRONG (problems, place, "the method “%s” has no question “%s”", eup_method_get_id (method),
               prompt->question);
    }
}

static void
check_catalogue (const EupModel *self, EupProblems *problems)
{
  GPtrArray *technologies = eup_catalogue_get_technologies (self->catalogue);

  for (guint i = 0; i < technologies->len; i++)
    {
      g_autofree char *path = eup_json_path_element ("$.technologies", i);

      check_prompts (self->method, technologies->pdata[i], path, problems);
    }
}

/* Each file has been read and is good for itself. */
void
eup_model_check (const EupModel *self, const EupModelFiles *files, EupProblems *problems)
{
  g_autoptr (EupProblems) of_catalogue = eup_problems_new (files->names[EUP_MODEL_CATALOGUE]);

  check_languages (self->method, files->catalogue, of_catalogue);
  check_catalogue (self, of_catalogue);
  if (files->merge != NULL)
    eup_merge_hand_over (files->merge, files->catalogue, EUP_MODEL_CATALOGUE, of_catalogue, problems);
  else
    eup_problems_take (problems, of_catalogue);

  eup_problems_set_file (problems, files->names[EUP_MODEL_RULES]);
  eup_model_check_rules (self->method, files->nodes->pdata[EUP_MODEL_RULES], problems);
}
