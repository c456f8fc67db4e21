/* euphoria-cli check: reads data files as the program would and tells everything that is wrong. */

#include "assessment/eup-assessment.h"
#include "cli/eup-cli-model.h"
#include "cli/eup-cli.h"
#include "util/eup-file.h"
#include "util/eup-json.h"

/* Local additions named for the cases that were made with them. */
static char **additions_of_cases;

/* Loads the file at @path and says in a line what it is; %NULL when it is wrong. */
typedef char *(*LoadFunc) (const char *path, EupProblems **problems, GError **error);

/* The model that is built in, with the file in the place of one of its own or added to it. */
static EupModel *
model_with_file (guint place, const char *path, EupProblems **problems, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  const char *names[] = { EUP_CLI_SHIPPED_NAMES, NULL, NULL };
  g_autoptr (EupModel) shipped = eup_model_new_shipped (NULL);
  g_autoptr (GPtrArray) additions = g_ptr_array_new ();
  g_autoptr (GBytes) bytes = eup_file_read (path, EUP_JSON_MAX_SIZE, error);
  GBytes *files[3];

  if (bytes == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    files[i] = i == place ? bytes : shipped->sources->pdata[i];
  if (place >= G_N_ELEMENTS (files))
    g_ptr_array_add (additions, bytes);
  names[place] = shown;
  return eup_model_new (files[0], files[1], files[2], additions, names, problems, error);
}

static char *
load_method (const char *path, EupProblems **problems, GError **error)
{
  g_autoptr (EupMethod) method = eup_method_load (path, problems, error);

  if (method == NULL)
    return NULL;
  return g_strdup_printf ("a method, %s %s, %u questions", eup_method_get_id (method),
                          eup_method_get_version (method), eup_method_get_questions (method)->len);
}

static char *
load_catalogue (const char *path, EupProblems **problems, GError **error)
{
  g_autoptr (EupModel) model = model_with_file (1, path, problems, error);

  if (model == NULL)
    return NULL;
  return g_strdup_printf ("a catalogue, %s %s, %u technologies", eup_catalogue_get_id (model->catalogue),
                          eup_catalogue_get_version (model->catalogue),
                          eup_catalogue_get_technologies (model->catalogue)->len);
}

static char *
load_rules (const char *path, EupProblems **problems, GError **error)
{
  g_autoptr (EupModel) model = model_with_file (2, path, problems, error);

  if (model == NULL)
    return NULL;
  return g_strdup_printf ("a rule pack, %s %s, for %s, %u references", eup_rule_pack_get_id (model->rules),
                          eup_rule_pack_get_version (model->rules), eup_rule_pack_get_country (model->rules),
                          eup_rule_pack_get_references (model->rules)->len);
}

static char *
load_addition (const char *path, EupProblems **problems, GError **error)
{
  g_autoptr (EupModel) model = model_with_file (3, path, problems, error);
  const EupAdditionPin *pin = model ? model->additions->pdata[0] : NULL;

  if (model == NULL)
    return NULL;
  return g_strdup_printf ("an addition, %s %s, on %s %s", pin->id, pin->version,
                          eup_method_get_id (model->method), eup_method_get_version (model->method));
}

static gboolean
is_begun_with (const EupAssessment *assessment, const char *addition)
{
  g_autoptr (JsonNode) node = eup_json_load (addition, NULL, NULL);
  JsonObject *root = node && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *id = root ? json_object_get_string_member_with_default (root, "id", NULL) : NULL;

  return id == NULL || eup_assessment_find (assessment, EUP_PART_ADDITION, id) != NULL;
}

/* Those of the additions that the case names, and those that can't be read, so that this is told. */
static char **
additions_of (const EupAssessment *assessment)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; additions_of_cases != NULL && additions_of_cases[i] != NULL; i++)
    if (is_begun_with (assessment, additions_of_cases[i]))
      g_strv_builder_add (builder, additions_of_cases[i]);
  return g_strv_builder_end (builder);
}

static char *
load_case (const char *path, EupProblems **problems, GError **error)
{
  g_autoptr (EupAssessment) assessment = eup_assessment_load (path, problems, error);
  g_autoptr (EupProblems) of_model = NULL;
  g_autoptr (EupModel) model = NULL;
  g_auto (GStrv) additions = NULL;

  if (assessment == NULL)
    return NULL;
  additions = additions_of (assessment);
  model = eup_cli_model_new (assessment, NULL, additions, &of_model, error);
  if (model == NULL)
    {
      if (of_model != NULL)
        eup_problems_take (*problems, of_model);
      return NULL;
    }
  if (!eup_assessment_check (assessment, model, *problems))
    {
      eup_problems_to_error (*problems, error);
      return NULL;
    }
  return g_strdup_printf ("a case, %s, %u people, %u statements", assessment->card->number,
                          assessment->people->len, assessment->statements->len);
}

