/* Which questions a case opens: by its level, by what was answered, in an urgent case. */

#include "eup-whole.h"

#include <string.h>

/* The ids of the open questions, a space between. */
static char *
open_questions (const EupAssessment *assessment, const EupModel *model, guint *n)
{
  g_autoptr (GPtrArray) open = eup_rules_open_questions (assessment, model);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < open->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", ((EupQuestion *) open->pdata[i])->id);
  if (n != NULL)
    *n = open->len;
  return g_string_free_and_steal (ids);
}

typedef struct
{
  const char *edits;
  int level;
  guint n;
  const char *questions; /* (nullable): just these */
} OpenCase;

#define SHORT_PATH "q1 q2 q4 q5 q6 q7 q9 q10 q14 q15 q16 q17 q18 q20 q21 q23"
#define UNCLEAR_PATH "q1 q2 q4 q5 q6 q7 q9 q10 q11 q12 q13 q14 q15 q16 q17 q18 q20 q21 q23 q28"
#define STOVE "card technology=memory-aid | card functions=stove-guard"

static const OpenCase open_cases[] = {
  { STOVE, 0, 17, SHORT_PATH " q28" },
  { "card technology=fall-alarm | card functions=worn", 1, 20, SHORT_PATH " q25 q26 q27 q28" },
  { "card technology=gps-alarm | card functions=position-on-press", 2, 28, NULL },
  { "card technology=night-camera | card functions=", 3, 28, NULL },
  { STOVE " | statement q10-anna stances.answer=yes", 0, 17, SHORT_PATH " q28" },
  { STOVE " | statement q10-anna stances.answer=no", 0, 17, SHORT_PATH " q28" },
  { STOVE " | -statement q10-anna", 0, 17, SHORT_PATH " q28" },
  { STOVE " | statement q10-anna stances.answer=yes-if", 0, 20, UNCLEAR_PATH },
  { STOVE " | statement q10-anna stances.answer=unsure", 0, 20, UNCLEAR_PATH },
  { STOVE " | statement q10-anna stances.answer=varies", 0, 20, UNCLEAR_PATH },
  { STOVE " | statement q10-anna stances.answer=other-decides", 0, 20, UNCLEAR_PATH },
  { STOVE " | statement q10-anna stances.answer=not-reached", 0, 20, UNCLEAR_PATH },
  { STOVE " | statement q10-anna ticks=doubt", 0, 20, UNCLEAR_PATH },
  { STOVE " | statement q10-anna stances.answer= | statement q10-anna words=Jaha", 0, 20, UNCLEAR_PATH },
  { STOVE " | statement q10-anna nonAnswer=unknown", 0, 20, UNCLEAR_PATH },
  { STOVE " | statement q10-anna nonAnswer=declined", 0, 20, UNCLEAR_PATH },
  { STOVE " | statement q10-anna nonAnswer=not-asked | statement q10-anna reason=Sov", 0, 20, UNCLEAR_PATH },
  { STOVE " | statement q10-anna nonAnswer=not-asked", 0, 17, SHORT_PATH " q28" }, /* not complete yet */
  { "card urgent=true", 2, 4, "q2 q5 q10 q27" },
  { "card urgent=true | " STOVE, 0, 4, "q2 q5 q10 q27" },
  { "card urgent=true | consent c2-anna answer=cannot | consent c2-per answer=yes", 2, 5,
    "q2 q5 q10 q13 q27" },
  { "card urgent=true | statement q10-anna stances.answer=unsure", 2, 7, "q2 q5 q10 q11 q12 q13 q27" },
};

static void
a_level_and_an_unclear_answer_open_their_questions (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");

  for (guint i = 0; i < G_N_ELEMENTS (open_cases); i++)
    {
      const OpenCase *row = &open_cases[i];
      g_autoptr (EupAssessment) assessment = eup_whole_case (model);
      g_autofree char *questions = NULL;
      guint n;

      g_test_message ("%s", row->edits);
      eup_edit (assessment, row->edits);
      questions = open_questions (assessment, model, &n);
      g_assert_cmpint (eup_rules_level (assessment, model), ==, row->level);
      g_test_message ("%s", questions);
      g_assert_cmpuint (n, ==, row->n);
      if (row->questions != NULL)
        g_assert_cmpstr (questions, ==, row->questions);
    }
}

