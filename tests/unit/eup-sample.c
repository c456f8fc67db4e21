/* What the tests of the upper layers speak about. */

#include "eup-sample.h"

static GBytes *
bytes_of (const char *name)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("EUP_SOURCE"), "tests", "data", "models", "sample", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (text, length);
}

/* The three files of tests/data/models/sample. */
EupModel *
eup_sample_model (void)
{
  static const char *const names[] = { "method.json", "catalogue.json", "rules.json", NULL };
  g_autoptr (GBytes) method = bytes_of (names[0]);
  g_autoptr (GBytes) catalogue = bytes_of (names[1]);
  g_autoptr (GBytes) rules = bytes_of (names[2]);
  g_autoptr (EupProblems) problems = NULL;
  EupModel *model = eup_model_new (method, catalogue, rules, NULL, names, &problems, NULL);

  if (model == NULL)
    g_error ("%s", eup_problem_to_line (eup_problems_get (problems, 0)));
  return model;
}

static void
add_person (EupAssessment *assessment, const char *id, const char *voice)
{
  EupPerson *person = eup_shape_new (eup_part_shape (EUP_PART_PERSON));

  person->id = g_strdup (id);
  person->name = g_strdup (id);
  person->voice = g_strdup (voice);
  person->presence = g_strdup ("room");
  eup_assessment_put (assessment, EUP_PART_PERSON, person);
}

EupAssessment *
eup_sample_case (void)
{
  EupAssessment *assessment = eup_assessment_new ();

  assessment->method->id = g_strdup ("sample");
  assessment->method->version = g_strdup ("1.0");
  assessment->rules->id = g_strdup ("sample-rules");
  assessment->rules->version = g_strdup ("1.0");
  assessment->card->id = g_strdup ("case-1");
  assessment->card->number = g_strdup ("2026-1");
  assessment->card->alias = g_strdup ("Anna");
  assessment->card->technology = g_strdup ("alarm");
  assessment->card->functions = g_strsplit ("signal", " ", -1);
  assessment->card->language = g_strdup ("sv");
  assessment->card->meeting = g_strdup ("2026-11-26T13:30:00+01:00");
  add_person (assessment, "anna", "resident");
  add_person (assessment, "per", "relatives");
  add_person (assessment, "mei", "relatives");
  add_person (assessment, "maria", "staff");
  return assessment;
}

static EupStatement *
statement (EupAssessment *assessment, const char *question, const char *person)
{
  EupStatement *said = eup_shape_new (eup_part_shape (EUP_PART_STATEMENT));

  said->id = g_strdup_printf ("%s-%s", question, person);
  said->question = g_strdup (question);
  said->person = g_strdup (person);
  eup_assessment_put (assessment, EUP_PART_STATEMENT, said);
  return said;
}

EupStatement *
eup_sample_say (EupAssessment *assessment,
                const char *question,
                const char *person,
                const char *option,
                const char *words)
{
  EupStatement *said = statement (assessment, question, person);

  if (option != NULL)
    g_hash_table_insert (said->stances, g_strdup (EUP_ITEM_ANSWER), g_strdup (option));
  said->words = g_strdup (words);
  return said;
}

EupStatement *
eup_sample_no_answer (EupAssessment *assessment,
                      const char *question,
                      const char *person,
                      const char *non_answer,
                      const char *reason)
{
  EupStatement *said = statement (assessment, question, person);

  said->non_answer = g_strdup (non_answer);
  said->reason = g_strdup (reason);
  return said;
}

EupAlternative *
eup_sample_alternative (EupAssessment *assessment,
                        const char *id,
                        gboolean without_technology,
                        const char *reason)
{
  EupAlternative *alternative = eup_shape_new (eup_part_shape (EUP_PART_ALTERNATIVE));

  alternative->id = g_strdup (id);
  alternative->title = g_strdup (id);
  alternative->without_technology = without_technology;
  alternative->reason = g_strdup (reason);
  eup_assessment_put (assessment, EUP_PART_ALTERNATIVE, alternative);
  return alternative;
}

/* Everything that a decision needs but the gates. */
void
eup_sample_decide (EupAssessment *assessment, const char *outcome)
{
  EupDecision *decision = assessment->decision;

  g_set_str (&decision->outcome, outcome);
  g_set_str (&decision->because, "Anna vill");
  g_set_str (&decision->therefore, "provar vi");
  g_set_str (&decision->decider, "Karin Lund");
}

char *
eup_sample_path (const char *name)
{
  return g_build_filename (g_getenv ("EUP_SOURCE"), "tests", "data", "cases", name, NULL);
}

/* One of the fictional cases in tests/data/cases/. */
EupAssessment *
eup_sample_file (const char *name)
{
  g_autofree char *path = eup_sample_path (name);
  g_autoptr (GError) error = NULL;
  EupAssessment *assessment = eup_assessment_load (path, NULL, &error);

  g_assert_no_error (error);
  return assessment;
}

/* A case in which nothing stands against a yes. */
/* As if there had never been any of them. */
void
eup_sample_forget (EupAssessment *assessment, EupPartKind kind)
{
  g_autoptr (GPtrArray) ids = eup_assessment_list_ids (assessment, kind);

  for (guint i = 0; i < ids->len; i++)
    g_assert_true (eup_assessment_remove (assessment, kind, ids->pdata[i]));
}

EupAssessment *
eup_sample_complete (void)
{
  EupAssessment *assessment = eup_sample_case ();

  g_set_str (&assessment->card->purpose, "Anna ska kunna gå till sjön");
  eup_sample_say (assessment, "want", "anna", "yes", "Ja tack");
  eup_sample_alternative (assessment, "alarm", FALSE, "valt");
  eup_sample_alternative (assessment, "company", TRUE, "inte varje dag");
  eup_sample_decide (assessment, "introduce");
  g_set_str (&assessment->decision->follow_up_date, "2026-12-20");
  g_set_str (&assessment->decision->follow_up_owner, "Maria");
  return assessment;
}
