/* The resident's sittings: what is asked, what follows from the answers, and what does not. */

#include "eup-whole.h"

#include "assessment/eup-sittings.h"

#define SITTING(id, began, method)                                                                           \
  "sitting " id " began=" began " | sitting " id " method=" method " | sitting " id " by=Maria"
#define ANSWER(id, sitting, question, item, field, value, at)                                                \
  "sitting-answer " id " sitting=" sitting " | sitting-answer " id " question=" question                     \
  " | sitting-answer " id " item=" item " | sitting-answer " id " " field "=" value " | sitting-answer " id  \
  " at=" at
#define FIRST SITTING ("one", "2026-11-14T10:00:00+01:00", "talk")
#define SECOND SITTING ("two", "2026-11-17T18:00:00+01:00", "pictures")

static EupStatement *
said (const char *edits, const char *question, const char *sitting)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");
  g_autoptr (EupAssessment) assessment = eup_whole_case (model);

  eup_edit (assessment, edits);
  return eup_rules_said_in_sittings (assessment, eup_method_find_question (model->method, question), sitting);
}

static void
free_said (EupStatement *statement)
{
  if (statement != NULL)
    eup_shape_free (eup_part_shape (EUP_PART_STATEMENT), statement);
}

/* As "stance of the item, non-answer, how, words". */
static const struct
{
  const char *edits;
  const char *question, *item, *sitting;
  const char *expected; /* NULL: nothing was said */
} sayings[] = {
  { FIRST, "q10", "answer", NULL, NULL },
  { FIRST " | " ANSWER ("a", "one", "q10", "answer", "option", "yes", "2026-11-14T10:05:00+01:00"), "q10",
    "answer", NULL, "yes - sitting -" },
  { SECOND " | " ANSWER ("a", "two", "q10", "answer", "option", "yes", "2026-11-17T18:05:00+01:00"), "q10",
    "answer", NULL, "yes - pictures -" },
  /* the latest sitting counts, wherever it stands in the file */
  { SECOND " | " ANSWER ("a",
                         "two",
                         "q10",
                         "answer",
                         "option",
                         "no",
                         "2026-11-17T18:05:00+01:00") " | " FIRST " | " ANSWER ("b",
                                                                                "one",
                                                                                "q10",
                                                                                "answer",
                                                                                "option",
                                                                                "yes",
                                                                                "2026-11-14T10:05:00+01:00"),
    "q10", "answer", NULL, "no - pictures -" },
  { SECOND " | " ANSWER ("a",
                         "two",
                         "q10",
                         "answer",
                         "option",
                         "no",
                         "2026-11-17T18:05:00+01:00") " | " FIRST " | " ANSWER ("b",
                                                                                "one",
                                                                                "q10",
                                                                                "answer",
                                                                                "option",
                                                                                "yes",
                                                                                "2026-11-14T10:05:00+01:00"),
    "q10", "answer", "one", "yes - sitting -" },
  /* an item that is asked another day keeps what was said of the others */
  { FIRST " | " ANSWER ("a",
                        "one",
                        "q4",
                        "security",
                        "option",
                        "a-little",
                        "2026-11-14T10:05:00+01:00") " | " SECOND " | " ANSWER ("b",
                                                                                "two",
                                                                                "q4",
                                                                                "participation",
                                                                                "option",
                                                                                "mostly",
                                                                                "2026-11-17T18:05:00+01:00"),
    "q4", "security", NULL, "a-little - pictures -" },
  { FIRST " | " ANSWER ("a", "one", "q15", "answer", "nonAnswer", "declined", "2026-11-14T10:05:00+01:00"),
    "q15", "answer", NULL, "- declined sitting -" },
  /* who would rather not answer one item has answered the other */
  { FIRST " | " ANSWER ("a",
                        "one",
                        "q4",
                        "security",
                        "option",
                        "a-little",
                        "2026-11-14T10:05:00+01:00") " | " ANSWER ("b",
                                                                   "one",
                                                                   "q4",
                                                                   "participation",
                                                                   "nonAnswer",
                                                                   "declined",
                                                                   "2026-11-14T10:06:00+01:00"),
    "q4", "security", NULL, "a-little - sitting -" },
  { FIRST " | " ANSWER ("a", "one", "q1", "answer", "words", "Kaffe", "2026-11-14T10:05:00+01:00"), "q1",
    "answer", NULL, "- - sitting Kaffe" },
  /* words without an answer on the scale are an answer */
  { FIRST " | " ANSWER ("a", "one", "q15", "answer", "words", "Vet inte", "2026-11-14T10:05:00+01:00"), "q15",
    "answer", NULL, "- - sitting Vet inte" },
};

