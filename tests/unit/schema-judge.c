/* Lets another program ask our schema checker: reads lines "schema name, tab, JSON" and answers each
 * with the places of all faults, tabs between; an empty line means that all is good. */

#include <stdio.h>
#include <string.h>

#include "util/eup-json.h"
#include "util/eup-schema.h"

static void
judge (const char *name, const char *text)
{
  g_autoptr (EupSchema) schema = eup_schema_new_from_resource (name);
  g_autoptr (EupProblems) problems = eup_problems_new (name);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (JsonNode) node = eup_json_parse (bytes, problems);

  if (node != NULL)
    eup_schema_check (schema, node, problems);
  for (guint i = 0; i < eup_problems_get_n (problems); i++)
    {
      const EupProblem *problem = eup_problems_get (problems, i);
      const char *list_end =
          g_str_has_prefix (problem->message, "stands in the list") ? strrchr (problem->path, '[') : NULL;

      /* the peer names the list, not the entry that stands twice */
      printf ("%s%.*s", i > 0 ? "\t" : "",
              (int) (list_end ? list_end - problem->path : (gssize) strlen (problem->path)), problem->path);
    }
  putchar ('\n');
}

int
main (void)
{
  g_autofree char *line = NULL;
  size_t size = 0;

  while (getline (&line, &size, stdin) > 0)
    {
      char *tab = strchr (line, '\t');

      line[strcspn (line, "\n")] = '\0';
      g_assert_nonnull (tab);
      *tab = '\0';
      judge (line, tab + 1);
    }
  return 0;
}
