/* The method: what is read from its file, and every way in which it is refused. */

#include "method/eup-method.h"

#include <glib/gstdio.h>

#include "tests/unit/changed.h"
#include "util/eup-digest.h"

static EupMethod *
small_method (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "methods", "small.json", NULL);
  g_autoptr (EupProblems) problems = NULL;
  g_autoptr (GError) error = NULL;
  EupMethod *method = eup_method_load (path, &problems, &error);

  g_assert_no_error (error);
  g_assert_cmpint (eup_problems_get_n (problems), ==, 0);
  return method;
}

static void
method_is_read_as_it_stands (void)
{
  g_autoptr (EupMethod) method = small_method ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "methods", "small.json", NULL);
  g_autoptr (GBytes) bytes = eup_file_read (path, G_MAXINT, NULL);
  g_autofree char *digest = eup_digest_bytes (bytes);

  g_assert_cmpstr (eup_method_get_id (method), ==, "small");
  g_assert_cmpstr (eup_method_get_version (method), ==, "1.2");
  g_assert_cmpstr (eup_method_get_digest (method), ==, digest);
  g_assert_cmpstr (eup_text_get (eup_method_get_title (method), "sv"), ==, "Liten");
  g_assert_cmpint (g_strv_length ((char **) eup_method_get_languages (method)), ==, 2);
  g_assert_cmpint (eup_method_get_stages (method)->len, ==, 2);
  g_assert_cmpint (eup_method_get_questions (method)->len, ==, 3);
  g_assert_cmpint (eup_method_get_gates (method)->len, ==, 2);
  g_assert_cmpint (eup_method_get_outcomes (method)->len, ==, 2);
  g_assert_cmpint (eup_method_get_non_answers (method)->len, ==, 2);
}

static void
question_knows_whom_it_asks_and_how (void)
{
  g_autoptr (EupMethod) method = small_method ();
  const EupQuestion *want = eup_method_find_question (method, "want");
  const EupQuestion *weigh = eup_method_find_question (method, "weigh");
  const EupQuestion *purpose = eup_method_find_question (method, "purpose");

  g_assert_cmpint (want->number, ==, 2);
  g_assert_cmpint (want->path, ==, EUP_PATH_SHORT);
  g_assert_cmpint (want->kind, ==, EUP_QUESTION_STATEMENT);
  g_assert_true (eup_question_asks (want, EUP_VOICE_RESIDENT));
  g_assert_true (eup_question_asks (want, EUP_VOICE_RELATIVES));
  g_assert_true (eup_question_asks (want, EUP_VOICE_STAFF));
  g_assert_false (eup_question_asks (want, EUP_VOICE_FACILITATOR));
  g_assert_true (want->scales[EUP_VOICE_RESIDENT] == want->scales[EUP_VOICE_RELATIVES]);
  g_assert_null (want->scales[EUP_VOICE_STAFF]);
  g_assert_true (want->attempts && want->belief);
  g_assert_cmpint (want->minutes, ==, 10);
  g_assert_cmpint (want->stage, ==, 1);
  g_assert_cmpint (want->index_in_stage, ==, 0);
  g_assert_cmpint (want->items->len, ==, 0);
  g_assert_cmpstr (eup_text_get (want->relatives, "sv"), ==, "Vad tror du?");
  g_assert_cmpstr (eup_text_get (want->example, "en"), ==, "No thanks");

  g_assert_cmpint (weigh->index_in_stage, ==, 1);
  g_assert_cmpint (weigh->path, ==, EUP_PATH_FULL);
  g_assert_cmpint (weigh->items->len, ==, 2);
  g_assert_cmpstr (eup_text_get (((EupItem *) weigh->items->pdata[0])->resident, "sv"), ==, "Gå ut");
  g_assert_null (((EupItem *) weigh->items->pdata[1])->resident);
  g_assert_null (weigh->relatives);
  g_assert_cmpint (purpose->kind, ==, EUP_QUESTION_PURPOSE);
  g_assert_cmpint (purpose->ticks->len, ==, 2);
}

