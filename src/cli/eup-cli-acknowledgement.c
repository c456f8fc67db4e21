/* An acknowledgement from a file (data/schemas/acknowledgement.schema.json), to be sealed in a record. */

#include "cli/eup-cli-acknowledgement.h"

#include "cli/eup-cli.h"
#include "util/eup-json.h"
#include "util/eup-schema.h"

/* Strokes and whatever the answer needs, with the place of what is wrong. */
static void
check (const EupAcknowledgement *of, const char *name, EupProblems *problems)
{
  const char *member = NULL;
  g_autofree char *problem = eup_acknowledgement_problem (of, name, &member);
  g_autofree char *path = g_strdup_printf ("$.%s", member ? member : "drawing");
  g_autofree char *stroke = NULL;
  EupDrawing *drawing = NULL;
  guint wrong = 0;

  if (problem != NULL)
    {
      eup_problems_add (problems, EUP_DATA_ERROR_INVALID, path, "%s", problem);
      return;
    }
  drawing = eup_drawing_read ((const char *const *) of->drawing, &wrong, &stroke);
  if (stroke != NULL)
    {
      g_autofree char *place = eup_json_path_element (path, wrong);

      eup_problems_add (problems, EUP_DATA_ERROR_INVALID, place, "%s", stroke);
    }
  g_clear_pointer (&drawing, eup_drawing_free);
}

/**
 * eup_cli_acknowledgement_load:
 * @details: gets the acknowledgement, and whose it is
 *
 * Returns: whether it can be sealed; else the person has been told why not
 */
gboolean
eup_cli_acknowledgement_load (const char *path, EupSignature *details)
{
  g_autoptr (EupProblems) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = eup_json_load (path, &problems, &error);
  g_autoptr (EupSchema) schema = eup_schema_new_from_resource ("acknowledgement.schema.json");

  if (node == NULL)
    {
      if (problems != NULL)
        eup_cli_complain_problems (problems);
      else
        eup_cli_complain_error (error);
      return FALSE;
    }
  if (eup_schema_check (schema, node, problems))
    {
      details->acknowledgement = eup_shape_read (eup_part_shape (EUP_PART_ACKNOWLEDGEMENT), node);
      details->acknowledges = g_strdup (json_object_get_string_member (json_node_get_object (node), "name"));
      check (details->acknowledgement, details->acknowledges, problems);
    }
  eup_cli_complain_problems (problems);
  return eup_problems_get_n (problems) == 0;
}
