/* A signer whose key lies on a card and never leaves it. OpenSSL makes the CMS and hands what is to be
 * signed to the card through its pkcs11-provider.
 *
 * PINs are tried here and not by the provider, because only the card knows how many tries are left. */

#include "record/eup-card-private.h"
#include "record/eup-signer-private.h"

#include <openssl/err.h>
#include <openssl/store.h>
#include <openssl/ui.h>
#include <string.h>

/* So many wrong PINs are tried in one call; most cards block themselves at the third. */
#define MOST_WRONG_PINS 3

#define EUP_TYPE_SIGNER_CARD (eup_signer_card_get_type ())
G_DECLARE_FINAL_TYPE (EupSignerCard, eup_signer_card, EUP, SIGNER_CARD, EupSigner)

struct _EupSignerCard
{
  EupSigner parent_instance;

  EupCardModule *module;
  CK_SLOT_ID slot;
  char *serial; /* of the card */
  EVP_PKEY *key;
  X509 *certificate;
  EupCertificates *chain;
  char *name;
  GBytes *encoded;
};

G_DEFINE_FINAL_TYPE (EupSignerCard, eup_signer_card, EUP_TYPE_SIGNER)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UI_METHOD, UI_destroy_method)

static gboolean
fail (GError **error, EupCardError code, const char *message)
{
  ERR_clear_error ();
  g_set_error_literal (error, EUP_CARD_ERROR, (int) code, message);
  return FALSE;
}

static gboolean
fail_gone (GError **error)
{
  return fail (error, EUP_CARD_ERROR_GONE, "The card was taken out of the reader. Nothing was signed.");
}

static const char *
eup_signer_card_get_name (EupSigner *signer)
{
  return EUP_SIGNER_CARD (signer)->name;
}

static GBytes *
eup_signer_card_get_certificate (EupSigner *signer)
{
  return EUP_SIGNER_CARD (signer)->encoded;
}

static GBytes *
eup_signer_card_sign (EupSigner *signer, GBytes *content, GError **error)
{
  G_REC_MUTEX_AUTO_LOCK (eup_card_speaking (), locker);
  EupSignerCard *self = EUP_SIGNER_CARD (signer);
  OSSL_LIB_CTX *context = eup_card_module_context (self->module, error);
  GBytes *encoded = NULL;

  if (context == NULL)
    return NULL;
  if (eup_card_is_there (self->module, self->slot, self->serial))
    encoded = eup_signer_make_cms (self->certificate, self->key, self->chain, context, content);
  if (encoded != NULL)
    return encoded;
  if (!eup_card_is_there (self->module, self->slot, self->serial))
    fail_gone (error);
  else
    fail (error, EUP_CARD_ERROR_FAILED, "The card can't sign with this certificate.");
  return NULL;
}

static void
eup_signer_card_finalize (GObject *object)
{
  G_REC_MUTEX_AUTO_LOCK (eup_card_speaking (), locker);
  EupSignerCard *self = EUP_SIGNER_CARD (object);

  g_clear_pointer (&self->key, EVP_PKEY_free);
  g_clear_pointer (&self->certificate, X509_free);
  g_clear_pointer (&self->chain, eup_certificates_free);
  g_clear_pointer (&self->serial, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->encoded, g_bytes_unref);
  g_clear_pointer (&self->module, eup_card_module_close);
  G_OBJECT_CLASS (eup_signer_card_parent_class)->finalize (object);
}

static void
eup_signer_card_class_init (EupSignerCardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = eup_signer_card_finalize;
  EUP_SIGNER_CLASS (klass)->get_name = eup_signer_card_get_name;
  EUP_SIGNER_CLASS (klass)->get_certificate = eup_signer_card_get_certificate;
  EUP_SIGNER_CLASS (klass)->sign = eup_signer_card_sign;
}

static void
eup_signer_card_init (EupSignerCard *self)
{
}

static void
forget (char *pin)
{
  if (pin)
    OPENSSL_cleanse (pin, strlen (pin));
  g_free (pin);
}

/* What a PIN did. The session is only there to try it; the provider opens its own. */
static CK_RV
try_pin (CK_FUNCTION_LIST *f, CK_SLOT_ID slot, char *pin)
{
  CK_SESSION_HANDLE session;
  CK_RV status = f->C_OpenSession (slot, CKF_SERIAL_SESSION, NULL, NULL, &session);

  if (status != CKR_OK)
    return status;
  status = f->C_Login (session, CKU_USER, (CK_UTF8CHAR *) pin, strlen (pin));
  if (status == CKR_USER_ALREADY_LOGGED_IN) /* an earlier log-in says nothing about this PIN */
    {
      f->C_Logout (session);
      status = f->C_Login (session, CKU_USER, (CK_UTF8CHAR *) pin, strlen (pin));
    }
  if (status == CKR_OK)
    f->C_Logout (session);
  f->C_CloseSession (session);
  return status;
}

