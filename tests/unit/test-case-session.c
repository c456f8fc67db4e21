/* A meeting that begins, pauses, goes on, is killed; who comes and goes; a clock that is set back. */

#include "case-test.h"
#include "eup-sample.h"

#include "casework/eup-case-private.h"
#include "casework/eup-case-session.h"

static void
set_clock (CaseTest *self, const char *now)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (now, NULL);

  eup_clock_set_fixed (self->clock, time);
}

/* Anna and Per in the room, Mei on video, Maria comes later. */
static EupCase *
new_case (CaseTest *self)
{
  static const char *const plan[][2] = {
    { "anna", "room" }, { "per", "room" }, { "mei", "video" }, { "maria", "later" }
  };
  g_autoptr (EupModel) model = eup_sample_model ();
  EupAssessment *assessment = eup_sample_case ();

  for (guint i = 0; i < G_N_ELEMENTS (plan); i++)
    g_set_str (&((EupPerson *) eup_assessment_find (assessment, EUP_PART_PERSON, plan[i][0]))->presence,
               plan[i][1]);
  return case_test_new (self, assessment, model);
}

static void
say (EupCase *kase, const char *question, const char *person)
{
  EupStatement *statement = eup_case_edit_statement (kase, question, person);

  g_set_str (&statement->words, "Ja");
  eup_case_put (kase, EUP_PART_STATEMENT, statement);
}

static const EupAttendance *
stay_of (EupCase *kase, const char *person)
{
  return eup_rules_last_stay (eup_case_get_assessment (kase), person);
}

static EupWhereabouts
where_is (EupCase *kase, const char *person)
{
  const EupAssessment *assessment = eup_case_get_assessment (kase);

  return eup_rules_whereabouts (assessment, eup_assessment_find_person (assessment, person));
}

static void
whoever_is_planned_is_there_when_it_begins (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = new_case (self);
  const EupAssessment *assessment = eup_case_get_assessment (kase);

  eup_case_begin_session (kase);
  eup_case_begin_session (kase);
  g_assert_cmpuint (assessment->sessions->len, ==, 1);
  g_assert_cmpuint (assessment->attendance->len, ==, 3);
  g_assert_cmpstr (stay_of (kase, "mei")->how, ==, "video");
  g_assert_cmpstr (stay_of (kase, "mei")->joined, ==, "2026-11-26T13:30:00+00:00");
  g_assert_null (stay_of (kase, "maria"));
  g_assert_false (eup_case_get_can_undo (kase));
  g_assert_true (case_test_flush (self, kase, NULL));
}

static void
a_pause_ends_the_session_and_all_stays (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = new_case (self);
  const EupAssessment *assessment = eup_case_get_assessment (kase);

  eup_case_pause (kase);
  g_assert_cmpuint (assessment->sessions->len, ==, 0);
  eup_case_begin_session (kase);
  set_clock (self, "2026-11-26T14:40:00Z");
  eup_case_pause (kase);
  g_assert_null (eup_rules_open_session (assessment));
  g_assert_cmpstr (eup_rules_last_session (assessment)->ended, ==, "2026-11-26T14:40:00+00:00");
  g_assert_false (eup_rules_last_session (assessment)->interrupted);
  g_assert_cmpstr (stay_of (kase, "anna")->left, ==, "2026-11-26T14:40:00+00:00");
  g_assert_false (eup_case_get_can_undo (kase));
  eup_case_set_resumes (kase, "2026-12-03T14:00:00+00:00");
  g_assert_cmpstr (eup_rules_last_session (assessment)->resumes, ==, "2026-12-03T14:00:00+00:00");
  g_assert_true (case_test_flush (self, kase, NULL));
}