static void
scales_levels_and_outcomes_are_found (void)
{
  g_autoptr (EupMethod) method = small_method ();
  const EupScale *scale = eup_method_find_question (method, "want")->scales[EUP_VOICE_RESIDENT];
  const EupGate *gate = eup_method_get_gates (method)->pdata[1];

  g_assert_true (scale->faces);
  g_assert_cmpint (eup_scale_find_option (scale, "yes")->side, ==, EUP_SIDE_FOR);
  g_assert_cmpint (eup_scale_find_option (scale, "unsure")->side, ==, EUP_SIDE_BETWEEN);
  g_assert_cmpint (eup_scale_find_option (scale, "no")->side, ==, EUP_SIDE_AGAINST);
  g_assert_cmpint (eup_scale_find_option (scale, "shown")->side, ==, EUP_SIDE_NONE);
  g_assert_null (eup_scale_find_option (scale, "maybe"));
  g_assert_null (eup_scale_find_option (scale, NULL));

  for (int i = 0; i <= 3; i++)
    g_assert_cmpint (eup_method_get_level (method, i)->level, ==, i);
  g_assert_cmpint (eup_method_get_level (method, 1)->paths, ==,
                   (1 << EUP_PATH_SHORT) | (1 << EUP_PATH_SIGNAL));
  g_assert_cmpint (eup_method_get_level (method, 3)->follow_up_days, ==, 30);

  g_assert_true (eup_method_find_outcome (method, "use")->yes);
  g_assert_true (eup_method_find_outcome (method, "use")->needs_date);
  g_assert_false (eup_method_find_outcome (method, "without")->yes);
  g_assert_null (eup_method_find_outcome (method, "other"));
  g_assert_true (eup_method_find_non_answer (method, "not-asked")->needs_reason);
  g_assert_false (eup_method_find_non_answer (method, "dont-know")->needs_reason);
  g_assert_null (eup_method_find_non_answer (method, NULL));
  g_assert_null (eup_method_find_question (method, "other"));

  g_assert_cmpint (gate->kind, ==, EUP_GATE_HARD);
  g_assert_true (gate->forbids);
  g_assert_nonnull (gate->when);
  g_assert_cmpstr (gate->go_to, ==, "decision-outcome");
  g_assert_null (((EupGate *) eup_method_get_gates (method)->pdata[0])->when);
}

static void
voices_have_ids (void)
{
  EupVoice voice = EUP_VOICE_STAFF;

  for (guint i = 0; i < EUP_N_VOICES; i++)
    {
      g_assert_true (eup_voice_from_id (eup_voice_to_id ((EupVoice) i), &voice));
      g_assert_cmpint (voice, ==, (int) i);
    }
  g_assert_false (eup_voice_from_id ("dog", &voice));
  g_assert_false (eup_voice_from_id (NULL, &voice));
  g_assert_cmpstr (eup_voice_to_id ((EupVoice) 0), ==, "resident");
}

