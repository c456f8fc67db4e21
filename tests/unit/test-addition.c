/* Local additions: what they bring into a method and a catalogue, and what they may not. */

#include "method/eup-model.h"

#include "tests/unit/changed.h"

#define BJORKDALEN "../../data/additions/bjorkdalen.json"
#define WORDS(sv) "{\"sv\":\"" sv "\",\"en\":\"" sv "\",\"zh\":\"" sv "\"}"
#define ADDITION(id, parts)                                                                                  \
  "{\"format\":1,\"kind\":\"addition\",\"id\":\"" id "\",\"version\":\"1\",\"date\":\"2026-11-27\","         \
  "\"languages\":[\"sv\",\"en\",\"zh\"],\"title\":" WORDS ("Ort") ",\"on\":{\"method\":\"tre-roster\","      \
                                                                  "\"version\":\"1.0\"}" parts "}"
#define QUESTION(id, number, more)                                                                           \
  "{\"id\":\"" id "\",\"number\":" number ",\"path\":\"short\",\"kind\":\"statement\","                      \
  "\"voices\":[\"resident\",\"staff\"],\"title\":" WORDS ("Snö") ",\"question\":" WORDS (                    \
      "Snö?") ","                                                                                            \
              "\"resident\":" WORDS ("Snö?") ",\"why\":" WORDS ("Snö.") ",\"example\":" WORDS (              \
                  "Snö!") ","                                                                                \
                          "\"minutes\":1" more "}"
#define ASKED(stage, after, question)                                                                        \
  ",\"questions\":[{\"stage\":\"" stage "\",\"after\":\"" after "\",\"question\":" question "}]"
#define REWORDED(of, id, part)                                                                               \
  ",\"wording\":[{\"of\":\"" of "\",\"id\":\"" id "\",\"part\":\"" part "\",\"text\":" WORDS ("Ny") "}]"

static GBytes *
bytes_of (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

/* The shipped model with up to two additions called a.json and b.json. */
static EupModel *
model_with (GBytes *first, GBytes *second, EupProblems **problems)
{
  static const char *const names[] = {
    "method.json", "catalogue.json", "rules.json", "a.json", "b.json", NULL
  };
  static EupModel *shipped; /* made once: it takes longest */
  g_autoptr (GPtrArray) additions = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  EupModel *model;

  if (shipped == NULL)
    shipped = eup_model_new_shipped (NULL);

  g_ptr_array_add (additions, first);
  if (second != NULL)
    g_ptr_array_add (additions, second);
  model = eup_model_new (shipped->sources->pdata[0], shipped->sources->pdata[1], shipped->sources->pdata[2],
                         additions, names, problems, &error);
  g_assert_true ((model == NULL) == (error != NULL));
  return model;
}

static EupModel *
good_model (const char *first, const char *second)
{
  g_autoptr (GBytes) a = bytes_of (first);
  g_autoptr (GBytes) b = second ? bytes_of (second) : NULL;
  g_autoptr (EupProblems) problems = NULL;
  EupModel *model = model_with (a, b, &problems);

  for (guint i = 0; i < eup_problems_get_n (problems); i++)
    g_test_message ("%s", eup_problem_to_line (eup_problems_get (problems, i)));
  g_assert_nonnull (model);
  return model;
}

static EupModel *
bjorkdalen (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", BJORKDALEN, NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return good_model (text, NULL);
}

static void
assert_lines (const EupProblems *problems, const char *expected)
{
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < eup_problems_get_n (problems); i++)
    {
      g_autofree char *line = eup_problem_to_line (eup_problems_get (problems, i));

      g_string_append_printf (found, "%s%s", i > 0 ? "\n" : "", line);
    }
  g_assert_cmpstr (found->str, ==, expected);
  g_string_free (found, TRUE);
}

/* The ids of the questions of a stage. */
static char *
questions_of (const EupModel *model, guint stage)
{
  const EupStage *found = eup_method_get_stages (model->method)->pdata[stage];
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < found->questions->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", ((EupQuestion *) found->questions->pdata[i])->id);
  return g_string_free_and_steal (ids);
}

static void
questions_come_in_where_they_belong (void)
{
  g_autoptr (EupModel) model = bjorkdalen ();
  g_autofree char *solution = questions_of (model, 2);
  g_autofree char *others = questions_of (model, 5);
  const EupQuestion *winter = eup_method_find_question (model->method, "bjorkdalen-winter");

  g_assert_cmpstr (solution, ==, "q5 q6 bjorkdalen-way q7 q8");
  g_assert_cmpstr (others, ==, "q21 q22 q23 q24 bjorkdalen-winter");
  g_assert_cmpint (winter->number, ==, 52);
  g_assert_cmpint (winter->path, ==, EUP_PATH_FULL);
  g_assert_cmpuint (eup_question_find_field (winter, "coverage")->options->len, ==, 4);
  g_assert_cmpstr (winter->scales[EUP_VOICE_RESIDENT]->id, ==, "worry");
}

