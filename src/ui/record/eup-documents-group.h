#pragma once

#include <adwaita.h>
#include "casework/eup-case-documents.h"

G_BEGIN_DECLS

/* The documents of a sealed case, n of m, each pointing to the one before and to what follows it; and the way
 * to one more.
 *
 * Signals: "chosen": another document was chosen (eup_case_choose_document()); "listed": the documents have
 * been read. */
#define EUP_TYPE_DOCUMENTS_GROUP (eup_documents_group_get_type ())
G_DECLARE_FINAL_TYPE (EupDocumentsGroup, eup_documents_group, EUP, DOCUMENTS_GROUP, AdwPreferencesGroup)

void eup_documents_group_set_case (EupDocumentsGroup *self, EupCase *kase);
const EupCaseDocument *eup_documents_group_get_chosen (EupDocumentsGroup *self);

G_END_DECLS
