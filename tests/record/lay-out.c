/* Makes a record of a case file without a store:
 * lay-out CASE.json LANGUAGE OUT.pdf [--draft] [--addition FILE]
 * Writes the finished, unsigned document, the twin beside it as OUT.pdf.json, and on standard output
 * the number of tags and slots. For the tests of the pages. */

#include <stdio.h>
#include <string.h>

#include "record/eup-finish.h"
#include "record/eup-layout.h"
#include "record/eup-twin.h"
#include "util/eup-digest.h"
#include "util/eup-file.h"

static int
fail (const GError *error)
{
  g_printerr ("lay-out: %s\n", error->message);
  return 1;
}

/* The shipped model with the rule pack that the case names, and a local addition (nullable). */
static EupModel *
make_model (const EupAssessment *assessment, const char *addition, GError **error)
{
  static const char *const names[] = { "method", "catalogue", "rules", "addition", NULL };
  const char *rules = assessment->rules ? assessment->rules->id : NULL;
  g_autoptr (EupModel) model = eup_model_new_shipped (rules);
  g_autoptr (GPtrArray) additions = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  char *bytes;
  gsize size;

  if (addition == NULL)
    return g_steal_pointer (&model);
  if (!g_file_get_contents (addition, &bytes, &size, error))
    return NULL;
  g_ptr_array_add (additions, g_bytes_new_take (bytes, size));
  return eup_model_new (model->sources->pdata[0], model->sources->pdata[1], model->sources->pdata[2],
                        additions, names, NULL, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EupModel) model = NULL;
  g_autoptr (EupAssessment) assessment = NULL;
  g_autoptr (EupSnapshot) snapshot = NULL;
  g_autoptr (GBytes) twin = NULL;
  g_autoptr (EupPages) pages = NULL;
  g_autoptr (EupDocumentInfo) info = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *beside = NULL;
  const char *addition = NULL;
  gboolean draft = FALSE;

  if (argc < 4)
    {
      g_printerr ("usage: lay-out CASE.json LANGUAGE OUT.pdf [--draft] [--addition FILE]\n");
      return 2;
    }
  for (int i = 4; i < argc; i++)
    {
      draft = draft || strcmp (argv[i], "--draft") == 0;
      if (strcmp (argv[i], "--addition") == 0 && i + 1 < argc)
        addition = argv[++i];
    }
  assessment = eup_assessment_load (argv[1], NULL, &error);
  if (assessment == NULL)
    return fail (error);
  model = make_model (assessment, addition, &error);
  if (model == NULL)
    return fail (error);
  snapshot = eup_snapshot_new (assessment, model, argv[2], draft);
  twin = eup_twin_new (snapshot);
  digest = eup_digest_bytes (twin);
  pages = eup_layout_run (snapshot, digest, &error);
  if (pages == NULL)
    return fail (error);
  info = eup_layout_info (snapshot, digest);
  pdf = eup_finish_run (pages, info, &error);
  if (pdf == NULL)
    return fail (error);
  beside = g_strconcat (argv[3], ".json", NULL);
  if (!eup_file_replace (argv[3], pdf, 0644, &error) || !eup_file_replace (beside, twin, 0644, &error))
    return fail (error);
  g_print ("%u tags, %u slots\n", pages->tags->len, pages->slots->len);
  return 0;
}
