/* How far it has come, and how many of each verdict: on the standard error. */

#include "cli/eup-cli-verify.h"

#include "cli/eup-cli.h"

#include <stdio.h>

#define BETWEEN_LINES (G_USEC_PER_SEC / 4)
#define BETWEEN_LINES_IN_A_FILE (5 * G_USEC_PER_SEC)

static void
tell_progress (EupCliTally *self)
{
  gint64 now = g_get_monotonic_time ();

  if (now - self->told < (self->terminal ? BETWEEN_LINES : BETWEEN_LINES_IN_A_FILE))
    return;
  self->told = now;
  fprintf (stderr, self->terminal ? "\r" : "");
  if (self->total > 0)
    fprintf (stderr, "verified %u of %u", self->n, self->total);
  else
    fprintf (stderr, "verified %u", self->n);
  fprintf (stderr, "%s", self->terminal ? "\033[K" : "\n");
  fflush (stderr);
}

/**
 * eup_cli_tally_count:
 * @found: one file more
 * @good: whether it is as it should be
 */
void
eup_cli_tally_count (EupCliTally *self, const EupInspection *found, gboolean good)
{
  if (self->n == 0)
    self->begun = self->told = g_get_monotonic_time ();
  self->n++;
  self->good += good;
  if (found->verdict == NULL)
    self->unread++;
  else
    self->kinds[found->verdict->kind]++;
  if (self->progress)
    tell_progress (self);
}

/* The last line of progress goes; what was found stays. */
void
eup_cli_tally_end (EupCliTally *self)
{
  static const char *const words[] = {
    "sealed and unchanged",  "signed, and later signed by others", "extended by another program",
    "changed after signing", "whole, but nobody has signed it",    "not one of our records"
  };

  if (self->progress && self->terminal)
    fputs ("\r\033[K", stderr);
  if (!self->summary)
    return;
  eup_cli_complain ("%u files, %u of them good, %.1f s", self->n, self->good,
                    self->n ? (double) (g_get_monotonic_time () - self->begun) / G_USEC_PER_SEC : 0.0);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (self->kinds[i] > 0)
      eup_cli_complain ("%7u  %s", self->kinds[i], words[i]);
  if (self->unread > 0)
    eup_cli_complain ("%7u  could not be read", self->unread);
}
