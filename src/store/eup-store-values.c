/* What goes into the store and comes out of it: plain values, each owned by whoever holds it. */

#include "store/eup-store-values.h"

#include "util/eup-digest.h"

G_DEFINE_QUARK (eup-store-error-quark, eup_store_error)

/**
 * eup_store_part_new:
 * @kind: what kind of part
 * @id: which one of its kind
 * @json: (nullable): its text, or %NULL to take the part away
 *
 * Returns: (transfer full): a part
 */
EupStorePart *
eup_store_part_new (const char *kind, const char *id, const char *json)
{
  EupStorePart *part = g_new0 (EupStorePart, 1);

  part->kind = g_strdup (kind);
  part->id = g_strdup (id);
  part->json = g_strdup (json);
  return part;
}

EupStorePart *
eup_store_part_copy (const EupStorePart *part)
{
  return eup_store_part_new (part->kind, part->id, part->json);
}

void
eup_store_part_free (EupStorePart *part)
{
  if (part == NULL)
    return;

  g_free (part->kind);
  g_free (part->id);
  g_free (part->json);
  g_free (part);
}

/**
 * eup_store_summary_new:
 * @follow_up: (nullable): YYYY-MM-DD
 * @updated: (nullable): ISO 8601 time; %NULL lets the store take the time of the write
 *
 * The other fields are described at #EupStoreSummary.
 *
 * Returns: (transfer full): a summary
 */
EupStoreSummary *
eup_store_summary_new (const char *id,
                       const char *number,
                       const char *alias,
                       const char *state,
                       const char *follow_up,
                       const char *owner,
                       const char *updated)
{
  EupStoreSummary *summary = g_new0 (EupStoreSummary, 1);

  summary->id = g_strdup (id);
  summary->number = g_strdup (number);
  summary->alias = g_strdup (alias);
  summary->state = g_strdup (state);
  summary->follow_up = g_strdup (follow_up);
  summary->owner = g_strdup (owner);
  summary->updated = g_strdup (updated);
  return summary;
}

EupStoreSummary *
eup_store_summary_copy (const EupStoreSummary *summary)
{
  EupStoreSummary *copy = eup_store_summary_new (summary->id, summary->number, summary->alias, summary->state,
                                                 summary->follow_up, summary->owner, summary->updated);

  copy->paused = g_strdup (summary->paused);
  copy->amendments = summary->amendments;
  copy->amended = g_strdup (summary->amended);
  copy->drafting = summary->drafting;
  return copy;
}

void
eup_store_summary_free (EupStoreSummary *summary)
{
  if (summary == NULL)
    return;

  g_free (summary->id);
  g_free (summary->number);
  g_free (summary->alias);
  g_free (summary->state);
  g_free (summary->follow_up);
  g_free (summary->owner);
  g_free (summary->updated);
  g_free (summary->paused);
  g_free (summary->amended);
  g_free (summary);
}

/**
 * eup_store_record_new:
 * @document_id: the id printed in the record
 * @pdf: (transfer none): the sealed file
 * @twin: (transfer none): its machine-readable twin
 * @sealed: ISO 8601 time of sealing
 *
 * Returns: (transfer full): a record; the store gives it its revision and digest
 */
EupStoreRecord *
eup_store_record_new (const char *document_id, GBytes *pdf, GBytes *twin, const char *sealed)
{
  EupStoreRecord *record = g_new0 (EupStoreRecord, 1);

  record->document_id = g_strdup (document_id);
  record->pdf = g_bytes_ref (pdf);
  record->twin = g_bytes_ref (twin);
  record->sealed = g_strdup (sealed);
  return record;
}

EupStoreRecord *
eup_store_record_copy (const EupStoreRecord *record)
{
  EupStoreRecord *copy =
      eup_store_record_new (record->document_id, record->pdf, record->twin, record->sealed);

  copy->revision = record->revision;
  copy->digest = g_strdup (record->digest);
  return copy;
}

void
eup_store_record_free (EupStoreRecord *record)
{
  if (record == NULL)
    return;

  g_free (record->document_id);
  g_bytes_unref (record->pdf);
  g_bytes_unref (record->twin);
  g_free (record->sealed);
  g_free (record->digest);
  g_free (record);
}

EupStoreDocument *
eup_store_document_copy (const EupStoreDocument *document)
{
  EupStoreDocument *copy = g_new0 (EupStoreDocument, 1);

  copy->document_id = g_strdup (document->document_id);
  copy->sealed = g_strdup (document->sealed);
  copy->twin = g_bytes_ref (document->twin);
  copy->pdf_digest = g_strdup (document->pdf_digest);
  copy->previous_id = g_strdup (document->previous_id);
  copy->previous_digest = g_strdup (document->previous_digest);
  copy->holds = document->holds;
  return copy;
}

void
eup_store_document_free (EupStoreDocument *document)
{
  if (document == NULL)
    return;

  g_free (document->document_id);
  g_free (document->sealed);
  g_bytes_unref (document->twin);
  g_free (document->pdf_digest);
  g_free (document->previous_id);
  g_free (document->previous_digest);
  g_free (document);
}

void
eup_store_change_free (EupStoreChange *change)
{
  if (change == NULL)
    return;

  g_free (change->kind);
  g_free (change->id);
  g_free (change->json);
  g_free (change->at);
  g_free (change);
}

/**
 * eup_store_definition_new:
 * @bytes: (transfer none): the file, of which the digest is made
 *
 * The other fields are described at #EupStoreDefinition.
 *
 * Returns: (transfer full): a definition
 */
EupStoreDefinition *
eup_store_definition_new (const char *kind, const char *id, const char *version, GBytes *bytes)
{
  EupStoreDefinition *definition = g_new0 (EupStoreDefinition, 1);

  definition->kind = g_strdup (kind);
  definition->id = g_strdup (id);
  definition->version = g_strdup (version);
  definition->digest = eup_digest_bytes (bytes);
  definition->bytes = g_bytes_ref (bytes);
  return definition;
}

EupStoreDefinition *
eup_store_definition_copy (const EupStoreDefinition *definition)
{
  EupStoreDefinition *copy = g_new0 (EupStoreDefinition, 1);

  copy->kind = g_strdup (definition->kind);
  copy->id = g_strdup (definition->id);
  copy->version = g_strdup (definition->version);
  copy->digest = g_strdup (definition->digest);
  copy->bytes = definition->bytes ? g_bytes_ref (definition->bytes) : NULL;
  return copy;
}

void
eup_store_definition_free (EupStoreDefinition *definition)
{
  if (definition == NULL)
    return;

  g_free (definition->kind);
  g_free (definition->id);
  g_free (definition->version);
  g_free (definition->digest);
  g_clear_pointer (&definition->bytes, g_bytes_unref);
  g_free (definition);
}

void
eup_store_addition_free (EupStoreAddition *addition)
{
  if (addition == NULL)
    return;

  eup_store_definition_free (addition->definition);
  g_free (addition->name);
  g_free (addition->added);
  g_free (addition);
}

void
eup_store_findings_free (EupStoreFindings *findings)
{
  if (findings == NULL)
    return;

  g_ptr_array_unref (findings->problems);
  g_free (findings);
}
