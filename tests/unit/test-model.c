/* The model: method, catalogue, rule pack and additions as one, and what is different between two. */

#include "method/eup-model.h"

#include "tests/unit/changed.h"

#define METHOD "../../data/methods/tre-roster.json"
#define CATALOGUE "../../data/catalogue/technologies.json"
#define SE "../../data/rules/se.json"
#define ADDITION "../../data/additions/bjorkdalen.json"

static GBytes *
file_bytes (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  char *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  return g_bytes_new_take (text, length);
}

/* The shipped files, one of them with a change. */
static EupModel *
model_of (const char *name, const Change *change, gboolean added, EupProblems **problems)
{
  static const char *const names[] = { METHOD, CATALOGUE, SE, ADDITION, NULL };
  static const char *const shown[] = { "method.json", "catalogue.json", "rules.json", "addition.json", NULL };
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GPtrArray) additions = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  EupModel *model;

  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (files,
                     g_strcmp0 (name, names[i]) == 0 ? changed_bytes (name, change) : file_bytes (names[i]));
  if (added)
    g_ptr_array_add (additions, files->pdata[3]);
  model =
      eup_model_new (files->pdata[0], files->pdata[1], files->pdata[2], additions, shown, problems, &error);
  g_assert_true ((model == NULL) == (error != NULL));
  return model;
}

static EupModel *
good_model (const char *name, const char *find, const char *replace)
{
  const Change change = { find, replace, NULL };
  g_autoptr (EupProblems) problems = NULL;
  EupModel *model = model_of (name, &change, FALSE, &problems);

  for (guint i = 0; i < eup_problems_get_n (problems); i++)
    {
      g_autofree char *line = eup_problem_to_line (eup_problems_get (problems, i));

      g_test_message ("%s", line);
    }
  g_assert_nonnull (model);
  return model;
}

static void
country_chooses_the_rule_pack (void)
{
  static const struct
  {
    const char *country;
    const char *rules;
  } table[] = { { NULL, "se" }, { "SE", "se" }, { "CN", "cn" }, { "cn", "cn" } };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (EupModel) model = eup_model_new_shipped (table[i].country);

      g_assert_cmpstr (eup_rule_pack_get_id (model->rules), ==, table[i].rules);
      g_assert_cmpstr (eup_method_get_id (model->method), ==, "tre-roster");
      g_assert_cmpuint (model->additions->len, ==, 0);
    }
  g_assert_null (eup_model_new_shipped ("XX"));
}

static void
model_keeps_the_files_that_it_was_made_of (void)
{
  g_autoptr (EupModel) model = eup_model_new_shipped ("CN");
  static const char *const names[] = { METHOD, CATALOGUE, "../../data/rules/cn.json" };

  g_assert_cmpuint (model->sources->len, ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GBytes) bytes = file_bytes (names[i]);

      g_assert_true (g_bytes_equal (model->sources->pdata[i], bytes));
    }
}

/* Made again of what it kept, a model is the same. */
static void
model_made_of_its_own_sources_is_the_same (void)
{
  const Change nothing = { "\"bjorkdalen\"", "\"bjorkdalen\"", NULL };
  g_autoptr (EupModel) model = model_of (ADDITION, &nothing, TRUE, NULL);
  g_autoptr (GPtrArray) additions = g_ptr_array_new ();
  g_autoptr (EupModel) again = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  g_ptr_array_add (additions, model->sources->pdata[3]);
  again = eup_model_new (model->sources->pdata[0], model->sources->pdata[1], model->sources->pdata[2],
                         additions, NULL, NULL, NULL);
  g_assert_nonnull (again);
  changes = eup_model_compare (model, again);
  g_assert_cmpuint (changes->len, ==, 0);
  g_assert_cmpstr (((EupAdditionPin *) again->additions->pdata[0])->digest, ==,
                   ((EupAdditionPin *) model->additions->pdata[0])->digest);
}

