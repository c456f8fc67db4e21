/* Papers beside the record, made on a worker thread from a copy of the assessment: the resident's own page
 * and the questions for somebody who can't come. */

#include "casework/eup-case-later.h"
#include "casework/eup-case-record-private.h"
#include "util/eup-worker.h"

typedef struct
{
  EupAssessment *assessment;
  EupModel *model;
  EupSheet sheet;
  char *language;
  gboolean draft;
} Making;

static void
making_free (gpointer data)
{
  Making *making = data;

  eup_assessment_free (making->assessment);
  eup_model_unref (making->model);
  g_free (making->language);
  g_free (making);
}

static void
make_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Making *making = data;
  GError *error = NULL;
  GBytes *pdf = eup_recording_make_sheet (making->assessment, making->model, making->language, making->draft,
                                          making->sheet, &error);

  if (pdf != NULL)
    g_task_return_pointer (task, pdf, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

/**
 * eup_case_sheet_async:
 * @sheet: which paper
 * @language: (nullable): of the paper; %NULL for the case's own
 *
 * Makes the paper from what is there now; as long as the case is not sealed it says that it may change.
 */
void
eup_case_sheet_async (EupCase *self,
                      EupSheet sheet,
                      const char *language,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Making *making = g_new0 (Making, 1);

  making->assessment = eup_assessment_copy (self->assessment);
  making->model = eup_model_ref (self->model);
  making->sheet = sheet;
  making->language = g_strdup (language);
  making->draft = !eup_case_is_sealed (self);
  g_task_set_source_tag (task, eup_case_sheet_async);
  g_task_set_task_data (task, making, making_free);
  eup_worker_run (task, make_thread);
}

/* Returns: (transfer full) (nullable): the paper as PDF */
GBytes *
eup_case_sheet_finish (EupCase *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