static void
gates_come_in_and_a_warning_goes (void)
{
  g_autoptr (EupModel) model = bjorkdalen ();
  const EupGate *coverage = eup_method_find_gate (model->method, "bjorkdalen-coverage");

  g_assert_nonnull (coverage);
  g_assert_cmpuint (coverage->needs->len, ==, 2);
  g_assert_null (eup_method_find_gate (model->method, "g19"));
  g_assert_nonnull (eup_method_find_gate (model->method, "g18"));
}

static void
technologies_and_prompts_come_in (void)
{
  g_autoptr (EupModel) model = bjorkdalen ();
  const EupTechnology *finder = eup_catalogue_find (model->catalogue, "bjorkdalen-key-finder");
  const EupTechnology *gps = eup_catalogue_find (model->catalogue, "gps-alarm");
  const EupPrompt *last = gps->prompts->pdata[gps->prompts->len - 1];
  const char *const map[] = { "map", NULL };

  g_assert_cmpuint (eup_catalogue_get_technologies (model->catalogue)->len, ==, 15);
  g_assert_cmpint (eup_technology_level (finder, NULL), ==, 0);
  g_assert_cmpint (eup_technology_level (finder, map), ==, 2);
  g_assert_cmpstr (last->question, ==, "bjorkdalen-winter");
}

static void
words_change_and_nothing_else (void)
{
  g_autoptr (EupModel) model = bjorkdalen ();
  g_autoptr (EupModel) shipped = eup_model_new_shipped (NULL);
  const EupOutcome *refer = eup_method_find_outcome (model->method, "refer");
  const EupOutcome *before = eup_method_find_outcome (shipped->method, "refer");

  g_assert_cmpstr (eup_text_get (refer->label, "en"), ==,
                   "Pass on to a lawyer, manager or Björkdalen’s ethics council");
  g_assert_cmpstr (eup_text_get (refer->sentence, "zh"), ==, eup_text_get (before->sentence, "zh"));
  g_assert_cmpint (refer->number, ==, before->number);
}

/* A case keeps what it was begun with: the file of the method, and the addition beside it. */
static void
method_keeps_its_name_and_the_addition_has_its_own (void)
{
  g_autoptr (EupModel) model = bjorkdalen ();
  g_autoptr (EupModel) shipped = eup_model_new_shipped (NULL);
  const EupAdditionPin *pin = model->additions->pdata[0];

  g_assert_cmpstr (eup_method_get_digest (model->method), ==, eup_method_get_digest (shipped->method));
  g_assert_cmpstr (eup_catalogue_get_digest (model->catalogue), ==,
                   eup_catalogue_get_digest (shipped->catalogue));
  g_assert_cmpuint (model->additions->len, ==, 1);
  g_assert_cmpstr (pin->id, ==, "bjorkdalen");
  g_assert_cmpstr (pin->version, ==, "1.0");
  g_assert_cmpuint (strlen (pin->digest), ==, 64);
  g_assert_cmpstr (eup_text_get (pin->title, "sv"), ==, "Björkdalens tillägg");
  g_assert_cmpuint (model->sources->len, ==, 4);
}

static void
additions_behind_the_same_question_stand_in_their_order (void)
{
  g_autoptr (EupModel) model =
      good_model (ADDITION ("a", ASKED ("need", "q2", QUESTION ("a-snow", "61", ""))),
                  ADDITION ("b", ASKED ("need", "q2", QUESTION ("b-snow", "62", ""))));
  g_autoptr (EupModel) chain =
      good_model (ADDITION ("a", ASKED ("need", "q2", QUESTION ("a-snow", "61", ""))),
                  ADDITION ("b", ASKED ("need", "a-snow", QUESTION ("b-snow", "62", ""))));
  g_autofree char *need = questions_of (model, 1);
  g_autofree char *of_chain = questions_of (chain, 1);

  g_assert_cmpstr (need, ==, "q1 q2 a-snow b-snow q3 q4");
  g_assert_cmpstr (of_chain, ==, "q1 q2 a-snow b-snow q3 q4");
  g_assert_cmpuint (model->additions->len, ==, 2);
}

