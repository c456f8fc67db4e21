/* A case that names what is not there is told where, with what was found and expected. */

#include "eup-whole.h"

#include "assessment/eup-check-private.h"

typedef struct
{
  const char *edits;
  const char *path;
  const char *message;
} Wrong;

static const Wrong wrongs[] = {
  { "card technology=radio", "$.card.technology", "the catalogue has no technology “radio”" },
  { "card functions=talk,smell", "$.card.functions[1]", "“gps-alarm” has no function “smell”" },
  { "card question=q99", "$.card.question", "the method has no question “q99”" },
  { "card stands=lunch", "$.card.stands", "a meeting has no place “lunch”" },
  { "card done=lunch", "$.card.done[0]", "the method has no task “lunch”" },
  { "person berit voice=resident", "$.people", "found 2 residents, expected one" },
  /* statements */
  { "statement q99-anna words=Ja", "$.statements[13].question", "the method has no question “q99”" },
  { "statement q1-nobody words=Ja", "$.statements[13].person", "nobody in “people” has the id “nobody”" },
  { "statement q10-per words=Ja", "$.statements[13].person",
    "question “q10” does not ask the voice “relatives”" },
  { "person hong voice=none | statement q1-hong words=Hej", "$.statements[13].person",
    "question “q1” does not ask the voice “none”" },
  { "statement q10-anna stances.answer=perhaps", "$.statements[1].stances.answer",
    "the scale “will” has no option “perhaps”" },
  { "statement q10-anna stances.night=yes", "$.statements[1].stances.night",
    "question “q10” is not answered for “night”" },
  { "statement q4-anna stances.answer=mostly", "$.statements[13].stances.answer",
    "question “q4” is not answered for “answer”" },
  { "statement q1-anna stances.answer=yes", "$.statements[13].stances.answer",
    "question “q1” has no scale for this voice, expected words only" },
  { "statement q2-anna ticks=resident-wish,money", "$.statements[0].ticks[1]",
    "question “q2” has nothing to tick called “money”" },
  { "statement q1-anna ticks=doubt", "$.statements[13].ticks[0]",
    "question “q1” has nothing to tick called “doubt”" },
  { "statement q1-anna nonAnswer=asleep", "$.statements[13].nonAnswer",
    "the method has no such non-answer as “asleep”" },
  { "statement again question=q2 | statement again person=anna", "$.statements[13]",
    "“anna” has answered question “q2” already, expected one statement" },
  { "statement q10-anna said=2026-02-30", "$.statements[1].said",
    "found “2026-02-30”, expected a day or a time such as 2026-11-26" },
  /* people without their names */
  { "statement q20-maria counts.answer/same=1", "$.statements[4].counts.answer/same",
    "“maria” is one person, expected no counts" },
  { "person maria size=5 | statement q20-maria counts.answer/perhaps=1",
    "$.statements[4].counts.answer/perhaps", "the scale “effect” has no option “perhaps”" },
  { "person maria size=5 | statement q20-maria counts.night/same=1", "$.statements[4].counts.night/same",
    "question “q20” is not answered for “night”" },
  { "person maria size=5 | statement q1-maria counts.answer/same=1", "$.statements[13].counts.answer/same",
    "question “q1” has no scale for this voice, expected words only" },
  { "person maria size=5 | statement q20-maria counts.answer/same=6", "$.statements[4].counts.answer/same",
    "found 6 answers, expected 5 or fewer" },
  /* fields */
  { "statement q1-anna fields.colour=red", "$.statements[13].fields.colour",
    "question “q1” has no field “colour”" },
  { "statement q21-anna fields.cost=0", "$.statements[5].fields.cost",
    "the field “cost” does not ask the voice “resident”" },
  { "statement q23-maria fields.control=often", "$.statements[8].fields.control",
    "the field “control” has no option “often”" },
  { "statement q23-maria fields.control=never no", "$.statements[8].fields.control",
    "the field “control” has no option “never no”" },
  { "statement q9-lena fields.ways=talk dance", "$.statements[13].fields.ways",
    "the field “ways” has no option “dance”" },
  { "statement q9-lena fields.ways=talk talk", "$.statements[13].fields.ways",
    "the option “talk” is chosen twice, expected once" },
  { "statement q21-lena fields.cost=-5", "$.statements[7].fields.cost",
    "found “-5”, expected a whole number, 0 or more" },
  { "statement q21-lena fields.cost=12,50", "$.statements[7].fields.cost",
    "found “12,50”, expected a whole number, 0 or more" },
  { "statement q3-per fields.last=2026-02-30", "$.statements[13].fields.last",
    "found “2026-02-30”, expected a date such as 2026-11-26" },
  { "statement q3-per fields.last=yesterday", "$.statements[13].fields.last",
    "found “yesterday”, expected a date such as 2026-11-26" },
  { "statement q3-per fields.often=two\nlines", "$.statements[13].fields.often",
    "found several lines, expected one" },
  /* around the decision */
  { "decision outcome=perhaps", "$.decision.outcome", "the method has no outcome “perhaps”" },
  { "decision road=back", "$.decision.road", "the rule pack has no road “back”" },
  { "decision provision=fl-25", "$.decision.provision", "the road “execution” does not rest on “fl-25”" },
  { "reveal q99 at=2026-11-26T14:00:00+01:00", "$.reveals[0].id", "the method has no question “q99”" },
  { "attempt a question=q99", "$.attempts[0].question", "the method has no question “q99”" },
  { "condition a text=Promenad | condition a question=q99", "$.conditions[0].question",
    "the method has no question “q99”" },
  { "dissent nobody answer=none", "$.dissents[4].id", "nobody in “people” has the id “nobody”" },
  { "consent c9-anna answer=yes", "$.consents[3].consent", "the method has no consent “c9”" },
  { "consent c1-nobody answer=yes", "$.consents[3].person", "nobody in “people” has the id “nobody”" },
  { "consent c4-anna about=nobody", "$.consents[2].about", "nobody in “people” has the id “nobody”" },
  { "consent c4-per answer=yes", "$.consents[3].about",
    "the consent “c4” is about one person, expected who" },
  { "weight q99 weight=no-concern", "$.weights[6].id", "the method has no question “q99”" },
  { "weight q1 weight=no-concern", "$.weights[6].id", "question “q1” is not weighed" },
  { "weight q15 weight=heavy", "$.weights[0].weight", "the scale “weight” has no option “heavy”" },
  { "override g99 name=Karin", "$.overrides[0].id", "the method has no gate “g99”" },
  { "override g3 name=Karin", "$.overrides[0].id", "nobody may go past the gate “g3”" },
  /* how the talk went */
  { "session a began=2026-11-26T14:00:00Z | session a ended=2026-11-26T13:00:00Z", "$.sessions[0].ended",
    "found 2026-11-26T13:00:00Z, expected a time after 2026-11-26T14:00:00Z" },
  { "attendance a person=nobody | attendance a joined=2026-11-26T14:00:00Z", "$.attendance[0].person",
    "nobody in “people” has the id “nobody”" },
  { "attendance a person=per | attendance a joined=2026-11-26T14:00:00Z | "
    "attendance a left=2026-11-26T13:59:59Z",
    "$.attendance[0].left", "found 2026-11-26T13:59:59Z, expected a time after 2026-11-26T14:00:00Z" },
  { "stage-time lunch seconds=60", "$.stageTimes[0].id", "the method has no stage “lunch”" },
  { "parked q99 at=2026-11-26T14:00:00Z", "$.parked[0].id", "the method has no question “q99”" },
  { "confirmation q99-anna answer=yes", "$.confirmations[0].id", "there is no statement “q99-anna”" },
  { "confirmation q10-anna person=per", "$.confirmations[0].person",
    "found “per”, expected “anna”, who is said to have said it" },
  { "sitting a began=2026-11-26T14:00:00Z | sitting a ended=2026-11-25T14:00:00Z", "$.sittings[0].ended",
    "found 2026-11-25T14:00:00Z, expected a time after 2026-11-26T14:00:00Z" },
  { "sitting-answer a sitting=s | sitting-answer a question=q10 | sitting-answer a item=answer",
    "$.sittingAnswers[0].sitting", "there is no sitting “s”" },
  { "sitting s began=2026-11-26T14:00:00Z | sitting-answer a sitting=s | sitting-answer a question=q99",
    "$.sittingAnswers[0].question", "the method has no question “q99”" },
  { "sitting s began=2026-11-26T14:00:00Z | sitting-answer a sitting=s | sitting-answer a question=q10 | "
    "sitting-answer a item=answer | sitting-answer a option=perhaps",
    "$.sittingAnswers[0].option", "the resident has no option “perhaps” at question “q10”" },
  { "sitting s began=2026-11-26T14:00:00Z | sitting-answer a sitting=s | sitting-answer a question=q10 | "
    "sitting-answer a item=answer | sitting-answer a nonAnswer=asleep",
    "$.sittingAnswers[0].nonAnswer", "the method has no such non-answer as “asleep”" },
  { "sitting s began=2026-11-26T14:00:00Z | sitting-answer a sitting=s | sitting-answer a question=q4 | "
    "sitting-answer a item=answer",
    "$.sittingAnswers[0].item", "question “q4” is not answered for “answer”" },
  { "sitting s began=2026-11-26T14:00:00Z | sitting s topics=q10,q99", "$.sittings[0].topics[1]",
    "the method has no question “q99”" },
  { "sitting s began=2026-11-26T14:00:00Z | sitting s topics=q4/comfort", "$.sittings[0].topics[0]",
    "question “q4” is not answered for “comfort”" },
  { "sign a sign=tired | sign a sitting=s", "$.signs[0].sitting", "there is no sitting “s”" },
  { "sign a sign=tired | sign a question=q99", "$.signs[0].question", "the method has no question “q99”" },
  { "override g17 name=Karin", "$.overrides[0].id", "nobody may go past the gate “g17”" },
  /* acknowledgements */
  { "acknowledgement nobody answer=not-asked | acknowledgement nobody words=Reste",
    "$.acknowledgements[0].id", "nobody in “people” has the id “nobody”" },
  { "acknowledgement hong answer=not-asked | acknowledgement hong words=Reste | person hong voice=none",
    "$.acknowledgements[0].id", "“hong” has no voice, expected somebody who has" },
  { "acknowledgement maria answer=not-asked | acknowledgement maria words=Reste | person maria size=5",
    "$.acknowledgements[0].id", "“maria” stands for several people, expected one" },
  { "acknowledgement per answer=said | acknowledgement per at=2026-11-26T15:00:00Z",
    "$.acknowledgements[0].witness", "expected who sat beside" },
  { "acknowledgement per answer=said | acknowledgement per witness=Lena", "$.acknowledgements[0].at",
    "expected when it was" },
  { "acknowledgement per answer=declined | acknowledgement per witness=Per", "$.acknowledgements[0].witness",
    "nobody is the witness of their own acknowledgement" },
  { "acknowledgement per answer=not-asked", "$.acknowledgements[0].words", "“not-asked” needs the reason" },
  { "acknowledgement per answer=drawn", "$.acknowledgements[0].drawing", "“drawn”, but there is no stroke" },
  { "acknowledgement per answer=cannot | acknowledgement per drawing=1", "$.acknowledgements[0].drawing",
    "strokes belong to the answer “drawn” alone" },
};