static const Change wrong_methods[] = {
  /* what its schema refuses */
  { "\"kind\": \"method\"", "\"kind\": \"case\"", "$.kind: found \"case\", expected \"method\"" },
  { "\"format\": 1", "\"format\": 2", "$.format: found 2, expected 1" },
  { "\"date\": \"2026-11-23\"", "\"date\": \"2026-02-30\"",
    "$.date: found \"2026-02-30\", expected a date as 2026-11-26" },
  { "\"minutes\": 5,", "\"minutes\": \"5\",", "$.stages[0].minutes: found a text, expected a whole number" },
  { "\"path\": \"short\"", "\"path\": \"shrot\"",
    "$.stages[0].questions[0].path: found \"shrot\", expected one of [\"short\",\"signal\",\"full\"]" },
  { "\"attempts\": true", "\"atempts\": true",
    "$.stages[1].questions[0].atempts: this key is not known here" },
  { "\"version\": \"1.2\",", "", "$: the key “version” is missing" },

  /* the same name twice */
  { "\"id\": \"ask\"", "\"id\": \"begin\"",
    "$.stages[1].id: the id “begin” stands already at $.stages[0].id, expected each only once" },
  { "\"id\": \"weigh\"", "\"id\": \"want\"",
    "$.stages[1].questions[1].id: the id “want” stands already at $.stages[1].questions[0].id, expected each "
    "only once" },
  { "\"id\": \"weigh\"", "\"id\": \"purpose\"",
    "$.stages[1].questions[1].id: the id “purpose” stands already at $.stages[0].questions[0].id, expected "
    "each only "
    "once" },
  { "\"id\": \"no-is-no\"", "\"id\": \"purpose-said\"",
    "$.gates[1].id: the id “purpose-said” stands already at $.gates[0].id, expected each only once" },
  { "\"id\": \"without\"", "\"id\": \"use\"",
    "$.outcomes[1].id: the id “use” stands already at $.outcomes[0].id, expected each only once" },
  { "\"id\": \"unsure\"", "\"id\": \"yes\"",
    "$.scales[0].options[1].id: the id “yes” stands already at $.scales[0].options[0].id, expected each only "
    "once" },
  { "\"id\": \"privacy\"", "\"id\": \"freedom\"",
    "$.stages[1].questions[1].items[1].id: the id “freedom” stands already at "
    "$.stages[1].questions[1].items[0].id, "
    "expected each only once" },
  { "\"id\": \"not-asked\"", "\"id\": \"dont-know\"",
    "$.nonAnswers[1].id: the id “dont-know” stands already at $.nonAnswers[0].id, expected each only once" },
  { "\"number\": 3", "\"number\": 1",
    "$.stages[1].questions[1].number: the number “1” stands already at $.stages[0].questions[0].number, "
    "expected each "
    "only once" },
  { "\"number\": 1,\n      \"title\"", "\"number\": 0,\n      \"title\"",
    "$.stages[1].number: the number “0” stands already at $.stages[0].number, expected each only once" },
  { "\"level\": 3", "\"level\": 2",
    "$.levels[3].level: the level 2 stands already, expected each only once\n"
    "$.levels: the level 3 is missing, expected each of 0 to 3" },

  /* words */
  { "\"title\": { \"sv\": \"Väg\", \"en\": \"Weigh\" }", "\"title\": { \"en\": \"Weigh\" }",
    "$.stages[1].questions[1].title: the Swedish (sv) words are missing" },
  { "{ \"sv\": \"Egen risk\", \"en\": \"Own risk\" }", "{}",
    "$.stages[0].questions[0].ticks[1].label: the Swedish (sv) words are missing\n"
    "$.stages[0].questions[0].ticks[1].label: the English (en) words are missing" },
  { "Vill {person}?", "Vill {persson}?",
    "$.stages[1].questions[0].question: the Swedish (sv) words have “{persson}”, expected {person}, "
    "{technology} or "
    "{date}" },
  { "Not {technology}", "Not {technology",
    "$.outcomes[1].sentence: the English (en) words have “{technology”, expected "
    "{person}, {technology} or {date}" },

  /* what is named must be there */
  { "\"relatives\": \"wish\"", "\"relatives\": \"wsh\"",
    "$.stages[1].questions[0].scales.relatives: there is no scale “wsh” in $.scales" },
  { "\"relatives\": \"wish\"", "\"facilitator\": \"wish\"",
    "$.stages[1].questions[0].scales.facilitator: the voice has a scale but is not asked, expected it among "
    "the "
    "voices" },
  { "\"scales\": { \"staff\": \"wish\" },", "",
    "$.stages[1].questions[1].items: items are answered on a scale, but no voice has one" },
  { "\"goto\": \"purpose\"", "\"goto\": \"porpoise\"",
    "$.gates[0].goto: there is no question “porpoise”, expected a question or one of decision-outcome, "
    "decision-follow-up, decision-alternatives" },
  { "stance('want', 'resident')", "stance('wnt', 'resident')",
    "$.gates[1].closed: character 21: there is no question “wnt”" },
  { "stance('want', 'resident')", "stance('want', 'facilitator')",
    "$.gates[1].closed: character 21: the question “want” does not ask a voice “facilitator”" },
  { "stance('want', 'resident')", "stance('want', 'staff')",
    "$.gates[1].closed: character 6: the voice “staff” has no scale in the question “want”" },
  { "not ('no' in", "not ('nej' in", "$.gates[1].closed: character 6: the scale “wish” has no option “nej”" },
  { "not ('no' in stance('want', 'resident'))", "stance('want', 'resident') = {'yes', 'ja'}",
    "$.gates[1].closed: character 30: the scale “wish” has no option “ja”" },
  { "'own-wish' in", "'other' in",
    "$.gates[0].closed: character 22: the question “purpose” has no tick “other”" },
  { "\"level >= 1\"", "\"level >= \"", "$.gates[1].when: character 10: found the end, expected a value" },
  { "\"level >= 1\"", "\"level\"",
    "$.gates[1].when: character 1: the whole is a number, expected true or false" },
  { "\"kind\": \"hard\",\n      \"forbids\"", "\"kind\": \"warning\",\n      \"forbids\"",
    "$.gates[1].kind: found \"warning\", expected \"hard\" for a gate that forbids" },

  /* the method as a whole */
  { "[\"resident\", \"relatives\", \"staff\"],\n          \"scales\": { \"resident\": \"wish\", "
    "\"relatives\": \"wish\" }",
    "[\"relatives\", \"staff\"],\n          \"scales\": { \"relatives\": \"wish\" }",
    "$.gates[1].closed: character 21: the question “want” does not ask a voice “resident”\n"
    "$.stages: at level 0 no question asks the resident, expected one at least\n"
    "$.stages: at level 1 no question asks the resident, expected one at least" },
  { "\"kind\": \"statement\"", "\"kind\": \"purpose\"",
    "$.stages[1].questions[0].kind: the question “purpose” has the kind “purpose” already, expected one "
    "only" },
  { "\"yes\": true",
    "\"yes\": true, \"needsDate\": true }, { \"id\": \"x\", \"label\": { \"sv\": \"X\", \"en\": \"X\" }, "
    "\"sentence\": { \"sv\": \"X\" }, \"yes\": true",
    "$.outcomes[1].sentence: the English (en) words are missing" },
  { "\"yes\": false", "\"yes\": true",
    "$.outcomes: every outcome is a yes, expected one at least that is not" },
  { "\"scales\": [",
    "\"scales\": [ { \"id\": \"spare\", \"title\": { \"sv\": \"X\", \"en\": \"X\" }, \"options\": [ "
    "{ \"id\": \"a\", \"label\": { \"sv\": \"A\", \"en\": \"A\" } }, "
    "{ \"id\": \"b\", \"label\": { \"sv\": \"B\", \"en\": \"B\" } } ] },",
    "$.scales[0]: no question answers on the scale “spare”" },
  { "\"id\": \"weigh\"", "\"id\": \"decision-outcome\"",
    "$.stages[1].questions[1].id: “decision-outcome” is a place on the decision page, expected another id" },
};