static void
two_additions_may_leave_out_the_same_warning (void)
{
  g_autoptr (EupModel) model =
      good_model (ADDITION ("a", ",\"removes\":[\"g19\"]"), ADDITION ("b", ",\"removes\":[\"g19\",\"g17\"]"));

  g_assert_null (eup_method_find_gate (model->method, "g19"));
  g_assert_null (eup_method_find_gate (model->method, "g17"));
}

/* Places in the whole move when something comes in before; what is told is where it was written. */
static void
problem_is_told_where_it_was_written (void)
{
  static const Change table[] = {
    { "\"goto\": \"bjorkdalen-winter\"", "\"goto\": \"winter\"",
      "a.json: $.gates[0].needs[0].goto: there is no question “winter”" },
    { "choices('bjorkdalen-winter', 'coverage')", "choices('bjorkdalen-wintr', 'coverage')",
      "a.json: $.gates[0].needs[1].when: character 19: there is no question “bjorkdalen-wintr”" },
    { "\"resident\": \"worry\"", "\"resident\": \"fear\"",
      "a.json: $.questions[1].question.scales.resident: there is no scale “fear” in method.json: $.scales" },
    { "\"id\": \"minutes-snow\"", "\"id\": \"minutes-usual\"",
      "a.json: $.questions[0].question.fields[1].id: the id “minutes-usual” stands already at "
      "$.questions[0].question.fields[0].id, expected each only once" },
    { "\"sv\": \"Vintern\", \"en\": \"Winter\"", "\"sv\": \"Vintern\"",
      "a.json: $.questions[1].question.title: the English (en) words are missing" },
    { "\"question\": \"q27\",", "\"question\": \"q99\",",
      "a.json: $.prompts[1].question: the method “tre-roster” has no question “q99”" },
    { "en\": \"Is the map off? Who can turn it on?\"", "en\": \"{camera}?\"",
      "a.json: $.technologies[0].prompts[2].text: the English (en) words have “{camera}”, expected {person} "
      "or "
      "{technology}" },
    { "\"en\": \"Pass on to a lawyer, manager or Björkdalen’s ethics council\",", "",
      "a.json: $.wording[0].text: the English (en) words are missing" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GBytes) bytes = changed_bytes (BJORKDALEN, &table[i]);
      g_autoptr (EupProblems) problems = NULL;
      g_autofree char *line = NULL;

      g_assert_null (model_with (bytes, NULL, &problems));
      g_assert_cmpuint (eup_problems_get_n (problems), ==, 1);
      line = eup_problem_to_line (eup_problems_get (problems, 0));
      if (!g_str_has_prefix (line, table[i].problems))
        g_error ("expected %s\nfound    %s", table[i].problems, line);
    }
}

static void
collision_is_told_with_both_places (void)
{
  static const struct
  {
    const char *first;
    const char *second;
    const char *lines;
  } table[] = {
    /* with the method: also when the new question comes before the one that has the id or the number */
    { ADDITION ("a", ASKED ("need", "q2", QUESTION ("q3", "61", ""))), NULL,
      "a.json: $.questions[0].question.id: the id “q3” stands already at method.json: "
      "$.stages[1].questions[2].id, expected each only once" },
    { ADDITION ("a", ASKED ("need", "q2", QUESTION ("q1", "61", ""))), NULL,
      "a.json: $.questions[0].question.id: the id “q1” stands already at method.json: "
      "$.stages[1].questions[0].id, expected each only once" },
    { ADDITION ("a", ASKED ("need", "q2", QUESTION ("a-snow", "4", ""))), NULL,
      "a.json: $.questions[0].question.number: the number “4” stands already at method.json: "
      "$.stages[1].questions[3].number, expected each only once" },
    /* with another addition */
    { ADDITION ("a", ASKED ("need", "q2", QUESTION ("snow", "61", ""))),
      ADDITION ("b", ASKED ("others", "q21", QUESTION ("snow", "62", ""))),
      "b.json: $.questions[0].question.id: the id “snow” stands already at a.json: "
      "$.questions[0].question.id, expected each only once" },
    { ADDITION ("a", ASKED ("need", "q2", QUESTION ("a-snow", "61", ""))),
      ADDITION ("b", ASKED ("others", "q21", QUESTION ("b-snow", "61", ""))),
      "b.json: $.questions[0].question.number: the number “61” stands already at a.json: "
      "$.questions[0].question.number, expected each only once" },
    { ADDITION ("a", ""), ADDITION ("a", ""),
      "b.json: $.id: the id “a” stands already at a.json: $.id, expected each only once" },
    { ADDITION ("a", REWORDED ("question", "q6", "why")), ADDITION ("b", REWORDED ("question", "q6", "why")),
      "b.json: $.wording[0]: the words “why” of the question “q6” change already at a.json: $.wording[0], "
      "expected once" },
    { ADDITION ("a", ",\"removes\":[\"g19\"]"), ADDITION ("b", REWORDED ("gate", "g19", "title")),
      "b.json: $.wording[0].id: the gate “g19” is left out at a.json: $.removes[0], so its words can't "
      "change" },
    /* what protects the resident stays */
    { ADDITION ("a", ",\"removes\":[\"g19\",\"g4\"]"), NULL,
      "a.json: $.removes[1]: an addition may not remove a hard gate: “g4” at method.json: $.gates[3].kind is "
      "“hard”, expected a warning" },
    { ADDITION ("a", ",\"removes\":[\"g9\"]"), NULL,
      "a.json: $.removes[0]: an addition may not remove a hard gate: “g9” at method.json: $.gates[8].kind is "
      "“hard-with-override”, expected a warning" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GBytes) first = bytes_of (table[i].first);
      g_autoptr (GBytes) second = table[i].second ? bytes_of (table[i].second) : NULL;
      g_autoptr (EupProblems) problems = NULL;

      g_assert_null (model_with (first, second, &problems));
      assert_lines (problems, table[i].lines);
    }
}