static void
what_is_not_there_is_told_with_its_place (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");

  for (guint i = 0; i < G_N_ELEMENTS (wrongs); i++)
    {
      g_autoptr (EupAssessment) assessment = eup_whole_case (model);
      g_autoptr (EupProblems) problems = eup_problems_new ("case.json");

      g_test_message ("%s", wrongs[i].edits);
      eup_edit (assessment, wrongs[i].edits);
      g_assert_false (eup_assessment_check (assessment, model, problems));
      g_assert_cmpuint (eup_problems_get_n (problems), ==, 1);
      g_assert_cmpstr (eup_problems_get (problems, 0)->path, ==, wrongs[i].path);
      g_assert_cmpstr (eup_problems_get (problems, 0)->message, ==, wrongs[i].message);
    }
}

static void
all_that_is_wrong_is_told_in_one_go (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");
  g_autoptr (EupAssessment) assessment = eup_whole_case (model);
  g_autoptr (EupProblems) problems = eup_problems_new ("case.json");

  eup_edit (assessment, "card functions=smell | statement q10-anna stances.answer=perhaps");
  eup_edit (assessment, "weight q15 weight=heavy | decision outcome=perhaps");
  g_assert_false (eup_assessment_check (assessment, model, problems));
  g_assert_cmpuint (eup_problems_get_n (problems), ==, 4);
}

