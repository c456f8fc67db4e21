#pragma once

#include "casework/eup-case.h"
#include "record/eup-sheet.h"
#include "record/eup-stamp.h"

G_BEGIN_DECLS

/* What happens to the record of a sealed case: each adds one revision at its end and keeps the longer file
 * beside the one before. One at a time: EUP_CASE_ERROR_REFUSED while another is under way. */

/**
 * EupCaseRevise:
 * @pdf: the record as it is kept
 *
 * Called on a worker thread.
 *
 * Returns: (transfer full) (nullable): @pdf with something at its end
 */
typedef GBytes *(*EupCaseRevise) (GBytes *pdf, gconstpointer data, GError **error);

void eup_case_revise_async (EupCase *self,
                            EupCaseRevise revise,
                            gpointer data,
                            GDestroyNotify free_data,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
GBytes *eup_case_revise_finish (EupCase *self, GAsyncResult *result, GError **error);

/* Signed elsewhere: the record goes out, and comes back with signatures. */
char *eup_case_why_not_signed_yet (EupCase *self);
void eup_case_take_back_async (EupCase *self,
                               GBytes *returned,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/* Time stamps and what certificates can be checked with, by file. */
void eup_case_stamp_request_async (EupCase *self,
                                   EupStampKind kind,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
GBytes *eup_case_stamp_request_finish (EupCase *self, GAsyncResult *result, GError **error);
void eup_case_stamp_async (EupCase *self,
                           GBytes *request,
                           GBytes *answer,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
void eup_case_add_validation_async (EupCase *self,
                                    GPtrArray *files,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

/* Papers beside the record. */
void eup_case_sheet_async (EupCase *self,
                           EupSheet sheet,
                           const char *language,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
GBytes *eup_case_sheet_finish (EupCase *self, GAsyncResult *result, GError **error);

G_END_DECLS
