/* JSON from people's files: what is taken, what is refused and where; and JSON for digests. */

#include "util/eup-json.h"

#include <glib/gstdio.h>
#include <string.h>

#include "util/eup-file.h"

static JsonNode *
parse (const char *text, EupProblems *problems)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return eup_json_parse (bytes, problems);
}

static void
text_that_is_not_json_is_refused_with_its_line (void)
{
  static const struct
  {
    const char *text;
    const char *line;
  } table[] = {
    { "", "f: line 1: this is not JSON: the file is empty" },
    { " \n ", "f: line 1: this is not JSON: the file is empty" },
    { "{\"a\":1,}", "f: line 1: this is not JSON: a comma stands before the end of a list or an object" },
    { "{\n\"a\":\n[1 2]}",
      "f: line 3: this is not JSON: a comma or the end of a list or an object is missing" },
    { "{\"a\" 1}", "f: line 1: this is not JSON: a colon is missing between a key and its value" },
    { "[1,2", "f: line 1: this is not JSON: a comma or the end of a list or an object is missing" },
    { "{} {}", "f: line 1: this is not JSON: unexpected character `{'" },
    { "{\"a\":tru}", "f: line 1: this is not JSON: unexpected identifier `tru'" },
    { "// note\n{}", "f: line 1: this is not JSON: unexpected character `/'" },
    { "\"abc", "f: line 1: this is not JSON: unterminated string constant" },
    { "{\"a\":01}", "f: line 1: this is not JSON: leading zero in number" },
    { "{\"a\":\"\\ud800\"}", "f: line 1: this is not JSON: malformed surrogate pair" },
    { "{\n\"a\":\"b\\u0000c\"}", "f: line 2: the character \\u0000 can't stand in a text" },
    { "{\"a\":1,\"a\":2}", "f: $.a: this key stands twice in one object" },
    { "{\"a\":{\"b\":[1,{\"c d\":1,\"c d\":2}]}}",
      "f: $.a.b[1][\"c d\"]: this key stands twice in one object" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (EupProblems) problems = eup_problems_new ("f");
      g_autoptr (GError) error = NULL;
      g_autofree char *line = NULL;

      g_assert_null (parse (table[i].text, problems));
      g_assert_cmpint (eup_problems_get_n (problems), ==, 1);
      line = eup_problem_to_line (eup_problems_get (problems, 0));
      g_assert_cmpstr (line, ==, table[i].line);
      g_assert_false (eup_problems_to_error (problems, &error));
      g_assert_error (error, EUP_DATA_ERROR, EUP_DATA_ERROR_NOT_JSON);
    }
}

static void
good_json_is_taken (void)
{
  static const char *const table[] = {
    "{}",
    "[]",
    "null",
    "\"å外\"",
    "{\"a\":{\"x\":1},\"b\":{\"x\":2}}",
    "{\"a\":\"\\\\u0000\"}",
    "{\"a\":\"[[[{\\\"{{\"}",
    "\xef\xbb\xbf{}",
    "-0.5e3",
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (EupProblems) problems = eup_problems_new ("f");
      g_autoptr (JsonNode) node = parse (table[i], problems);

      g_assert_nonnull (node);
      g_assert_cmpint (eup_problems_get_n (problems), ==, 0);
    }
}

static void
bytes_that_are_not_utf8_are_refused_with_their_place (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    const char *line;
  } table[] = {
    { "{\n\"a\": \"\xe5\"}", 11, "f: line 2: byte 8 is not UTF-8 text; save the file as UTF-8" },
    { "{\"a\": \"\0\"}", 10, "f: line 1: byte 7 is not UTF-8 text; save the file as UTF-8" },
    { "\xff\xfe{\0}\0", 6, "f: line 1: byte 0 is not UTF-8 text; save the file as UTF-8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (EupProblems) problems = eup_problems_new ("f");
      g_autoptr (GBytes) bytes = g_bytes_new (table[i].bytes, table[i].length);
      g_autoptr (GError) error = NULL;
      g_autofree char *line = NULL;

      g_assert_null (eup_json_parse (bytes, problems));
      line = eup_problem_to_line (eup_problems_get (problems, 0));
      g_assert_cmpstr (line, ==, table[i].line);
      g_assert_false (eup_problems_to_error (problems, &error));
      g_assert_error (error, EUP_DATA_ERROR, EUP_DATA_ERROR_NOT_TEXT);
    }
}

static char *
repeated (const char *before, guint n, const char *inside, const char *after)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, before);
  g_string_append (text, inside);
  for (guint i = 0; i < n; i++)
    g_string_append (text, after);
  return g_string_free_and_steal (text);
}

static void
deep_nesting_is_refused_and_does_not_crash (void)
{
  static const struct
  {
    const char *before;
    const char *inside;
    const char *after;
  } table[] = { { "[", "", "]" }, { "{\"a\":", "1", "}" }, { "[", "", "" }, { "{\"a\":[", "", "]}" } };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (EupProblems) problems = eup_problems_new ("f");
      g_autofree char *text = repeated (table[i].before, 100000, table[i].inside, table[i].after);

      g_assert_null (parse (text, problems));
      g_assert_cmpstr (eup_problems_get (problems, 0)->message, ==,
                       "lists and objects are nested more than 100 deep");
    }

  {
    g_autoptr (EupProblems) problems = eup_problems_new ("f");
    g_autofree char *fits = repeated ("[", 100, "", "]");
    g_autoptr (JsonNode) node = parse (fits, problems);

    g_assert_nonnull (node);
  }
}