static void
method_that_is_wrong_is_refused_with_its_place (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong_methods); i++)
    {
      g_autoptr (EupProblems) problems = eup_problems_new ("small.json");
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (JsonNode) node = changed_node ("methods/small.json", &wrong_methods[i], &bytes);

      g_test_message ("%s", wrong_methods[i].replace);
      g_assert_null (eup_method_new_from_node (node, bytes, problems));
      assert_problems (problems, wrong_methods[i].problems);
    }
}

static void
each_problem_is_told_not_only_the_first (void)
{
  const Change change = { "\"sv\": \"Liten\", \"en\": \"Small\"", "", NULL };
  g_autoptr (EupProblems) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = changed_bytes ("methods/small.json", &change);
  g_autofree char *folder = g_dir_make_tmp ("euphoria-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "wrong.json", NULL);
  g_autofree char *expected =
      g_strdup_printf ("%s: $.title: the Swedish (sv) words are missing (and 1 more)", path);

  g_assert_true (eup_file_replace (path, bytes, 0600, NULL));
  g_assert_null (eup_method_load (path, &problems, &error));
  g_assert_error (error, EUP_DATA_ERROR, EUP_DATA_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, expected);
  g_assert_cmpint (eup_problems_get_n (problems), ==, 2);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
file_that_is_not_there_is_an_error_without_problems (void)
{
  g_autoptr (GError) error = NULL;
  EupProblems *problems = (EupProblems *) &error; /* must be overwritten */

  g_assert_null (eup_method_load ("/nowhere/method.json", &problems, &error));
  g_assert_error (error, EUP_FILE_ERROR, EUP_FILE_ERROR_UNREADABLE);
  g_assert_null (problems);
}

static void
root_that_is_no_object_is_refused (void)
{
  g_autoptr (EupProblems) problems = eup_problems_new ("list.json");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("[1]", 3);
  g_autoptr (JsonNode) node = eup_json_parse (bytes, problems);

  g_assert_null (eup_method_new_from_node (node, bytes, problems));
  assert_problems (problems, "$: found a list, expected an object");
}

static void
file_of_another_kind_is_one_problem (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "catalogues", "small.json", NULL);
  g_autoptr (EupProblems) problems = NULL;

  g_assert_null (eup_method_load (path, &problems, NULL));
  assert_problems (problems, "$.kind: found \"catalogue\", expected \"method\"");
}

/* Whatever a damaged file says, it is read whole or refused with its problems. */
static void
damaged_file_never_does_harm (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "methods", "small.json", NULL);
  g_autoptr (GBytes) good = eup_file_read (path, G_MAXINT, NULL);
  g_autoptr (GRand) chance = g_rand_new_with_seed (6954);
  guint refused = 0;

  for (guint i = 0; i < 2000; i++)
    {
      gsize length = g_bytes_get_size (good);
      g_autofree char *text = g_memdup2 (g_bytes_get_data (good, NULL), length);
      g_autoptr (EupProblems) problems = eup_problems_new ("damaged.json");
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (JsonNode) node = NULL;
      EupMethod *method;

      for (gint32 j = g_rand_int_range (chance, 1, 4); j > 0; j--)
        text[g_rand_int_range (chance, 0, (gint32) length)] = (char) g_rand_int_range (chance, 0, 256);
      if (i % 10 == 0)
        length = (gsize) g_rand_int_range (chance, 0, (gint32) length);
      bytes = g_bytes_new (text, length);
      node = eup_json_parse (bytes, problems);
      method = node ? eup_method_new_from_node (node, bytes, problems) : NULL;
      g_assert_cmpint (method == NULL, ==, eup_problems_get_n (problems) > 0);
      refused += method == NULL;
      g_clear_pointer (&method, eup_method_unref);
    }
  g_assert_cmpint (refused, >, 1000);
}

