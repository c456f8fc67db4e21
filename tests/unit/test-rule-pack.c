/* Rule packs: what is read from them, and what is refused. */

#include "method/eup-rule-pack.h"

#include "tests/unit/changed.h"
#include "util/eup-file.h"

static EupRulePack *
small_pack (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "rules", "small.json", NULL);
  g_autoptr (GError) error = NULL;
  EupRulePack *pack = eup_rule_pack_load (path, NULL, &error);

  g_assert_no_error (error);
  return pack;
}

static void
settings_are_read_as_they_stand (void)
{
  g_autoptr (EupRulePack) pack = small_pack ();

  g_assert_cmpstr (eup_rule_pack_get_id (pack), ==, "small");
  g_assert_cmpstr (eup_rule_pack_get_version (pack), ==, "0.2");
  g_assert_cmpuint (strlen (eup_rule_pack_get_digest (pack)), ==, 64);
  g_assert_cmpstr (eup_rule_pack_get_country (pack), ==, "XX");
  g_assert_cmpstr (eup_text_get (eup_rule_pack_get_title (pack), "sv"), ==, "Landet");
  g_assert_cmpint (eup_rule_pack_get_urgent_days (pack), ==, 10);
  g_assert_cmpint (eup_rule_pack_get_start_check_days (pack), ==, 5);
  g_assert_cmpint (eup_rule_pack_get_withdrawal_days (pack), ==, 3);
  g_assert_cmpint (eup_rule_pack_get_follow_up (pack, 0)->first_days, ==, 100);
  g_assert_cmpint (eup_rule_pack_get_follow_up (pack, 3)->first_days, ==, 40);
  g_assert_cmpint (eup_rule_pack_get_follow_up (pack, 3)->then_days, ==, 80);
  g_assert_cmpstr (eup_text_get (eup_rule_pack_get_impact_assessment (pack), "en"), ==, "Assessment");
  g_assert_cmpint (eup_rule_pack_get_personal_number (pack), ==, EUP_PERSONAL_NUMBER_SWEDISH);
  g_assert_cmpstr (eup_rule_pack_get_pdf_profile (pack), ==, "PDF/A-2a");
}

static void
retention_is_read_as_it_stands (void)
{
  g_autoptr (EupRulePack) pack = small_pack ();
  const EupRetentionRule *retention = eup_rule_pack_get_retention (pack);

  g_assert_cmpint (retention->years, ==, 5);
  g_assert_cmpint (retention->keep_birth_days[0], ==, 5);
  g_assert_cmpint (retention->keep_birth_days[1], ==, 15);
  g_assert_cmpint (retention->keep_birth_days[2], ==, 0);
  g_assert_null (retention->note);
  g_assert_cmpstr (retention->references[0], ==, "law-2");
}

static void
references_and_roads_are_found (void)
{
  g_autoptr (EupRulePack) pack = small_pack ();
  const EupReference *first = eup_rule_pack_find_reference (pack, "law-1");
  const EupReference *second = eup_rule_pack_find_reference (pack, "law-2");
  const EupRoad *order = eup_rule_pack_find_road (pack, "order");

  g_assert_cmpuint (eup_rule_pack_get_references (pack)->len, ==, 2);
  g_assert_cmpstr (eup_text_get (first->citation, "sv"), ==, "Lagen, 1 §");
  g_assert_cmpstr (eup_text_get (first->says, "en"), ==, "Ask first.");
  g_assert_cmpstr (first->source, ==, "The statute book");
  g_assert_cmpstr (first->read, ==, "2026-05");
  g_assert_false (first->verify);
  g_assert_true (second->verify);
  g_assert_null (eup_rule_pack_find_reference (pack, "law-3"));
  g_assert_null (eup_rule_pack_find_reference (pack, NULL));

  g_assert_cmpuint (eup_rule_pack_get_roads (pack)->len, ==, 2);
  g_assert_true (order->appealable);
  g_assert_cmpstr (eup_text_get (order->appeal, "en"), ==, "Write a letter.");
  g_assert_cmpuint (g_strv_length (order->provisions), ==, 2);
  g_assert_false (eup_rule_pack_find_road (pack, "agreement")->appealable);
  g_assert_null (eup_rule_pack_find_road (pack, NULL));
}

