#include "eup-sample.h"

#include "assessment/eup-rules.h"

typedef struct
{
  EupModel *model;
  EupAssessment *assessment;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->model = eup_sample_model ();
  fixture->assessment = eup_sample_case ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  eup_model_unref (fixture->model);
  eup_assessment_free (fixture->assessment);
}

static void
set_functions (Fixture *fixture, const char *functions)
{
  g_strfreev (fixture->assessment->card->functions);
  fixture->assessment->card->functions = g_strsplit (functions, " ", -1);
}

static void
a_function_that_is_on_raises_the_level (Fixture *fixture, gconstpointer data)
{
  set_functions (fixture, "");
  g_assert_cmpint (eup_rules_level (fixture->assessment, fixture->model), ==, 0);
  set_functions (fixture, "signal");
  g_assert_cmpint (eup_rules_level (fixture->assessment, fixture->model), ==, 1);
  set_functions (fixture, "signal camera");
  g_assert_cmpint (eup_rules_level (fixture->assessment, fixture->model), ==, 3);
}

static void
a_level_opens_its_questions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) more = eup_rules_open_questions (fixture->assessment, fixture->model);
  g_autoptr (GPtrArray) fewer = NULL;

  g_assert_cmpuint (more->len, ==, 3);
  set_functions (fixture, "");
  fewer = eup_rules_open_questions (fixture->assessment, fixture->model);
  g_assert_cmpuint (fewer->len, ==, 2);
}

static void
answers_stay_hidden_until_everybody_has_one_or_a_reason (Fixture *fixture, gconstpointer data)
{
  const EupQuestion *calm = eup_method_find_question (fixture->model->method, "calm");
  EupAssessment *said = fixture->assessment;

  g_assert_false (eup_rules_may_reveal (said, fixture->model, calm));
  eup_sample_say (said, "calm", "anna", "better", "Lugnt");
  eup_sample_say (said, "calm", "per", "better", NULL);
  eup_sample_no_answer (said, "calm", "mei", "not-asked", NULL);
  eup_sample_no_answer (said, "calm", "maria", "unknown", NULL);
  g_assert_false (eup_rules_may_reveal (said, fixture->model, calm)); /* not asked, but why? */
  eup_sample_no_answer (said, "calm", "mei", "not-asked", "På resa");
  g_assert_true (eup_rules_may_reveal (said, fixture->model, calm));
}

static void
who_is_absent_is_not_waited_for (Fixture *fixture, gconstpointer data)
{
  const EupQuestion *calm = eup_method_find_question (fixture->model->method, "calm");
  g_autoptr (GPtrArray) before = eup_rules_missing_people (fixture->assessment, fixture->model, calm);
  g_autoptr (GPtrArray) after = NULL;

  g_set_str (&((EupPerson *) fixture->assessment->people->pdata[2])->presence, "absent");
  after = eup_rules_missing_people (fixture->assessment, fixture->model, calm);
  g_assert_cmpuint (before->len, ==, 4);
  g_assert_cmpuint (after->len, ==, 3);
  g_assert_cmpstr (((EupPerson *) after->pdata[0])->id, ==, "anna");
}

static void
nobody_has_answered_where_nobody_speaks (Fixture *fixture, gconstpointer data)
{
  const EupQuestion *calm = eup_method_find_question (fixture->model->method, "calm");

  eup_assessment_remove (fixture->assessment, EUP_PART_PERSON, "maria");
  g_assert_false (eup_rules_has_answered (fixture->assessment, fixture->model, calm, EUP_VOICE_STAFF));
}

/* Each gate of the sample, driven open and closed. */
static gboolean
is_open (Fixture *fixture, const char *gate)
{
  g_autoptr (GPtrArray) states = eup_rules_gates (fixture->assessment, fixture->model);

  for (guint i = 0; i < states->len; i++)
    {
      const EupGateState *state = states->pdata[i];

      if (g_str_equal (state->gate->id, gate))
        return state->open;
    }
  g_error ("the gate %s does not count here", gate);
}

