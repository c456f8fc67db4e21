#pragma once

#include "casework/eup-model-set.h"
#include "casework/eup-workspace.h"

struct _EupWorkspace
{
  GObject parent_instance;

  EupStore *store;
  EupClock *clock;
  EupModelSet *models;
  GHashTable *cache; /* eup_model_key() → EupModel: of the cases that were opened */
  char *country;     /* whose rules a new case gets */
};

void eup_workspace_reload_additions_async (EupWorkspace *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean eup_workspace_reload_additions_finish (EupWorkspace *self, GAsyncResult *result, GError **error);
