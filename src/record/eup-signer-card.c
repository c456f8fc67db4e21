/* A signer whose key lies on a card and never leaves it: OpenSSL makes the CMS, the card signs what stands in it. */

#include "record/eup-card-private.h"
#include "record/eup-signer-private.h"

#define EUP_TYPE_SIGNER_CARD (eup_signer_card_get_type ())
G_DECLARE_FINAL_TYPE (EupSignerCard, eup_signer_card, EUP, SIGNER_CARD, EupSigner)

struct _EupSignerCard
{
  EupSigner parent_instance;

  EupCardModule *module;
  CK_SLOT_ID slot;
  char *token;  /* the card, and the PIN of several that it has */
  char *serial; /* of the card */
  GBytes *id;   /* of the key */
  char *pin;    /* NULL when the reader has its own keys */
  X509 *certificate;
  EupCertificates *chain;
  char *name;
  GBytes *encoded;
};

G_DEFINE_FINAL_TYPE (EupSignerCard, eup_signer_card, EUP_TYPE_SIGNER)

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
sign_on_card (GBytes *data, gpointer signer, GError **error)
{
  EupSignerCard *self = signer;
  gboolean elliptic = EVP_PKEY_is_a (X509_get0_pubkey (self->certificate), "EC");
  GBytes *signature = NULL;

  if (eup_card_is_there (self->module, self->slot, self->token, self->serial))
    signature = eup_card_sign (self->module, self->slot, self->pin, self->id, elliptic, data, error);
  if (signature == NULL && !eup_card_is_there (self->module, self->slot, self->token, self->serial))
    {
      g_clear_error (error);
      eup_card_fail_gone (error);
    }
  return signature;
}

static GBytes *
eup_signer_card_sign (EupSigner *signer, GBytes *content, GError **error)
{
  G_REC_MUTEX_AUTO_LOCK (eup_card_speaking (), locker);
  EupSignerCard *self = EUP_SIGNER_CARD (signer);
  g_autoptr (GError) local = NULL;
  GBytes *encoded = eup_signer_make_cms (self->certificate, self->chain, content, sign_on_card, self, &local);

  if (g_error_matches (local, EUP_SIGNER_ERROR, EUP_SIGNER_ERROR_UNUSABLE))
    eup_card_fail (error, EUP_CARD_ERROR_FAILED, "The key on the card is not that of the certificate.");
  else if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return encoded;
}

static void
eup_signer_card_finalize (GObject *object)
{
  EupSignerCard *self = EUP_SIGNER_CARD (object);

  g_clear_pointer (&self->pin, eup_card_pin_free);
  g_clear_pointer (&self->id, g_bytes_unref);
  g_clear_pointer (&self->certificate, X509_free);
  g_clear_pointer (&self->chain, eup_certificates_free);
  g_clear_pointer (&self->token, g_free);
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

static X509 *
decode (GBytes *bytes)
{
  const unsigned char *der = g_bytes_get_data (bytes, NULL);

  return d2i_X509 (NULL, &der, (long) g_bytes_get_size (bytes));
}

/* Authorities may lie on the card beside the person's certificates. */
static EupCertificates *
build_chain (X509 *certificate, EupCardModule *module, CK_SLOT_ID slot)
{
  g_autoptr (GPtrArray) all = eup_card_read (module, slot);
  g_autoptr (EupCertificates) others = sk_X509_new_null ();

  for (guint i = 0; i < all->len; i++)
    {
      const EupCardCertificate *other = all->pdata[i];
      X509 *decoded = decode (other->certificate);

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
      if (eup_card_is_there (module, *slot, which->token, which->serial))
        return TRUE;
    }
  return FALSE;
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

  g_return_val_if_fail (module != NULL && which != NULL && ask != NULL && now != NULL, NULL);

  self->module = eup_card_module_open (module, error);
  if (self->module == NULL)
    return NULL;
  self->certificate = decode (which->certificate);
  if (self->certificate == NULL || !find_slot (self->module, which, &self->slot))
    return eup_card_fail (error, EUP_CARD_ERROR_NONE, "This card is not in a reader."), NULL;
  if (!eup_signer_check (self->certificate, now, error) ||
      !eup_card_ask_for_pin (self->module, self->slot, which->id, ask, data, &self->pin, error))
    return NULL;

  self->chain = build_chain (self->certificate, self->module, self->slot);
  self->token = g_strdup (which->token);
  self->serial = g_strdup (which->serial);
  self->id = g_bytes_ref (which->id);
  self->name = eup_certificate_dup_name (self->certificate);
  self->encoded = eup_certificate_encode (self->certificate);
  return EUP_SIGNER (g_steal_pointer (&self));
}