static void
what_is_not_there_can_t_be_changed (void)
{
  static const struct
  {
    const char *addition;
    const char *lines;
  } table[] = {
    { ADDITION ("a", ASKED ("ned", "q2", QUESTION ("a-snow", "61", ""))),
      "a.json: $.questions[0].stage: the method has no stage “ned”" },
    { ADDITION ("a", ASKED ("need", "q5", QUESTION ("a-snow", "61", ""))),
      "a.json: $.questions[0].after: the stage “need” has no question “q5”" },
    { ADDITION ("a", ",\"removes\":[\"g20\"]"), "a.json: $.removes[0]: the method has no gate “g20”" },
    { ADDITION ("a", REWORDED ("question", "q40", "why")),
      "a.json: $.wording[0].id: the method has no question “q40”" },
    { ADDITION ("a", REWORDED ("technology", "gps", "name")),
      "a.json: $.wording[0].id: the catalogue has no technology “gps”" },
    { ADDITION ("a", REWORDED ("outcome", "refer", "title")),
      "a.json: $.wording[0].part: the outcome “refer” has no words called “title”, expected one of label, "
      "sentence" },
    { ADDITION ("a", REWORDED ("consent", "c1", "number")),
      "a.json: $.wording[0].part: the consent “c1” has no words called “number”, expected one of title, "
      "question, why" },
    { ADDITION ("a",
                ",\"prompts\":[{\"technology\":\"gps\",\"question\":\"q1\",\"text\":" WORDS ("Snö") "}]"),
      "a.json: $.prompts[0].technology: the catalogue has no technology “gps”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GBytes) bytes = bytes_of (table[i].addition);
      g_autoptr (EupProblems) problems = NULL;

      g_assert_null (model_with (bytes, NULL, &problems));
      assert_lines (problems, table[i].lines);
    }
}

static void
addition_is_for_one_method_and_its_languages (void)
{
  static const Change table[] = {
    { "\"method\": \"tre-roster\"", "\"method\": \"other\"",
      "$.on.method: it was written for the method “other”, but is used with “tre-roster”" },
    { "\"version\": \"1.0\" },", "\"version\": \"0.9\" },",
      "$.on.version: it was written for version 0.9 of the method, but is used with version 1.0; read what "
      "has "
      "changed, then write the new version here" },
    { "[\"sv\", \"en\", \"zh\"]", "[\"sv\", \"en\"]",
      "$.languages: “zh” is missing, expected each language of the method “tre-roster”" },
    { "\"format\": 1", "\"format\": 2",
      "$.format: made for a newer version of the program: format 2, this one reads 1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GBytes) bytes = changed_bytes (BJORKDALEN, &table[i]);
      g_autoptr (EupProblems) problems = NULL;

      g_assert_null (model_with (bytes, NULL, &problems));
      assert_problems (problems, table[i].problems);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/addition/" #name, name)
  ADD (questions_come_in_where_they_belong);
  ADD (gates_come_in_and_a_warning_goes);
  ADD (technologies_and_prompts_come_in);
  ADD (words_change_and_nothing_else);
  ADD (method_keeps_its_name_and_the_addition_has_its_own);
  ADD (additions_behind_the_same_question_stand_in_their_order);
  ADD (two_additions_may_leave_out_the_same_warning);
  ADD (problem_is_told_where_it_was_written);
  ADD (collision_is_told_with_both_places);
  ADD (what_is_not_there_can_t_be_changed);
  ADD (addition_is_for_one_method_and_its_languages);
  return g_test_run ();
}
