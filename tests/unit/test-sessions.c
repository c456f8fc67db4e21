/* When the meeting sits, who is there and therefore waited for, what is parked, the soft clock. */

#include "eup-whole.h"

#include "assessment/eup-rules-session.h"

#define SITS "session a began=2026-11-26T13:30:00+01:00"
#define SAT SITS " | session a ended=2026-11-26T14:40:00+01:00"
#define MARIA "attendance m person=maria | attendance m joined=2026-11-26T13:30:00+01:00"
#define KARIN "attendance k person=karin | attendance k joined=2026-11-26T14:20:00+01:00"

typedef struct
{
  const char *edits;
  const char *person;
  EupWhereabouts whereabouts;
  gboolean expected;
} WhereCase;

static const WhereCase where_cases[] = {
  /* the plan, as long as there is no stay */
  { "", "maria", EUP_WHEREABOUTS_PLANNED, TRUE },
  { "", "karin", EUP_WHEREABOUTS_LATER, FALSE },
  { "person maria presence=absent", "maria", EUP_WHEREABOUTS_ABSENT, FALSE },
  { "person maria presence=", "maria", EUP_WHEREABOUTS_UNKNOWN, TRUE },
  { SITS, "maria", EUP_WHEREABOUTS_PLANNED, TRUE },
  /* who is there */
  { SITS " | " MARIA, "maria", EUP_WHEREABOUTS_HERE, TRUE },
  { SITS " | " MARIA " | attendance m left=2026-11-26T14:00:00+01:00", "maria", EUP_WHEREABOUTS_LEFT, FALSE },
  { SITS " | " KARIN, "karin", EUP_WHEREABOUTS_HERE, TRUE },
  /* came back */
  { SITS " | " MARIA " | attendance m left=2026-11-26T14:00:00+01:00 | attendance n person=maria | "
         "attendance n joined=2026-11-26T14:10:00+01:00",
    "maria", EUP_WHEREABOUTS_HERE, TRUE },
  /* in a pause those who stayed to its beginning are as planned, the others have left */
  { SAT " | " MARIA " | attendance m left=2026-11-26T14:40:00+01:00", "maria", EUP_WHEREABOUTS_PLANNED,
    TRUE },
  { SAT " | " MARIA " | attendance m left=2026-11-26T14:00:00+01:00", "maria", EUP_WHEREABOUTS_LEFT, FALSE },
  { SAT " | " MARIA " | attendance m left=2026-11-26T14:40:00+01:00 | person maria presence=absent", "maria",
    EUP_WHEREABOUTS_ABSENT, FALSE },
  /* the same instant in another offset */
  { SAT " | " MARIA " | attendance m left=2026-11-26T13:40:00Z", "maria", EUP_WHEREABOUTS_PLANNED, TRUE },
};

static void
who_is_there_is_waited_for (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");
  const EupQuestion *question = eup_method_find_question (model->method, "q1");

  for (guint i = 0; i < G_N_ELEMENTS (where_cases); i++)
    {
      const WhereCase *row = &where_cases[i];
      g_autoptr (EupAssessment) assessment = eup_whole_case (model);
      const EupPerson *person;

      g_test_message ("%s: %s", row->person, row->edits);
      if (*row->edits != '\0')
        eup_edit (assessment, row->edits);
      person = eup_assessment_find_person (assessment, row->person);
      g_assert_cmpint (eup_rules_whereabouts (assessment, person), ==, row->whereabouts);
      g_assert_cmpint (eup_rules_is_expected (assessment, question, person), ==, row->expected);
    }
}

/* Maria was there when the answers to q1 were shown; Karin came later. */
static void
who_came_after_the_answers_were_shown_is_not_missing_there (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");
  g_autoptr (EupAssessment) assessment = eup_whole_case (model);
  const EupQuestion *q1 = eup_method_find_question (model->method, "q1");
  const EupQuestion *q3 = eup_method_find_question (model->method, "q3");
  const EupPerson *maria, *karin;

  eup_edit (assessment, SITS " | " MARIA " | " KARIN " | person karin presence=room");
  eup_edit (assessment, "attendance m left=2026-11-26T14:30:00+01:00");
  eup_edit (assessment, "reveal q1 at=2026-11-26T14:00:00+01:00");
  maria = eup_assessment_find_person (assessment, "maria");
  karin = eup_assessment_find_person (assessment, "karin");
  g_assert_true (eup_rules_is_expected (assessment, q1, maria));
  g_assert_false (eup_rules_is_expected (assessment, q1, karin));
  g_assert_false (eup_rules_is_expected (assessment, q3, maria));
  g_assert_true (eup_rules_is_expected (assessment, q3, karin));
}

