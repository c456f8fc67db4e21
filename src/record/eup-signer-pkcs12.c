/* A signer from a PKCS#12 file: one key, its certificate, the authorities above it. The key lives in
 * memory as long as the signer and is never written anywhere. */

#include "record/eup-signer-private.h"

#include <openssl/err.h>
#include <openssl/pkcs12.h>

/* More rounds than any program writes; a damaged number must not keep us busy for hours. */
#define MOST_ROUNDS 10000000

#define EUP_TYPE_SIGNER_PKCS12 (eup_signer_pkcs12_get_type ())
G_DECLARE_FINAL_TYPE (EupSignerPkcs12, eup_signer_pkcs12, EUP, SIGNER_PKCS12, EupSigner)

struct _EupSignerPkcs12
{
  EupSigner parent_instance;

  EVP_PKEY *key;
  X509 *certificate;
  EupCertificates *chain;
  char *name;
  GBytes *encoded;
};

G_DEFINE_FINAL_TYPE (EupSignerPkcs12, eup_signer_pkcs12, EUP_TYPE_SIGNER)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PKCS12, PKCS12_free)

static gboolean
fail (GError **error, EupSignerError code, const char *message)
{
  ERR_clear_error ();
  g_set_error_literal (error, EUP_SIGNER_ERROR, (int) code, message);
  return FALSE;
}

static const char *
eup_signer_pkcs12_get_name (EupSigner *signer)
{
  return EUP_SIGNER_PKCS12 (signer)->name;
}

static GBytes *
eup_signer_pkcs12_get_certificate (EupSigner *signer)
{
  return EUP_SIGNER_PKCS12 (signer)->encoded;
}

static GBytes *
sign_with_key (GBytes *data, gpointer key, GError **error)
{
  EVP_MD_CTX *context = EVP_MD_CTX_new ();
  const guint8 *bytes = g_bytes_get_data (data, NULL);
  gsize length = (gsize) EVP_PKEY_get_size (key);
  g_autofree guint8 *signature = g_malloc (length);
  gboolean good = context && EVP_DigestSignInit (context, NULL, EVP_sha256 (), NULL, key) > 0 &&
                  EVP_DigestSign (context, signature, &length, bytes, g_bytes_get_size (data)) > 0;

  EVP_MD_CTX_free (context);
  if (!good)
    fail (error, EUP_SIGNER_ERROR_UNUSABLE, "The key of this certificate can't sign.");
  return good ? g_bytes_new (signature, length) : NULL;
}

static GBytes *
eup_signer_pkcs12_sign (EupSigner *signer, GBytes *content, GError **error)
{
  EupSignerPkcs12 *self = EUP_SIGNER_PKCS12 (signer);

  return eup_signer_make_cms (self->certificate, self->chain, content, sign_with_key, self->key, error);
}

static void
eup_signer_pkcs12_finalize (GObject *object)
{
  EupSignerPkcs12 *self = EUP_SIGNER_PKCS12 (object);

  g_clear_pointer (&self->key, EVP_PKEY_free);
  g_clear_pointer (&self->certificate, X509_free);
  g_clear_pointer (&self->chain, eup_certificates_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->encoded, g_bytes_unref);
  G_OBJECT_CLASS (eup_signer_pkcs12_parent_class)->finalize (object);
}

static void
eup_signer_pkcs12_class_init (EupSignerPkcs12Class *klass)
{
  G_OBJECT_CLASS (klass)->finalize = eup_signer_pkcs12_finalize;
  EUP_SIGNER_CLASS (klass)->get_name = eup_signer_pkcs12_get_name;
  EUP_SIGNER_CLASS (klass)->get_certificate = eup_signer_pkcs12_get_certificate;
  EUP_SIGNER_CLASS (klass)->sign = eup_signer_pkcs12_sign;
}

static void
eup_signer_pkcs12_init (EupSignerPkcs12 *self)
{
}

static gboolean
rounds_are_reasonable (PKCS12 *p12)
{
  const ASN1_INTEGER *rounds = NULL;

  PKCS12_get0_mac (NULL, NULL, NULL, &rounds, p12);
  return rounds == NULL || (ASN1_INTEGER_get (rounds) > 0 && ASN1_INTEGER_get (rounds) <= MOST_ROUNDS);
}

/* No password and an empty one are two things in this format, but one to people. */
static gboolean
password_fits (PKCS12 *p12, const char *password)
{
  return !PKCS12_mac_present (p12) || PKCS12_verify_mac (p12, password, -1) ||
         (*password == '\0' && PKCS12_verify_mac (p12, NULL, 0));
}

static gboolean
open_p12 (
    EupSignerPkcs12 *self, GBytes *bytes, const char *password, EupCertificates **authorities, GError **error)
{
  gsize size;
  const unsigned char *der = g_bytes_get_data (bytes, &size);
  const unsigned char *end = der;
  g_autoptr (PKCS12) p12 = der && size <= G_MAXINT ? d2i_PKCS12 (NULL, &end, (long) size) : NULL;

  if (p12 == NULL || !rounds_are_reasonable (p12))
    return fail (error, EUP_SIGNER_ERROR_UNUSABLE,
                 "This is not a certificate with a key (.p12 or .pfx), or the file is damaged.");
  if (!password_fits (p12, password))
    return fail (error, EUP_SIGNER_ERROR_WRONG_PASSWORD, "The password does not open this certificate.");
  if (!PKCS12_parse (p12, password, &self->key, &self->certificate, authorities))
    return fail (error, EUP_SIGNER_ERROR_UNUSABLE,
                 "The certificate is damaged, or protected in a way that is no longer safe.");
  if (self->key == NULL || self->certificate == NULL)
    return fail (error, EUP_SIGNER_ERROR_UNUSABLE, "There is no key in this certificate file.");
  return TRUE;
}

/**
 * eup_signer_new_pkcs12:
 * @p12: contents of a .p12 or .pfx file
 * @password: its password; not kept
 * @now: when it shall be used
 * @error: EUP_SIGNER_ERROR_WRONG_PASSWORD, EUP_SIGNER_ERROR_UNUSABLE or EUP_SIGNER_ERROR_EXPIRED
 *
 * Returns: (transfer full) (nullable): a signer that is ready to sign at @now
 */
EupSigner *
eup_signer_new_pkcs12 (GBytes *p12, const char *password, GDateTime *now, GError **error)
{
  g_autoptr (EupSignerPkcs12) self = g_object_new (EUP_TYPE_SIGNER_PKCS12, NULL);
  g_autoptr (EupCertificates) authorities = NULL;

  g_return_val_if_fail (p12 != NULL && password != NULL && now != NULL, NULL);

  if (!open_p12 (self, p12, password, &authorities, error) ||
      !eup_signer_check (self->certificate, now, error))
    return NULL;

  self->chain = eup_certificate_build_chain (self->certificate, authorities);
  self->name = eup_certificate_dup_name (self->certificate);
  self->encoded = eup_certificate_encode (self->certificate);
  return EUP_SIGNER (g_steal_pointer (&self));
}
