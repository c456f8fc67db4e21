/* The documents of a sealed case, read from the store: the record, and what follows it. Which of them is
 * shown, exported and signed. */

#include "casework/eup-case-documents.h"

#include "casework/eup-case-private.h"
#include "util/eup-json.h"

void
eup_case_document_free (EupCaseDocument *document)
{
  g_free (document->document_id);
  g_free (document->sealed);
  g_clear_pointer (&document->amendment, eup_amendment_free);
  g_free (document->previous_id);
  g_free (document);
}

void
eup_case_documents_free (EupCaseDocuments *self)
{
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_free (self);
}

/* What an amendment says stands in its twin. */
static EupAmendment *
amendment_of (GBytes *twin)
{
  g_autoptr (EupProblems) problems = eup_problems_new (NULL);
  g_autoptr (JsonNode) node = eup_json_parse (twin, problems);
  JsonObject *object = node && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *member = object ? json_object_get_member (object, "amendment") : NULL;

  return member && JSON_NODE_HOLDS_OBJECT (member) ? eup_amendment_read (member) : eup_amendment_new ();
}

/**
 * eup_case_documents_from_store:
 * @documents: (element-type EupStoreDocument): of one case, the record first
 *
 * Returns: (transfer full) (element-type EupCaseDocument): what they are
 */
GPtrArray *
eup_case_documents_from_store (GPtrArray *documents)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_case_document_free);

  for (guint i = 0; i < documents->len; i++)
    {
      const EupStoreDocument *stored = documents->pdata[i];
      EupCaseDocument *document = g_new0 (EupCaseDocument, 1);

      document->document_id = g_strdup (stored->document_id);
      document->number = i + 1;
      document->of = documents->len;
      document->sealed = g_strdup (stored->sealed);
      document->previous_id = g_strdup (stored->previous_id);
      document->amendment = stored->previous_id ? amendment_of (stored->twin) : NULL;
      document->holds = stored->holds;
      g_ptr_array_add (list, document);
    }
  return list;
}

static void
draft_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  EupCaseDocuments *documents = g_task_get_task_data (task);
  GError *error = NULL;
  g_autofree char *draft = eup_store_draft_finish (EUP_STORE (source), result, &error);
  EupCaseDocuments *answer;

  if (draft == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  answer = g_new0 (EupCaseDocuments, 1);
  answer->documents = g_ptr_array_ref (documents->documents);
  answer->drafting = *draft != '\0';
  g_task_return_pointer (task, answer, (GDestroyNotify) eup_case_documents_free);
}

static void
documents_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  EupCase *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) stored = eup_store_documents_finish (EUP_STORE (source), result, &error);
  EupCaseDocuments *documents;

  if (stored == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  documents = g_new0 (EupCaseDocuments, 1);
  documents->documents = eup_case_documents_from_store (stored);
  g_task_set_task_data (task, documents, (GDestroyNotify) eup_case_documents_free);
  eup_store_draft_async (self->store, eup_case_get_id (self), g_task_get_cancellable (task), draft_loaded_cb,
                         task);
}

/* Lists the documents of the case; none while it is not sealed. */
void
eup_case_documents_async (EupCase *self,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, eup_case_documents_async);
  eup_store_documents_async (self->store, eup_case_get_id (self), cancellable, documents_loaded_cb, task);
}

/* Returns: (transfer full) (nullable): what the case consists of */
EupCaseDocuments *
eup_case_documents_finish (EupCase *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * eup_case_choose_document:
 * @document_id: (nullable): one of its documents; %NULL for the record
 *
 * From now on this one is what eup_case_record_async() reads and eup_case_sign_async() signs.
 */
void
eup_case_choose_document (EupCase *self, const char *document_id)
{
  g_return_if_fail (EUP_IS_CASE (self));
  g_set_str (&self->document, document_id);
}

/* (nullable): the document that was chosen; %NULL for the record */
const char *
eup_case_get_document (EupCase *self)
{
  g_return_val_if_fail (EUP_IS_CASE (self), NULL);
  return self->document;
}
