#pragma once

#include "assessment/eup-acknowledge.h"
#include "record/eup-signer.h"

G_BEGIN_DECLS

#define EUP_SIGN_ERROR (eup_sign_error_quark ())
GQuark eup_sign_error_quark (void);

/**
 * EupSignError:
 * @EUP_SIGN_ERROR_UNREADABLE: this is no whole document made by eup_finish_run()
 * @EUP_SIGN_ERROR_NO_SLOT: the place is not there, is filled, or none is left
 * @EUP_SIGN_ERROR_FAILED: the signature does not fit, or its visible lines can't be drawn
 * @EUP_SIGN_ERROR_ACKNOWLEDGEMENT: the acknowledgement lacks something, or its strokes can't be read
 */
typedef enum
{
  EUP_SIGN_ERROR_UNREADABLE,
  EUP_SIGN_ERROR_NO_SLOT,
  EUP_SIGN_ERROR_FAILED,
  EUP_SIGN_ERROR_ACKNOWLEDGEMENT,
} EupSignError;

/**
 * EupSignature:
 * @reason: (nullable): why, such as "Decision"
 * @role: (nullable): as whom, such as "enhetschef"
 * @place: (nullable): where
 * @time: when, ISO 8601 with offset
 * @certify: whether this seals the document, if it is the first signature: from then on only
 *   signatures may be added. Of no meaning for a later one
 * @acknowledges: (nullable): the name of the person whose acknowledgement this signature seals; the signer
 *   is then the unit. It goes into one of the places that belong to nobody, and certifies nothing
 * @acknowledgement: (nullable): what that person did
 */
typedef struct
{
  char *reason;
  char *role;
  char *place;
  char *time;
  gboolean certify;
  char *acknowledges;
  EupAcknowledgement *acknowledgement;
} EupSignature;

EupSignature *eup_signature_new (const char *time);
void eup_signature_free (EupSignature *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupSignature, eup_signature_free)

GBytes *eup_sign_append (
    GBytes *pdf, const char *slot, EupSigner *signer, const EupSignature *details, GError **error);

G_END_DECLS