static void
a_gate_closes_when_its_condition_holds (Fixture *fixture, gconstpointer data)
{
  EupAssessment *said = fixture->assessment;

  g_assert_true (is_open (fixture, "purpose"));
  g_set_str (&said->card->purpose, "Gå till sjön");
  g_assert_false (is_open (fixture, "purpose"));

  g_assert_true (is_open (fixture, "wish"));
  eup_sample_say (said, "aim", "anna", NULL, "Ut")->ticks = g_strsplit ("resident-wish", " ", -1);
  g_assert_false (is_open (fixture, "wish"));

  g_assert_true (is_open (fixture, "choices"));
  eup_sample_alternative (said, "one", FALSE, "ja");
  eup_sample_alternative (said, "two", FALSE, "nej");
  g_assert_true (is_open (fixture, "choices")); /* none without technology */
  eup_sample_alternative (said, "two", TRUE, NULL);
  g_assert_true (is_open (fixture, "choices")); /* one without a reason */
  eup_sample_alternative (said, "two", TRUE, "nej");
  g_assert_false (is_open (fixture, "choices"));
}

static void
add_attempt (EupAssessment *assessment, const char *id, const char *date, const char *method)
{
  EupAttempt *attempt = eup_shape_new (eup_part_shape (EUP_PART_ATTEMPT));

  attempt->id = g_strdup (id);
  attempt->question = g_strdup ("want");
  attempt->date = g_strdup (date);
  attempt->method = g_strdup (method);
  attempt->by = g_strdup ("Maria");
  eup_assessment_put (assessment, EUP_PART_ATTEMPT, attempt);
}

static void
two_attempts_on_different_days_in_different_ways_stand_for_an_answer (Fixture *fixture, gconstpointer data)
{
  EupAssessment *said = fixture->assessment;

  g_assert_true (is_open (fixture, "heard"));
  eup_sample_no_answer (said, "want", "anna", "not-asked", "Nåddes inte");
  add_attempt (said, "a", "2026-11-20", "Samtal");
  add_attempt (said, "b", "2026-11-20", "Bilder");
  g_assert_true (is_open (fixture, "heard"));
  add_attempt (said, "b", "2026-11-22", "samtal");
  g_assert_true (is_open (fixture, "heard"));
  add_attempt (said, "b", "2026-11-22", "Bilder");
  g_assert_false (is_open (fixture, "heard"));
}

static void
a_follow_up_must_come_within_the_levels_limit (Fixture *fixture, gconstpointer data)
{
  EupDecision *decision = fixture->assessment->decision;

  g_set_str (&decision->follow_up_owner, "Maria");
  g_assert_true (is_open (fixture, "later"));
  g_set_str (&decision->follow_up_date, "2027-02-26"); /* 92 days */
  g_assert_false (is_open (fixture, "later"));
  g_set_str (&decision->follow_up_date, "2027-02-27");
  g_assert_true (is_open (fixture, "later"));
  g_set_str (&decision->follow_up_date, "2026-11-25"); /* before the meeting */
  g_assert_true (is_open (fixture, "later"));
}

static void
the_residents_no_closes_every_yes (Fixture *fixture, gconstpointer data)
{
  GPtrArray *outcomes = eup_method_get_outcomes (fixture->model->method);

  eup_sample_say (fixture->assessment, "want", "anna", "no", "Nej!");
  for (guint i = 0; i < outcomes->len; i++)
    {
      const EupOutcome *outcome = outcomes->pdata[i];

      g_assert_cmpint (eup_rules_outcome_is_possible (fixture->assessment, fixture->model, outcome), ==,
                       !outcome->yes);
    }
}

static guint
n_obstacles (Fixture *fixture)
{
  g_autoptr (GPtrArray) obstacles = eup_rules_seal_obstacles (fixture->assessment, fixture->model);

  return obstacles->len;
}

static void
a_yes_needs_every_hard_gate_and_a_no_needs_none (Fixture *fixture, gconstpointer data)
{
  eup_sample_decide (fixture->assessment, "introduce");
  g_assert_cmpuint (n_obstacles (fixture), ==,
                    4); /* purpose, heard, choices, later; the warning does not count */
  eup_sample_decide (fixture->assessment, "refrain");
  g_assert_cmpuint (n_obstacles (fixture), ==, 0);
}

static void
what_stands_against_sealing_is_told_apart (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EupAssessment) complete = eup_sample_complete ();
  Fixture other = { fixture->model, complete };

  g_assert_cmpuint (n_obstacles (&other), ==, 0);
  g_set_str (&complete->decision->outcome, "trial");
  g_assert_cmpuint (n_obstacles (&other), ==, 1); /* its date */
  g_set_str (&complete->decision->until, "2027-01-07");
  g_assert_cmpuint (n_obstacles (&other), ==, 0);
  g_set_str (&complete->decision->because, " ");
  g_set_str (&complete->decision->decider, NULL);
  g_assert_cmpuint (n_obstacles (&other), ==, 2);
  g_set_str (&complete->decision->outcome, NULL);
  g_assert_cmpuint (n_obstacles (&other), ==, 3);
}

