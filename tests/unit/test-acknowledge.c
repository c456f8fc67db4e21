/* Acknowledgements: who is asked, what each answer needs, and whether it is still of this outcome. */

#include "eup-whole.h"

#include "assessment/eup-acknowledge.h"
#include "assessment/eup-assessment-private.h"
#include "util/eup-json.h"
#include "util/eup-schema.h"

typedef struct
{
  EupModel *model;
  EupAssessment *assessment;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->model = eup_whole_model ("SE");
  fixture->assessment = eup_whole_case (fixture->model);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  eup_assessment_free (fixture->assessment);
  eup_model_unref (fixture->model);
}

static void
everybody_with_a_voice_is_asked_the_resident_first (Fixture *fixture, gconstpointer data)
{
  static const char *const expected[] = { "anna", "per", "karin", "lena" };
  g_autoptr (GPtrArray) people = NULL;

  eup_edit (fixture->assessment, "person maria size=5 | person hong voice=none | person hong name=Hong");
  people = eup_rules_who_may_acknowledge (fixture->assessment);
  g_assert_cmpuint (people->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < people->len; i++)
    g_assert_cmpstr (((EupPerson *) people->pdata[i])->id, ==, expected[i]);
}

static void
it_holds_nothing_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) before = eup_rules_seal_obstacles (fixture->assessment, fixture->model);
  g_autoptr (GPtrArray) after = NULL;

  eup_edit (fixture->assessment, "acknowledgement anna answer=declined | acknowledgement anna witness=Lena");
  after = eup_rules_seal_obstacles (fixture->assessment, fixture->model);
  g_assert_cmpuint (before->len, ==, 0);
  g_assert_cmpuint (after->len, ==, 0);
}

static void
another_outcome_is_another_thing (Fixture *fixture, gconstpointer data)
{
  EupAcknowledgement *of = NULL;

  eup_edit (fixture->assessment, "acknowledgement anna answer=said");
  of = eup_assessment_find (fixture->assessment, EUP_PART_ACKNOWLEDGEMENT, "anna");
  g_assert_true (eup_rules_acknowledgement_is_of_outcome (of, fixture->assessment, fixture->model));
  of->outcome = eup_rules_outcome_sentence (fixture->assessment, fixture->model, "sv");
  g_assert_true (eup_rules_acknowledgement_is_of_outcome (of, fixture->assessment, fixture->model));
  eup_edit (fixture->assessment, "decision outcome=refrain");
  g_assert_false (eup_rules_acknowledgement_is_of_outcome (of, fixture->assessment, fixture->model));
}

static void
only_what_was_drawn_has_a_drawing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EupDrawing) drawing = NULL;
  EupAcknowledgement *of;

  eup_edit (fixture->assessment, "acknowledgement anna answer=drawn");
  of = eup_assessment_find (fixture->assessment, EUP_PART_ACKNOWLEDGEMENT, "anna");
  g_assert_null (eup_acknowledgement_draw (of));
  of->drawing = g_strsplit ("1,1 5,9|7,7", "|", -1);
  drawing = eup_acknowledgement_draw (of);
  g_assert_cmpuint (eup_drawing_get_n_strokes (drawing), ==, 2);
  g_set_str (&of->answer, "said");
  g_assert_null (eup_acknowledgement_draw (of));
  g_assert_null (eup_acknowledgement_draw (NULL));
}

static void
answers_have_names_in_the_file (void)
{
  for (EupAcknowledged kind = EUP_ACKNOWLEDGED_DRAWN; kind <= EUP_ACKNOWLEDGED_NOT_ASKED; kind++)
    g_assert_cmpint (eup_acknowledged_from_id (eup_acknowledged_to_id (kind)), ==, kind);
  g_assert_cmpint (eup_acknowledged_from_id ("signed"), ==, EUP_ACKNOWLEDGED_OPEN);
  g_assert_cmpint (eup_acknowledged_from_id ("open"), ==, EUP_ACKNOWLEDGED_OPEN);
  g_assert_cmpint (eup_acknowledged_from_id (NULL), ==, EUP_ACKNOWLEDGED_OPEN);
}

/* The file's own rules catch what is no string of points before anybody reads it. */
static void
a_bad_stroke_in_a_file_is_told_with_its_place (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *stroke, *path;
  } rows[] = {
    { "1,1 2,2; 3,3", "$.acknowledgements[0].drawing[1]" },
    { "1,1 3000,2", "$.acknowledgements[0].drawing[1]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (EupProblems) problems = eup_problems_new ("case.json");
      g_autoptr (EupSchema) schema = eup_schema_new_from_resource ("case.schema.json");
      g_autoptr (JsonNode) node = NULL;
      EupAcknowledgement *of;

      eup_edit (fixture->assessment,
                "acknowledgement anna answer=drawn | acknowledgement anna witness=Lena | "
                "acknowledgement anna at=2026-11-26T15:20:00+01:00");
      of = eup_assessment_find (fixture->assessment, EUP_PART_ACKNOWLEDGEMENT, "anna");
      g_strfreev (of->drawing);
      of->drawing = g_strsplit ("1,1 2,2", "|", -1);
      of->drawing = g_renew (char *, of->drawing, 3);
      of->drawing[1] = g_strdup (rows[i].stroke);
      of->drawing[2] = NULL;
      node = eup_assessment_write (fixture->assessment);
      if (eup_schema_check (schema, node, problems))
        eup_assessment_check (fixture->assessment, fixture->model, problems);
      g_assert_cmpuint (eup_problems_get_n (problems), ==, 1);
      g_assert_cmpstr (eup_problems_get (problems, 0)->path, ==, rows[i].path);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/acknowledge/answers_have_names_in_the_file", answers_have_names_in_the_file);
#define CASE(name) g_test_add ("/acknowledge/" #name, Fixture, NULL, set_up, name, tear_down)
  CASE (everybody_with_a_voice_is_asked_the_resident_first);
  CASE (it_holds_nothing_back);
  CASE (another_outcome_is_another_thing);
  CASE (only_what_was_drawn_has_a_drawing);
  CASE (a_bad_stroke_in_a_file_is_told_with_its_place);
  return g_test_run ();
}
