/* euphoria-cli check: reads data files as the program would and tells everything that is wrong. */

#include "assessment/eup-assessment.h"
#include "cli/eup-cli.h"
#include "util/eup-json.h"

/* Loads the file at @path and says in a line what it is; %NULL when it is wrong. */
typedef char *(*LoadFunc) (const char *path, EupProblems **problems, GError **error);

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
  g_autoptr (EupCatalogue) catalogue = eup_catalogue_load (path, problems, error);

  if (catalogue == NULL)
    return NULL;
  return g_strdup_printf ("a catalogue, %s %s, %u technologies", eup_catalogue_get_id (catalogue),
                          eup_catalogue_get_version (catalogue),
                          eup_catalogue_get_technologies (catalogue)->len);
}

static char *
load_case (const char *path, EupProblems **problems, GError **error)
{
  g_autoptr (EupAssessment) assessment = eup_assessment_load (path, problems, error);
  g_autoptr (EupModel) model = eup_model_new_shipped ();

  if (assessment == NULL)
    return NULL;
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
  { "method", load_method },
  { "catalogue", load_catalogue },
  { "case", load_case },
};

/* Says what a file must say of itself when @node does not say it. */
static LoadFunc
find_kind (JsonNode *node, EupProblems *problems)
{
  JsonNode *kind =
      JSON_NODE_HOLDS_OBJECT (node) ? json_object_get_member (json_node_get_object (node), "kind") : NULL;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      eup_problems_add (problems, EUP_DATA_ERROR_INVALID, "$",
                        "found no object, expected a method, a catalogue or a case");
      return NULL;
    }
  if (kind == NULL)
    {
      eup_problems_add (problems, EUP_DATA_ERROR_INVALID, "$.kind",
                        "the key is missing, expected \"method\", \"catalogue\" or \"case\"");
      return NULL;
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (JSON_NODE_HOLDS_VALUE (kind) && g_strcmp0 (json_node_get_string (kind), kinds[i].name) == 0)
      return kinds[i].load;

  eup_problems_add (problems, EUP_DATA_ERROR_INVALID, "$.kind",
                    "another kind of file, expected \"method\", \"catalogue\" or \"case\"");
  return NULL;
}

static gboolean
check_file (const char *path)
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
      return TRUE;
    }
  if (more != NULL)
    eup_cli_complain_problems (more);
  else if (problems != NULL && eup_problems_get_n (problems) > 0)
    eup_cli_complain_problems (problems);
  else
    eup_cli_complain_error (error);
  return FALSE;
}

/* See eup_cli_parse() for what stands in @argv. */
int
eup_cli_check (int argc, char **argv)
{
  gboolean good = TRUE;

  if (!eup_cli_parse (&argc, &argv, NULL, "FILE…",
                      "Reads methods, catalogues and cases and tells everything that is wrong with them, one "
                      "problem a line."))
    return EUP_CLI_USAGE;
  if (argc < 2)
    {
      eup_cli_complain (
          "euphoria-cli check: no file is named; euphoria-cli check --help says how it is called");
      return EUP_CLI_USAGE;
    }

  for (int i = 1; i < argc; i++)
    good = check_file (argv[i]) && good;
  return good ? EUP_CLI_GOOD : EUP_CLI_BAD;
}
