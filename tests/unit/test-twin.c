/* The JSON twin: the case file, what it was made with and what follows from it. */

#include "eup-sample.h"
#include "record/eup-twin.h"
#include "util/eup-digest.h"
#include "util/eup-schema.h"

#include <string.h>

static EupSnapshot *
make_snapshot (EupAssessment *assessment, gboolean draft)
{
  g_autoptr (EupModel) model = eup_sample_model ();

  return eup_snapshot_new (assessment, model, NULL, draft);
}

static JsonNode *
parse (GBytes *bytes)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                              &error);
  g_assert_no_error (error);
  return json_parser_steal_root (parser);
}

static JsonObject *
get_record (JsonNode *twin)
{
  return json_object_get_object_member (json_node_get_object (twin), "record");
}

static void
twin_is_the_case_file_and_names_what_it_was_made_with (void)
{
  g_autoptr (EupAssessment) assessment = eup_sample_complete ();
  g_autoptr (EupSnapshot) snapshot = make_snapshot (assessment, FALSE);
  g_autoptr (GBytes) twin = eup_twin_new (snapshot);
  g_autoptr (JsonNode) node = parse (twin);
  g_autoptr (EupAssessment) read = eup_assessment_read (node);
  JsonObject *pin = json_object_get_object_member (json_node_get_object (node), "method");

  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (node), "kind"), ==, "case");
  g_assert_cmpstr (json_object_get_string_member (pin, "digest"), ==,
                   eup_method_get_digest (snapshot->model->method));
  g_assert_cmpstr (read->catalogue->digest, ==, eup_catalogue_get_digest (snapshot->model->catalogue));
  g_assert_cmpuint (read->statements->len, ==, assessment->statements->len);
  g_assert_cmpstr (read->card->purpose, ==, "Anna ska kunna gå till sjön");
}

static void
the_schema_of_case_files_passes_a_twin (void)
{
  g_autoptr (EupAssessment) assessment = eup_sample_complete ();
  g_autoptr (EupSnapshot) snapshot = make_snapshot (assessment, FALSE);
  g_autoptr (GBytes) twin = eup_twin_new (snapshot);
  g_autoptr (JsonNode) node = parse (twin);
  g_autoptr (EupSchema) schema = eup_schema_new_from_resource ("case.schema.json");
  g_autoptr (EupProblems) problems = eup_problems_new ("twin");

  if (!eup_schema_check (schema, node, problems))
    g_error ("%s", eup_problem_to_line (eup_problems_get (problems, 0)));
}

static void
record_says_gates_differences_and_level (void)
{
  g_autoptr (EupAssessment) assessment = eup_sample_complete ();
  g_autoptr (EupSnapshot) snapshot = NULL;
  g_autoptr (GBytes) twin = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *record, *gate, *difference;

  eup_sample_say (assessment, "calm", "anna", "worse", "Nej");
  eup_sample_say (assessment, "calm", "per", "better", "Ja");
  g_set_str (&assessment->decision->sealed, "2026-11-26T15:31:00+01:00");
  snapshot = make_snapshot (assessment, FALSE);
  twin = eup_twin_new (snapshot);
  node = parse (twin);
  record = get_record (node);
  gate = json_array_get_object_element (json_object_get_array_member (record, "gates"), 0);
  difference = json_array_get_object_element (json_object_get_array_member (record, "differences"), 0);

  g_assert_cmpstr (json_object_get_string_member (record, "documentId"), ==, "2026-1-1");
  g_assert_cmpstr (json_object_get_string_member (record, "sealed"), ==, "2026-11-26T15:31:00+01:00");
  g_assert_cmpint (json_object_get_int_member (record, "level"), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (gate, "id"), ==, "purpose");
  g_assert_cmpstr (json_object_get_string_member (gate, "state"), ==, "closed");
  g_assert_cmpstr (json_object_get_string_member (difference, "question"), ==, "calm");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (difference, "statements")), ==, 2);
}

