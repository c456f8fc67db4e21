/* Signing with a key that lies on a card and never leaves it. The module is asked directly: whoever holds
 * the card types one PIN, and nothing else speaks with it. PKCS#11 3.1 (OASIS). */

#include "record/eup-card-private.h"

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <string.h>

/* More than a key of 8,192 bits makes. */
#define MOST_SIGNATURE 1024

#define SHA256_BYTES 32

/* RFC 8017, 9.2: what stands before a SHA-256 where the card only pads. */
static const guint8 sha256_info[] = { 0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01,
                                      0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x20 };

/**
 * eup_card_log_in:
 * @pin: (nullable): %NULL when the reader has its own keys
 * @session: (out): to be closed by the caller, also when somebody was not let in; 0 when there is none
 *
 * A log-in that stands says nothing about this PIN, so it is ended first.
 */
CK_RV
eup_card_log_in (CK_FUNCTION_LIST *f, CK_SLOT_ID slot, const char *pin, CK_SESSION_HANDLE *session)
{
  CK_ULONG length = pin ? strlen (pin) : 0;
  CK_RV status = f->C_OpenSession (slot, CKF_SERIAL_SESSION, NULL, NULL, session);

  if (status != CKR_OK)
    {
      *session = 0;
      return status;
    }
  status = f->C_Login (*session, CKU_USER, (CK_UTF8CHAR *) pin, length);
  if (status == CKR_USER_ALREADY_LOGGED_IN)
    {
      f->C_Logout (*session);
      status = f->C_Login (*session, CKU_USER, (CK_UTF8CHAR *) pin, length);
    }
  return status;
}

void
eup_card_log_out (CK_FUNCTION_LIST *f, CK_SESSION_HANDLE session)
{
  if (session == 0)
    return;
  f->C_Logout (session);
  f->C_CloseSession (session);
}

/**
 * eup_card_find_key:
 * @session: of somebody who logged in
 * @id: what the card calls the key
 *
 * Returns: the private key; 0 when there is none
 */
CK_OBJECT_HANDLE
eup_card_find_key (CK_FUNCTION_LIST *f, CK_SESSION_HANDLE session, GBytes *id)
{
  CK_OBJECT_CLASS kind = CKO_PRIVATE_KEY;
  CK_ATTRIBUTE wanted[] = { { CKA_CLASS, &kind, sizeof kind }, { CKA_ID, NULL, 0 } };
  CK_OBJECT_HANDLE key = 0;
  CK_ULONG n = 0;
  gsize length;

  wanted[1].pValue = (gpointer) g_bytes_get_data (id, &length);
  wanted[1].ulValueLen = length;
  if (f->C_FindObjectsInit (session, wanted, G_N_ELEMENTS (wanted)) != CKR_OK)
    return 0;
  if (f->C_FindObjects (session, &key, 1, &n) != CKR_OK || n == 0)
    key = 0;
  f->C_FindObjectsFinal (session);
  return key;
}

static gboolean
wants_pin_each_time (CK_FUNCTION_LIST *f, CK_SESSION_HANDLE session, CK_OBJECT_HANDLE key)
{
  CK_BBOOL always = CK_FALSE;
  CK_ATTRIBUTE attribute = { CKA_ALWAYS_AUTHENTICATE, &always, sizeof always };

  return f->C_GetAttributeValue (session, key, &attribute, 1) == CKR_OK && always == CK_TRUE;
}

static gboolean
knows (CK_FUNCTION_LIST *f, CK_SLOT_ID slot, CK_MECHANISM_TYPE type)
{
  CK_MECHANISM_INFO info;

  return f->C_GetMechanismInfo (slot, type, &info) == CKR_OK && (info.flags & CKF_SIGN);
}

static GBytes *
digest (GBytes *data, const guint8 *before, gsize length)
{
  guint8 *bytes = g_malloc (length + SHA256_BYTES);

  if (length > 0)
    memcpy (bytes, before, length);
  EVP_Digest (g_bytes_get_data (data, NULL), g_bytes_get_size (data), bytes + length, NULL, EVP_sha256 (),
              NULL);
  return g_bytes_new_take (bytes, length + SHA256_BYTES);
}