typedef struct
{
  EupPartKind kind;
  const char *id, *version, *digest;
  const char *path; /* NULL: nothing is wrong */
} Pin;

static const Pin pins[] = {
  { EUP_PART_METHOD, "tre-roster", "1.0", NULL, NULL },
  { EUP_PART_METHOD, "other", "1.0", NULL, "$.method.id" },
  { EUP_PART_METHOD, "tre-roster", "0.1", NULL, "$.method.version" },
  { EUP_PART_METHOD, "tre-roster", "1.0", "ff", "$.method.digest" },
  { EUP_PART_CATALOGUE, NULL, NULL, NULL, NULL },
  { EUP_PART_CATALOGUE, "other", "1.0", NULL, "$.catalogue.id" },
  { EUP_PART_CATALOGUE, "technologies", "0.1", NULL, "$.catalogue.version" },
  { EUP_PART_CATALOGUE, "technologies", "1.0", "ff", "$.catalogue.digest" },
  { EUP_PART_RULES, NULL, NULL, NULL, NULL }, /* not chosen yet */
  { EUP_PART_RULES, "cn", "1.0", NULL, "$.rules.id" },
  { EUP_PART_RULES, "se", "0.9", NULL, "$.rules.version" },
  { EUP_PART_RULES, "se", "1.0", "ff", "$.rules.digest" },
  { EUP_PART_ADDITION, "bjorkdalen", "1.0", NULL, "$.additions[0].id" },
};