static void
words_are_about_this_person_and_this_technology (Fixture *fixture, gconstpointer data)
{
  const EupQuestion *aim = eup_method_find_question (fixture->model->method, "aim");
  g_autofree char *question = eup_rules_say (aim->question, "sv", fixture->assessment, fixture->model);
  g_autofree char *sentence = NULL;

  g_assert_cmpstr (question, ==, "Vad ska larmet göra för Anna?");
  g_set_str (&fixture->assessment->decision->outcome, "trial");
  g_set_str (&fixture->assessment->decision->until, "2027-01-07");
  sentence = eup_rules_outcome_sentence (fixture->assessment, fixture->model, "sv");
  g_assert_cmpstr (sentence, ==, "Prov med larm till den 7 januari 2027");
}

static void
dates_are_written_as_people_write_them (Fixture *fixture, gconstpointer data)
{
  static const char *const rows[][3] = {
    { "2027-01-07", "sv", "7 januari 2027" },
    { "2026-11-26T13:30:00+01:00", "en_GB", "26 November 2026" },
    { "2026-11-26", "zh_CN", "2026年11月26日" },
    { "soon", "sv", "soon" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *date = eup_rules_date (rows[i][0], rows[i][1]);

      g_assert_cmpstr (date, ==, rows[i][2]);
    }
}

static void
a_stance_is_said_in_words (Fixture *fixture, gconstpointer data)
{
  EupStatement *better = eup_sample_say (fixture->assessment, "calm", "per", "better", NULL);
  EupStatement *unknown = eup_sample_no_answer (fixture->assessment, "calm", "mei", "unknown", NULL);
  g_autofree char *first = eup_rules_stance_words (better, fixture->assessment, fixture->model, "sv");
  g_autofree char *second = eup_rules_stance_words (unknown, fixture->assessment, fixture->model, "sv");

  g_assert_cmpstr (first, ==, "Bättre");
  g_assert_cmpstr (second, ==, "Vet inte");
}

typedef struct
{
  const char *question, *field, *value;
  const char *sv, *zh;
} FieldCase;

static const FieldCase field_cases[] = {
  { "q21", "cost", "0", "0", "0" },
  { "q20", "before", "30", "30 minuter om dagen", "30分钟（每天）" },
  { "q23", "control", "never", NULL, NULL },
  { "q9", "ways", "pictures talk", NULL, NULL },
  { "q3", "last", "2026-11-03", "3 november 2026", "2026年11月3日" },
  { "q27", "turn-out", "Nattpersonalen", "Nattpersonalen", "Nattpersonalen" },
  { "q27", "turn-out", " ", "", "" },
};

/* The label of an option in the method, found apart from what is tested. */
static const char *
label_of (const EupQuestionField *field, const char *option, const char *language)
{
  for (guint i = 0; i < field->options->len; i++)
    if (g_str_equal (((EupItem *) field->options->pdata[i])->id, option))
      return eup_text_get (((EupItem *) field->options->pdata[i])->label, language);
  g_assert_not_reached ();
}

static char *
expected_words (const FieldCase *row, const EupQuestionField *field, const char *language)
{
  gboolean chinese = g_str_equal (language, "zh");

  if (row->sv != NULL)
    return g_strdup (chinese ? row->zh : row->sv);
  if (field->kind == EUP_FIELD_KIND_CHOICE)
    return g_strdup (label_of (field, row->value, language));
  /* in the method's order, whatever the order in which they were chosen */
  return g_strconcat (label_of (field, "talk", language), chinese ? "、" : ", ",
                      label_of (field, "pictures", language), NULL);
}

static void
fields_are_said_in_words (Fixture *fixture, gconstpointer data)
{
  static const char *const languages[] = { "sv", "zh" };
  g_autoptr (EupModel) model = eup_model_new_shipped ("SE");

  for (guint i = 0; i < 2 * G_N_ELEMENTS (field_cases); i++)
    {
      const FieldCase *row = &field_cases[i / 2];
      const EupQuestion *question = eup_method_find_question (model->method, row->question);
      const EupQuestionField *field = eup_question_find_field (question, row->field);
      EupStatement *said = eup_sample_say (fixture->assessment, row->question, "maria", NULL, NULL);
      g_autofree char *expected = expected_words (row, field, languages[i % 2]);
      g_autofree char *words = NULL;

      g_hash_table_insert (said->fields, g_strdup (row->field), g_strdup (row->value));
      words = eup_rules_field_words (said, field, languages[i % 2]);
      g_assert_cmpstr (words, ==, expected);
    }
}

/* While no technology is chosen the words have a gap, not a hole. */
static void
words_without_a_technology_stay_readable (Fixture *fixture, gconstpointer data)
{
  const EupQuestion *aim = eup_method_find_question (fixture->model->method, "aim");
  g_autofree char *question = NULL;

  g_set_str (&fixture->assessment->card->technology, NULL);
  question = eup_rules_say (aim->question, "sv", fixture->assessment, fixture->model);
  g_assert_cmpstr (question, ==, "Vad ska … göra för Anna?");
}

static void
assert_can_be_sealed_and_signed (const char *name)
{
  g_autoptr (EupAssessment) assessment = eup_sample_file (name);
  g_autoptr (EupModel) model = eup_model_new_shipped (assessment->rules->id);
  g_autoptr (GPtrArray) seal = eup_rules_seal_obstacles (assessment, model);
  g_autoptr (GPtrArray) sign = eup_rules_sign_obstacles (assessment, model);
  g_autoptr (GPtrArray) questions = eup_rules_open_questions (assessment, model);

  g_test_message ("%s", name);
  g_assert_cmpuint (seal->len, ==, 0);
  g_assert_cmpuint (sign->len, ==, 0);
  for (guint i = 0; i < questions->len; i++)
    {
      const EupQuestion *question = questions->pdata[i];

      g_test_message ("%s, question %s", name, question->id);
      g_assert_true (eup_rules_may_reveal (assessment, model, question));
      g_assert_true (eup_rules_is_revealed (assessment, question));
    }
}

static void
the_fictional_cases_can_be_sealed_and_signed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = eup_sample_path (".");
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  guint n = 0;

  g_assert_nonnull (files);
  for (const char *name = g_dir_read_name (files); name != NULL; name = g_dir_read_name (files), n++)
    assert_can_be_sealed_and_signed (name);
  g_assert_cmpuint (n, >=, 12);
}