/* Returns: (transfer full): what the card is given; cards differ in whether they digest themselves */
static GBytes *
choose_mechanism (
    CK_FUNCTION_LIST *f, CK_SLOT_ID slot, gboolean elliptic, GBytes *data, CK_MECHANISM *mechanism)
{
  const CK_MECHANISM_TYPE whole = elliptic ? CKM_ECDSA_SHA256 : CKM_SHA256_RSA_PKCS;
  const CK_MECHANISM_TYPE raw = elliptic ? CKM_ECDSA : CKM_RSA_PKCS;

  mechanism->mechanism = knows (f, slot, raw) || !knows (f, slot, whole) ? raw : whole;
  if (mechanism->mechanism == whole)
    return g_bytes_ref (data);
  return elliptic ? digest (data, NULL, 0) : digest (data, sha256_info, sizeof sha256_info);
}

/* The two numbers of PKCS#11 as CMS wants them (RFC 3279, 2.2.3). */
static GBytes *
encode_ecdsa (const guint8 *raw, gsize length)
{
  const int half = (int) (length / 2);
  ECDSA_SIG *pair = ECDSA_SIG_new ();
  BIGNUM *r = BN_bin2bn (raw, half, NULL), *s = BN_bin2bn (raw + half, half, NULL);
  unsigned char *der = NULL;
  GBytes *encoded = NULL;
  int size;

  if (pair == NULL || r == NULL || s == NULL || !ECDSA_SIG_set0 (pair, r, s))
    {
      BN_free (r);
      BN_free (s);
    }
  else if ((size = i2d_ECDSA_SIG (pair, &der)) > 0)
    encoded = g_bytes_new (der, (gsize) size);
  OPENSSL_free (der);
  ECDSA_SIG_free (pair);
  return encoded;
}

static GBytes *
sign (CK_FUNCTION_LIST *f,
      CK_SESSION_HANDLE session,
      CK_OBJECT_HANDLE key,
      CK_MECHANISM *mechanism,
      const char *pin,
      GBytes *data)
{
  gsize size;
  const void *bytes = g_bytes_get_data (data, &size);
  guint8 signature[MOST_SIGNATURE];
  CK_ULONG length = sizeof signature;

  if (f->C_SignInit (session, mechanism, key) != CKR_OK)
    return NULL;
  if (wants_pin_each_time (f, session, key) &&
      f->C_Login (session, CKU_CONTEXT_SPECIFIC, (CK_UTF8CHAR *) pin, pin ? strlen (pin) : 0) != CKR_OK)
    return NULL;
  if (f->C_Sign (session, (CK_BYTE *) bytes, size, signature, &length) != CKR_OK)
    return NULL;
  return g_bytes_new (signature, length);
}

/**
 * eup_card_sign:
 * @pin: (nullable): as for eup_card_log_in()
 * @id: what the card calls the key
 * @elliptic: whether it is a key for ECDSA; else it is one for RSA
 * @data: what is to be signed
 * @error: EUP_CARD_ERROR; a PIN that is typed on the reader may be a wrong one
 *
 * Returns: (transfer full) (nullable): as #EupSignFunc says
 */
GBytes *
eup_card_sign (EupCardModule *self,
               CK_SLOT_ID slot,
               const char *pin,
               GBytes *id,
               gboolean elliptic,
               GBytes *data,
               GError **error)
{
  CK_FUNCTION_LIST *f = eup_card_module_functions (self);
  CK_MECHANISM mechanism = { 0 };
  g_autoptr (GBytes) given = choose_mechanism (f, slot, elliptic, data, &mechanism);
  g_autoptr (GBytes) signature = NULL;
  CK_SESSION_HANDLE session;
  CK_RV status = eup_card_log_in (f, slot, pin, &session);
  CK_OBJECT_HANDLE key = status == CKR_OK ? eup_card_find_key (f, session, id) : 0;

  if (key != 0)
    signature = sign (f, session, key, &mechanism, pin, given);
  eup_card_log_out (f, session);
  if (status != CKR_OK)
    return eup_card_fail_log_in (f, slot, status, error), NULL;
  if (signature == NULL)
    return eup_card_fail (error, EUP_CARD_ERROR_FAILED, "The card can't sign with this certificate."), NULL;
  if (elliptic)
    return encode_ecdsa (g_bytes_get_data (signature, NULL), g_bytes_get_size (signature));
  return g_steal_pointer (&signature);
}
