#pragma once

#include "casework/eup-model-set.h"
#include "casework/eup-workspace.h"

struct _EupWorkspace
{
  GObject parent_instance;

  EupStore *store;
  EupClock *clock;
  EupModelSet *models;
  GHashTable *cache;  /* eup_model_key() → EupModel: of the cases that were opened */
  gboolean rehearsal; /* all that is in it is invented */
  char *country;      /* whose rules a new case gets */
};

/* What a case was begun with, and what was said in it; on its way to become an open case. */
typedef struct
{
  EupAssessment *assessment;
  EupModel *model;      /* once it is found */
  gboolean from_before; /* begun by a program that did not keep definitions: it names no rule pack */
  char *note;
  char *sealed;
  GPtrArray *events; /* EupStoreChange; NULL of an open case */
} EupComing;

void eup_workspace_remember_model (EupWorkspace *self, EupModel *model);
void eup_workspace_find_model_async (EupWorkspace *self,
                                     const EupComing *coming,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
EupModel *eup_workspace_find_model_finish (EupWorkspace *self, GAsyncResult *result, GError **error);

void
eup_workspace_reload_additions_async (EupWorkspace *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean eup_workspace_reload_additions_finish (EupWorkspace *self, GAsyncResult *result, GError **error);