static JsonNode *
twin_of (EupAssessment *assessment, EupModel *model)
{
  g_autoptr (EupSnapshot) snapshot = eup_snapshot_new (assessment, model, NULL, FALSE);
  g_autoptr (GBytes) twin = eup_twin_new (snapshot);

  return parse (twin);
}

static JsonObject *
find_gate (JsonNode *twin, const char *id)
{
  JsonArray *gates = json_object_get_array_member (get_record (twin), "gates");

  for (guint i = 0; i < json_array_get_length (gates); i++)
    {
      JsonObject *gate = json_array_get_object_element (gates, i);

      if (g_str_equal (json_object_get_string_member (gate, "id"), id))
        return gate;
    }
  g_assert_not_reached ();
}

static gint64
need_of (JsonObject *gate, guint i)
{
  return json_array_get_int_element (json_object_get_array_member (gate, "needs"), i);
}

static void
twin_names_rule_pack_and_additions_with_their_digests (void)
{
  g_autoptr (EupModel) shipped = eup_model_new_shipped ("SE");
  g_autofree char *path =
      g_build_filename (g_getenv ("EUP_SOURCE"), "data", "additions", "bjorkdalen.json", NULL);
  static const char *const names[] = { "method", "catalogue", "rules", "addition", NULL };
  g_autoptr (GPtrArray) additions = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (EupAssessment) assessment = eup_sample_file ("gps-alarm.json");
  g_autoptr (EupModel) model = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *digest = NULL;
  JsonObject *root, *pin;
  char *text;
  gsize size;

  g_assert_true (g_file_get_contents (path, &text, &size, NULL));
  g_ptr_array_add (additions, g_bytes_new_take (text, size));
  model = eup_model_new (shipped->sources->pdata[0], shipped->sources->pdata[1], shipped->sources->pdata[2],
                         additions, names, NULL, NULL);
  g_assert_nonnull (model);
  node = twin_of (assessment, model);
  root = json_node_get_object (node);
  pin = json_object_get_object_member (root, "rules");
  g_assert_cmpstr (json_object_get_string_member (pin, "id"), ==, "se");
  g_assert_cmpstr (json_object_get_string_member (pin, "digest"), ==,
                   eup_rule_pack_get_digest (model->rules));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "additions")), ==, 1);
  pin = json_array_get_object_element (json_object_get_array_member (root, "additions"), 0);
  digest = eup_digest_bytes (additions->pdata[0]);
  g_assert_cmpstr (json_object_get_string_member (pin, "id"), ==, "bjorkdalen");
  g_assert_cmpstr (json_object_get_string_member (pin, "digest"), ==, digest);
}

static void
an_open_gate_lists_its_open_needs_and_a_closed_one_none (void)
{
  g_autoptr (EupModel) model = eup_model_new_shipped ("SE");
  g_autoptr (EupAssessment) assessment = eup_sample_file ("gps-alarm.json");
  g_autoptr (JsonNode) whole = twin_of (assessment, model);
  g_autoptr (JsonNode) node = NULL;
  JsonObject *gate = find_gate (whole, "g14");

  g_assert_cmpstr (json_object_get_string_member (gate, "state"), ==, "closed");
  g_assert_false (json_object_has_member (gate, "needs"));
  g_set_str (&assessment->decision->follow_up_owner, "");
  node = twin_of (assessment, model);
  gate = find_gate (node, "g14");
  g_assert_cmpstr (json_object_get_string_member (gate, "state"), ==, "open");
  for (guint i = 0; i < json_array_get_length (json_object_get_array_member (gate, "needs")); i++)
    g_assert_cmpint (need_of (gate, i), <, eup_method_find_gate (model->method, "g14")->needs->len);
}