static void
what_the_resident_said_is_what_was_said_last (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sayings); i++)
    {
      EupStatement *statement = said (sayings[i].edits, sayings[i].question, sayings[i].sitting);
      const char *stance = statement ? g_hash_table_lookup (statement->stances, sayings[i].item) : NULL;
      g_autofree char *found =
          statement ? g_strdup_printf ("%s %s %s %s", stance ? stance : "-",
                                       statement->non_answer ? statement->non_answer : "-", statement->how,
                                       statement->words ? statement->words : "-")
                    : NULL;

      g_test_message ("%u: %s", i, sayings[i].edits);
      g_assert_cmpstr (found, ==, sayings[i].expected);
      free_said (statement);
    }
}

static const struct
{
  const char *edits; /* to the statement that follows from a sitting */
  gboolean same;
} changes[] = {
  { "card number=1", TRUE },
  { "statement q15-anna changed=2026-11-20T10:00:00+01:00", TRUE },
  { "statement q15-anna stances.answer=bad", FALSE },
  { "statement q15-anna words=Nej", FALSE },
  { "statement q15-anna how=meeting", FALSE },
  { "statement q15-anna said=2026-11-20T10:00:00+01:00", FALSE },
  { "statement q15-anna fields.how=words", FALSE },
  { "statement q15-anna source=Lena", FALSE },
  { "statement q15-anna ticks=doubt", FALSE },
  { "statement q15-anna nonAnswer=unknown", FALSE },
  { "statement q15-anna translation=No", FALSE },
  { "statement q15-anna stances.more=good", FALSE },
};

static void
a_statement_that_somebody_changed_is_no_longer_the_sittings (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");
  const EupQuestion *question = eup_method_find_question (model->method, "q15");

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (EupAssessment) assessment = eup_whole_case (model);
      EupStatement *from, *kept;

      eup_edit (assessment, FIRST
                " | " ANSWER ("a", "one", "q15", "answer", "option", "good", "2026-11-14T10:05:00+01:00"));
      from = eup_rules_said_in_sittings (assessment, question, NULL);
      kept = eup_shape_copy (eup_part_shape (EUP_PART_STATEMENT), from);
      kept->id = g_strdup ("q15-anna");
      eup_assessment_put (assessment, EUP_PART_STATEMENT, kept);
      eup_edit (assessment, changes[i].edits);
      kept = eup_assessment_find (assessment, EUP_PART_STATEMENT, "q15-anna");
      g_test_message ("%s", changes[i].edits);
      g_assert_cmpint (eup_rules_is_said_in_sittings (kept, from), ==, changes[i].same);
      free_said (from);
    }
}

static const struct
{
  const char *question;
  const char *first, *second; /* "option good", "nonAnswer declined", "words Ja" */
  EupAgreement expected;
} agreements[] = {
  { "q15", "option good", "option good", EUP_AGREEMENT_SAME },
  { "q15", "option good", "option bad", EUP_AGREEMENT_DIFFERENT },
  { "q15", "option good", "nonAnswer declined", EUP_AGREEMENT_DIFFERENT },
  { "q15", "nonAnswer declined", "nonAnswer declined", EUP_AGREEMENT_SAME },
  { "q15", "nonAnswer declined", "nonAnswer unknown", EUP_AGREEMENT_DIFFERENT },
  { "q15", "option good", NULL, EUP_AGREEMENT_UNKNOWN },
  { "q1", "words Kaffe", "words Kaffe med Greta", EUP_AGREEMENT_UNKNOWN },
};

static void
answer (EupAssessment *assessment, const char *sitting, const char *question, const char *change)
{
  g_auto (GStrv) words = change ? g_strsplit (change, " ", 2) : NULL;
  g_autofree char *edits =
      words ? g_strdup_printf ("sitting-answer %1$s sitting=%1$s | sitting-answer %1$s question=%2$s | "
                               "sitting-answer %1$s item=answer | sitting-answer %1$s %3$s=%4$s | "
                               "sitting-answer %1$s at=2026-11-14T10:05:00+01:00",
                               sitting, question, words[0], words[1])
            : NULL;

  eup_edit (assessment, edits);
}

static void
two_days_agree_where_the_same_was_chosen (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");

  for (guint i = 0; i < G_N_ELEMENTS (agreements); i++)
    {
      g_autoptr (EupAssessment) assessment = eup_whole_case (model);

      eup_edit (assessment, FIRST " | " SECOND);
      answer (assessment, "one", agreements[i].question, agreements[i].first);
      answer (assessment, "two", agreements[i].question, agreements[i].second);
      g_test_message ("%s: %s, %s", agreements[i].question, agreements[i].first, agreements[i].second);
      g_assert_cmpint (eup_rules_sittings_agree (
                           assessment, eup_method_find_question (model->method, agreements[i].question)),
                       ==, agreements[i].expected);
    }
}