static void
a_case_is_read_with_what_it_was_begun_with (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");

  for (guint i = 0; i < G_N_ELEMENTS (pins); i++)
    {
      g_autoptr (EupAssessment) assessment = eup_whole_case (model);
      g_autoptr (EupProblems) problems = eup_problems_new ("case.json");
      EupPin *pin = eup_shape_new (eup_part_shape (pins[i].kind));

      g_test_message ("%s %s %s", eup_part_kind_to_name (pins[i].kind), pins[i].id, pins[i].version);
      g_set_str (&pin->id, pins[i].id);
      g_set_str (&pin->version, pins[i].version);
      g_set_str (&pin->digest, pins[i].digest);
      eup_assessment_put (assessment, pins[i].kind, pin);
      /* what makes no sense against another method is not told */
      eup_edit (assessment, pins[i].path ? "decision outcome=perhaps" : "card number=1");
      g_assert_cmpint (eup_assessment_check (assessment, model, problems), ==, pins[i].path == NULL);
      g_assert_cmpuint (eup_problems_get_n (problems), ==, pins[i].path != NULL);
      if (pins[i].path != NULL)
        g_assert_cmpstr (eup_problems_get (problems, 0)->path, ==, pins[i].path);
    }
}

static EupModel *
model_with_addition (void)
{
  g_autoptr (EupModel) plain = eup_whole_model ("SE");
  g_autofree char *path =
      g_build_filename (g_getenv ("EUP_SOURCE"), "data", "additions", "bjorkdalen.json", NULL);
  g_autoptr (GPtrArray) additions = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GError) error = NULL;
  EupModel *model;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  g_ptr_array_add (additions, g_bytes_new_take (text, length));
  model = eup_model_new (plain->sources->pdata[0], plain->sources->pdata[1], plain->sources->pdata[2],
                         additions, NULL, NULL, &error);
  g_assert_no_error (error);
  return model;
}

static void
a_local_addition_must_be_the_one_the_case_names (void)
{
  g_autoptr (EupModel) model = model_with_addition ();
  const EupAdditionPin *here = model->additions->pdata[0];
  g_autoptr (EupAssessment) assessment = eup_whole_case (model);
  g_autoptr (EupProblems) without = eup_problems_new ("case.json");
  g_autoptr (EupProblems) with = eup_problems_new ("case.json");
  g_autoptr (EupProblems) older = eup_problems_new ("case.json");
  EupPin *pin = eup_shape_new (eup_part_shape (EUP_PART_ADDITION));

  g_assert_false (eup_assessment_check (assessment, model, without));
  g_assert_cmpstr (eup_problems_get (without, 0)->path, ==, "$.additions");

  pin->id = g_strdup (here->id);
  pin->version = g_strdup (here->version);
  pin->digest = g_strdup (here->digest);
  eup_assessment_put (assessment, EUP_PART_ADDITION, pin);
  g_assert_true (eup_assessment_check (assessment, model, with));

  g_set_str (&pin->version, "0.9");
  g_assert_false (eup_assessment_check (assessment, model, older));
  g_assert_cmpstr (eup_problems_get (older, 0)->path, ==, "$.additions[0].version");
}

/* An answer to a question of an addition is an answer like any other. */
static void
the_questions_of_an_addition_are_asked_too (void)
{
  g_autoptr (EupModel) model = model_with_addition ();
  g_autoptr (EupAssessment) assessment = eup_whole_case (model);
  g_autoptr (GPtrArray) open = eup_rules_open_questions (assessment, model);

  g_assert_cmpuint (open->len, ==, 30);
}

#define ADD(name) g_test_add_func ("/check/" #name, name)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD (what_is_not_there_is_told_with_its_place);
  ADD (all_that_is_wrong_is_told_in_one_go);
  ADD (a_case_is_read_with_what_it_was_begun_with);
  ADD (a_local_addition_must_be_the_one_the_case_names);
  ADD (the_questions_of_an_addition_are_asked_too);
  return g_test_run ();
}