static void
rules_change_and_all_else_stays (void)
{
  const Change nothing = { "\"bjorkdalen\"", "\"bjorkdalen\"", NULL };
  g_autoptr (EupModel) model = model_of (ADDITION, &nothing, TRUE, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (EupModel) other = eup_model_with_rules (model, "CN", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (eup_rule_pack_get_id (other->rules), ==, "cn");
  g_assert_true (other->method == model->method);
  g_assert_true (other->catalogue == model->catalogue);
  g_assert_cmpuint (other->additions->len, ==, 1);
  g_assert_cmpuint (other->sources->len, ==, 4);
  g_assert_true (other->sources->pdata[3] == model->sources->pdata[3]);
  g_assert_false (g_bytes_equal (other->sources->pdata[2], model->sources->pdata[2]));

  g_assert_null (eup_model_with_rules (model, "XX", &error));
  g_assert_error (error, EUP_DATA_ERROR, EUP_DATA_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "XX: $.country: there is no rule pack for “XX” here");
}

static void
files_that_do_not_fit_together_are_refused (void)
{
  static const struct
  {
    const char *name;
    Change change;
  } table[] = {
    { SE,
      { "\"consent\": \"c3\"", "\"consent\": \"c7\"",
        "rules.json: $.consents[2].consent: the method “tre-roster” has no consent “c7”" } },
    { SE,
      { "\"when\": \"level >= 1\"", "\"when\": \"answered('q30', 'staff')\"",
        "rules.json: $.consents[1].when: character 10: there is no question “q30”" } },
    { SE,
      { "\"when\": \"level >= 1\"", "\"when\": \"consent_required('c1')\"",
        "rules.json: $.consents[1].when: character 1: a consent can’t be required because of a consent "
        "(“c1”), "
        "that would go round in a circle" } },
    { SE,
      { "[\"sv\", \"en\", \"zh\"]", "[\"sv\", \"zh\"]",
        "rules.json: $.languages: “en” is missing, expected each language of the method “tre-roster”" } },
    { CATALOGUE,
      { "[\"sv\", \"en\", \"zh\"]", "[\"sv\", \"zh\"]",
        "catalogue.json: $.languages: “en” is missing, expected each language of the method “tre-roster”" } },
    { CATALOGUE,
      { "\"question\": \"q27\"", "\"question\": \"q37\"", "catalogue.json: $.technologies[0].prompts[" } },
    { METHOD,
      { "\"when\": \"level >= 2\"", "\"when\": \"level >= 2 and technology != 'gps'\"",
        "method.json: $.gates[8].needs[1].when: character 30: the catalogue “" } },
    { METHOD,
      { "\"when\": \"level >= 2\"", "\"when\": \"level >= 2 or 'x-ray' in functions\"",
        "method.json: $.gates[8].needs[1].when: character 15: no technology of the catalogue “" } },
    { SE,
      { "\"when\": \"level >= 1\"", "\"when\": \"technology in {'gps'}\"",
        "rules.json: $.consents[1].when: character 15: the catalogue “" } },
    { METHOD,
      { "\"kind\": \"method\"", "\"kind\": \"case\"",
        "method.json: $.kind: found \"case\", expected \"method\"" } },
    { METHOD, { "{", "", "method.json: line 1: this is not JSON: " } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (EupProblems) problems = NULL;
      g_autofree char *line = NULL;

      g_assert_null (model_of (table[i].name, &table[i].change, FALSE, &problems));
      line = eup_problem_to_line (eup_problems_get (problems, 0));
      if (!g_str_has_prefix (line, table[i].change.problems))
        g_error ("expected %s\nfound    %s", table[i].change.problems, line);
    }
}

/* Each file's faults in one run, each with its file. */
static void
faults_of_several_files_are_told_together (void)
{
  const Change of_rules = { "\"urgentDays\": 14", "\"urgentDays\": 0", NULL };
  const Change of_catalogue = { "\"level\": 2", "\"level\": 7", NULL };
  g_autoptr (GBytes) method = file_bytes (METHOD);
  g_autoptr (GBytes) catalogue = changed_bytes (CATALOGUE, &of_catalogue);
  g_autoptr (GBytes) rules = changed_bytes (SE, &of_rules);
  g_autoptr (EupProblems) problems = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (eup_model_new (method, catalogue, rules, NULL, NULL, &problems, &error));
  g_assert_error (error, EUP_DATA_ERROR, EUP_DATA_ERROR_INVALID);
  g_assert_cmpuint (eup_problems_get_n (problems), ==, 2);
  g_assert_cmpstr (eup_problems_get (problems, 0)->file, ==, "catalogue");
  g_assert_cmpstr (eup_problems_get (problems, 1)->file, ==, "rules");
  g_assert_cmpstr (eup_problems_get (problems, 1)->path, ==, "$.urgentDays");
}

/* "question q6 words why", a line each. */
static char *
told (const GPtrArray *changes)
{
  static const char *const kinds[] = { "added", "removed", "words", "rule" };
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const EupModelChange *change = changes->pdata[i];

      g_string_append_printf (lines, "%s%s %s %s%s%s", i > 0 ? "\n" : "", change->of, change->id,
                              kinds[change->kind], change->part ? " " : "", change->part ? change->part : "");
    }
  return g_string_free_and_steal (lines);
}

static void
changes_are_told_part_by_part (void)
{
  static const struct
  {
    const char *name;
    const char *find;
    const char *replace;
    const char *told;
  } table[] = {
    { METHOD, "\"id\": \"tre-roster\"", "\"id\": \"three\"", "" },
    { METHOD, "{ \"sv\": \"Ja, inför\", \"en\": \"Introduce\"", "{ \"sv\": \"Ja\", \"en\": \"Introduce\"",
      "outcome introduce words label" },
    { CATALOGUE, "\"level\": 2", "\"level\": 3", "technology gps-alarm rule functions" },
    { SE, "\"urgentDays\": 14", "\"urgentDays\": 7", "rules se rule urgentDays" },
    { SE, "\"firstDays\": 42", "\"firstDays\": 30", "rules se rule followUp" },
    { SE, "\"title\": { \"sv\": \"Sverige\"", "\"title\": { \"sv\": \"Riket\"", "rules se words title" },
  };
  g_autoptr (EupModel) shipped = eup_model_new_shipped ("SE");

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (EupModel) other = good_model (table[i].name, table[i].find, table[i].replace);
      g_autoptr (GPtrArray) changes = eup_model_compare (shipped, other);
      g_autofree char *lines = told (changes);

      g_assert_cmpstr (lines, ==, table[i].told);
    }
}

static void
what_an_addition_brings_is_told (void)
{
  const Change nothing = { "\"bjorkdalen\"", "\"bjorkdalen\"", NULL };
  g_autoptr (EupModel) shipped = eup_model_new_shipped ("SE");
  g_autoptr (EupModel) added = model_of (ADDITION, &nothing, TRUE, NULL);
  g_autoptr (GPtrArray) there = eup_model_compare (shipped, added);
  g_autoptr (GPtrArray) back = eup_model_compare (added, shipped);
  g_autofree char *lines = told (there);
  g_autofree char *lines_back = told (back);
  const EupModelChange *first = there->pdata[0];

  g_assert_cmpstr (lines, ==,
                   "question bjorkdalen-way added\n"
                   "question bjorkdalen-winter added\n"
                   "question q27 words example\n"
                   "gate bjorkdalen-coverage added\n"
                   "gate g19 removed\n"
                   "outcome refer words label\n"
                   "technology gps-alarm words prompts\n"
                   "technology safety-button words prompts\n"
                   "technology bjorkdalen-key-finder added");
  g_assert_cmpstr (eup_text_get (first->title, "en"), ==, "The way here");
  g_assert_cmpint (back->len, ==, there->len);
  g_assert_nonnull (strstr (lines_back, "gate g19 added"));
  g_assert_nonnull (strstr (lines_back, "question bjorkdalen-way removed"));
}

static void
rules_of_another_country_are_told (void)
{
  g_autoptr (EupModel) se = eup_model_new_shipped ("SE");
  g_autoptr (EupModel) cn = eup_model_new_shipped ("CN");
  g_autoptr (GPtrArray) changes = eup_model_compare (se, cn);
  g_autofree char *lines = told (changes);

  g_assert_nonnull (strstr (lines, "rules cn rule retention"));
  g_assert_nonnull (strstr (lines, "rules cn rule personalNumber"));
  g_assert_nonnull (strstr (lines, "road needs-assessment removed"));
  g_assert_nonnull (strstr (lines, "reference pipl-29 added"));
  g_assert_null (strstr (lines, "question"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/model/" #name, name)
  ADD (country_chooses_the_rule_pack);
  ADD (model_keeps_the_files_that_it_was_made_of);
  ADD (model_made_of_its_own_sources_is_the_same);
  ADD (rules_change_and_all_else_stays);
  ADD (files_that_do_not_fit_together_are_refused);
  ADD (faults_of_several_files_are_told_together);
  ADD (changes_are_told_part_by_part);
  ADD (what_an_addition_brings_is_told);
  ADD (rules_of_another_country_are_told);
  return g_test_run ();
}