static void
it_goes_on_next_week_where_it_was (CaseTest *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EupCase) again = NULL;

  {
    g_autoptr (EupCase) kase = new_case (self);

    eup_case_begin_session (kase);
    eup_case_go_to (kase, &(EupPlace) { EUP_PLACE_QUESTION, eup_method_find_question (
                                                                eup_case_get_model (kase)->method, "calm") });
    set_clock (self, "2026-11-26T14:40:00Z");
    eup_case_pause (kase);
    g_assert_true (case_test_flush (self, kase, NULL));
  }
  case_test_begin_again (self);
  set_clock (self, "2026-12-03T09:00:00Z");
  again = case_test_open (self, "case-1", &error);
  g_assert_no_error (error);
  g_assert_false (eup_rules_last_session (eup_case_get_assessment (again))->interrupted);
  g_assert_cmpstr (eup_case_get_assessment (again)->card->question, ==, "calm");
  eup_case_begin_session (again);
  g_assert_cmpuint (eup_case_get_assessment (again)->sessions->len, ==, 2);
  g_assert_cmpuint (eup_case_get_assessment (again)->attendance->len, ==, 6);
  g_assert_cmpstr (stay_of (again, "anna")->joined, ==, "2026-12-03T09:00:00+00:00");
  g_assert_true (case_test_flush (self, again, NULL));
}

static void
a_killed_meeting_ended_with_its_last_word (CaseTest *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EupCase) again = NULL;
  const EupSession *session;

  {
    g_autoptr (EupCase) kase = new_case (self);

    eup_case_begin_session (kase);
    set_clock (self, "2026-11-26T14:32:00Z");
    say (kase, "calm", "anna");
    g_assert_true (case_test_flush (self, kase, NULL));
  }
  case_test_begin_again (self);
  set_clock (self, "2026-11-27T08:00:00Z");
  again = case_test_open (self, "case-1", &error);
  g_assert_no_error (error);
  session = eup_rules_last_session (eup_case_get_assessment (again));
  g_assert_true (session->interrupted);
  g_assert_cmpstr (session->ended, ==, "2026-11-26T14:32:00+00:00");
  g_assert_cmpstr (stay_of (again, "per")->left, ==, "2026-11-26T14:32:00+00:00");
  g_assert_cmpint (where_is (again, "per"), ==, EUP_WHEREABOUTS_PLANNED);
  g_assert_true (case_test_flush (self, again, NULL));
}

static void
a_session_that_was_left_open_ends_with_its_last_word_too (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = new_case (self);

  eup_case_begin_session (kase);
  set_clock (self, "2026-11-26T14:00:00Z");
  say (kase, "calm", "anna");
  set_clock (self, "2026-11-26T19:00:00Z");
  eup_case_close_session (kase, FALSE);
  g_assert_cmpstr (eup_rules_last_session (eup_case_get_assessment (kase))->ended, ==,
                   "2026-11-26T14:00:00+00:00");
  g_assert_false (eup_rules_last_session (eup_case_get_assessment (kase))->interrupted);
  g_assert_true (case_test_flush (self, kase, NULL));
}

static void
coming_and_leaving_are_one_step_back_each (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = new_case (self);

  eup_case_begin_session (kase);
  set_clock (self, "2026-11-26T14:10:00Z");
  eup_case_join (kase, "maria", "phone");
  g_assert_cmpint (where_is (kase, "maria"), ==, EUP_WHEREABOUTS_HERE);
  g_assert_cmpstr (stay_of (kase, "maria")->joined, ==, "2026-11-26T14:10:00+00:00");
  g_assert_cmpstr (eup_assessment_find_person (eup_case_get_assessment (kase), "maria")->presence, ==,
                   "phone");
  eup_case_leave (kase, "per");
  g_assert_cmpint (where_is (kase, "per"), ==, EUP_WHEREABOUTS_LEFT);
  eup_case_undo (kase);
  g_assert_cmpint (where_is (kase, "per"), ==, EUP_WHEREABOUTS_HERE);
  eup_case_undo (kase);
  g_assert_cmpint (where_is (kase, "maria"), ==, EUP_WHEREABOUTS_LATER);
  g_assert_null (stay_of (kase, "maria"));
  g_assert_true (case_test_flush (self, kase, NULL));
}

