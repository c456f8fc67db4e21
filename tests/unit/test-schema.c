/* The schema checker, keyword by keyword. tests/unit/test-schema.py puts it beside a peer. */

#include "util/eup-schema.h"

#include "tests/unit/changed.h"

static void
each_keyword_is_checked (void)
{
  static const struct
  {
    const char *schema;
    const char *value;
    const char *problems;
  } table[] = {
    { "{}", "{\"a\":[1,null]}", "" },
    { "{\"type\":\"object\"}", "[]", "$: found a list, expected an object" },
    { "{\"type\":\"array\"}", "{}", "$: found an object, expected a list" },
    { "{\"type\":\"string\"}", "1", "$: found a whole number, expected a text" },
    { "{\"type\":\"string\"}", "null", "$: found null, expected a text" },
    { "{\"type\":\"boolean\"}", "1", "$: found a whole number, expected true or false" },
    { "{\"type\":\"integer\"}", "true", "$: found true or false, expected a whole number" },
    { "{\"type\":\"integer\"}", "1.5", "$: found a number, expected a whole number" },
    { "{\"type\":\"integer\"}", "1.0", "" },
    { "{\"type\":\"integer\"}", "1e400", "$: found a number, expected a whole number" },
    { "{\"type\":\"number\"}", "1", "" },
    { "{\"type\":\"number\"}", "1.5", "" },
    { "{\"type\":\"number\"}", "\"1\"", "$: found a text, expected a number" },
    { "{\"const\":1}", "1", "" },
    { "{\"const\":1}", "1.0", "" },
    { "{\"const\":1}", "true", "$: found true, expected 1" },
    { "{\"const\":\"a\"}", "\"b\"", "$: found \"b\", expected \"a\"" },
    { "{\"enum\":[\"a\",\"b\"]}", "\"b\"", "" },
    { "{\"enum\":[\"a\",\"b\"]}", "\"c\"", "$: found \"c\", expected one of [\"a\",\"b\"]" },
    { "{\"required\":[\"a\",\"b\"]}", "{}", "$: the key “a” is missing\n$: the key “b” is missing" },
    { "{\"properties\":{\"a\":{\"type\":\"string\"}}}", "{\"a\":1,\"b\":1}",
      "$.a: found a whole number, expected a text" },
    { "{\"properties\":{\"a\":{}},\"additionalProperties\":false}", "{\"a\":1,\"b c\":1}",
      "$[\"b c\"]: this key is not known here" },
    { "{\"additionalProperties\":true}", "{\"a\":1}", "" },
    { "{\"additionalProperties\":{\"type\":\"string\"}}", "{\"a\":\"\",\"b\":1}",
      "$.b: found a whole number, expected a text" },
    { "{\"items\":{\"type\":\"string\"}}", "[\"a\",1,[]]",
      "$[1]: found a whole number, expected a text\n$[2]: found a list, expected a text" },
    { "{\"minItems\":2}", "[1]", "$: the list has 1 entries, expected at least 2" },
    { "{\"minItems\":2}", "[1,2]", "" },
    { "{\"uniqueItems\":true}", "[1,2,{\"a\":1,\"b\":2},1.5,{\"b\":2,\"a\":1},2]",
      "$[4]: stands in the list already, expected each entry once\n"
      "$[5]: stands in the list already, expected each entry once" },
    { "{\"uniqueItems\":false}", "[1,1]", "" },
    { "{\"minLength\":1}", "\"\"", "$: the text is empty, expected some words" },
    { "{\"maxLength\":2}", "\"å外\"", "" },
    { "{\"maxLength\":2}", "\"åäö\"", "$: the text has 3 characters, expected at most 2" },
    { "{\"pattern\":\"^[a-z]+$\"}", "\"ab\\n\"", "$: found \"ab\\n\", expected the form ^[a-z]+$" },
    { "{\"pattern\":\"b\"}", "\"abc\"", "" },
    { "{\"format\":\"date\"}", "\"2024-02-29\"", "" },
    { "{\"format\":\"date\"}", "\"2026-02-29\"", "$: found \"2026-02-29\", expected a date as 2026-11-26" },
    { "{\"format\":\"date\"}", "\"2026-1-01\"", "$: found \"2026-1-01\", expected a date as 2026-11-26" },
    { "{\"format\":\"date\"}", "\"2026- 1-01\"", "$: found \"2026- 1-01\", expected a date as 2026-11-26" },
    { "{\"format\":\"date\"}", "\"2026-13-01\"", "$: found \"2026-13-01\", expected a date as 2026-11-26" },
    { "{\"format\":\"date\"}", "\"0000-01-01\"", "$: found \"0000-01-01\", expected a date as 2026-11-26" },
    { "{\"format\":\"date-time\"}", "\"2026-11-26T13:30:00+01:00\"", "" },
    { "{\"format\":\"date-time\"}", "\"2026-11-26T13:30:00Z\"", "" },
    { "{\"format\":\"date-time\"}", "\"2026-11-26T13:30:00\"",
      "$: found \"2026-11-26T13:30:00\", expected a time as 2026-11-26T13:30:00+01:00" },
    { "{\"format\":\"date-time\"}", "\"2026-11-26T25:30:00Z\"",
      "$: found \"2026-11-26T25:30:00Z\", expected a time as 2026-11-26T13:30:00+01:00" },
    { "{\"minimum\":1,\"maximum\":3}", "2", "" },
    { "{\"minimum\":1,\"maximum\":3}", "0", "$: found 0, expected at least 1" },
    { "{\"minimum\":1,\"maximum\":3}", "3.5", "$: found 3.5, expected at most 3" },
    { "{\"maximum\":3}", "4294967297", "$: found 4294967297, expected at most 3" },
    { "{\"maximum\":3}", "99999999999999999999", "$: found 9.22337203685478e+18, expected at most 3" },
    { "{\"$ref\":\"#/$defs/a\",\"$defs\":{\"a\":{\"$ref\":\"#/$defs/b\"},\"b\":{\"type\":\"string\"}}}", "1",
      "$: found a whole number, expected a text" },
    { "{\"$ref\":\"#/$defs/a\",\"$defs\":{\"a\":{\"items\":{\"$ref\":\"#/$defs/a\"},\"type\":\"array\"}}}",
      "[[],[[],1]]", "$[1][1]: found a whole number, expected a list" },
    { "{\"$ref\":\"method.schema.json#/$defs/level\"}",
      "{\"level\":4,\"title\":{},\"meaning\":{},\"paths\":[\"shrot\"]}",
      "$.level: found 4, expected at most 3\n"
      "$.paths[0]: found \"shrot\", expected one of [\"short\",\"signal\",\"full\"]" },
    { "{\"maxItems\":2}", "[1,2]", "" },
    { "{\"maxItems\":2}", "[1,2,3]", "$: the list has 3 entries, expected at most 2" },
    { "{\"minLength\":2}", "\"å\"", "$: found “å”, expected at least 2 characters" },
    { "{\"type\":\"string\",\"minLength\":1}", "[[[[1]]]]", "$: found a list, expected a text" },
    { "{\"const\":\"a\"}", "\"0123456789012345678901234567890123456789012345678901234567890åäö\"",
      "$: found \"01234567890123456789012345678901234567890123456789012345…, expected \"a\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (JsonNode) rules = json_from_string (table[i].schema, NULL);
      g_autoptr (JsonNode) value = json_from_string (table[i].value, NULL);
      g_autoptr (EupSchema) schema = eup_schema_new_from_node (rules);
      g_autoptr (EupProblems) problems = eup_problems_new ("f");

      g_test_message ("%s %s", table[i].schema, table[i].value);
      g_assert_cmpint (eup_schema_check (schema, value, problems), ==, table[i].problems[0] == '\0');
      assert_problems (problems, table[i].problems);
    }
}

static void
our_schemas_are_built_in (void)
{
  static const char *const names[] = { "method.schema.json", "catalogue.schema.json", "rules.schema.json",
                                       "addition.schema.json", "case.schema.json" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (EupSchema) schema = eup_schema_new_from_resource (names[i]);
      g_autoptr (JsonNode) node = json_from_string ("{}", NULL);
      g_autoptr (EupProblems) problems = eup_problems_new ("f");

      g_assert_false (eup_schema_check (schema, node, problems));
    }
}

static void
keyword_that_is_not_known_stops_the_program (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (JsonNode) node =
          json_from_string ("{\"$defs\":{\"a\":{\"properties\":{\"b\":{\"anyOf\":[]}}}}}", NULL);

      eup_schema_free (eup_schema_new_from_node (node));
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*keyword*anyOf*");
}

static void
reference_to_nothing_stops_the_program (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (JsonNode) node =
          json_from_string ("{\"items\":{\"$ref\":\"#/$defs/b\"},\"$defs\":{}}", NULL);

      eup_schema_free (eup_schema_new_from_node (node));
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*refers to*#/$defs/b*");
}

static void
long_list_is_checked_in_good_time (void)
{
  g_autoptr (JsonNode) rules =
      json_from_string ("{\"uniqueItems\":true,\"items\":{\"type\":\"integer\"}}", NULL);
  g_autoptr (EupSchema) schema = eup_schema_new_from_node (rules);
  g_autoptr (EupProblems) problems = eup_problems_new ("f");
  g_autoptr (JsonNode) value = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();

  for (int i = 0; i < 100000; i++)
    json_array_add_int_element (array, i);
  json_node_take_array (value, array);
  g_assert_true (
      eup_schema_check (schema, value, problems)); /* five thousand million comparisons, pair by pair */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/schema/" #name, name)
  ADD (each_keyword_is_checked);
  ADD (our_schemas_are_built_in);
  ADD (keyword_that_is_not_known_stops_the_program);
  ADD (reference_to_nothing_stops_the_program);
  ADD (long_list_is_checked_in_good_time);
  return g_test_run ();
}