static void
shared_method_lives_until_the_last_lets_go (void)
{
  EupMethod *method = small_method ();
  EupMethod *other = eup_method_ref (method);

  eup_method_unref (method);
  g_assert_cmpstr (eup_method_get_id (other), ==, "small");
  eup_method_unref (other);
}

static void
shipped_method_is_whole (void)
{
  static const char *const languages[] = { "sv", "en", "zh" };
  g_autoptr (EupMethod) method = eup_method_new_shipped ();
  GPtrArray *questions = eup_method_get_questions (method);
  gboolean forbids = FALSE;

  g_assert_cmpstr (eup_method_get_id (method), ==, "tre-roster");
  g_assert_cmpint (questions->len, >=, 20);
  for (guint i = 0; i < questions->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
      g_assert_true (eup_text_has (((EupQuestion *) questions->pdata[i])->resident, languages[j]));
  for (guint i = 0; i < eup_method_get_gates (method)->len; i++)
    forbids = forbids || ((EupGate *) eup_method_get_gates (method)->pdata[i])->forbids;
  g_assert_true (forbids); /* the resident's no */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/method/" #name, name)
  ADD (method_is_read_as_it_stands);
  ADD (question_knows_whom_it_asks_and_how);
  ADD (scales_levels_and_outcomes_are_found);
  ADD (voices_have_ids);
  ADD (method_that_is_wrong_is_refused_with_its_place);
  ADD (each_problem_is_told_not_only_the_first);
  ADD (file_that_is_not_there_is_an_error_without_problems);
  ADD (root_that_is_no_object_is_refused);
  ADD (shipped_method_is_whole);
  ADD (file_of_another_kind_is_one_problem);
  ADD (damaged_file_never_does_harm);
  ADD (shared_method_lives_until_the_last_lets_go);
  return g_test_run ();
}