static void
who_goes_over_to_a_link_has_two_stays (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = new_case (self);
  const EupAssessment *assessment = eup_case_get_assessment (kase);

  eup_case_begin_session (kase);
  eup_case_join (kase, "per", "video"); /* within the same second: a slip */
  g_assert_cmpuint (assessment->attendance->len, ==, 3);
  g_assert_cmpstr (stay_of (kase, "per")->how, ==, "video");
  set_clock (self, "2026-11-26T14:10:00Z");
  eup_case_join (kase, "per", "phone");
  g_assert_cmpuint (assessment->attendance->len, ==, 4);
  g_assert_cmpstr (stay_of (kase, "per")->how, ==, "phone");
  g_assert_cmpstr (stay_of (kase, "per")->joined, ==, "2026-11-26T14:10:00+00:00");
  eup_case_undo (kase);
  g_assert_cmpstr (stay_of (kase, "per")->how, ==, "video");
  g_assert_true (case_test_flush (self, kase, NULL));
}

static void
a_step_back_after_a_pause_lets_nobody_sit_there_alone (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = new_case (self);

  eup_case_begin_session (kase);
  set_clock (self, "2026-11-26T14:10:00Z");
  eup_case_leave (kase, "per");
  set_clock (self, "2026-11-26T14:40:00Z");
  eup_case_pause (kase);
  eup_case_undo (kase);
  g_assert_cmpstr (stay_of (kase, "per")->left, ==, "2026-11-26T14:40:00+00:00");
  g_assert_true (case_test_flush (self, kase, NULL));
}

static void
in_a_pause_nobody_comes_but_the_plan_can_change (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = new_case (self);

  eup_case_join (kase, "maria", "room");
  g_assert_null (stay_of (kase, "maria"));
  g_assert_cmpint (where_is (kase, "maria"), ==, EUP_WHEREABOUTS_PLANNED);
  eup_case_leave (kase, "per");
  g_assert_null (stay_of (kase, "per"));
  g_assert_true (case_test_flush (self, kase, NULL));
}

static void
who_is_added_while_it_sits_is_there (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = new_case (self);
  EupPerson *person;

  eup_case_begin_session (kase);
  person = eup_case_edit (kase, EUP_PART_PERSON, "berit");
  g_set_str (&person->name, "Berit");
  g_set_str (&person->voice, "none");
  g_set_str (&person->presence, "room");
  eup_case_put (kase, EUP_PART_PERSON, person);
  eup_case_follow_presence (kase, "berit");
  g_assert_cmpint (where_is (kase, "berit"), ==, EUP_WHEREABOUTS_HERE);
  person = eup_case_edit (kase, EUP_PART_PERSON, "berit");
  g_set_str (&person->presence, "absent");
  eup_case_put (kase, EUP_PART_PERSON, person);
  eup_case_follow_presence (kase, "berit");
  g_assert_cmpint (where_is (kase, "berit"), ==, EUP_WHEREABOUTS_ABSENT);
  g_assert_true (case_test_flush (self, kase, NULL));
}

static void
a_person_who_is_taken_away_takes_the_stays_along (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = new_case (self);
  const EupAssessment *assessment = eup_case_get_assessment (kase);

  eup_case_begin_session (kase);
  eup_case_remove (kase, EUP_PART_PERSON, "per");
  g_assert_null (stay_of (kase, "per"));
  g_assert_cmpuint (assessment->attendance->len, ==, 2);
  eup_case_undo (kase);
  g_assert_nonnull (eup_assessment_find_person (assessment, "per"));
  g_assert_cmpint (where_is (kase, "per"), ==, EUP_WHEREABOUTS_HERE);
  g_assert_true (case_test_flush (self, kase, NULL));
}

typedef struct
{
  const char *joined, *left;
  gboolean pause;
  const char *refused; /* NULL: taken */
} TimesCase;

static const TimesCase times_cases[] = {
  { "2026-11-26T13:35:00Z", NULL, FALSE, NULL },
  { "2026-11-26T13:35:00Z", "2026-11-26T14:00:00Z", FALSE, NULL },
  { "2026-11-26T14:35:00+01:00", "2026-11-26T13:35:00Z", FALSE, NULL }, /* the same instant */
  { "2026-11-26T13:35:00Z", "2026-11-26T13:34:00Z", FALSE, "nobody leaves before they came" },
  { "2026-11-26T15:35:00Z", NULL, FALSE, "that is later than now" },
  { "2026-11-26T13:35:00Z", "2026-11-26T15:35:00Z", FALSE, "that is later than now" },
  { "", NULL, FALSE, "that is no time" },
  { "2026-11-26T13:35:00Z", "25:00", FALSE, "that is no time" },
  { "2026-11-26T13:35:00Z", NULL, TRUE, "the meeting does not sit now" },
};