static const struct
{
  const char *name;
  LoadFunc load;
} kinds[] = {
  { "method", load_method },     { "catalogue", load_catalogue }, { "rules", load_rules },
  { "addition", load_addition }, { "case", load_case },
};

#define KINDS "\"method\", \"catalogue\", \"rules\", \"addition\" or \"case\""

/* Says what a file must say of itself when @node does not say it. */
static LoadFunc
find_kind (JsonNode *node, EupProblems *problems)
{
  JsonNode *kind =
      JSON_NODE_HOLDS_OBJECT (node) ? json_object_get_member (json_node_get_object (node), "kind") : NULL;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      eup_problems_add (
          problems, EUP_DATA_ERROR_INVALID, "$",
          "found no object, expected a method, a catalogue, a rule pack, an addition or a case");
      return NULL;
    }
  if (kind == NULL)
    {
      eup_problems_add (problems, EUP_DATA_ERROR_INVALID, "$.kind", "the key is missing, expected " KINDS);
      return NULL;
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (JSON_NODE_HOLDS_VALUE (kind) && g_strcmp0 (json_node_get_string (kind), kinds[i].name) == 0)
      return kinds[i].load;

  eup_problems_add (problems, EUP_DATA_ERROR_INVALID, "$.kind", "another kind of file, expected " KINDS);
  return NULL;
}

/* The path of a good addition goes to @additions. */
static gboolean
check_file (const char *path, GPtrArray *additions)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autoptr (EupProblems) problems = NULL;
  g_autoptr (EupProblems) more = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = eup_json_load (path, &problems, &error);
  LoadFunc load = node ? find_kind (node, problems) : NULL;
  g_autofree char *what = load ? load (path, &more, &error) : NULL;

  if (what != NULL)
    {
      eup_cli_say ("%s: %s", shown, what);
      if (load == load_addition)
        g_ptr_array_add (additions, g_strdup (path));
      return TRUE;
    }
  if (more != NULL && eup_problems_get_n (more) > 0)
    eup_cli_complain_problems (more);
  else if (problems != NULL && eup_problems_get_n (problems) > 0)
    eup_cli_complain_problems (problems);
  else
    eup_cli_complain_error (error);
  return FALSE;
}

/* Additions that are good each for itself can still collide. */
static gboolean
check_together (GPtrArray *additions)
{
  g_autoptr (EupModel) shipped = eup_model_new_shipped (NULL);
  g_autoptr (EupProblems) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (EupModel) model = NULL;

  g_ptr_array_add (additions, NULL);
  model = eup_cli_model_add (shipped, (char **) additions->pdata, &problems, &error);
  if (model != NULL)
    return TRUE;
  if (problems != NULL)
    eup_cli_complain_problems (problems);
  else
    eup_cli_complain_error (error);
  return FALSE;
}

/* See eup_cli_parse() for what stands in @argv. */
int
eup_cli_check (int argc, char **argv)
{
  const GOptionEntry entries[] = {
    { "addition", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &additions_of_cases,
      "A local addition that the cases were made with; may be given more than once", "FILE" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GPtrArray) additions = g_ptr_array_new_with_free_func (g_free);
  gboolean good = TRUE;

  if (!eup_cli_parse (
          &argc, &argv, entries, "FILE…",
          "Reads methods, catalogues, rule packs, local additions and cases and tells everything "
          "that is wrong with them, one problem a line. Additions are put into the method that is "
          "built in; several of them are also tried together."))
    return EUP_CLI_USAGE;
  if (argc < 2)
    {
      eup_cli_complain (
          "euphoria-cli check: no file is named; euphoria-cli check --help says how it is called");
      return EUP_CLI_USAGE;
    }

  for (int i = 1; i < argc; i++)
    good = check_file (argv[i], additions) && good;
  if (additions->len > 1)
    good = check_together (additions) && good;
  g_clear_pointer (&additions_of_cases, g_strfreev);
  return good ? EUP_CLI_GOOD : EUP_CLI_BAD;
}
