/* The method: what is read from its file. test-method-wrong.c has every way in which it is refused. */

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
  g_assert_cmpint (eup_method_get_questions (method)->len, ==, 4);
  g_assert_cmpint (eup_method_get_gates (method)->len, ==, 3);
  g_assert_cmpint (eup_method_get_outcomes (method)->len, ==, 3);
  g_assert_cmpint (eup_method_get_non_answers (method)->len, ==, 2);
  g_assert_cmpint (eup_method_get_consents (method)->len, ==, 2);
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

  g_assert_true (eup_method_find_outcome (method, "use")->yes);
  g_assert_true (eup_method_find_outcome (method, "use")->needs_date);
  g_assert_false (eup_method_find_outcome (method, "without")->yes);
  g_assert_null (eup_method_find_outcome (method, "other"));
  g_assert_true (eup_method_find_non_answer (method, "not-asked")->needs_reason);
  g_assert_false (eup_method_find_non_answer (method, "dont-know")->needs_reason);
  g_assert_null (eup_method_find_non_answer (method, NULL));
  g_assert_null (eup_method_find_question (method, "other"));
}

static void
gate_has_its_needs_in_order (void)
{
  g_autoptr (EupMethod) method = small_method ();
  const EupGate *said = eup_method_find_gate (method, "purpose-said");
  const EupGate *no = eup_method_find_gate (method, "no-is-no");
  const EupGate *by = eup_method_find_gate (method, "signed-by");
  const EupGateNeed *first = no->needs->pdata[0];
  const EupGateNeed *second = no->needs->pdata[1];

  g_assert_cmpint (no->kind, ==, EUP_GATE_HARD);
  g_assert_cmpint (by->kind, ==, EUP_GATE_HARD_WITH_OVERRIDE);
  g_assert_nonnull (no->when);
  g_assert_null (said->when);
  g_assert_true (said->urgent && !no->urgent);
  g_assert_true (by->at_signing && !no->at_signing);
  g_assert_cmpint (no->needs->len, ==, 2);
  g_assert_true (first->forbids && !second->forbids);
  g_assert_true (first->when == NULL && second->when != NULL);
  g_assert_cmpstr (first->go_to, ==, "decision-outcome");
  g_assert_cmpstr (eup_text_get (second->missing, "en"), ==, "Consent is missing");
  g_assert_true (g_strv_contains (eup_gate_places (), second->go_to));
  g_assert_null (eup_method_find_gate (method, "other"));
}

static void
question_has_fields_for_some_voices (void)
{
  g_autoptr (EupMethod) method = small_method ();
  const EupQuestion *able = eup_method_find_question (method, "able");
  const EupQuestionField *ways = eup_question_find_field (able, "ways");
  const EupQuestionField *often = eup_question_find_field (able, "often");

  g_assert_cmpint (able->fields->len, ==, 4);
  g_assert_nonnull (able->opens);
  g_assert_cmpint (eup_question_find_field (able, "grasps")->kind, ==, EUP_FIELD_KIND_CHOICE);
  g_assert_cmpint (eup_question_find_field (able, "helps")->kind, ==, EUP_FIELD_KIND_LINE);
  g_assert_cmpint (ways->kind, ==, EUP_FIELD_KIND_CHOICES);
  g_assert_cmpint (ways->voices, ==, (1 << EUP_VOICE_RESIDENT) | (1 << EUP_VOICE_STAFF));
  g_assert_cmpstr (eup_text_get (ways->resident, "en"), ==, "How do you like it?");
  g_assert_cmpstr (((EupItem *) ways->options->pdata[1])->id, ==, "pictures");
  g_assert_cmpint (often->kind, ==, EUP_FIELD_KIND_NUMBER);
  g_assert_cmpstr (eup_text_get (often->unit, "sv"), ==, "gånger");
  g_assert_null (often->resident);
  g_assert_null (eup_question_find_field (able, "other"));
  g_assert_null (eup_question_find_field (able, NULL));
}

