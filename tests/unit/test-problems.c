/* Problems of data files: kept in order, told in one line each. */

#include "util/eup-problems.h"

static void
no_problem_is_no_error (void)
{
  g_autoptr (EupProblems) problems = eup_problems_new ("f.json");
  g_autoptr (GError) error = NULL;

  g_assert_true (eup_problems_to_error (problems, &error));
  g_assert_no_error (error);
  g_assert_cmpint (eup_problems_get_n (problems), ==, 0);
}

static void
error_has_the_code_of_the_first_problem_and_counts_the_others (void)
{
  static const struct
  {
    EupDataError codes[3];
    guint n;
    const char *message;
  } table[] = {
    { { EUP_DATA_ERROR_NOT_TEXT }, 1, "f.json: $.a0: wrong 0" },
    { { EUP_DATA_ERROR_NOT_JSON, EUP_DATA_ERROR_INVALID }, 2, "f.json: $.a0: wrong 0 (and 1 more)" },
    { { EUP_DATA_ERROR_INVALID, EUP_DATA_ERROR_NOT_JSON, EUP_DATA_ERROR_NOT_TEXT },
      3,
      "f.json: $.a0: wrong 0 (and 2 more)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (EupProblems) problems = eup_problems_new ("f.json");
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < table[i].n; j++)
        {
          g_autofree char *path = g_strdup_printf ("$.a%u", j);

          eup_problems_add (problems, table[i].codes[j], path, "wrong %u", j);
        }
      g_assert_cmpint (eup_problems_get_n (problems), ==, table[i].n);
      g_assert_false (eup_problems_to_error (problems, &error));
      g_assert_error (error, EUP_DATA_ERROR, (gint) table[i].codes[0]);
      g_assert_cmpstr (error->message, ==, table[i].message);
    }
}

static void
list_can_speak_of_several_files (void)
{
  g_autoptr (EupProblems) problems = eup_problems_new ("a.json");
  g_autoptr (EupProblems) others = eup_problems_new ("c.json");
  g_autoptr (EupProblems) none = eup_problems_new ("d.json");
  g_autoptr (GError) error = NULL;
  g_autofree char *last = NULL;

  eup_problems_set_file (problems, "b.json");
  eup_problems_add (others, EUP_DATA_ERROR_NOT_JSON, "line 3", "wrong");
  eup_problems_take (problems, none);
  eup_problems_take (problems, others);
  eup_problems_add (problems, EUP_DATA_ERROR_INVALID, "$.b", "wrong too");

  g_assert_cmpint (eup_problems_get_n (problems), ==, 2);
  g_assert_cmpint (eup_problems_get_n (others), ==, 1);
  last = eup_problem_to_line (eup_problems_get (problems, 1));
  g_assert_cmpstr (last, ==, "b.json: $.b: wrong too");
  g_assert_false (eup_problems_to_error (problems, &error));
  g_assert_error (error, EUP_DATA_ERROR, EUP_DATA_ERROR_NOT_JSON);
  g_assert_cmpstr (error->message, ==, "c.json: line 3: wrong (and 1 more)");
}

static void
problem_is_one_line_whatever_the_file_says (void)
{
  g_autoptr (EupProblems) problems = eup_problems_new ("f\n.json");
  g_autofree char *line = NULL;

  eup_problems_add (problems, EUP_DATA_ERROR_INVALID, "$.a\r", "found “%s”", "\x1b[31mröd\n外");
  line = eup_problem_to_line (eup_problems_get (problems, 0));
  g_assert_cmpstr (line, ==, "f\\u000a.json: $.a\\u000d: found “\\u001b[31mröd\\u000a外”");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/problems/" #name, name)
  ADD (no_problem_is_no_error);
  ADD (error_has_the_code_of_the_first_problem_and_counts_the_others);
  ADD (list_can_speak_of_several_files);
  ADD (problem_is_one_line_whatever_the_file_says);
  return g_test_run ();
}
