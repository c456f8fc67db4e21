/* How long the gates of one case take: gates evaluate|parse CASE. Prints the median time of one round
 * in microseconds of the processor: of asking every gate, or, as the peer, of json-glib parsing the
 * same case file. A round is too short to be timed by a clock that other programs share. */

#include "assessment/eup-rules.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#define ROUNDS 301

typedef struct
{
  EupModel *model;
  EupAssessment *assessment;
  char *text;
  gsize length;
} Case;

static void
evaluate (const Case *one)
{
  g_autoptr (GPtrArray) states = eup_rules_gates (one->assessment, one->model);

  g_assert_cmpuint (states->len, >, 0);
}

static void
parse (const Case *one)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  g_assert_true (json_parser_load_from_data (parser, one->text, (gssize) one->length, NULL));
}

static int
compare (const void *a, const void *b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static gint64
processor_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * 1000000000 + time.tv_nsec;
}

static double
median_of (void (*round) (const Case *), const Case *one)
{
  gint64 times[ROUNDS];

  round (one);
  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 began = processor_time ();

      round (one);
      times[i] = processor_time () - began;
    }
  qsort (times, ROUNDS, sizeof (gint64), compare);
  return (double) times[ROUNDS / 2] / 1000;
}

int
main (int argc, char **argv)
{
  g_autoptr (EupProblems) problems = eup_problems_new ("case");
  g_autoptr (GError) error = NULL;
  Case one = { NULL };

  if (argc != 3 || (strcmp (argv[1], "evaluate") != 0 && strcmp (argv[1], "parse") != 0))
    {
      g_printerr ("usage: gates evaluate|parse CASE\n");
      return 2;
    }
  one.assessment = eup_assessment_load (argv[2], NULL, &error);
  if (one.assessment == NULL || !g_file_get_contents (argv[2], &one.text, &one.length, &error))
    g_error ("%s", error->message);
  one.model = eup_model_new_shipped (one.assessment->rules->id);
  if (one.model == NULL || !eup_assessment_check (one.assessment, one.model, problems))
    g_error ("%s does not fit what is shipped", argv[2]);
  g_print ("%.1f\n", median_of (strcmp (argv[1], "parse") == 0 ? parse : evaluate, &one));
  eup_model_unref (one.model);
  eup_assessment_free (one.assessment);
  g_free (one.text);
  return 0;
}
