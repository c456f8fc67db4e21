/* How long a record takes without the start of a program: record whole|draw CASE P12 PASSWORD-FILE OUT.pdf ROUNDS.
 * whole: the case is read, laid out, finished, signed and written; draw: the same layout drawn by cairo and nothing
 * else, the limit. Prints the seconds of one round by the clock, and those of the processor. */

#include "casework/eup-recording.h"
#include "record/eup-layout.h"
#include "record/eup-signer.h"
#include "record/eup-twin.h"
#include "util/eup-digest.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#define NOW "2026-11-28T10:00:00+01:00"

typedef struct
{
  const char *path, *out;
  EupAssessment *assessment;
  EupModel *model;
  EupSigner *signer;
} Job;

static void
must (gboolean good, const GError *error)
{
  if (!good)
    g_error ("%s", error ? error->message : "it does not work");
}

static GBytes *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *data = NULL;
  gsize size = 0;

  must (g_file_get_contents (path, &data, &size, &error), error);
  return g_bytes_new_take (data, size);
}

static EupAssessment *
read_case (const char *path)
{
  g_autoptr (GError) error = NULL;
  EupAssessment *assessment = eup_assessment_load (path, NULL, &error);

  must (assessment != NULL, error);
  if (!eup_assessment_is_sealed (assessment))
    g_set_str (&assessment->decision->sealed, NOW);
  return assessment;
}

static EupSigner *
open_signer (const char *path, const char *password_file)
{
  g_autoptr (GBytes) p12 = read_file (path);
  g_autoptr (GBytes) word = read_file (password_file);
  g_autofree char *password = g_strndup (g_bytes_get_data (word, NULL), g_bytes_get_size (word));
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (NOW, NULL);
  g_autoptr (GError) error = NULL;
  EupSigner *signer = eup_signer_new_pkcs12 (p12, g_strchomp (password), now, &error);

  must (signer != NULL, error);
  return signer;
}

static void
make_whole (const Job *job)
{
  g_autoptr (EupAssessment) assessment = read_case (job->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (EupRecording) recording = eup_recording_new (assessment, job->model, NULL, FALSE, NULL, &error);

  must (recording != NULL, error);
  must (eup_recording_sign (recording, job->signer, assessment, NOW, &error), error);
  must (g_file_set_contents (job->out, g_bytes_get_data (recording->pdf, NULL),
                             (gssize) g_bytes_get_size (recording->pdf), &error),
        error);
}

static void
draw (const Job *job)
{
  g_autoptr (EupSnapshot) snapshot = eup_snapshot_new (job->assessment, job->model, NULL, FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (EupPages) pages = NULL;
  static const char digest[] = "0000000000000000000000000000000000000000000000000000000000000000";

  pages = eup_layout_run (snapshot, digest, &error);
  must (pages != NULL, error);
}

static double
processor_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

int
main (int argc, char **argv)
{
  Job job = { NULL };
  void (*round) (const Job *) = NULL;
  int rounds;
  gint64 began;
  double used;

  if (argc == 7)
    round = strcmp (argv[1], "whole") == 0 ? make_whole : strcmp (argv[1], "draw") == 0 ? draw : NULL;
  rounds = round ? atoi (argv[6]) : 0;
  if (rounds < 1)
    {
      g_printerr ("usage: record whole|draw CASE P12 PASSWORD-FILE OUT.pdf ROUNDS\n");
      return 2;
    }
  job.path = argv[2];
  job.out = argv[5];
  job.assessment = read_case (job.path);
  job.model = eup_model_new_shipped (job.assessment->rules->id);
  job.signer = open_signer (argv[3], argv[4]);
  round (&job); /* to warm up */
  began = g_get_monotonic_time ();
  used = processor_time ();
  for (int i = 0; i < rounds; i++)
    round (&job);
  g_print ("%.6f %.6f\n", (double) (g_get_monotonic_time () - began) / G_USEC_PER_SEC / rounds,
           (processor_time () - used) / rounds);
  g_object_unref (job.signer);
  eup_model_unref (job.model);
  eup_assessment_free (job.assessment);
  return 0;
}
