#include "eup-sample.h"

#include <glib/gstdio.h>

#include "util/eup-json.h"

static void
a_case_written_and_read_is_the_same_case (void)
{
  g_autoptr (EupAssessment) first = eup_sample_complete ();
  g_autoptr (JsonNode) node = eup_assessment_write (first);
  g_autoptr (EupAssessment) second = eup_assessment_read (node);
  g_autoptr (JsonNode) again = eup_assessment_write (second);

  g_assert_true (json_node_equal (node, again));
  g_assert_cmpstr (eup_assessment_find_statement (second, "want", "anna")->words, ==, "Ja tack");
  g_assert_cmpstr (g_hash_table_lookup (eup_assessment_find_statement (second, "want", "anna")->stances,
                                        EUP_ITEM_ANSWER),
                   ==, "yes");
}

static void
a_copy_shares_nothing (void)
{
  g_autoptr (EupAssessment) first = eup_sample_complete ();
  g_autoptr (EupAssessment) second = eup_assessment_copy (first);

  g_set_str (&second->card->alias, "Berit");
  g_assert_cmpstr (first->card->alias, ==, "Anna");
}

static void
each_kind_of_part_can_be_put_found_and_removed (void)
{
  g_autoptr (EupAssessment) assessment = eup_sample_complete ();

  for (guint kind = 0; kind < EUP_N_PARTS; kind++)
    {
      EupPartKind same;

      g_assert_true (eup_part_kind_from_name (eup_part_kind_to_name (kind), &same));
      g_assert_cmpuint (same, ==, kind);
    }
  g_assert_nonnull (eup_assessment_find (assessment, EUP_PART_ALTERNATIVE, "company"));
  g_assert_cmpuint (eup_assessment_index_of (assessment, EUP_PART_ALTERNATIVE, "company"), ==, 1);
  g_assert_true (eup_assessment_remove (assessment, EUP_PART_ALTERNATIVE, "company"));
  g_assert_false (eup_assessment_remove (assessment, EUP_PART_ALTERNATIVE, "company"));
  g_assert_null (eup_assessment_find (assessment, EUP_PART_ALTERNATIVE, "company"));
  g_assert_nonnull (eup_assessment_find (assessment, EUP_PART_CARD, NULL));
}

static void
a_part_put_twice_keeps_its_place (void)
{
  g_autoptr (EupAssessment) assessment = eup_sample_complete ();
  EupAlternative *again =
      eup_shape_copy (eup_part_shape (EUP_PART_ALTERNATIVE), assessment->alternatives->pdata[0]);

  g_set_str (&again->title, "Larm bara vid tryck");
  eup_assessment_put (assessment, EUP_PART_ALTERNATIVE, again);
  g_assert_cmpuint (assessment->alternatives->len, ==, 2);
  g_assert_cmpstr (((EupAlternative *) assessment->alternatives->pdata[0])->title, ==, "Larm bara vid tryck");
}

static void
blank_words_are_no_answer (void)
{
  g_autoptr (EupAssessment) assessment = eup_sample_case ();
  EupStatement *statement = eup_sample_say (assessment, "calm", "per", NULL, " \n\t");

  g_assert_true (eup_statement_is_empty (statement));
  g_assert_false (eup_statement_is_answer (statement));
}

typedef struct
{
  const char *name;
  void (*spoil) (EupAssessment *assessment);
  const char *path;
} BadCase;

static void
spoil_method (EupAssessment *a)
{
  g_set_str (&a->method->id, "other");
}
static void
spoil_version (EupAssessment *a)
{
  g_set_str (&a->method->version, "9.9");
}
static void
spoil_digest (EupAssessment *a)
{
  g_set_str (&a->method->digest, "00");
}
static void
spoil_catalogue (EupAssessment *a)
{
  g_set_str (&a->catalogue->id, "other");
}
static void
spoil_technology (EupAssessment *a)
{
  g_set_str (&a->card->technology, "rocket");
}
static void
spoil_function (EupAssessment *a)
{
  g_strfreev (a->card->functions);
  a->card->functions = g_strsplit ("signal flying", " ", -1);
}
static void
spoil_question (EupAssessment *a)
{
  eup_sample_say (a, "weather", "anna", NULL, "Sol");
}
static void
spoil_person (EupAssessment *a)
{
  eup_sample_say (a, "calm", "nobody", NULL, "Hej");
}
static void
spoil_option (EupAssessment *a)
{
  eup_sample_say (a, "calm", "per", "purple", NULL);
}
static void
spoil_item (EupAssessment *a)
{
  g_hash_table_insert (eup_sample_say (a, "calm", "per", NULL, NULL)->stances, g_strdup ("night"),
                       g_strdup ("better"));
}
static void
spoil_voice (EupAssessment *a)
{
  eup_sample_say (a, "want", "per", "yes", NULL);
}
static void
spoil_scale (EupAssessment *a)
{
  eup_sample_say (a, "aim", "anna", "yes", NULL);
}
static void
spoil_non_answer (EupAssessment *a)
{
  eup_sample_no_answer (a, "calm", "per", "asleep", NULL);
}
static void
spoil_outcome (EupAssessment *a)
{
  g_set_str (&a->decision->outcome, "perhaps");
}
static void
spoil_residents (EupAssessment *a)
{
  g_set_str (&((EupPerson *) a->people->pdata[1])->voice, "resident");
}
static void
spoil_twice (EupAssessment *a)
{
  g_set_str (&eup_sample_say (a, "want", "anna", "yes", NULL)->id, "again");
  eup_sample_say (a, "want", "anna", "no", NULL);
}
static void
spoil_id (EupAssessment *a)
{
  g_set_str (&((EupPerson *) a->people->pdata[2])->id, "per");
}
static void
spoil_dissent (EupAssessment *a)
{
  EupDissent *dissent = eup_shape_new (eup_part_shape (EUP_PART_DISSENT));

  dissent->id = g_strdup ("nobody");
  eup_assessment_put (a, EUP_PART_DISSENT, dissent);
}
static void
spoil_reveal (EupAssessment *a)
{
  EupReveal *reveal = eup_shape_new (eup_part_shape (EUP_PART_REVEAL));

  reveal->id = g_strdup ("weather");
  eup_assessment_put (a, EUP_PART_REVEAL, reveal);
}