static void
who_left_holds_nothing_up (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");
  g_autoptr (EupAssessment) assessment = eup_whole_case (model);
  const EupQuestion *question = eup_method_find_question (model->method, "q1");

  eup_edit (assessment, SITS " | " MARIA " | statement q1-anna words=Sjön | statement q1-per words=Samma");
  g_assert_false (eup_rules_may_reveal (assessment, model, question));
  eup_edit (assessment, "attendance m left=2026-11-26T14:00:00+01:00");
  g_assert_true (eup_rules_may_reveal (assessment, model, question));
}

static void
a_session_goes_on_until_it_ends (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");
  g_autoptr (EupAssessment) assessment = eup_whole_case (model);

  g_assert_null (eup_rules_open_session (assessment));
  g_assert_null (eup_rules_last_session (assessment));
  eup_edit (assessment, SITS);
  g_assert_cmpstr (eup_rules_open_session (assessment)->id, ==, "a");
  eup_edit (assessment, SAT " | session b began=2026-12-03T13:30:00+01:00");
  g_assert_cmpstr (eup_rules_open_session (assessment)->id, ==, "b");
  eup_edit (assessment, "session b ended=2026-12-03T14:00:00+01:00");
  g_assert_null (eup_rules_open_session (assessment));
  g_assert_cmpstr (eup_rules_last_session (assessment)->id, ==, "b");
}

typedef struct
{
  const char *edits;
  const char *last;
} LastCase;

static const LastCase last_cases[] = {
  { "", NULL },
  { SITS, "2026-11-26T13:30:00+01:00" },
  { SITS " | " MARIA " | attendance m left=2026-11-26T14:00:00+01:00", "2026-11-26T14:00:00+01:00" },
  { SITS " | statement q10-anna changed=2026-11-26T13:50:00+01:00", "2026-11-26T13:50:00+01:00" },
  { SITS " | reveal q1 at=2026-11-26T12:31:00Z", "2026-11-26T12:31:00Z" },
  { SITS " | parked q1 at=2026-11-26T13:31:00+01:00", "2026-11-26T13:31:00+01:00" },
  { SITS " | sign s sign=tired | sign s at=2026-11-26T13:32:00+01:00", "2026-11-26T13:32:00+01:00" },
  /* when somebody says that something was said is not when it was noted */
  { SITS " | statement q10-anna said=2026-11-28T13:50:00+01:00", "2026-11-26T13:30:00+01:00" },
  { SITS " | statement q10-anna changed=yesterday", "2026-11-26T13:30:00+01:00" },
};

static void
the_last_time_is_what_the_meeting_noted_last (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");

  for (guint i = 0; i < G_N_ELEMENTS (last_cases); i++)
    {
      g_autoptr (EupAssessment) assessment = eup_whole_case (model);

      g_test_message ("%s", last_cases[i].edits);
      if (*last_cases[i].edits != '\0')
        eup_edit (assessment, last_cases[i].edits);
      g_assert_cmpstr (eup_rules_last_time (assessment), ==, last_cases[i].last);
    }
}

static void
the_time_of_day_is_the_one_of_the_place (void)
{
  static const struct
  {
    const char *iso, *language, *words;
  } table[] = {
    { "2026-11-26T14:05:30+01:00", "sv", "14.05" },
    { "2026-11-26T14:05:30+01:00", "en", "14:05" },
    { "2026-11-26T14:05:30+08:00", "zh", "14:05" },
    { "2026-11-26", "sv", "" },
    { "soon", "sv", "" },
    { NULL, "sv", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *words = eup_rules_time_of_day (table[i].iso, table[i].language);

      g_assert_cmpstr (words, ==, table[i].words);
    }
}

static void
a_parked_question_waits_until_it_is_answered (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");
  g_autoptr (EupAssessment) assessment = eup_whole_case (model);
  const EupQuestion *question = eup_method_find_question (model->method, "q1");
  g_autoptr (GPtrArray) none = eup_rules_parked (assessment, model);
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (GPtrArray) answered = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  eup_edit (assessment, "parked q3 at=2026-11-26T14:00:00+01:00 | parked q1 at=2026-11-26T14:01:00+01:00");
  one = eup_rules_parked (assessment, model);
  g_assert_cmpuint (one->len, ==, 2);
  g_assert_true (one->pdata[0] == question);
  eup_edit (assessment, "statement q1-anna words=Sjön | statement q1-per words=Samma");
  g_assert_true (eup_rules_is_parked (assessment, model, question));
  eup_edit (assessment, "statement q1-maria words=Sjön");
  g_assert_false (eup_rules_is_parked (assessment, model, question));
  answered = eup_rules_parked (assessment, model);
  g_assert_cmpuint (answered->len, ==, 1);
}

static void
a_question_that_is_no_longer_asked_is_not_parked (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");
  g_autoptr (EupAssessment) assessment = eup_whole_case (model);
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (GPtrArray) parked = NULL;

  eup_edit (assessment, "card technology=memory-aid | card functions= | parked q25 at=2026-11-26T14:00:00Z");
  open = eup_rules_open_questions (assessment, model);
  g_assert_false (g_ptr_array_find (open, eup_method_find_question (model->method, "q25"), NULL));
  parked = eup_rules_parked (assessment, model);
  g_assert_cmpuint (parked->len, ==, 0);
}

static void
who_decides_says_whether_there_is_an_interest (void)
{
  static const struct
  {
    const char *edits;
    EupInterest interest;
  } table[] = {
    { "person karin interest=none", EUP_INTEREST_NONE },
    { "person karin interest=", EUP_INTEREST_NOT_ASKED },
    { "person karin interest=some", EUP_INTEREST_SOME },
    { "person karin interest= | person karin decides=false", EUP_INTEREST_NONE },
    { "person karin interest=some | person karin decides=false", EUP_INTEREST_SOME },
  };
  g_autoptr (EupModel) model = eup_whole_model ("SE");

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (EupAssessment) assessment = eup_whole_case (model);

      g_test_message ("%s", table[i].edits);
      eup_edit (assessment, table[i].edits);
      g_assert_cmpint (eup_rules_interest (eup_assessment_find_person (assessment, "karin")), ==,
                       table[i].interest);
    }
}

