/* The one road from an assessment to a record: the application and the command line both take it,
 * so the same case gives the same document. */

#include "casework/eup-recording.h"

#include "record/eup-finish.h"
#include "record/eup-layout.h"
#include "record/eup-sign.h"
#include "record/eup-snapshot.h"
#include "record/eup-twin.h"
#include "util/eup-digest.h"

/* From frozen facts to the file. */
static EupRecording *
make (const EupSnapshot *snapshot, GError **error)
{
  g_autoptr (GBytes) twin = eup_twin_new (snapshot);
  g_autofree char *digest = eup_digest_bytes (twin);
  g_autoptr (EupDocumentInfo) info = eup_layout_info (snapshot, digest);
  g_autoptr (EupPages) pages = eup_layout_run (snapshot, digest, error);
  g_autoptr (GBytes) pdf = NULL;
  EupRecording *self;

  if (eup_snapshot_holds_twin (snapshot))
    info->twin = g_bytes_ref (twin);
  pdf = pages ? eup_finish_run (pages, info, error) : NULL;
  if (pdf == NULL)
    return NULL;
  self = g_new0 (EupRecording, 1);
  self->document_id = g_strdup (snapshot->document_id);
  self->sealed = g_strdup (snapshot->sealed);
  self->pdf = g_steal_pointer (&pdf);
  self->twin = g_steal_pointer (&twin);
  self->holds_twin = info->twin != NULL;
  return self;
}

/**
 * eup_recording_new:
 * @assessment: for a sealed record its decision carries the time of sealing
 * @language: (nullable): of the record; %NULL for the case's own
 * @draft: marks every page as a draft
 * @profile: (nullable): what it promises to an archive, EUP_PDF_PROFILE_…; %NULL for what the rule pack says
 * @error: an error of layout or finish
 *
 * Makes the record without signatures. May run on any thread; the same values give the same bytes.
 *
 * Returns: (transfer full) (nullable): the record
 */
EupRecording *
eup_recording_new (const EupAssessment *assessment,
                   EupModel *model,
                   const char *language,
                   gboolean draft,
                   const char *profile,
                   GError **error)
{
  g_autoptr (EupSnapshot) snapshot = eup_snapshot_new (assessment, model, language, draft);

  eup_snapshot_choose_profile (snapshot, profile);
  return make (snapshot, error);
}

/**
 * eup_recording_new_amendment:
 * @cover: the case, of which the card and what it is made with are told; for a sealed amendment its decision
 *   carries the time of sealing
 * @amends: the document before it, as its file stands now
 * @error: an error of layout or finish
 *
 * As eup_recording_new(), of an amendment: a document of its own.
 *
 * Returns: (transfer full) (nullable): the amendment
 */
EupRecording *
eup_recording_new_amendment (const EupAssessment *cover,
                             EupModel *model,
                             const char *language,
                             gboolean draft,
                             const EupAmendment *amendment,
                             const EupAmends *amends,
                             GError **error)
{
  g_autoptr (EupSnapshot) snapshot =
      eup_snapshot_new_amendment (cover, model, language, draft, amendment, amends);

  return make (snapshot, error);
}

/**
 * eup_recording_make_sheet:
 * @language: (nullable): of the sheet; %NULL for the case's own
 * @draft: whether the decision may still change; the sheet says so
 * @error: an error of layout or finish
 *
 * Makes a paper beside the record: the resident's own page, or the questions for somebody who can't
 * come. May run on any thread; the same values give the same bytes.
 *
 * Returns: (transfer full) (nullable): the PDF
 */
GBytes *
eup_recording_make_sheet (const EupAssessment *assessment,
                          EupModel *model,
                          const char *language,
                          gboolean draft,
                          EupSheet sheet,
                          GError **error)
{
  g_autoptr (EupSnapshot) snapshot = eup_snapshot_new (assessment, model, language, draft);
  g_autoptr (GBytes) twin = eup_twin_new (snapshot);
  g_autofree char *digest = eup_digest_bytes (twin);
  g_autoptr (EupDocumentInfo) info = eup_sheet_info (snapshot, digest, sheet);
  g_autoptr (EupPages) pages = eup_sheet_run (snapshot, sheet, error);

  return pages ? eup_finish_run (pages, info, error) : NULL;
}

static gboolean
append (EupRecording *self, EupSigner *signer, const EupSignature *details, GError **error)
{
  GBytes *longer = eup_sign_append (self->pdf, NULL, signer, details, error);

  if (longer == NULL)
    return FALSE;
  g_bytes_unref (self->pdf);
  self->pdf = longer;
  return TRUE;
}

/**
 * eup_recording_sign:
 * @now: ISO 8601, the time that the signature carries
 * @error: an error of signing; the recording is as it was
 *
 * Adds one certificate signature to the next free slot.
 */
gboolean
eup_recording_sign (
    EupRecording *self, EupSigner *signer, const EupAssessment *assessment, const char *now, GError **error)
{
  g_autoptr (EupSignature) details = eup_signature_new (now);

  details->place = g_strdup (assessment->card->place);
  details->reason = g_strdup (self->document_id);
  details->certify = TRUE;
  return append (self, signer, details, error);
}

/**
 * eup_recording_acknowledge:
 * @signer: the unit
 * @name: whose acknowledgement it is
 * @now: ISO 8601, the time of sealing it
 * @error: an error of signing; the recording is as it was
 *
 * Seals the acknowledgement of somebody who comes later in a place that is nobody's.
 */
gboolean
eup_recording_acknowledge (EupRecording *self,
                           EupSigner *signer,
                           const char *name,
                           const EupAcknowledgement *acknowledgement,
                           const char *now,
                           GError **error)
{
  g_autoptr (EupSignature) details = eup_signature_new (now);

  details->acknowledges = g_strdup (name);
  details->acknowledgement = eup_shape_copy (eup_part_shape (EUP_PART_ACKNOWLEDGEMENT), acknowledgement);
  return append (self, signer, details, error);
}

void
eup_recording_free (EupRecording *self)
{
  g_free (self->document_id);
  g_free (self->sealed);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_clear_pointer (&self->twin, g_bytes_unref);
  g_free (self);
}
