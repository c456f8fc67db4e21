/* Whether the files of a model fit together: the rule pack and the catalogue name what the method has, and
 * speak its languages. */

#include "method/eup-model-private.h"

#include "method/eup-expression-private.h"
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

typedef struct
{
  EupDefinition *definition;
  const char *path;
} AskedCheck;

/* A consent that is required because of a consent would go round in a circle. */
static void
refuse_consents_cb (EupFact fact, const char *name, const char *detail, guint place, gpointer data)
{
  AskedCheck *check = data;

  if (fact == EUP_FACT_CONSENT || fact == EUP_FACT_CONSENT_REQUIRED || fact == EUP_FACT_CONSENT_BY_OTHER)
    EUP_DEFINITION_WRONG (check->definition, check->path,
                          "character %u: a consent can’t be required because of a consent (“%s”), that would "
                          "go round in a circle",
                          place, name);
}

static void
check_when (const EupMethod *method, EupDefinition *definition, JsonObject *entry, const char *path)
{
  g_autofree char *place = eup_json_path_member (path, "when");
  AskedCheck check = { definition, place };
  g_autoptr (EupExpression) when = eup_method_read_condition (method, definition, entry, "when", path);

  if (when != NULL)
    eup_expression_foreach_fact (when, refuse_consents_cb, &check);
}

static void
check_consent (const EupMethod *method, JsonObject *entry, const char *path, EupProblems *problems)
{
  const char *id = json_object_get_string_member (entry, "consent");
  g_autofree char *place = eup_json_path_member (path, "consent");
  EupDefinition definition = { .problems = problems };

  if (eup_method_find_consent (method, id) == NULL)
    WRONG (problems, place, "the method “%s” has no consent “%s”", eup_method_get_id (method), id);
  check_when (method, &definition, entry, path);
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

/* The rule pack's conditions ask for technologies too. */
static void
check_required (const EupModel *self, EupProblems *problems)
{
  GPtrArray *consents = eup_rule_pack_get_consents (self->rules);

  for (guint i = 0; i < consents->len; i++)
    {
      const EupRequiredConsent *required = consents->pdata[i];
      g_autofree char *path = g_strdup_printf ("$.consents[%u].when", i);

      if (required->when != NULL)
        eup_model_check_condition (self->catalogue, required->when, path, problems);
    }
}

/* Tells what is wrong with the method or the catalogue where it was written. */
static void
hand_over (const EupModelFiles *files, JsonNode *whole, guint file, EupProblems *found, EupProblems *problems)
{
  if (files->merge != NULL)
    eup_merge_hand_over (files->merge, whole, file, found, problems);
  else
    eup_problems_take (problems, found);
}

/* Each file has been read and is good for itself. */
void
eup_model_check (const EupModel *self, const EupModelFiles *files, EupProblems *problems)
{
  g_autoptr (EupProblems) of_method = eup_problems_new (files->names[EUP_MODEL_METHOD]);
  g_autoptr (EupProblems) of_catalogue = eup_problems_new (files->names[EUP_MODEL_CATALOGUE]);

  eup_model_check_conditions (self->method, self->catalogue, of_method);
  hand_over (files, files->method, EUP_MODEL_METHOD, of_method, problems);
  check_languages (self->method, files->catalogue, of_catalogue);
  check_catalogue (self, of_catalogue);
  hand_over (files, files->catalogue, EUP_MODEL_CATALOGUE, of_catalogue, problems);

  eup_problems_set_file (problems, files->names[EUP_MODEL_RULES]);
  eup_model_check_rules (self->method, files->nodes->pdata[EUP_MODEL_RULES], problems);
  check_required (self, problems);
}
