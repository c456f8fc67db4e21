/* Fills a store with invented cases, so that a start with many of them can be measured.
 *
 * fill-store FOLDER CASE.json N: N times the case of the file under invented aliases and numbers;
 * every second one is sealed, a third of those with a follow-up date. Everything goes through
 * casework and store as in the program itself. */

#include <stdlib.h>

#include "casework/eup-case.h"
#include "casework/eup-workspace.h"
#include "store/eup-store.h"
#include "util/eup-clock.h"

typedef struct
{
  GMainLoop *loop;
  EupWorkspace *workspace;
  EupAssessment *pattern;
  EupCase *kase;
  int wanted;
  int done;
  GError *error;
} Filling;

static void fill_next (Filling *self);

static void
stop (Filling *self, GError *error)
{
  self->error = error;
  g_main_loop_quit (self->loop);
}

static const char *
alias_of (int number)
{
  static const char *const names[] = { "Anna",  "Sven", "Ingrid", "Li",  "Karl",
                                       "Märta", "Olle", "Wei",    "Gun", "Åke" };

  return names[number % G_N_ELEMENTS (names)];
}

static char *
follow_up_of (int number)
{
  return number % 6 == 0 ? g_strdup_printf ("2027-%02d-%02d", 1 + number % 12, 1 + number % 28) : NULL;
}

static void
sealed_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  Filling *self = user_data;
  GError *error = NULL;

  if (!eup_store_seal_finish (EUP_STORE (store), result, &error))
    {
      stop (self, error);
      return;
    }
  fill_next (self);
}

static void
flushed_cb (GObject *kase, GAsyncResult *result, gpointer user_data)
{
  Filling *self = user_data;
  GError *error = NULL;

  if (!eup_case_flush_finish (EUP_CASE (kase), result, &error))
    {
      stop (self, error);
      return;
    }
  if (self->done % 2 == 0)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static ("invented", 8);
      g_autofree char *document = g_strdup_printf ("invented-%d", self->done);
      g_autoptr (EupStoreRecord) record =
          eup_store_record_new (document, bytes, bytes, "2026-11-01T10:00:00+01:00");

      eup_store_seal_async (eup_workspace_get_store (self->workspace), eup_case_get_id (self->kase), record,
                            NULL, sealed_cb, self);
      return;
    }
  fill_next (self);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Filling *self = user_data;
  GError *error = NULL;

  self->kase = eup_workspace_import_case_finish (EUP_WORKSPACE (source), result, &error);
  if (self->kase == NULL)
    stop (self, error);
  else
    eup_case_flush_async (self->kase, NULL, flushed_cb, self);
}

static void
fill_next (Filling *self)
{
  EupAssessment *assessment;

  g_clear_object (&self->kase);
  if (self->done == self->wanted)
    {
      stop (self, NULL);
      return;
    }
  self->done++;
  assessment = eup_assessment_copy (self->pattern);
  g_free (assessment->card->id);
  assessment->card->id = g_strdup_printf ("invented-%d", self->done);
  g_set_str (&assessment->card->alias, alias_of (self->done));
  g_free (assessment->card->number);
  assessment->card->number = g_strdup_printf ("2026/%d", self->done);
  g_free (assessment->decision->follow_up_date);
  assessment->decision->follow_up_date = follow_up_of (self->done);
  eup_workspace_import_case_async (self->workspace, assessment, NULL, imported_cb, self);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Filling *self = user_data;
  GError *error = NULL;

  self->workspace = eup_workspace_open_finish (result, &error);
  if (self->workspace == NULL)
    {
      stop (self, error);
      return;
    }
  fill_next (self);
}

int
main (int argc, char **argv)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (EupClock) clock = eup_clock_new_system ();
  g_autoptr (EupProblems) problems = NULL;
  g_autoptr (GError) error = NULL;
  Filling self = { .loop = loop };

  if (argc != 4)
    {
      g_printerr ("usage: fill-store FOLDER CASE.json N\n");
      return 2;
    }
  self.wanted = atoi (argv[3]);
  self.pattern = eup_assessment_load (argv[2], &problems, &error);
  if (self.pattern == NULL)
    {
      g_printerr ("fill-store: %s\n", error ? error->message : "the case file has faults");
      return 1;
    }
  eup_workspace_open_async (argv[1], clock, NULL, opened_cb, &self);
  g_main_loop_run (loop);
  if (self.workspace != NULL)
    eup_store_close (eup_workspace_get_store (self.workspace));
  g_clear_object (&self.workspace);
  g_clear_object (&self.kase);
  eup_assessment_free (self.pattern);
  if (self.error != NULL)
    {
      g_printerr ("fill-store: %s\n", self.error->message);
      g_error_free (self.error);
      return 1;
    }
  g_print ("%d cases in %s\n", self.done, argv[1]);
  return 0;
}
