#pragma once

#include "util/eup-file.h"
#include "util/eup-json.h"

#include <string.h>

/* A good file with one place changed, and all the problems that this must bring, a line each. */
typedef struct
{
  const char *find; /* the first place of it is changed */
  const char *replace;
  const char *problems;
} Change;

/* The file @name of tests/data with the change made. */
static inline GBytes *
changed_bytes (const char *name, const Change *change)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  GString *changed;
  const char *place;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  place = strstr (text, change->find);
  g_assert_nonnull (place);
  changed = g_string_new_len (text, place - text);
  g_string_append (changed, change->replace);
  g_string_append (changed, place + strlen (change->find));
  return g_string_free_to_bytes (changed);
}

static inline JsonNode *
changed_node (const char *name, const Change *change, GBytes **bytes)
{
  g_autoptr (EupProblems) problems = eup_problems_new (name);
  JsonNode *node;

  *bytes = changed_bytes (name, change);
  node = eup_json_parse (*bytes, problems);
  g_assert_nonnull (node);
  return node;
}

static inline void
assert_problems (const EupProblems *problems, const char *expected)
{
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < eup_problems_get_n (problems); i++)
    {
      const EupProblem *problem = eup_problems_get (problems, i);

      g_string_append_printf (found, "%s%s: %s", i > 0 ? "\n" : "", problem->path, problem->message);
    }
  g_assert_cmpstr (found->str, ==, expected);
  g_string_free (found, TRUE);
}
