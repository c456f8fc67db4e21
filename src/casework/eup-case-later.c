/* On the way to the archive: time stamps and validation data, that come as files and go into the record. */

#include "casework/eup-case-later.h"
#include "casework/eup-case-private.h"
#include "record/eup-validation.h"
#include "util/eup-worker.h"

typedef struct
{
  GBytes *request;
  GBytes *answer;
} Stamping;

static void
stamping_free (gpointer data)
{
  Stamping *stamping = data;

  g_bytes_unref (stamping->request);
  g_bytes_unref (stamping->answer);
  g_free (stamping);
}

static GBytes *
stamp (GBytes *pdf, gconstpointer data, GError **error)
{
  const Stamping *stamping = data;

  return eup_stamp_take (pdf, stamping->request, stamping->answer, error);
}

/**
 * eup_case_stamp_async:
 * @request: what eup_case_stamp_request_finish() gave
 * @answer: what the authority answered
 *
 * Errors: EUP_STAMP_ERROR, and those of eup_case_revise_async().
 */
void
eup_case_stamp_async (EupCase *self,
                      GBytes *request,
                      GBytes *answer,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  Stamping *stamping = g_new0 (Stamping, 1);

  stamping->request = g_bytes_ref (request);
  stamping->answer = g_bytes_ref (answer);
  eup_case_revise_async (self, stamp, stamping, stamping_free, cancellable, callback, user_data);
}

static GBytes *
add_validation (GBytes *pdf, gconstpointer data, GError **error)
{
  return eup_validation_append (pdf, (GPtrArray *) data, error);
}

/**
 * eup_case_add_validation_async:
 * @files: (transfer none) (element-type GBytes): authorities, lists of revoked certificates, answers of OCSP
 *
 * Errors: EUP_VALIDATION_ERROR, and those of eup_case_revise_async().
 */
void
eup_case_add_validation_async (EupCase *self,
                               GPtrArray *files,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  eup_case_revise_async (self, add_validation, g_ptr_array_ref (files), (GDestroyNotify) g_ptr_array_unref,
                         cancellable, callback, user_data);
}

/* Asking for a stamp: the record stays as it is. */

typedef struct
{
  EupStampKind kind;
  GBytes *pdf;
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_clear_pointer (&asking->pdf, g_bytes_unref);
  g_free (asking);
}

static void
request_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Asking *asking = data;
  GError *error = NULL;
  GBytes *request = eup_stamp_request (asking->pdf, asking->kind, &error);

  if (request != NULL)
    g_task_return_pointer (task, request, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Asking *asking = g_task_get_task_data (task);
  GError *error = NULL;

  asking->pdf = eup_case_record_finish (EUP_CASE (source), result, &error);
  if (asking->pdf == NULL)
    g_task_return_error (task, error);
  else
    eup_worker_run (task, request_thread);
}

/**
 * eup_case_stamp_request_async:
 * @kind: what the stamp is for
 *
 * Makes a request that any authority for time stamps can answer. Errors: EUP_STAMP_ERROR, and of the store.
 */
void
eup_case_stamp_request_async (EupCase *self,
                              EupStampKind kind,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Asking *asking = g_new0 (Asking, 1);

  asking->kind = kind;
  g_task_set_source_tag (task, eup_case_stamp_request_async);
  g_task_set_task_data (task, asking, asking_free);
  eup_case_record_async (self, cancellable, loaded_cb, task);
}

/* Returns: (transfer full) (nullable): DER, to be kept until the answer is taken */
GBytes *
eup_case_stamp_request_finish (EupCase *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