static void
the_night_camera_cannot_be_said_yes_to (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EupModel) model = eup_model_new_shipped ("SE");
  g_autoptr (EupAssessment) assessment = eup_sample_file ("night-camera.json");

  g_assert_false (
      eup_rules_outcome_is_possible (assessment, model, eup_method_find_outcome (model->method, "trial")));
  g_assert_true (
      eup_rules_outcome_is_possible (assessment, model, eup_method_find_outcome (model->method, "refrain")));
}

static void
son_and_mother_differ_about_the_alarm (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EupModel) model = eup_model_new_shipped ("SE");
  g_autoptr (EupAssessment) assessment = eup_sample_file ("gps-alarm.json");
  g_autoptr (GPtrArray) differences = eup_rules_differences (assessment, model);
  gboolean found = FALSE;

  for (guint i = 0; i < differences->len; i++)
    {
      const EupDifference *difference = differences->pdata[i];

      found = found ||
              (difference->kind == EUP_DIFFERENCE_SIDES && g_str_equal (difference->question->id, "q18"));
    }
  g_assert_true (found);
}

#define ADD(name) g_test_add ("/rules/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD (a_function_that_is_on_raises_the_level);
  ADD (a_level_opens_its_questions);
  ADD (answers_stay_hidden_until_everybody_has_one_or_a_reason);
  ADD (who_is_absent_is_not_waited_for);
  ADD (nobody_has_answered_where_nobody_speaks);
  ADD (a_gate_closes_when_its_condition_holds);
  ADD (two_attempts_on_different_days_in_different_ways_stand_for_an_answer);
  ADD (a_follow_up_must_come_within_the_levels_limit);
  ADD (the_residents_no_closes_every_yes);
  ADD (a_yes_needs_every_hard_gate_and_a_no_needs_none);
  ADD (what_stands_against_sealing_is_told_apart);
  ADD (words_are_about_this_person_and_this_technology);
  ADD (dates_are_written_as_people_write_them);
  ADD (a_stance_is_said_in_words);
  ADD (the_fictional_cases_can_be_sealed_and_signed);
  ADD (fields_are_said_in_words);
  ADD (words_without_a_technology_stay_readable);
  ADD (the_night_camera_cannot_be_said_yes_to);
  ADD (son_and_mother_differ_about_the_alarm);
  return g_test_run ();
}
