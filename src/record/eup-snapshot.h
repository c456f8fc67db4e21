#pragma once

#include "assessment/eup-assessment.h"

G_BEGIN_DECLS

/* An assessment frozen for its record: values only, nothing that changes. Layout and twin are made
 * from it and from nothing else, so the same snapshot gives the same bytes. */
typedef struct
{
  EupAssessment *assessment;
  EupModel *model;
  char *language;        /* of the record: sv, en, zh */
  char *second_language; /* below the first; NULL for a record in one language */
  char *document_id;     /* case number and version: SA-2026-311-1 */
  char *sealed;          /* ISO 8601; NULL for a draft */
  gboolean draft;        /* every page is marked as a draft */
} EupSnapshot;

EupSnapshot *
eup_snapshot_new (const EupAssessment *assessment, EupModel *model, const char *languages, gboolean draft);
void eup_snapshot_free (EupSnapshot *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupSnapshot, eup_snapshot_free)

G_END_DECLS