static void
consents_weights_tasks_and_jargon_are_read (void)
{
  g_autoptr (EupMethod) method = small_method ();
  const EupScale *weight = eup_method_get_weight_scale (method);
  const EupStage *begin = eup_method_get_stages (method)->pdata[0];
  const EupConsentKind *sharing = eup_method_find_consent (method, "sharing");

  g_assert_cmpstr (weight->id, ==, "weight");
  g_assert_true (eup_scale_find_option (weight, "heavy")->needs_safeguard);
  g_assert_false (eup_scale_find_option (weight, "light")->needs_safeguard);
  g_assert_true (eup_method_find_question (method, "weigh")->weigh);
  g_assert_false (eup_method_find_question (method, "want")->weigh);
  g_assert_true (eup_method_find_question (method, "want")->urgent);

  g_assert_cmpint (sharing->of, ==, EUP_CONSENT_OF_RESIDENT_ABOUT_EACH);
  g_assert_cmpint (eup_method_find_consent (method, "data")->of, ==, EUP_CONSENT_OF_RESIDENT);
  g_assert_cmpint (sharing->number, ==, 2);
  g_assert_null (eup_method_find_consent (method, "other"));

  g_assert_cmpstr (eup_text_get (begin->intro, "en"), ==, "Greet {person}.");
  g_assert_cmpint (begin->tasks->len, ==, 2);
  g_assert_cmpstr (((EupItem *) begin->tasks->pdata[1])->id, ==, "invite");

  g_assert_true (g_strv_contains (eup_method_get_jargon (method, "sv"), "delaktighet"));
  g_assert_null (eup_method_get_jargon (method, "zh")[0]);
}

static void
outcome_says_what_it_needs (void)
{
  g_autoptr (EupMethod) method = small_method ();
  const EupOutcome *use = eup_method_find_outcome (method, "use");
  const EupOutcome *end = eup_method_find_outcome (method, "end");

  g_assert_true (use->needs_condition && !use->needs_removal && !use->follow_up);
  g_assert_true (end->needs_removal && !end->needs_condition && end->follow_up);
  g_assert_cmpint (use->number, ==, 1);
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

static gboolean
forbids_a_yes (const EupGate *gate)
{
  for (guint i = 0; i < gate->needs->len; i++)
    if (((const EupGateNeed *) gate->needs->pdata[i])->forbids)
      return TRUE;
  return FALSE;
}

static void
shipped_method_is_whole (void)
{
  static const char *const languages[] = { "sv", "en", "zh" };
  g_autoptr (EupMethod) method = eup_method_new_shipped ();
  GPtrArray *questions = eup_method_get_questions (method);

  g_assert_cmpstr (eup_method_get_id (method), ==, "tre-roster");
  g_assert_cmpint (eup_method_get_stages (method)->len, ==, 9);
  g_assert_cmpint (questions->len, ==, 28);
  g_assert_cmpint (eup_method_get_gates (method)->len, ==, 19);
  g_assert_cmpint (eup_method_get_consents (method)->len, ==, 5);
  g_assert_cmpint (eup_method_get_outcomes (method)->len, ==, 10);
  for (guint i = 0; i < questions->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
      g_assert_true (eup_text_has (((EupQuestion *) questions->pdata[i])->resident, languages[j]));
  for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
    g_assert_cmpint (g_strv_length ((char **) eup_method_get_jargon (method, languages[j])), >, 20);
  g_assert_true (forbids_a_yes (eup_method_find_gate (method, "g3"))); /* the resident's no */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/method/" #name, name)
  ADD (method_is_read_as_it_stands);
  ADD (question_knows_whom_it_asks_and_how);
  ADD (scales_levels_and_outcomes_are_found);
  ADD (gate_has_its_needs_in_order);
  ADD (question_has_fields_for_some_voices);
  ADD (consents_weights_tasks_and_jargon_are_read);
  ADD (outcome_says_what_it_needs);
  ADD (voices_have_ids);
  ADD (each_problem_is_told_not_only_the_first);
  ADD (file_that_is_not_there_is_an_error_without_problems);
  ADD (shipped_method_is_whole);
  ADD (damaged_file_never_does_harm);
  ADD (shared_method_lives_until_the_last_lets_go);
  return g_test_run ();
}