static void
a_function_switched_on_in_the_middle_opens_questions_and_loses_nothing (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");
  g_autoptr (EupAssessment) assessment = eup_whole_case (model);
  const EupQuestion *dignity = eup_method_find_question (model->method, "q19");
  g_autofree char *before = NULL;
  g_autofree char *more = NULL;
  g_autofree char *after = NULL;
  guint said;
  guint n;

  eup_edit (assessment, "card technology=fall-alarm | card functions=worn");
  before = open_questions (assessment, model, &n);
  g_assert_cmpuint (n, ==, 20);

  eup_edit (assessment, "card functions=worn,radar"); /* it follows how somebody moves: level 2 */
  more = open_questions (assessment, model, &n);
  g_assert_cmpuint (n, ==, 28);
  eup_edit (assessment, "statement q19-anna stances.answer=bad | statement q19-anna words=Som ett barn");
  eup_edit (assessment, "statement q19-per stances.answer=same | statement q19-maria stances.answer=same");
  g_assert_true (eup_rules_may_reveal (assessment, model, dignity));
  said = assessment->statements->len;

  eup_edit (assessment, "card functions=worn");
  after = open_questions (assessment, model, &n);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (assessment->statements->len, ==, said);
  g_assert_cmpstr (eup_assessment_find_statement (assessment, "q19", "anna")->words, ==, "Som ett barn");

  eup_edit (assessment, "card functions=worn,radar");
  g_clear_pointer (&after, g_free);
  after = open_questions (assessment, model, NULL);
  g_assert_cmpstr (after, ==, more);
}

/* What is weighed at a question that is closed again does not count, and is there when it opens. */
static void
a_weight_counts_while_its_question_is_open (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");
  g_autoptr (EupAssessment) assessment = eup_whole_case (model);
  const EupOutcome *introduce = eup_method_find_outcome (model->method, "introduce");

  eup_edit (assessment, "weight q19 weight=should-not");
  g_assert_false (eup_rules_outcome_is_possible (assessment, model, introduce));
  eup_edit (assessment, "card functions=talk"); /* level 1: q19 is not asked */
  g_assert_true (eup_rules_outcome_is_possible (assessment, model, introduce));
  eup_edit (assessment, "card functions=talk,zone");
  g_assert_false (eup_rules_outcome_is_possible (assessment, model, introduce));
}

typedef struct
{
  const char *edits;
  gboolean complete;
} CompleteCase;

/* Maria's answer to q27, which has fields and no scale. */
static const CompleteCase complete_cases[] = {
  { "-statement q27-maria", FALSE },
  { "-statement q27-maria | statement q27-maria words= ", FALSE },
  { "-statement q27-maria | statement q27-maria fields.backup= ", FALSE },
  { "-statement q27-maria | statement q27-maria fields.backup=Vi går dit", TRUE },
  { "-statement q27-maria | statement q27-maria words=Vi går dit", TRUE },
  { "-statement q27-maria | statement q27-maria nonAnswer=unknown", TRUE },
  { "-statement q27-maria | statement q27-maria nonAnswer=not-applicable", FALSE },
  { "-statement q27-maria | statement q27-maria nonAnswer=not-applicable | statement q27-maria reason=Inget "
    "batteri",
    TRUE },
};

static void
a_field_alone_is_an_answer (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");
  const EupQuestion *fails = eup_method_find_question (model->method, "q27");

  for (guint i = 0; i < G_N_ELEMENTS (complete_cases); i++)
    {
      g_autoptr (EupAssessment) assessment = eup_whole_case (model);

      g_test_message ("%s", complete_cases[i].edits);
      eup_edit (assessment, complete_cases[i].edits);
      g_assert_cmpint (eup_rules_has_answered (assessment, model, fails, EUP_VOICE_STAFF), ==,
                       complete_cases[i].complete);
    }
}

