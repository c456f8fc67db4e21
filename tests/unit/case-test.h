#pragma once

#include "assessment/eup-rules.h"
#include "casework/eup-workspace.h"

G_BEGIN_DECLS

/* What the tests of casework share: a workspace in a folder of its own, on a day of its own
 * (2026-11-26T13:30:00Z), and calls that wait. */
typedef struct
{
  char *folder;
  EupWorkspace *workspace;
  EupClock *clock;
  GAsyncResult *result;
} CaseTest;

void case_test_set_up (CaseTest *self, gconstpointer data);
void case_test_tear_down (CaseTest *self, gconstpointer data);
void case_test_open_workspace (CaseTest *self);
void case_test_close_workspace (CaseTest *self);
void case_test_begin_again (CaseTest *self);

void case_test_result_cb (GObject *source, GAsyncResult *result, gpointer user_data);
GAsyncResult *case_test_wait (CaseTest *self);

/* A case made with @model, in the workspace's store. @assessment: (transfer full) */
EupCase *case_test_new (CaseTest *self, EupAssessment *assessment, EupModel *model);
EupCase *case_test_sample (CaseTest *self, EupAssessment *assessment); /* made with eup_sample_model() */
EupCase *case_test_import (CaseTest *self, EupAssessment *assessment, GError **error);
EupAssessment *case_test_file (const char *name);
EupCase *case_test_open (CaseTest *self, const char *id, GError **error);
gboolean case_test_flush (CaseTest *self, EupCase *kase, GError **error);
gboolean case_test_seal (CaseTest *self, EupCase *kase, GError **error);
void case_test_say (EupCase *kase, const char *question, const char *person, const char *words);
const char *case_test_words (EupCase *kase, const char *question, const char *person);
EupStoreSummary *case_test_summary (CaseTest *self, const char *id);
gboolean case_test_add_addition (CaseTest *self, const char *path, GError **error);
gboolean case_test_remove_addition (CaseTest *self, const char *id, GError **error);

/* The model that is built in as it would have been in version 0.9: another title of the first question. */
EupModel *case_test_older_model (void);
char *case_test_addition_path (void);

#define CASE_TEST_ADD(name)                                                                                  \
  g_test_add ("/casework/" #name, CaseTest, NULL, case_test_set_up, name, case_test_tear_down)

G_END_DECLS
