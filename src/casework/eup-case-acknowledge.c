/* Acknowledgements: kept with the case while it is open; afterwards sealed by the unit in a place of the
 * record, which stays as it is. */

#include "casework/eup-case-acknowledge.h"

#include "casework/eup-case-later.h"
#include "casework/eup-case-private.h"
#include "casework/eup-case-session.h"
#include "record/eup-sign.h"

static gboolean
refuse (GError **error, EupCaseError code, const char *message)
{
  g_set_error_literal (error, EUP_CASE_ERROR, (int) code, message);
  return FALSE;
}

static void
acknowledgement_free (EupAcknowledgement *acknowledgement)
{
  eup_shape_free (eup_part_shape (EUP_PART_ACKNOWLEDGEMENT), acknowledgement);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupAcknowledgement, acknowledgement_free)

/**
 * eup_case_acknowledge:
 * @acknowledgement: (transfer full): of a person of the case; gets the time, and the outcome as it is now
 *
 * Notes who has taken part of what is written, or does not wish to, or can't. It is one step back.
 *
 * Returns: whether it is noted; @error: EUP_CASE_ERROR_SEALED, EUP_CASE_ERROR_REFUSED
 */
gboolean
eup_case_acknowledge (EupCase *self, EupAcknowledgement *acknowledgement, GError **error)
{
  g_autoptr (EupAcknowledgement) owned = acknowledgement;
  const EupPerson *person = eup_assessment_find_person (self->assessment, owned->id);
  const char *member = NULL;
  g_autofree char *problem = NULL;

  if (!eup_case_may_change (self))
    return refuse (error, EUP_CASE_ERROR_SEALED, "the case is sealed");
  if (person == NULL)
    return refuse (error, EUP_CASE_ERROR_REFUSED, "nobody in the case has this id");
  g_free (owned->at);
  owned->at = eup_case_now (self);
  g_free (owned->outcome);
  owned->outcome =
      eup_rules_outcome_sentence (self->assessment, self->model, self->assessment->card->language);
  problem = eup_acknowledgement_problem (owned, person->name, &member);
  if (problem != NULL)
    return refuse (error, EUP_CASE_ERROR_REFUSED, problem);
  eup_case_put (self, EUP_PART_ACKNOWLEDGEMENT, g_steal_pointer (&owned));
  return TRUE;
}

typedef struct
{
  EupSigner *signer;
  EupSignature *details;
} Sealing;

static void
sealing_free (gpointer data)
{
  Sealing *sealing = data;

  g_object_unref (sealing->signer);
  eup_signature_free (sealing->details);
  g_free (sealing);
}

static GBytes *
seal (GBytes *pdf, gconstpointer data, GError **error)
{
  const Sealing *sealing = data;

  return eup_sign_append (pdf, NULL, sealing->signer, sealing->details, error);
}

/**
 * eup_case_acknowledge_afterwards_async:
 * @name: whose it is
 * @acknowledgement: (transfer none): what that person did
 * @signer: (transfer none): the unit
 *
 * Seals it into the record that is sealed already and keeps the longer file as its next revision. Errors:
 * those of eup_case_revise_async() and of signing.
 */
void
eup_case_acknowledge_afterwards_async (EupCase *self,
                                       const char *name,
                                       const EupAcknowledgement *acknowledgement,
                                       EupSigner *signer,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  g_autofree char *now = eup_clock_now_iso (eup_case_get_clock (self));
  Sealing *sealing = g_new0 (Sealing, 1);

  sealing->signer = g_object_ref (signer);
  sealing->details = eup_signature_new (now);
  sealing->details->acknowledges = g_strdup (name);
  sealing->details->acknowledgement =
      eup_shape_copy (eup_part_shape (EUP_PART_ACKNOWLEDGEMENT), acknowledgement);
  if (sealing->details->acknowledgement->at == NULL)
    sealing->details->acknowledgement->at = g_strdup (now);
  eup_case_revise_async (self, seal, sealing, sealing_free, cancellable, callback, user_data);
}

/* Returns: (transfer full) (nullable): the PDF with the acknowledgement in it */
GBytes *
eup_case_acknowledge_afterwards_finish (EupCase *self, GAsyncResult *result, GError **error)
{
  return eup_case_revise_finish (self, result, error);
}