static void
somebody_without_a_voice_is_never_waited_for (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");
  g_autoptr (EupAssessment) assessment = eup_whole_case (model);
  GPtrArray *questions = eup_method_get_questions (model->method);

  eup_edit (assessment, "person hong name=Hong | person hong voice=none | person hong interprets=true");
  g_assert_cmpint (eup_person_voice (eup_assessment_find_person (assessment, "hong")), ==, EUP_VOICE_NONE);
  for (guint i = 0; i < questions->len; i++)
    {
      g_autoptr (GPtrArray) missing = eup_rules_missing_people (assessment, model, questions->pdata[i]);

      for (guint j = 0; j < missing->len; j++)
        g_assert_cmpstr (((EupPerson *) missing->pdata[j])->id, !=, "hong");
    }
}

static void
prompts_come_from_the_technology_at_its_questions (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");
  g_autoptr (EupAssessment) assessment = eup_whole_case (model);
  GPtrArray *questions = eup_method_get_questions (model->method);
  const EupTechnology *alarm = eup_catalogue_find (model->catalogue, "gps-alarm");
  guint n = 0;

  for (guint i = 0; i < questions->len; i++)
    {
      g_autoptr (GPtrArray) prompts = eup_rules_prompts (assessment, model, questions->pdata[i]);

      n += prompts->len;
    }
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (n, ==, alarm->prompts->len);
}

/* In the order of the stages: a stage without questions keeps its own minutes. */
static void
a_stage_takes_as_long_as_its_open_questions (void)
{
  static const int full[] = { 30, 10, 12, 12, 15, 8, 8, 15, 20 };
  static const int least[] = { 30, 8, 10, 7, 13, 4, 0, 15, 20 };
  g_autoptr (EupModel) model = eup_whole_model ("SE");
  g_autoptr (EupAssessment) whole = eup_whole_case (model);
  g_autoptr (EupAssessment) small = eup_whole_case (model);
  GPtrArray *stages = eup_method_get_stages (model->method);

  eup_edit (whole, "statement q10-anna stances.answer=unsure");
  eup_edit (small, STOVE);
  g_assert_cmpuint (stages->len, ==, G_N_ELEMENTS (full));
  for (guint i = 0; i < stages->len; i++)
    {
      g_assert_cmpint (eup_rules_minutes (whole, model, stages->pdata[i]), ==, full[i]);
      g_assert_cmpint (eup_rules_minutes (small, model, stages->pdata[i]), ==, least[i]);
    }
}

#define ADD(name) g_test_add_func ("/questions/" #name, name)

static void
the_place_in_a_stage_counts_what_is_asked (void)
{
  static const struct
  {
    const char *edits;
    const char *question;
    guint place, n;
  } rows[] = {
    { "card product=", "q10", 2, 6 },
    { STOVE, "q10", 2, 3 },
    { STOVE, "q14", 3, 3 },
    { STOVE " | statement q10-anna stances.answer=unsure", "q14", 6, 6 },
    { "card urgent=true", "q10", 1, 1 },
    { STOVE, "q12", 3, 4 }, /* closed, and still on the screen */
  };
  g_autoptr (EupModel) model = eup_whole_model ("SE");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (EupAssessment) assessment = eup_whole_case (model);
      guint n;

      eup_edit (assessment, rows[i].edits);
      g_test_message ("%s, %s", rows[i].edits, rows[i].question);
      g_assert_cmpuint (eup_rules_place_in_stage (assessment, model,
                                                  eup_method_find_question (model->method, rows[i].question),
                                                  &n),
                        ==, rows[i].place);
      g_assert_cmpuint (n, ==, rows[i].n);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD (a_level_and_an_unclear_answer_open_their_questions);
  ADD (a_function_switched_on_in_the_middle_opens_questions_and_loses_nothing);
  ADD (a_weight_counts_while_its_question_is_open);
  ADD (a_stage_takes_as_long_as_its_open_questions);
  ADD (the_place_in_a_stage_counts_what_is_asked);
  ADD (a_field_alone_is_an_answer);
  ADD (somebody_without_a_voice_is_never_waited_for);
  ADD (prompts_come_from_the_technology_at_its_questions);
  return g_test_run ();
}
