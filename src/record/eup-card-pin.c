/* Asking for a card's PIN. Only the card knows how many tries are left: who is asked is told, and no try is
 * spent that nobody typed a PIN for. */

#include "record/eup-card-private.h"

#include <openssl/crypto.h>
#include <string.h>

/* So many wrong PINs are tried in one call; most cards block themselves at the third. */
#define MOST_WRONG_PINS 3

gboolean
eup_card_fail (GError **error, EupCardError code, const char *message)
{
  g_set_error_literal (error, EUP_CARD_ERROR, (int) code, message);
  return FALSE;
}

gboolean
eup_card_fail_gone (GError **error)
{
  return eup_card_fail (error, EUP_CARD_ERROR_GONE,
                        "The card was taken out of the reader. Nothing was signed.");
}

void
eup_card_pin_free (char *pin)
{
  if (pin)
    OPENSSL_cleanse (pin, strlen (pin));
  g_free (pin);
}

static gboolean
fail_locked (GError **error)
{
  return eup_card_fail (
      error, EUP_CARD_ERROR_LOCKED,
      "The card has blocked its PIN after too many wrong ones. Whoever issued it can unblock it.");
}

static gboolean
fail_wrong (CK_FUNCTION_LIST *f, CK_SLOT_ID slot, GError **error)
{
  CK_TOKEN_INFO token;

  if (f->C_GetTokenInfo (slot, &token) != CKR_OK)
    return eup_card_fail_gone (error);
  if (token.flags & CKF_USER_PIN_LOCKED)
    return fail_locked (error);
  return eup_card_fail (
      error, EUP_CARD_ERROR_WRONG_PIN,
      token.flags & CKF_USER_PIN_FINAL_TRY
          ? "That is not the card's PIN. One try is left: one more wrong PIN blocks the card."
          : "That is not the card's PIN.");
}

static gboolean
is_wrong (CK_RV status)
{
  return status == CKR_PIN_INCORRECT || status == CKR_PIN_LEN_RANGE || status == CKR_PIN_INVALID;
}

/**
 * eup_card_fail_log_in:
 * @status: what eup_card_log_in() said
 *
 * Returns: %FALSE, with the reason why nobody was let in
 */
gboolean
eup_card_fail_log_in (CK_FUNCTION_LIST *f, CK_SLOT_ID slot, CK_RV status, GError **error)
{
  CK_TOKEN_INFO token;

  if (is_wrong (status))
    return fail_wrong (f, slot, error);
  if (status == CKR_PIN_LOCKED)
    return fail_locked (error);
  if (status == CKR_FUNCTION_CANCELED)
    return eup_card_fail (error, EUP_CARD_ERROR_CANCELLED, "No PIN was given; nothing was signed.");
  if (status == CKR_PIN_EXPIRED)
    return eup_card_fail (error, EUP_CARD_ERROR_FAILED, "The card wants a new PIN before it signs.");
  if (f->C_GetTokenInfo (slot, &token) != CKR_OK)
    return eup_card_fail_gone (error);
  return eup_card_fail (error, EUP_CARD_ERROR_FAILED, "The card did not answer as a card does.");
}

/* Whether the key that is called @id is there for whoever knows @pin. */
static CK_RV
try_pin (CK_FUNCTION_LIST *f, CK_SLOT_ID slot, const char *pin, GBytes *id, gboolean *has_key)
{
  CK_SESSION_HANDLE session;
  CK_RV status = eup_card_log_in (f, slot, pin, &session);

  *has_key = status == CKR_OK && eup_card_find_key (f, session, id) != 0;
  eup_card_log_out (f, session);
  return status;
}

/**
 * eup_card_ask_for_pin:
 * @id: the key that it is for
 * @ask: asks a person
 * @data: for @ask
 * @pin: (out) (nullable): a PIN that the card took; %NULL when the reader has its own keys
 *
 * Returns: whether the card may be asked to sign
 */
gboolean
eup_card_ask_for_pin (EupCardModule *self,
                      CK_SLOT_ID slot,
                      GBytes *id,
                      EupPinFunc ask,
                      gpointer data,
                      char **pin,
                      GError **error)
{
  CK_FUNCTION_LIST *f = eup_card_module_functions (self);

  *pin = NULL;
  for (guint wrong = 0; wrong < MOST_WRONG_PINS; wrong++)
    {
      CK_TOKEN_INFO token;
      gboolean has_key;
      CK_RV status;

      if (f->C_GetTokenInfo (slot, &token) != CKR_OK)
        return eup_card_fail_gone (error);
      if (token.flags & CKF_USER_PIN_LOCKED)
        return fail_locked (error);
      if (token.flags & CKF_PROTECTED_AUTHENTICATION_PATH)
        return TRUE;
      *pin = ask (eup_card_pin_state (token.flags).tries, wrong, data);
      if (*pin == NULL)
        return wrong > 0
                   ? fail_wrong (f, slot, error)
                   : eup_card_fail (error, EUP_CARD_ERROR_CANCELLED, "No PIN was given; nothing was signed.");
      status = try_pin (f, slot, *pin, id, &has_key);
      if (status == CKR_OK && has_key)
        return TRUE;
      g_clear_pointer (pin, eup_card_pin_free);
      if (status == CKR_OK)
        return eup_card_fail (error, EUP_CARD_ERROR_FAILED,
                              "There is no key for this certificate on the card.");
      if (!is_wrong (status))
        return eup_card_fail_log_in (f, slot, status, error);
    }
  return fail_wrong (f, slot, error);
}