static void
times_that_cannot_be_are_refused (CaseTest *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (times_cases); i++)
    {
      const TimesCase *row = &times_cases[i];
      g_autoptr (EupCase) kase = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *stay = NULL;

      set_clock (self, "2026-11-26T13:30:00Z");
      kase = new_case (self);
      eup_case_begin_session (kase);
      set_clock (self, "2026-11-26T14:40:00Z");
      if (row->pause)
        eup_case_pause (kase);
      stay = g_strdup (stay_of (kase, "per")->id);
      g_test_message ("%s to %s", row->joined, row->left);
      if (row->refused == NULL)
        {
          g_assert_true (eup_case_change_stay (kase, stay, row->joined, row->left, &error));
          g_assert_cmpstr (stay_of (kase, "per")->joined, ==, row->joined);
          g_assert_cmpstr (stay_of (kase, "per")->left, ==, row->left);
          eup_case_undo (kase);
          g_assert_cmpstr (stay_of (kase, "per")->joined, ==, "2026-11-26T13:30:00+00:00");
        }
      else
        {
          g_assert_false (eup_case_change_stay (kase, stay, row->joined, row->left, &error));
          g_assert_error (error, EUP_CASE_ERROR, EUP_CASE_ERROR_REFUSED);
          g_assert_cmpstr (error->message, ==, row->refused);
        }
      g_assert_true (case_test_flush (self, kase, NULL));
    }
}

static void
a_clock_that_is_set_back_does_not_turn_the_order_round (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = new_case (self);
  const EupAssessment *assessment = eup_case_get_assessment (kase);
  const EupStatement *first, *second;

  eup_case_begin_session (kase);
  set_clock (self, "2026-11-26T14:10:00Z");
  say (kase, "calm", "anna");
  set_clock (self, "2020-01-01T00:00:00Z");
  say (kase, "calm", "per");
  eup_case_leave (kase, "mei");
  eup_case_join (kase, "maria", "room");
  eup_case_pause (kase);
  first = eup_assessment_find_statement (assessment, "calm", "anna");
  second = eup_assessment_find_statement (assessment, "calm", "per");
  g_assert_cmpint (eup_rules_compare_times (first->said, second->said), <=, 0);
  g_assert_cmpstr (second->changed, ==, "2026-11-26T14:10:00+00:00");
  for (guint i = 0; i < assessment->attendance->len; i++)
    {
      const EupAttendance *stay = assessment->attendance->pdata[i];

      g_assert_cmpint (eup_rules_compare_times (stay->joined, stay->left), <=, 0);
    }
  set_clock (self, "2026-11-26T14:12:00Z");
  eup_case_begin_session (kase);
  g_assert_cmpstr (eup_rules_open_session (assessment)->began, ==, "2026-11-26T14:12:00+00:00");
  g_assert_true (case_test_flush (self, kase, NULL));
}

static void
the_time_at_a_stage_adds_up_and_is_no_step (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = new_case (self);
  const EupStage *stage = eup_method_get_stages (eup_case_get_model (kase)->method)->pdata[0];
  g_autoptr (EupCase) again = NULL;

  eup_case_add_stage_time (kase, stage, 61);
  eup_case_add_stage_time (kase, stage, 0);
  eup_case_add_stage_time (kase, stage, -5);
  eup_case_add_stage_time (kase, stage, 59);
  g_assert_cmpint (eup_rules_stage_seconds (eup_case_get_assessment (kase), stage), ==, 120);
  g_assert_false (eup_case_get_can_undo (kase));
  g_assert_true (case_test_flush (self, kase, NULL));
  case_test_begin_again (self);
  again = case_test_open (self, "case-1", NULL);
  g_assert_cmpint (eup_rules_stage_seconds (eup_case_get_assessment (again), stage), ==, 120);
  g_assert_true (case_test_flush (self, again, NULL));
}

