/* Makes a record of a case file without a store: lay-out CASE.json LANGUAGE OUT.pdf [--draft]
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

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EupModel) model = eup_model_new_shipped ();
  g_autoptr (EupAssessment) assessment = NULL;
  g_autoptr (EupSnapshot) snapshot = NULL;
  g_autoptr (GBytes) twin = NULL;
  g_autoptr (EupPages) pages = NULL;
  g_autoptr (EupDocumentInfo) info = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *beside = NULL;

  if (argc < 4)
    {
      g_printerr ("usage: lay-out CASE.json LANGUAGE OUT.pdf [--draft]\n");
      return 2;
    }
  assessment = eup_assessment_load (argv[1], NULL, &error);
  if (assessment == NULL)
    return fail (error);
  snapshot = eup_snapshot_new (assessment, model, argv[2], argc > 4 && strcmp (argv[4], "--draft") == 0);
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
