/* What people are told when something could not be added to a record: cards, signatures, what came back
 * from elsewhere, time stamps. */

#include "ui/common/eup-error-words.h"

#include <glib/gi18n.h>
#include "record/eup-card.h"
#include "record/eup-hand-off.h"
#include "record/eup-sign.h"
#include "record/eup-stamp.h"
#include "record/eup-validation.h"

static const char *
card_words (EupCardError code)
{
  switch (code)
    {
    case EUP_CARD_ERROR_MODULE:
      return _ ("The program that came with the cards can’t be used. Choose its file, or ask whoever looks "
                "after this computer.");
    case EUP_CARD_ERROR_NONE:
      return _ ("There is no card to sign with in a reader. Put the card in.");
    case EUP_CARD_ERROR_GONE:
      return _ ("The card was taken out too early. Nothing was signed; put it in again.");
    case EUP_CARD_ERROR_WRONG_PIN:
      return _ ("That is not the PIN of this card. Nothing was signed.");
    case EUP_CARD_ERROR_LOCKED:
      return _ ("The card has blocked its PIN after too many wrong ones. Whoever issued it can unblock it.");
    case EUP_CARD_ERROR_CANCELLED:
      return _ (
          "No PIN was tried, and nothing was signed. Read what the card says of its tries, and type the "
          "PIN again.");
    case EUP_CARD_ERROR_FAILED:
      return _ (
          "The card can’t sign with this certificate. Choose another one, or ask whoever issued the card.");
    }
  return NULL;
}

static const char *
sign_words (EupSignError code)
{
  switch (code)
    {
    case EUP_SIGN_ERROR_UNREADABLE:
      return _ ("The record is not as it was made, so nothing is signed. Look at it with “Verify again”.");
    case EUP_SIGN_ERROR_NO_SLOT:
      return _ ("Somebody has signed in this place already. Choose another one.");
    case EUP_SIGN_ERROR_FAILED:
      return _ ("The signature does not fit into the record. Try with another certificate.");
    case EUP_SIGN_ERROR_ACKNOWLEDGEMENT:
      return _ ("Something is missing in the acknowledgement, such as who sat beside, or the drawing can’t be "
                "read. Nothing was sealed; let it be given again.");
    }
  return NULL;
}

static const char *
hand_off_words (EupHandOffError code)
{
  switch (code)
    {
    case EUP_HAND_OFF_ERROR_OTHER_FILE:
      return _ ("This is not the record that was handed over, or the service wrote it anew. Choose the file "
                "that came back.");
    case EUP_HAND_OFF_ERROR_UNSIGNED:
      return _ ("Nobody has signed this file yet. Let it be signed, and take it back then.");
    case EUP_HAND_OFF_ERROR_CHANGED:
      return _ ("More than signatures was added to this file, or a signature in it does not hold. It is not "
                "taken back; ask the service to sign the file as it is.");
    }
  return NULL;
}

static const char *
stamp_words (EupStampError code)
{
  switch (code)
    {
    case EUP_STAMP_ERROR_UNREADABLE:
      return _ ("This is no answer from a time-stamp authority, or the request is another file. Choose both "
                "again.");
    case EUP_STAMP_ERROR_NO_PLACE:
      return _ ("There is nothing that this time stamp could be put on.");
    case EUP_STAMP_ERROR_REFUSED:
      return _ ("The authority did not make a time stamp. Save a new request, and send that.");
    case EUP_STAMP_ERROR_WRONG_NONCE:
      return _ ("This answer belongs to another request. Choose the one that came for this record.");
    case EUP_STAMP_ERROR_WRONG_IMPRINT:
      return _ ("The time stamp is for another record, or something was added to this one since it was asked "
                "for. Save a new request, and send that.");
    case EUP_STAMP_ERROR_FOREIGN:
      return _ ("Whoever made this time stamp is no authority for them, or the file was changed on its way.");
    case EUP_STAMP_ERROR_TOO_LARGE:
      return _ ("The time stamp is too large for the room in the record. Ask another authority.");
    }
  return NULL;
}

static const char *
validation_words (EupValidationError code)
{
  switch (code)
    {
    case EUP_VALIDATION_ERROR_RECORD:
      return _ ("First each signature needs its time stamp, and the record must be whole.");
    case EUP_VALIDATION_ERROR_MATERIAL:
      return _ (
          "One of the files is no certificate, no list of revoked certificates and no answer about one. "
          "Choose again without it.");
    case EUP_VALIDATION_ERROR_MISSING:
      return _ (
          "Something is still missing: the certificate of an authority, or a list of revoked certificates "
          "that holds today. Choose all files at once.");
    case EUP_VALIDATION_ERROR_REVOKED:
      return _ (
          "One of the certificates had been revoked before it signed. The record must be signed anew with "
          "another one.");
    case EUP_VALIDATION_ERROR_ALREADY:
      return _ ("The record holds this already.");
    }
  return NULL;
}

/**
 * eup_error_words_of_record:
 * @error: what went wrong
 *
 * Returns: (transfer none) (nullable): a translated sentence, if it was about adding something to a record
 */
const char *
eup_error_words_of_record (const GError *error)
{
  if (error->domain == EUP_CARD_ERROR)
    return card_words ((EupCardError) error->code);
  if (error->domain == EUP_SIGN_ERROR)
    return sign_words ((EupSignError) error->code);
  if (error->domain == EUP_HAND_OFF_ERROR)
    return hand_off_words ((EupHandOffError) error->code);
  if (error->domain == EUP_STAMP_ERROR)
    return stamp_words ((EupStampError) error->code);
  if (error->domain == EUP_VALIDATION_ERROR)
    return validation_words ((EupValidationError) error->code);
  return NULL;
}
