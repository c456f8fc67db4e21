#pragma once

#include "assessment/eup-amendment.h"
#include "assessment/eup-assessment.h"

G_BEGIN_DECLS

/* An assessment frozen for its record: values only, nothing that changes. Layout and twin are made
 * from it and from nothing else, so the same snapshot gives the same bytes. */
typedef struct
{
  EupAssessment *assessment;
  EupModel *model;
  char *language;          /* of the record: sv, en, zh */
  char *second_language;   /* below the first; NULL for a record in one language */
  char *document_id;       /* case number and version: SA-2026-311-1 */
  char *sealed;            /* ISO 8601; NULL for a draft */
  char *profile;           /* what the file promises to an archive: EUP_PDF_PROFILE_… */
  gboolean draft;          /* every page is marked as a draft */
  EupAmendment *amendment; /* NULL: the record itself */
  EupAmends *amends;       /* of an amendment: the document before it */
} EupSnapshot;

EupSnapshot *
eup_snapshot_new (const EupAssessment *assessment, EupModel *model, const char *languages, gboolean draft);
EupSnapshot *eup_snapshot_new_amendment (const EupAssessment *cover,
                                         EupModel *model,
                                         const char *languages,
                                         gboolean draft,
                                         const EupAmendment *amendment,
                                         const EupAmends *amends);
void eup_snapshot_choose_profile (EupSnapshot *self, const char *profile);
gboolean eup_snapshot_holds_twin (const EupSnapshot *self);
void eup_snapshot_free (EupSnapshot *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupSnapshot, eup_snapshot_free)

G_END_DECLS
