#pragma once

#include "assessment/eup-amendment.h"
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* An amendment of a sealed case while it is being written. Every change goes to the store; a case has at most
 * one, and it is there again after a crash, until it is sealed or thrown away.
 *
 * Properties: "saved" (gboolean): whether everything is on disk; "problem" (string, nullable): why the last
 * write failed (the words stay in memory and are tried again); "can-undo" (gboolean).
 * Signal "changed": after each change, also undone ones. */
#define EUP_TYPE_AMENDING (eup_amending_get_type ())
G_DECLARE_FINAL_TYPE (EupAmending, eup_amending, EUP, AMENDING, GObject)

void eup_case_amend_async (EupCase *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
EupAmending *eup_case_amend_finish (EupCase *self, GAsyncResult *result, GError **error);

EupCase *eup_amending_get_case (EupAmending *self);
const EupAmendment *eup_amending_get_amendment (EupAmending *self);
GPtrArray *eup_amending_get_documents (EupAmending *self);
gboolean eup_amending_get_saved (EupAmending *self);
gboolean eup_amending_get_can_undo (EupAmending *self);

EupAmendment *eup_amending_edit (EupAmending *self);
void eup_amending_put (EupAmending *self, EupAmendment *amendment);
void eup_amending_undo (EupAmending *self);

void eup_amending_discard_async (EupAmending *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean eup_amending_discard_finish (EupAmending *self, GAsyncResult *result, GError **error);

void eup_amending_flush_async (EupAmending *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean eup_amending_flush_finish (EupAmending *self, GAsyncResult *result, GError **error);

void eup_amending_draft_async (EupAmending *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
GBytes *eup_amending_draft_finish (EupAmending *self, GAsyncResult *result, GError **error);

void eup_amending_seal_async (EupAmending *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
char *eup_amending_seal_finish (EupAmending *self, GAsyncResult *result, GError **error);

G_END_DECLS