static void
the_planned_end_is_known_on_the_planned_day_only (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");
  g_autoptr (EupAssessment) assessment = eup_whole_case (model);
  int minutes = eup_rules_meeting_minutes (assessment, model);
  g_autoptr (GDateTime) begin = g_date_time_new_from_iso8601 ("2026-11-26T13:30:00+01:00", NULL);
  g_autoptr (GDateTime) end = g_date_time_add_minutes (begin, minutes);
  g_autofree char *expected = g_date_time_format (end, "%Y-%m-%dT%H:%M:%S%:z");
  g_autofree char *before = eup_rules_planned_end (assessment, model);
  g_autofree char *planned = NULL;
  g_autofree char *week_after = NULL;

  g_assert_cmpint (minutes, >, 30);
  g_assert_null (before);
  eup_edit (assessment, SITS);
  planned = eup_rules_planned_end (assessment, model);
  g_assert_cmpstr (planned, ==, expected);
  eup_edit (assessment, SAT " | session b began=2026-12-03T13:30:00+01:00");
  week_after = eup_rules_planned_end (assessment, model);
  g_assert_null (week_after);
}

static void
the_time_at_a_stage_is_kept (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");
  g_autoptr (EupAssessment) assessment = eup_whole_case (model);
  GPtrArray *stages = eup_method_get_stages (model->method);

  eup_edit (assessment, "stage-time values seconds=375");
  for (guint i = 0; i < stages->len; i++)
    g_assert_cmpint (eup_rules_stage_seconds (assessment, stages->pdata[i]), ==,
                     g_str_equal (((EupStage *) stages->pdata[i])->id, "values") ? 375 : 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sessions/who_is_there_is_waited_for", who_is_there_is_waited_for);
  g_test_add_func ("/sessions/who_came_after_the_answers_were_shown_is_not_missing_there",
                   who_came_after_the_answers_were_shown_is_not_missing_there);
  g_test_add_func ("/sessions/who_left_holds_nothing_up", who_left_holds_nothing_up);
  g_test_add_func ("/sessions/a_session_goes_on_until_it_ends", a_session_goes_on_until_it_ends);
  g_test_add_func ("/sessions/the_last_time_is_what_the_meeting_noted_last",
                   the_last_time_is_what_the_meeting_noted_last);
  g_test_add_func ("/sessions/the_time_of_day_is_the_one_of_the_place",
                   the_time_of_day_is_the_one_of_the_place);
  g_test_add_func ("/sessions/a_parked_question_waits_until_it_is_answered",
                   a_parked_question_waits_until_it_is_answered);
  g_test_add_func ("/sessions/a_question_that_is_no_longer_asked_is_not_parked",
                   a_question_that_is_no_longer_asked_is_not_parked);
  g_test_add_func ("/sessions/who_decides_says_whether_there_is_an_interest",
                   who_decides_says_whether_there_is_an_interest);
  g_test_add_func ("/sessions/the_planned_end_is_known_on_the_planned_day_only",
                   the_planned_end_is_known_on_the_planned_day_only);
  g_test_add_func ("/sessions/the_time_at_a_stage_is_kept", the_time_at_a_stage_is_kept);
  return g_test_run ();
}