static void
parking_can_be_undone_and_taken_back (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupCase) kase = new_case (self);
  EupModel *model = eup_case_get_model (kase);
  const EupQuestion *calm = eup_method_find_question (model->method, "calm");

  eup_case_park (kase, calm);
  eup_case_park (kase, calm);
  g_assert_true (eup_rules_is_parked (eup_case_get_assessment (kase), model, calm));
  eup_case_undo (kase);
  g_assert_false (eup_rules_is_parked (eup_case_get_assessment (kase), model, calm));
  g_assert_false (eup_case_get_can_undo (kase));
  eup_case_park (kase, calm);
  eup_case_unpark (kase, calm);
  g_assert_false (eup_rules_is_parked (eup_case_get_assessment (kase), model, calm));
  g_assert_true (case_test_flush (self, kase, NULL));
}

static void
a_seal_ends_the_session (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupModel) model = eup_sample_model ();
  g_autoptr (EupCase) kase = case_test_new (self, eup_sample_complete (), model);
  g_autoptr (GError) error = NULL;

  eup_case_begin_session (kase);
  set_clock (self, "2026-11-26T15:00:00Z");
  g_assert_true (case_test_seal (self, kase, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (eup_rules_last_session (eup_case_get_assessment (kase))->ended, ==,
                   "2026-11-26T15:00:00+00:00");
  eup_case_begin_session (kase);
  g_assert_cmpuint (eup_case_get_assessment (kase)->sessions->len, ==, 1);
}

static void
a_seal_that_fails_lets_them_sit_on (CaseTest *self, gconstpointer data)
{
  g_autoptr (EupModel) model = eup_sample_model ();
  g_autoptr (EupCase) kase = case_test_new (self, eup_sample_complete (), model);
  EupPerson *person = eup_case_edit (kase, EUP_PART_PERSON, "anna");

  g_set_str (&person->presence, "room");
  eup_case_put (kase, EUP_PART_PERSON, person);
  eup_case_begin_session (kase);
  set_clock (self, "2026-11-26T15:00:00Z");
  eup_store_close (eup_workspace_get_store (self->workspace));
  g_assert_false (case_test_seal (self, kase, NULL));
  g_assert_nonnull (eup_rules_open_session (eup_case_get_assessment (kase)));
  g_assert_cmpint (where_is (kase, "anna"), ==, EUP_WHEREABOUTS_HERE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CASE_TEST_ADD (whoever_is_planned_is_there_when_it_begins);
  CASE_TEST_ADD (a_pause_ends_the_session_and_all_stays);
  CASE_TEST_ADD (it_goes_on_next_week_where_it_was);
  CASE_TEST_ADD (a_killed_meeting_ended_with_its_last_word);
  CASE_TEST_ADD (a_session_that_was_left_open_ends_with_its_last_word_too);
  CASE_TEST_ADD (coming_and_leaving_are_one_step_back_each);
  CASE_TEST_ADD (who_goes_over_to_a_link_has_two_stays);
  CASE_TEST_ADD (a_step_back_after_a_pause_lets_nobody_sit_there_alone);
  CASE_TEST_ADD (in_a_pause_nobody_comes_but_the_plan_can_change);
  CASE_TEST_ADD (who_is_added_while_it_sits_is_there);
  CASE_TEST_ADD (a_person_who_is_taken_away_takes_the_stays_along);
  CASE_TEST_ADD (times_that_cannot_be_are_refused);
  CASE_TEST_ADD (a_clock_that_is_set_back_does_not_turn_the_order_round);
  CASE_TEST_ADD (the_time_at_a_stage_adds_up_and_is_no_step);
  CASE_TEST_ADD (parking_can_be_undone_and_taken_back);
  CASE_TEST_ADD (a_seal_ends_the_session);
  CASE_TEST_ADD (a_seal_that_fails_lets_them_sit_on);
  return g_test_run ();
}