static gboolean
fail_locked (GError **error)
{
  return fail (error, EUP_CARD_ERROR_LOCKED,
               "The card has blocked its PIN after too many wrong ones. Whoever issued it can unblock it.");
}

static gboolean
fail_wrong (EupCardModule *module, CK_SLOT_ID slot, GError **error)
{
  CK_TOKEN_INFO token;

  if (eup_card_module_functions (module)->C_GetTokenInfo (slot, &token) != CKR_OK)
    return fail_gone (error);
  if (token.flags & CKF_USER_PIN_LOCKED)
    return fail_locked (error);
  return fail (error, EUP_CARD_ERROR_WRONG_PIN,
               token.flags & CKF_USER_PIN_FINAL_TRY
                   ? "That is not the card's PIN. One try is left: one more wrong PIN blocks the card."
                   : "That is not the card's PIN.");
}

/* Returns: (transfer full) (nullable): a PIN that the card took; "" when the reader has its own keys */
static char *
ask_for_pin (EupCardModule *module, CK_SLOT_ID slot, EupPinFunc ask, gpointer data, GError **error)
{
  CK_FUNCTION_LIST *f = eup_card_module_functions (module);

  for (guint wrong = 0; wrong < MOST_WRONG_PINS; wrong++)
    {
      CK_TOKEN_INFO token;
      CK_RV status;
      char *pin;

      if (f->C_GetTokenInfo (slot, &token) != CKR_OK)
        return fail_gone (error), NULL;
      if (token.flags & CKF_USER_PIN_LOCKED)
        return fail_locked (error), NULL;
      if (token.flags & CKF_PROTECTED_AUTHENTICATION_PATH)
        return g_strdup ("");
      pin = ask (eup_card_pin_state (token.flags).tries, wrong, data);
      if (pin == NULL)
        return wrong > 0 ? fail_wrong (module, slot, error)
                         : fail (error, EUP_CARD_ERROR_CANCELLED, "No PIN was given; nothing was signed."),
               NULL;
      status = try_pin (f, slot, pin);
      if (status == CKR_OK)
        return pin;
      forget (pin);
      if (status == CKR_PIN_LOCKED)
        return fail_locked (error), NULL;
      if (status == CKR_PIN_EXPIRED)
        return fail (error, EUP_CARD_ERROR_FAILED, "The card wants a new PIN before it signs."), NULL;
      if (status != CKR_PIN_INCORRECT && status != CKR_PIN_LEN_RANGE && status != CKR_PIN_INVALID)
        return f->C_GetTokenInfo (slot, &token) != CKR_OK
                   ? fail_gone (error)
                   : fail (error, EUP_CARD_ERROR_FAILED, "The card did not answer as a card does."),
               NULL;
    }
  return fail_wrong (module, slot, error), NULL;
}

static int
give_pin (char *buffer, int size, int writing, void *data)
{
  const char *pin = data;

  return pin[0] == '\0' ? -1 : (int) g_strlcpy (buffer, pin, (gsize) size);
}

static char *
make_uri (const EupCardCertificate *which)
{
  g_autofree char *serial = g_uri_escape_string (which->serial, NULL, FALSE);
  GString *uri = g_string_new ("pkcs11:");
  gsize length;
  const guint8 *id = g_bytes_get_data (which->id, &length);

  g_string_append_printf (uri, "serial=%s;type=private;id=", serial);
  for (gsize i = 0; i < length; i++)
    g_string_append_printf (uri, "%%%02x", id[i]);
  return g_string_free_and_steal (uri);
}

static EVP_PKEY *
find_key (OSSL_LIB_CTX *context, const EupCardCertificate *which, char *pin)
{
  g_autoptr (UI_METHOD) method = UI_UTIL_wrap_read_pem_callback (give_pin, 0);
  g_autofree char *uri = make_uri (which);
  OSSL_STORE_CTX *store = OSSL_STORE_open_ex (uri, context, "provider=pkcs11", method, pin, NULL, NULL, NULL);
  EVP_PKEY *key = NULL;

  while (store && key == NULL && !OSSL_STORE_eof (store))
    {
      OSSL_STORE_INFO *info = OSSL_STORE_load (store);

      if (info == NULL)
        break;
      if (OSSL_STORE_INFO_get_type (info) == OSSL_STORE_INFO_PKEY)
        key = OSSL_STORE_INFO_get1_PKEY (info);
      OSSL_STORE_INFO_free (info);
    }
  OSSL_STORE_close (store);
  ERR_clear_error ();
  return key;
}

