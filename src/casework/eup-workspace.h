#pragma once

#include <gio/gio.h>
#include "assessment/eup-assessment.h"
#include "casework/eup-case.h"
#include "store/eup-store.h"
#include "util/eup-clock.h"

G_BEGIN_DECLS

/* What the running program has: the store, the models of new cases and the clock. */
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
void eup_workspace_import_case_async (EupWorkspace *self,
                                      EupAssessment *assessment,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
EupCase *eup_workspace_import_case_finish (EupWorkspace *self, GAsyncResult *result, GError **error);
void eup_workspace_open_case_async (EupWorkspace *self,
                                    const char *id,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
EupCase *eup_workspace_open_case_finish (EupWorkspace *self, GAsyncResult *result, GError **error);

/* Local additions: kept in the store, used in every new case. */
GPtrArray *eup_workspace_get_additions (EupWorkspace *self); /* EupAdditionPin */
const char *eup_workspace_get_addition_problem (EupWorkspace *self, const char *id);
void eup_workspace_add_addition_async (EupWorkspace *self,
                                       GFile *file,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean eup_workspace_add_addition_finish (EupWorkspace *self, GAsyncResult *result, GError **error);
void eup_workspace_remove_addition_async (EupWorkspace *self,
                                          const char *id,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
gboolean eup_workspace_remove_addition_finish (EupWorkspace *self, GAsyncResult *result, GError **error);

/* Whose rules a new case gets: by the locale at first, "SE" or "CN". */
const char *eup_workspace_country_of_locale (const char *locale);
const char *eup_workspace_get_country (EupWorkspace *self);
void eup_workspace_set_country (EupWorkspace *self, const char *country);

/* The model of a new case under @country's rules: "SE", "CN". (transfer none) */
EupModel *eup_workspace_get_model_for (EupWorkspace *self, const char *country);
/* The newest model that an open case could go over to with eup_case_take_over(), or %NULL when it has it
 * already. (transfer full) */
EupModel *eup_workspace_newer_model (EupWorkspace *self, EupCase *kase);
/* Changes the rule pack of a case that is not sealed. */
gboolean eup_workspace_set_rules (EupWorkspace *self, EupCase *kase, const char *country, GError **error);

char *eup_workspace_default_folder (void);

/* Rehearsals: invented cases in a folder of their own, so that they never lie among real ones. */
char *eup_workspace_rehearsal_folder (void);
void eup_workspace_set_rehearsal (EupWorkspace *self);
gboolean eup_workspace_is_rehearsal (EupWorkspace *self);
void eup_workspace_rehearse_async (EupWorkspace *self,
                                   const char *language,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
EupCase *eup_workspace_rehearse_finish (EupWorkspace *self, GAsyncResult *result, GError **error);
void eup_workspace_forget_rehearsal_async (EupWorkspace *self,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
gboolean eup_workspace_forget_rehearsal_finish (EupWorkspace *self, GAsyncResult *result, GError **error);

G_END_DECLS