static void
a_gate_that_somebody_went_past_is_overridden_only_where_that_is_allowed (void)
{
  static const char *const gates[] = { "g13", "g14" };
  static const char *const states[] = { "overridden", "open" };
  g_autoptr (EupModel) model = eup_model_new_shipped ("SE");
  g_autoptr (EupAssessment) assessment = eup_sample_file ("gps-alarm.json");
  g_autoptr (JsonNode) node = NULL;

  g_set_str (&assessment->card->impact_assessment, "");
  g_set_str (&assessment->decision->follow_up_owner, "");
  for (guint i = 0; i < G_N_ELEMENTS (gates); i++)
    {
      EupOverride *override = eup_shape_new (eup_part_shape (EUP_PART_OVERRIDE));

      override->id = g_strdup (gates[i]);
      override->name = g_strdup ("Karin Lund");
      override->reason = g_strdup ("Den skrivs i dag.");
      override->at = g_strdup ("2026-11-26T15:02:00+01:00");
      eup_assessment_put (assessment, EUP_PART_OVERRIDE, override);
    }
  node = twin_of (assessment, model);
  for (guint i = 0; i < G_N_ELEMENTS (gates); i++)
    {
      JsonObject *gate = find_gate (node, gates[i]);

      g_assert_cmpstr (json_object_get_string_member (gate, "state"), ==, states[i]);
      g_assert_cmpuint (json_array_get_length (json_object_get_array_member (gate, "needs")), >, 0);
    }
  g_assert_cmpint (need_of (find_gate (node, "g13"), 0), ==, 0);
}

static void
twin_says_how_long_it_is_kept (void)
{
  static const char *const cases[][2] = {
    { "19420314-0000", "2032" },
    { "19420315-0000", "always" },
    { "", NULL },
  };
  g_autoptr (EupModel) model = eup_model_new_shipped ("SE");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (EupAssessment) assessment = eup_sample_file ("gps-alarm.json");
      g_autoptr (JsonNode) node = NULL;

      g_set_str (&assessment->card->personal_number, cases[i][0]);
      g_set_str (&assessment->decision->sealed, "2026-11-26T15:31:00+01:00");
      node = twin_of (assessment, model);
      g_assert_cmpstr (json_object_get_string_member_with_default (get_record (node), "keepUntil", NULL), ==,
                       cases[i][1]);
    }
}

static void
twins_of_the_fictional_cases_are_case_files (void)
{
  static const char *const names[] = { "gps-alarm.json",        "gps-alarm.zh.json",
                                       "night-camera.json",     "medicine-dispenser.json",
                                       "urgent-door-lock.json", "urgent-door-lock.en.json" };
  g_autoptr (EupSchema) schema = eup_schema_new_from_resource ("case.schema.json");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (EupAssessment) assessment = eup_sample_file (names[i]);
      g_autoptr (EupModel) model = eup_model_new_shipped (assessment->rules->id);
      g_autoptr (EupSnapshot) snapshot = eup_snapshot_new (assessment, model, NULL, FALSE);
      g_autoptr (GBytes) twin = eup_twin_new (snapshot);
      g_autoptr (JsonNode) node = parse (twin);
      g_autoptr (EupProblems) problems = eup_problems_new (names[i]);

      if (!eup_schema_check (schema, node, problems))
        g_error ("%s: %s", eup_problems_get (problems, 0)->path, eup_problems_get (problems, 0)->message);
    }
}

static void
same_snapshot_gives_the_same_bytes (void)
{
  g_autoptr (EupAssessment) assessment = eup_sample_complete ();
  g_autoptr (EupSnapshot) snapshot = make_snapshot (assessment, FALSE);
  g_autoptr (GBytes) first = eup_twin_new (snapshot);
  g_autoptr (GBytes) second = eup_twin_new (snapshot);

  g_assert_true (g_bytes_equal (first, second));
}

static void
snapshot_does_not_follow_the_case (void)
{
  g_autoptr (EupAssessment) assessment = eup_sample_complete ();
  g_autoptr (EupSnapshot) snapshot = make_snapshot (assessment, FALSE);

  g_set_str (&assessment->card->purpose, "Något annat");
  g_assert_cmpstr (snapshot->assessment->card->purpose, ==, "Anna ska kunna gå till sjön");
}