static const BadCase bad_cases[] = {
  { "unknown method", spoil_method, "$.method.id" },
  { "unknown version", spoil_version, "$.method.version" },
  { "other contents", spoil_digest, "$.method.digest" },
  { "unknown catalogue", spoil_catalogue, "$.catalogue.id" },
  { "unknown technology", spoil_technology, "$.card.technology" },
  { "unknown function", spoil_function, "$.card.functions[1]" },
  { "unknown question", spoil_question, "$.statements[0].question" },
  { "unknown person", spoil_person, "$.statements[0].person" },
  { "unknown option", spoil_option, "$.statements[0].stances.answer" },
  { "unknown item", spoil_item, "$.statements[0].stances.night" },
  { "voice that is not asked", spoil_voice, "$.statements[0].person" },
  { "question without a scale", spoil_scale, "$.statements[0].stances.answer" },
  { "unknown non-answer", spoil_non_answer, "$.statements[0].nonAnswer" },
  { "unknown outcome", spoil_outcome, "$.decision.outcome" },
  { "two residents", spoil_residents, "$.people" },
  { "two statements of one person", spoil_twice, "$.statements[1]" },
  { "an id twice", spoil_id, "$.people[2].id" },
  { "dissent of nobody", spoil_dissent, "$.dissents[0].id" },
  { "reveal of nothing", spoil_reveal, "$.reveals[0].id" },
};

static void
a_case_that_names_what_is_not_there_is_told_where (void)
{
  g_autoptr (EupModel) model = eup_sample_model ();

  for (guint i = 0; i < G_N_ELEMENTS (bad_cases); i++)
    {
      g_autoptr (EupAssessment) assessment = eup_sample_case ();
      g_autoptr (EupProblems) problems = eup_problems_new ("case.json");

      g_test_message ("%s", bad_cases[i].name);
      g_assert_true (eup_assessment_check (assessment, model, problems));
      bad_cases[i].spoil (assessment);
      g_assert_false (eup_assessment_check (assessment, model, problems));
      g_assert_cmpstr (eup_problems_get (problems, 0)->path, ==, bad_cases[i].path);
    }
}

static void
the_fictional_cases_fit_the_shipped_model (void)
{
  g_autofree char *folder = eup_sample_path (".");
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  guint n = 0;

  g_assert_nonnull (files);
  for (const char *name = g_dir_read_name (files); name != NULL; name = g_dir_read_name (files), n++)
    {
      g_autoptr (EupAssessment) assessment = eup_sample_file (name);
      g_autoptr (EupModel) model = eup_model_new_shipped (assessment->rules->id);
      g_autoptr (EupProblems) problems = eup_problems_new (name);

      g_assert_nonnull (model);
      if (!eup_assessment_check (assessment, model, problems))
        g_error ("%s", eup_problem_to_line (eup_problems_get (problems, 0)));
    }
  g_assert_cmpuint (n, >=, 12);
}

static void
a_file_that_is_no_case_is_refused (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "eup-no-case.json", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (
      g_file_set_contents (path, "{\"format\": 1, \"kind\": \"case\", \"colour\": \"red\"}", -1, NULL));
  g_assert_null (eup_assessment_load (path, NULL, &error));
  g_assert_error (error, EUP_DATA_ERROR, EUP_DATA_ERROR_INVALID);
  g_assert_nonnull (g_strstr_len (error->message, -1, path));
  g_remove (path);
}

#define ADD(name) g_test_add_func ("/assessment/" #name, name)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD (a_case_written_and_read_is_the_same_case);
  ADD (a_copy_shares_nothing);
  ADD (each_kind_of_part_can_be_put_found_and_removed);
  ADD (a_part_put_twice_keeps_its_place);
  ADD (blank_words_are_no_answer);
  ADD (a_case_that_names_what_is_not_there_is_told_where);
  ADD (the_fictional_cases_fit_the_shipped_model);
  ADD (a_file_that_is_no_case_is_refused);
  return g_test_run ();
}
