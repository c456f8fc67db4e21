#pragma once

#include "casework/eup-case-private.h"
#include "casework/eup-recording.h"

/* What the worker gets: values only. */
typedef struct
{
  EupAssessment *assessment;
  EupModel *model;
  EupRecording *recording;
  gboolean draft;
  char *now;
  char *profile; /* EUP_PDF_PROFILE_…; NULL: as the rule pack says */
} EupCaseWork;

GTask *eup_case_new_work (EupCase *self,
                          gboolean draft,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
void eup_case_make_record (GTask *task, gpointer source, gpointer data, GCancellable *cancellable);
EupStoreRecord *eup_case_store_record (const EupRecording *recording);
