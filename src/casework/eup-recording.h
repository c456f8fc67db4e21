#pragma once

#include "assessment/eup-amendment.h"
#include "assessment/eup-assessment.h"
#include "record/eup-sheet.h"

G_BEGIN_DECLS

typedef struct _EupSigner EupSigner; /* record/eup-signer.h */

/* A finished record: what the store keeps and what goes out as files. */
typedef struct
{
  char *document_id;
  char *sealed; /* ISO 8601; NULL for a draft */
  GBytes *pdf;
  GBytes *twin; /* the canonical JSON beside the PDF, or inside it too */
  gboolean holds_twin;
} EupRecording;

EupRecording *eup_recording_new (const EupAssessment *assessment,
                                 EupModel *model,
                                 const char *language,
                                 gboolean draft,
                                 const char *profile,
                                 GError **error);
EupRecording *eup_recording_new_amendment (const EupAssessment *cover,
                                           EupModel *model,
                                           const char *language,
                                           gboolean draft,
                                           const EupAmendment *amendment,
                                           const EupAmends *amends,
                                           GError **error);
GBytes *eup_recording_make_sheet (const EupAssessment *assessment,
                                  EupModel *model,
                                  const char *language,
                                  gboolean draft,
                                  EupSheet sheet,
                                  GError **error);
gboolean eup_recording_sign (
    EupRecording *self, EupSigner *signer, const EupAssessment *assessment, const char *now, GError **error);
gboolean eup_recording_acknowledge (EupRecording *self,
                                    EupSigner *signer,
                                    const char *name,
                                    const EupAcknowledgement *acknowledgement,
                                    const char *now,
                                    GError **error);
void eup_recording_free (EupRecording *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupRecording, eup_recording_free)

G_END_DECLS