static void
draft_is_not_sealed_and_says_so (void)
{
  g_autoptr (EupAssessment) assessment = eup_sample_complete ();
  g_autoptr (EupSnapshot) snapshot = NULL;
  g_autoptr (GBytes) twin = NULL;
  g_autoptr (JsonNode) node = NULL;

  g_set_str (&assessment->decision->sealed, "2026-11-26T15:31:00+01:00");
  snapshot = make_snapshot (assessment, TRUE);
  twin = eup_twin_new (snapshot);
  node = parse (twin);
  g_assert_true (json_object_get_boolean_member (get_record (node), "draft"));
  g_assert_false (json_object_has_member (get_record (node), "sealed"));
}

static void
document_id_can_stand_in_a_file_name (void)
{
  static const char *const numbers[][2] = {
    { "SÄ 2026/311", "SA-2026-311-1" },
    { "敦养〔2026〕12号", "2026-12-1" },
    { "../../etc", "etc-1" },
    { "敦煌", "case-1-1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (EupAssessment) assessment = eup_sample_complete ();
      g_autoptr (EupSnapshot) snapshot = NULL;
      g_autofree char *file = NULL;
      g_autofree char *expected = g_strconcat (numbers[i][1], ".json", NULL);

      g_set_str (&assessment->card->number, numbers[i][0]);
      snapshot = make_snapshot (assessment, FALSE);
      file = eup_twin_file_name (snapshot);
      g_assert_cmpstr (snapshot->document_id, ==, numbers[i][1]);
      g_assert_cmpstr (file, ==, expected);
    }
}

static void
language_comes_from_the_card_unless_another_is_asked_for (void)
{
  g_autoptr (EupAssessment) assessment = eup_sample_complete ();
  g_autoptr (EupModel) model = eup_sample_model ();
  g_autoptr (EupSnapshot) own = eup_snapshot_new (assessment, model, NULL, FALSE);
  g_autoptr (EupSnapshot) other = eup_snapshot_new (assessment, model, "zh", FALSE);

  g_assert_cmpstr (own->language, ==, "sv");
  g_assert_cmpstr (other->language, ==, "zh");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/twin/twin_is_the_case_file_and_names_what_it_was_made_with",
                   twin_is_the_case_file_and_names_what_it_was_made_with);
  g_test_add_func ("/twin/the_schema_of_case_files_passes_a_twin", the_schema_of_case_files_passes_a_twin);
  g_test_add_func ("/twin/record_says_gates_differences_and_level", record_says_gates_differences_and_level);
  g_test_add_func ("/twin/twin_names_rule_pack_and_additions_with_their_digests",
                   twin_names_rule_pack_and_additions_with_their_digests);
  g_test_add_func ("/twin/an_open_gate_lists_its_open_needs_and_a_closed_one_none",
                   an_open_gate_lists_its_open_needs_and_a_closed_one_none);
  g_test_add_func ("/twin/a_gate_that_somebody_went_past_is_overridden_only_where_that_is_allowed",
                   a_gate_that_somebody_went_past_is_overridden_only_where_that_is_allowed);
  g_test_add_func ("/twin/twin_says_how_long_it_is_kept", twin_says_how_long_it_is_kept);
  g_test_add_func ("/twin/twins_of_the_fictional_cases_are_case_files",
                   twins_of_the_fictional_cases_are_case_files);
  g_test_add_func ("/twin/same_snapshot_gives_the_same_bytes", same_snapshot_gives_the_same_bytes);
  g_test_add_func ("/twin/snapshot_does_not_follow_the_case", snapshot_does_not_follow_the_case);
  g_test_add_func ("/twin/draft_is_not_sealed_and_says_so", draft_is_not_sealed_and_says_so);
  g_test_add_func ("/twin/document_id_can_stand_in_a_file_name", document_id_can_stand_in_a_file_name);
  g_test_add_func ("/twin/language_comes_from_the_card_unless_another_is_asked_for",
                   language_comes_from_the_card_unless_another_is_asked_for);
  return g_test_run ();
}
