/* Where voices diverge, where one is missing, where somebody lacks information: the worked examples of
 * docs/differences.md, and the edges between them. */

#include "eup-whole.h"

#include <string.h>

static const char *const kind_names[] = {
  [EUP_DIFFERENCE_SIDES] = "sides",
  [EUP_DIFFERENCE_MISSING] = "missing",
  [EUP_DIFFERENCE_UNKNOWN] = "unknown",
};

typedef struct
{
  const char *name; /* as in docs/differences.md; (nullable) for an edge that is not told there */
  const char *question;
  const char *edits;
  const char *expected; /* kind: who spoke in their order; things; "" for no difference */
} Example;

#define SAID(question, anna, per, maria)                                                                     \
  "statement " question "-anna stances.answer=" anna " | statement " question "-per stances.answer=" per     \
  " | statement " question "-maria stances.answer=" maria

static const Example examples[] = {
  /* Nobody has answered: nothing to compare yet. */
  { NULL, "q18", "card number=1", "" },
  { "Both can be true", "q18", SAID ("q18", "bad", "better", "same"), "sides: anna per maria" },
  { "Different scales, same side", "q15", SAID ("q15", "good", "better", "much-better"), "" },
  { NULL, "q15", SAID ("q15", "between", "same", "same"), "" },
  { "In between is a side of its own", "q15", SAID ("q15", "good", "better", "same"),
    "sides: anna per maria" },
  { "Two relatives, two opinions", "q15",
    SAID ("q15",
          "good",
          "better",
          "better") " | person eva voice=relatives | statement q15-eva stances.answer=worse",
    "sides: anna per eva maria" },
  { "Five without their names", "q15",
    "statement q15-anna stances.answer=good | person night voice=staff | person night size=5 | "
    "statement q15-per stances.answer=better | statement q15-maria stances.answer=better | "
    "statement q15-night counts.answer/better=3 | statement q15-night counts.answer/same=2",
    "sides: anna per maria night" },
  { NULL, "q15",
    "statement q15-anna stances.answer=good | person night voice=staff | person night size=5 | "
    "statement q15-per stances.answer=better | statement q15-maria stances.answer=better | "
    "statement q15-night counts.answer/better=3 | statement q15-night counts.answer/much-better=2",
    "" },
  { "One thing of three", "q4",
    "statement q4-anna stances.security=mostly | statement q4-anna stances.participation=mostly | "
    "statement q4-per stances.security=not-at-all | statement q4-per stances.participation=mostly | "
    "statement q4-maria stances.security=mostly | statement q4-maria stances.participation=completely",
    "sides: anna per maria; security" },
  { "Someone does not know", "q17",
    "statement q17-anna stances.answer=good | statement q17-per nonAnswer=unknown | "
    "statement q17-maria stances.answer=better",
    "unknown: anna per maria" },
  { "A voice is missing", "q17",
    "statement q17-per stances.answer=better | statement q17-maria stances.answer=better",
    "missing resident: per maria" },
  { "The person would rather not answer", "q17",
    "statement q17-anna nonAnswer=declined | statement q17-per stances.answer=better | "
    "statement q17-maria stances.answer=better",
    "missing resident: anna per maria" },
  { "Several at once", "q17",
    "person eva voice=relatives | statement q17-anna nonAnswer=declined | statement q17-per "
    "stances.answer=much-better | "
    "statement q17-eva nonAnswer=unknown | statement q17-maria stances.answer=worse",
    "sides unknown missing resident: anna per eva maria" },
  { "Yes and no in a field", "q11",
    "statement q11-maria fields.understand=yes | statement q11-lena fields.understand=no | "
    "statement q11-maria fields.remember=partly | statement q11-lena fields.remember=partly",
    "sides: maria lena; understand" },
  { "Don’t know in a field", "q11",
    "statement q11-maria fields.understand=yes | statement q11-lena fields.understand=unknown",
    "unknown: maria lena" },
  { "Words alone", "q1",
    "statement q1-anna words=Sjön | statement q1-per words=Att hon är trygg | statement q1-maria "
    "words=Kaffet",
    "" },
  { "Nobody speaks with that voice", "q17",
    "-person per | statement q17-anna stances.answer=good | statement q17-maria stances.answer=better", "" },
  { "No opinion is no side", "q28",
    "statement q28-anna stances.answer=for | statement q28-per stances.answer=abstain | "
    "statement q28-maria stances.answer=for",
    "" },
  /* A field whose options are a scale's lies on the scale's sides. */
  { NULL, "q4",
    SAID ("q4",
          "",
          "",
          "") " | statement q4-anna stances.security=mostly | statement q4-per fields.own-worry=quite | "
              "statement q4-maria fields.own-worry=very",
    "" },
  { NULL, "q4",
    "statement q4-anna stances.security=mostly | statement q4-per fields.own-worry=none | "
    "statement q4-maria fields.own-worry=very",
    "sides: anna per maria; own-worry" },
  /* Not asked is no side, and not a lack of information either. */
  { NULL, "q22",
    "person eva voice=relatives | statement q22-per fields.agree=yes | statement q22-eva "
    "fields.agree=not-asked",
    "" },
  { NULL, "q22",
    "person eva voice=relatives | statement q22-per fields.agree=yes | statement q22-eva fields.agree=no",
    "sides: per eva; agree" },
  /* A statement taken back to nothing is not shown. */
  { NULL, "q18", "statement q18-per words= ", "" },
  /* Somebody who is absent has a voice all the same. */
  { NULL, "q18",
    SAID ("q18",
          "good",
          "better",
          "better") " | person per presence=absent | statement q18-per stances.answer=worse",
    "sides: anna per maria" },
};

