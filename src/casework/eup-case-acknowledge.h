#pragma once

#include "assessment/eup-acknowledge.h"
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* Acknowledgements: before the seal as a part of the case, afterwards in a place of the sealed record. */
gboolean eup_case_acknowledge (EupCase *self, EupAcknowledgement *acknowledgement, GError **error);

void eup_case_acknowledge_afterwards_async (EupCase *self,
                                            const char *name,
                                            const EupAcknowledgement *acknowledgement,
                                            EupSigner *signer,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
GBytes *eup_case_acknowledge_afterwards_finish (EupCase *self, GAsyncResult *result, GError **error);

G_END_DECLS