/* (transfer full): the topics' names, a space between */
static char *
names_of (GPtrArray *topics)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_null_terminated (8, g_free, TRUE);

  for (guint i = 0; i < topics->len; i++)
    g_ptr_array_add (names, eup_sitting_topic_name (topics->pdata[i]));
  return g_strjoinv (" ", (char **) names->pdata);
}

static void
an_item_is_a_topic_of_its_own_and_nobody_elses_question_is (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");
  g_autoptr (EupAssessment) assessment = eup_whole_case (model);
  g_autoptr (GPtrArray) topics = eup_rules_sitting_topics (assessment, model);
  g_autofree char *names = names_of (topics);
  g_autoptr (GPtrArray) chosen = NULL;
  g_autofree char *still = NULL;

  g_assert_cmpstr (names, ==,
                   "q1 q2 q4/security q4/participation q4/independence q5 q6 q7 q10 q12 q15 q16 q17 q18 q19 "
                   "q20 q21 q28");
  eup_edit (assessment, "sitting one began=2026-11-14T10:00:00Z | sitting one topics=q10,q4/security,q77");
  chosen = eup_rules_sitting_chosen (assessment->sittings->pdata[0], model);
  still = names_of (chosen);
  g_assert_cmpstr (still, ==, "q10 q4/security");
}

static void
what_is_answered_need_not_be_asked_again (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");
  g_autoptr (EupAssessment) assessment = eup_whole_case (model);
  g_autoptr (GPtrArray) topics = eup_rules_sitting_topics (assessment, model);
  g_autoptr (GString) answered = g_string_new (NULL);

  eup_edit (assessment,
            "statement q4-anna stances.security=mostly | " FIRST
            " | " ANSWER ("a", "one", "q15", "answer", "nonAnswer", "declined", "2026-11-14T10:05:00Z"));
  for (guint i = 0; i < topics->len; i++)
    if (eup_rules_topic_is_answered (assessment, topics->pdata[i]))
      {
        g_autofree char *name = eup_sitting_topic_name (topics->pdata[i]);

        g_string_append_printf (answered, "%s ", name);
      }
  g_assert_cmpstr (answered->str, ==, "q2 q4/security q10 q15 q20 q21 q28 ");
}

static void
the_resident_is_asked_in_their_own_language (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");
  g_autoptr (EupAssessment) assessment = eup_whole_case (model);

  g_assert_cmpstr (eup_rules_resident_language (assessment), ==, "sv");
  eup_edit (assessment, "person anna language=zh");
  g_assert_cmpstr (eup_rules_resident_language (assessment), ==, "zh");
}

static void
a_sitting_without_an_end_is_the_one_that_goes_on (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");
  g_autoptr (EupAssessment) assessment = eup_whole_case (model);

  g_assert_null (eup_rules_open_sitting (assessment));
  eup_edit (assessment, FIRST " | sitting one ended=2026-11-14T10:20:00+01:00 | " SECOND);
  g_assert_cmpstr (eup_rules_open_sitting (assessment)->id, ==, "two");
  eup_edit (assessment, ANSWER ("a", "two", "q15", "answer", "option", "good", "2026-11-17T17:09:00Z"));
  g_assert_cmpstr (eup_rules_sitting_last_sign_of_life (assessment, eup_rules_open_sitting (assessment)), ==,
                   "2026-11-17T17:09:00Z");
}

static void
what_others_note_is_marked_in_the_method (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");
  const EupScale *scale = eup_rules_attempted_question (model)->scales[EUP_VOICE_RESIDENT];

  g_assert_true (eup_scale_find_option (scale, "not-reached")->noted);
  g_assert_true (eup_scale_find_option (scale, "varies")->noted);
  g_assert_false (eup_scale_find_option (scale, "no")->noted);
  g_assert_false (eup_scale_find_option (scale, "other-decides")->noted);
}

#define ADD(name) g_test_add_func ("/sittings/" #name, name)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD (what_the_resident_said_is_what_was_said_last);
  ADD (a_statement_that_somebody_changed_is_no_longer_the_sittings);
  ADD (two_days_agree_where_the_same_was_chosen);
  ADD (an_item_is_a_topic_of_its_own_and_nobody_elses_question_is);
  ADD (what_is_answered_need_not_be_asked_again);
  ADD (the_resident_is_asked_in_their_own_language);
  ADD (a_sitting_without_an_end_is_the_one_that_goes_on);
  ADD (what_others_note_is_marked_in_the_method);
  return g_test_run ();
}
