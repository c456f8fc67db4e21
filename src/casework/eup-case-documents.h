#pragma once

#include "assessment/eup-amendment.h"
#include "casework/eup-case.h"

G_BEGIN_DECLS

/**
 * EupCaseDocument:
 * @document_id: its number
 * @number: @of: it is document @number of @of
 * @sealed: ISO 8601
 * @amendment: (nullable): what it says; %NULL: it is the record
 * @previous_id: (nullable): the document before it
 * @holds: whether that document ever was the file that this one names
 *
 * One document of a sealed case, as the register shows it.
 */
typedef struct
{
  char *document_id;
  guint number;
  guint of;
  char *sealed;
  EupAmendment *amendment;
  char *previous_id;
  gboolean holds;
} EupCaseDocument;

void eup_case_document_free (EupCaseDocument *document);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupCaseDocument, eup_case_document_free)

/* What a sealed case consists of, and whether one more document is being written. */
typedef struct
{
  GPtrArray *documents; /* EupCaseDocument, the record first */
  gboolean drafting;
} EupCaseDocuments;

void eup_case_documents_free (EupCaseDocuments *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupCaseDocuments, eup_case_documents_free)

void eup_case_documents_async (EupCase *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
EupCaseDocuments *eup_case_documents_finish (EupCase *self, GAsyncResult *result, GError **error);

GPtrArray *eup_case_documents_from_store (GPtrArray *documents);

G_END_DECLS