static const EupDifference *
find_difference (GPtrArray *differences, const char *question)
{
  for (guint i = 0; i < differences->len; i++)
    if (g_str_equal (((EupDifference *) differences->pdata[i])->question->id, question))
      return differences->pdata[i];
  return NULL;
}

/* The id of the item or field with that label. */
static const char *
id_of (const EupQuestion *question, const EupText *label)
{
  for (guint i = 0; i < question->items->len; i++)
    if (((EupItem *) question->items->pdata[i])->label == label)
      return ((EupItem *) question->items->pdata[i])->id;
  for (guint i = 0; i < question->fields->len; i++)
    if (((EupQuestionField *) question->fields->pdata[i])->label == label)
      return ((EupQuestionField *) question->fields->pdata[i])->id;
  g_assert_not_reached ();
}

static char *
in_words (const EupDifference *difference)
{
  GString *words = g_string_new (NULL);

  if (difference == NULL)
    return g_string_free_and_steal (words);
  g_string_append (words, kind_names[difference->kind]);
  if (difference->unknown && difference->kind != EUP_DIFFERENCE_UNKNOWN)
    g_string_append (words, " unknown");
  if (difference->missing != 0 && difference->kind != EUP_DIFFERENCE_MISSING)
    g_string_append (words, " missing");
  for (guint voice = 0; voice < EUP_N_VOICES; voice++)
    if (difference->missing & (1u << voice))
      g_string_append_printf (words, " %s", eup_voice_to_id ((EupVoice) voice));
  g_string_append_c (words, ':');
  for (guint i = 0; i < difference->statements->len; i++)
    g_string_append_printf (words, " %s", ((EupStatement *) difference->statements->pdata[i])->person);
  for (guint i = 0; i < difference->things->len; i++)
    g_string_append_printf (words, "; %s", id_of (difference->question, difference->things->pdata[i]));
  return g_string_free_and_steal (words);
}

static void
the_worked_examples_hold (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");

  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autoptr (EupAssessment) assessment = eup_whole_case (model);
      g_autoptr (GPtrArray) differences = NULL;
      g_autofree char *words = NULL;

      g_test_message ("%s: %s", examples[i].question, examples[i].edits);
      eup_edit (assessment, "-person karin | -statement q28-anna");
      eup_edit (assessment, examples[i].edits);
      differences = eup_rules_differences (assessment, model);
      words = in_words (find_difference (differences, examples[i].question));
      g_assert_cmpstr (words, ==, examples[i].expected);
    }
}

static void
the_worked_examples_are_told_in_the_docs (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("EUP_SOURCE"), "docs", "differences.md", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *docs = NULL;
  guint headings = 0, told = 0;

  g_file_get_contents (path, &docs, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autofree char *heading = examples[i].name ? g_strdup_printf ("\n### %s\n", examples[i].name) : NULL;

      if (heading == NULL)
        continue;
      told++;
      if (strstr (docs, heading) == NULL)
        g_error ("docs/differences.md has no example “%s”", examples[i].name);
    }
  for (const char *at = strstr (docs, "\n### "); at != NULL; at = strstr (at + 1, "\n### "))
    headings++;
  g_assert_cmpuint (headings, ==, told);
}

static void
the_order_is_the_methods_and_the_case_is_left_alone (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");
  g_autoptr (EupAssessment) assessment = eup_whole_case (model);
  g_autoptr (EupAssessment) before = NULL;
  g_autoptr (JsonNode) was = NULL;
  g_autoptr (JsonNode) is = NULL;
  int last = 0;

  eup_edit (assessment, SAID ("q18", "bad", "better", "same") " | " SAID ("q15", "bad", "better", "same"));
  before = eup_assessment_copy (assessment);
  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (GPtrArray) differences = eup_rules_differences (assessment, model);

      last = 0;
      for (guint i = 0; i < differences->len; i++)
        {
          const EupDifference *difference = differences->pdata[i];

          g_assert_cmpint (difference->question->number, >, last);
          last = difference->question->number;
        }
      g_assert_cmpint (last, >=, 18);
    }
  was = eup_assessment_write (before);
  is = eup_assessment_write (assessment);
  g_assert_true (json_node_equal (was, is));
}

static void
a_question_that_is_not_open_is_not_compared (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");
  g_autoptr (EupAssessment) assessment = eup_whole_case (model);
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (GPtrArray) closed = NULL;

  eup_edit (assessment, SAID ("q19", "bad", "better", "same"));
  open = eup_rules_differences (assessment, model);
  g_assert_nonnull (find_difference (open, "q19"));
  eup_edit (assessment, "card functions=talk");
  closed = eup_rules_differences (assessment, model);
  g_assert_null (find_difference (closed, "q19"));
}

#define ADD(name) g_test_add_func ("/differences/" #name, name)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD (the_worked_examples_hold);
  ADD (the_worked_examples_are_told_in_the_docs);
  ADD (the_order_is_the_methods_and_the_case_is_left_alone);
  ADD (a_question_that_is_not_open_is_not_compared);
  return g_test_run ();
}