static void
level_cb (EupFact fact, const char *name, const char *detail, EupValue *value, gpointer data)
{
  g_assert_cmpint (fact, ==, EUP_FACT_LEVEL);
  value->number = GPOINTER_TO_INT (data);
}

static void
consent_is_required_when_its_condition_holds (void)
{
  g_autoptr (EupRulePack) pack = small_pack ();
  GPtrArray *consents = eup_rule_pack_get_consents (pack);
  const EupRequiredConsent *service = consents->pdata[0];
  const EupRequiredConsent *data = consents->pdata[1];

  g_assert_cmpuint (consents->len, ==, 2);
  g_assert_cmpstr (service->consent, ==, "service");
  g_assert_null (service->when);
  g_assert_cmpstr (service->references[0], ==, "law-1");
  g_assert_cmpstr (data->consent, ==, "data");
  g_assert_true (eup_expression_evaluate (data->when, level_cb, GINT_TO_POINTER (1)));
  g_assert_false (eup_expression_evaluate (data->when, level_cb, GINT_TO_POINTER (0)));
}

static void
pack_that_is_wrong_is_refused_with_its_place (void)
{
  static const Change table[] = {
    { "\"format\": 1", "\"format\": 2",
      "$.format: made for a newer version of the program: format 2, this one reads 1" },
    { "\"kind\": \"rules\"", "\"kind\": \"method\"", "$.kind: found \"method\", expected \"rules\"" },
    { "\"id\": \"law-2\"", "\"id\": \"law-1\"",
      "$.references[1].id: the id “law-1” stands already at $.references[0].id, expected each only once\n"
      "$.roads[1].provisions[1]: there is no reference “law-2” in $.references\n"
      "$.roads[1].references[0]: there is no reference “law-2” in $.references\n"
      "$.retention.references[0]: there is no reference “law-2” in $.references" },
    { "\"read\": \"2026-05\"", "\"read\": \"2026-13\"",
      "$.references[0].read: found \"2026-13\", expected a year, a month or a day as 2026-11-26" },
    { "\"read\": \"2026\"", "\"read\": \"2026-02-30\"",
      "$.references[1].read: found \"2026-02-30\", expected a year, a month or a day as 2026-11-26" },
    { "{ \"sv\": \"Fråga först.\", \"en\": \"Ask first.\" }", "{ \"sv\": \"Fråga först.\" }",
      "$.references[0].says: the English (en) words are missing" },
    { "\"consent\": \"data\"", "\"consent\": \"service\"",
      "$.consents[1].consent: the consent “service” stands already at $.consents[0].consent, expected each "
      "only once" },
    { "\"references\": [\"law-1\"] }", "\"references\": [\"law-9\"] }",
      "$.consents[0].references[0]: there is no reference “law-9” in $.references" },
    { "level >= 1", "level >=", "$.consents[1].when: character 9: found the end, expected a value" },
    { "level >= 1", "level >= 'one'", "$.consents[1].when: character 10: found a text, expected a number" },
    { "\"level\": 3", "\"level\": 2",
      "$.followUp[3].level: the level “2” stands already at $.followUp[2].level, expected each only once" },
    { "\"level\": 3", "\"level\": 4", "$.followUp[3].level: found 4, expected at most 3" },
    { ",\n    { \"level\": 3, \"firstDays\": 40, \"thenDays\": 80 }", "",
      "$.followUp: the list has 3 entries, expected at least 4" },
    { "\"urgentDays\": 10", "\"urgentDays\": 0", "$.urgentDays: found 0, expected at least 1" },
    { "\"withdrawalDays\": 3,", "", "$: the key “withdrawalDays” is missing" },
    { "[5, 15]", "[5, 5, 32]",
      "$.retention.keepBirthDays[1]: stands in the list already, expected each entry once\n"
      "$.retention.keepBirthDays[2]: found 32, expected at most 31" },
    { "\"appeal\": { \"sv\": \"Skriv ett brev.\", \"en\": \"Write a letter.\" },", "",
      "$.roads[1]: a decision on this road can be appealed, expected “appeal” to say how" },
    { "\"id\": \"order\"", "\"id\": \"agreement\"",
      "$.roads[1].id: the id “agreement” stands already at $.roads[0].id, expected each only once" },
    { "\"references\": [\"law-1\"] },\n  \"personalNumber\"",
      "\"references\": [\"law-8\"] },\n  \"personalNumber\"",
      "$.impactAssessment.references[0]: there is no reference “law-8” in $.references" },
    { "\"sv-personnummer\"", "\"passport\"",
      "$.personalNumber: found \"passport\", expected one of "
      "[\"sv-personnummer\",\"zh-resident-id\",\"none\"]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (EupProblems) problems = eup_problems_new ("small.json");
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (JsonNode) node = changed_node ("rules/small.json", &table[i], &bytes);

      g_assert_null (eup_rule_pack_new_from_node (node, bytes, problems));
      assert_problems (problems, table[i].problems);
    }
}

static void
file_that_is_not_there_is_an_error_without_problems (void)
{
  g_autoptr (GError) error = NULL;
  EupProblems *problems = (EupProblems *) &error; /* must be overwritten */

  g_assert_null (eup_rule_pack_load ("/nowhere/rules.json", &problems, &error));
  g_assert_error (error, EUP_FILE_ERROR, EUP_FILE_ERROR_UNREADABLE);
  g_assert_null (problems);
}

static void
shared_pack_lives_until_the_last_lets_go (void)
{
  EupRulePack *pack = small_pack ();
  EupRulePack *other = eup_rule_pack_ref (pack);

  eup_rule_pack_unref (pack);
  g_assert_cmpstr (eup_rule_pack_get_id (other), ==, "small");
  eup_rule_pack_unref (other);
}

/* Five years; the days of birth whose records are kept; devices do not stay when the reason has gone. */
static void
shipped_packs_say_what_the_two_countries_ask_for (void)
{
  g_autoptr (GPtrArray) packs = eup_rule_packs_new_shipped ();
  const EupRulePack *se = packs->pdata[0];
  const EupRulePack *cn = packs->pdata[1];

  g_assert_cmpuint (packs->len, ==, 2);
  g_assert_cmpstr (eup_rule_pack_get_country (se), ==, "SE");
  g_assert_cmpstr (eup_rule_pack_get_country (cn), ==, "CN");
  for (guint i = 0; i < packs->len; i++)
    {
      g_assert_cmpint (eup_rule_pack_get_retention (packs->pdata[i])->years, ==, 5);
      g_assert_cmpint (eup_rule_pack_get_urgent_days (packs->pdata[i]), ==, 14);
      for (int level = 1; level < 4; level++)
        g_assert_cmpint (eup_rule_pack_get_follow_up (packs->pdata[i], level)->first_days, <,
                         eup_rule_pack_get_follow_up (packs->pdata[i], level - 1)->first_days);
    }
  g_assert_cmpint (eup_rule_pack_get_retention (se)->keep_birth_days[2], ==, 25);
  g_assert_cmpint (eup_rule_pack_get_retention (cn)->keep_birth_days[0], ==, 0);
  g_assert_true (eup_rule_pack_find_road (se, "needs-assessment")->appealable);
  g_assert_true (eup_rule_pack_find_reference (se, "lag-2017-310")->verify);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/rule-pack/" #name, name)
  ADD (settings_are_read_as_they_stand);
  ADD (retention_is_read_as_it_stands);
  ADD (references_and_roads_are_found);
  ADD (consent_is_required_when_its_condition_holds);
  ADD (pack_that_is_wrong_is_refused_with_its_place);
  ADD (file_that_is_not_there_is_an_error_without_problems);
  ADD (shared_pack_lives_until_the_last_lets_go);
  ADD (shipped_packs_say_what_the_two_countries_ask_for);
  return g_test_run ();
}