static void
file_is_loaded_or_its_fault_told (void)
{
  g_autofree char *folder = g_dir_make_tmp ("euphoria-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "f.json", NULL);
  g_autofree char *message = g_strdup_printf ("%s: line 1: this is not JSON: unexpected character `}'", path);
  g_autoptr (EupProblems) none = NULL;
  g_autoptr (EupProblems) one = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;
  EupProblems *problems = (EupProblems *) &error; /* must be overwritten */

  g_assert_true (g_file_set_contents (path, "{\"a\":1}", -1, NULL));
  node = eup_json_load (path, &none, &error);
  g_assert_no_error (error);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (node), "a"), ==, 1);
  g_assert_cmpint (eup_problems_get_n (none), ==, 0);

  g_assert_true (g_file_set_contents (path, "{\"a\":}", -1, NULL));
  g_assert_null (eup_json_load (path, &one, &error));
  g_assert_error (error, EUP_DATA_ERROR, EUP_DATA_ERROR_NOT_JSON);
  g_assert_cmpstr (error->message, ==, message);
  g_assert_cmpint (eup_problems_get_n (one), ==, 1);
  g_clear_error (&error);

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_null (eup_json_load (path, &problems, &error));
  g_assert_error (error, EUP_FILE_ERROR, EUP_FILE_ERROR_UNREADABLE);
  g_assert_null (problems);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
canonical_json_is_the_same_for_the_same_value (void)
{
  static const struct
  {
    const char *text;
    const char *canonical;
  } table[] = {
    { "{ \"b\": [ 1, { \"d\": null, \"c\": true } ],\n \"a\": \"\\u00e5\" }",
      "{\"a\":\"å\",\"b\":[1,{\"c\":true,\"d\":null}]}" },
    { "{\"a\":\"\\u00e5\",\"b\":[1,{\"c\":true,\"d\":null}]}",
      "{\"a\":\"å\",\"b\":[1,{\"c\":true,\"d\":null}]}" },
    { "[3, 1, 2]", "[3,1,2]" },
    { "\"a\\/b\"", "\"a/b\"" },
    { "{}", "{}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (EupProblems) problems = eup_problems_new ("f");
      g_autoptr (JsonNode) node = parse (table[i].text, problems);
      g_autofree char *canonical = eup_json_canonical (node);

      g_assert_cmpstr (canonical, ==, table[i].canonical);
    }
}

static void
control_characters_come_back_as_they_went (void)
{
  GString *all = g_string_new (NULL);
  g_autoptr (EupProblems) problems = eup_problems_new ("f");
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_VALUE);
  g_autoptr (JsonNode) back = NULL;
  g_autofree char *canonical = NULL;

  for (gunichar c = 1; c < 0x100; c++)
    g_string_append_unichar (all, c);
  g_string_append (all, "外\xf0\x9f\x8c\xb3");
  json_node_set_string (node, all->str);
  canonical = eup_json_canonical (node);
  back = parse (canonical, problems);
  g_assert_nonnull (back);
  g_assert_cmpstr (json_node_get_string (back), ==, all->str);
  g_string_free (all, TRUE);
}

static void
pretty_json_keeps_the_order_of_keys (void)
{
  g_autoptr (EupProblems) problems = eup_problems_new ("f");
  g_autoptr (JsonNode) node = parse ("{\"b\":1,\"a\":[2]}", problems);
  g_autofree char *pretty = eup_json_pretty (node);

  g_assert_cmpstr (pretty, ==, "{\n  \"b\" : 1,\n  \"a\" : [\n    2\n  ]\n}");
}

static void
path_quotes_what_is_not_a_word (void)
{
  static const struct
  {
    const char *name;
    const char *path;
  } table[] = {
    { "card", "$.card" },        { "non-answer_2", "$.non-answer_2" },
    { "a b", "$[\"a b\"]" },     { "", "$[\"\"]" },
    { "1a", "$[\"1a\"]" },       { "a\n", "$[\"a\\n\"]" },
    { "a\"]", "$[\"a\\\"]\"]" }, { "åäö", "$[\"åäö\"]" },
  };
  g_autofree char *element = eup_json_path_element ("$.a", 7);
  g_autofree char *giant = repeated ("ö", 1000, "", "");
  g_autofree char *cut = eup_json_path_member ("$", giant);

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *path = eup_json_path_member ("$", table[i].name);

      g_assert_cmpstr (path, ==, table[i].path);
    }
  g_assert_cmpstr (element, ==, "$.a[7]");
  g_assert_true (g_utf8_validate (cut, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (cut, -1), <, 80);
  g_assert_true (g_str_has_suffix (cut, "…]"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/json/" #name, name)
  ADD (text_that_is_not_json_is_refused_with_its_line);
  ADD (good_json_is_taken);
  ADD (bytes_that_are_not_utf8_are_refused_with_their_place);
  ADD (deep_nesting_is_refused_and_does_not_crash);
  ADD (file_is_loaded_or_its_fault_told);
  ADD (canonical_json_is_the_same_for_the_same_value);
  ADD (control_characters_come_back_as_they_went);
  ADD (pretty_json_keeps_the_order_of_keys);
  ADD (path_quotes_what_is_not_a_word);
  return g_test_run ();
}