static X509 *
decode (GBytes *bytes, OSSL_LIB_CTX *context)
{
  const unsigned char *der = g_bytes_get_data (bytes, NULL);
  X509 *certificate = X509_new_ex (context, NULL);

  return d2i_X509 (&certificate, &der, (long) g_bytes_get_size (bytes));
}

/* Authorities may lie on the card beside the person's certificates. */
static EupCertificates *
build_chain (X509 *certificate, EupCardModule *module, CK_SLOT_ID slot, OSSL_LIB_CTX *context)
{
  g_autoptr (GPtrArray) all = eup_card_read (module, slot);
  g_autoptr (EupCertificates) others = sk_X509_new_null ();

  for (guint i = 0; i < all->len; i++)
    {
      const EupCardCertificate *other = all->pdata[i];
      X509 *decoded = decode (other->certificate, context);

      if (decoded)
        sk_X509_push (others, decoded);
    }
  return eup_certificate_build_chain (certificate, others);
}

static gboolean
find_slot (EupCardModule *module, const EupCardCertificate *which, CK_SLOT_ID *slot)
{
  g_autoptr (GArray) slots = eup_card_module_slots (module);

  for (guint i = 0; i < slots->len; i++)
    {
      *slot = g_array_index (slots, CK_SLOT_ID, i);
      if (eup_card_is_there (module, *slot, which->serial))
        return TRUE;
    }
  return FALSE;
}

static gboolean
open_key (EupSignerCard *self, const EupCardCertificate *which, char *pin, GError **error)
{
  OSSL_LIB_CTX *context = eup_card_module_context (self->module, error);

  if (context == NULL)
    return FALSE;
  self->key = find_key (context, which, pin);
  if (self->key == NULL)
    return eup_card_is_there (self->module, self->slot, which->serial)
               ? fail (error, EUP_CARD_ERROR_FAILED, "There is no key for this certificate on the card.")
               : fail_gone (error);
  if (X509_check_private_key (self->certificate, self->key) != 1)
    return fail (error, EUP_CARD_ERROR_FAILED, "The key on the card is not that of the certificate.");
  self->chain = build_chain (self->certificate, self->module, self->slot, context);
  return TRUE;
}

/**
 * eup_signer_new_card:
 * @module: the file of the module that speaks with the card
 * @which: a certificate of eup_card_list()
 * @ask: asks for the PIN; called again after a wrong one, three times at most
 * @data: for @ask
 * @now: when it shall sign
 * @error: EUP_CARD_ERROR or EUP_SIGNER_ERROR
 *
 * Waits for the card: not for the main loop's thread. No PIN is tried on a card that blocked itself, and
 * none a second time.
 *
 * Returns: (transfer full) (nullable): a signer that is ready to sign at @now
 */
EupSigner *
eup_signer_new_card (const char *module,
                     const EupCardCertificate *which,
                     EupPinFunc ask,
                     gpointer data,
                     GDateTime *now,
                     GError **error)
{
  G_REC_MUTEX_AUTO_LOCK (eup_card_speaking (), locker);
  g_autoptr (EupSignerCard) self = g_object_new (EUP_TYPE_SIGNER_CARD, NULL);
  gboolean good;
  char *pin;

  g_return_val_if_fail (module != NULL && which != NULL && ask != NULL && now != NULL, NULL);

  self->module = eup_card_module_open (module, error);
  if (self->module == NULL)
    return NULL;
  self->certificate = decode (which->certificate, NULL);
  if (self->certificate == NULL || !find_slot (self->module, which, &self->slot))
    return fail (error, EUP_CARD_ERROR_NONE, "This card is not in a reader."), NULL;
  if (!eup_signer_check (self->certificate, now, error))
    return NULL;
  pin = ask_for_pin (self->module, self->slot, ask, data, error);
  if (pin == NULL)
    return NULL;
  good = open_key (self, which, pin, error);
  forget (pin);
  if (!good)
    return NULL;

  self->serial = g_strdup (which->serial);
  self->name = eup_certificate_dup_name (self->certificate);
  self->encoded = eup_certificate_encode (self->certificate);
  return EUP_SIGNER (g_steal_pointer (&self));
}
