#pragma once

#include <gio/gio.h>
#include "assessment/eup-assessment.h"
#include "casework/eup-case.h"
#include "store/eup-store.h"
#include "util/eup-clock.h"

G_BEGIN_DECLS

/* What the running program has: the store, the method, the catalogue and the clock. */
#define EUP_TYPE_WORKSPACE (eup_workspace_get_type ())
G_DECLARE_FINAL_TYPE (EupWorkspace, eup_workspace, EUP, WORKSPACE, GObject)

void eup_workspace_open_async (const char *folder,
                               EupClock *clock,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
EupWorkspace *eup_workspace_open_finish (GAsyncResult *result, GError **error);

EupStore *eup_workspace_get_store (EupWorkspace *self);
EupModel *eup_workspace_get_model (EupWorkspace *self);
EupClock *eup_workspace_get_clock (EupWorkspace *self);

EupCase *eup_workspace_new_case (EupWorkspace *self, const char *language);
EupCase *eup_workspace_import_case (EupWorkspace *self, EupAssessment *assessment);
void eup_workspace_open_case_async (EupWorkspace *self,
                                    const char *id,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
EupCase *eup_workspace_open_case_finish (EupWorkspace *self, GAsyncResult *result, GError **error);

char *eup_workspace_default_folder (void);

G_END_DECLS
