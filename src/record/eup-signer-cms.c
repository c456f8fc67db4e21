/* What a file with a key and a card have in common: which certificates may sign, and the CMS. */

#include "record/eup-signer-private.h"

#include <openssl/cms.h>
#include <openssl/err.h>

#define LEAST_RSA_BITS 2048

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CMS_ContentInfo, CMS_ContentInfo_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BIO, BIO_free)

static gboolean
fail (GError **error, EupSignerError code, const char *message)
{
  ERR_clear_error ();
  g_set_error_literal (error, EUP_SIGNER_ERROR, (int) code, message);
  return FALSE;
}

static gboolean
check_use (X509 *certificate, GError **error)
{
  EVP_PKEY *key = X509_get0_pubkey (certificate);
  gboolean rsa = key && EVP_PKEY_is_a (key, "RSA") && EVP_PKEY_get_bits (key) >= LEAST_RSA_BITS;

  if (!eup_certificate_is_for_signing (certificate))
    return fail (error, EUP_SIGNER_ERROR_UNUSABLE, "This certificate is not made for signing documents.");
  if (!rsa && !(key && EVP_PKEY_is_a (key, "EC")))
    return fail (error, EUP_SIGNER_ERROR_UNUSABLE,
                 "The key is of a kind or length that records are not signed with.");
  return TRUE;
}

static gboolean
check_time (X509 *certificate, GDateTime *now, GError **error)
{
  time_t when = (time_t) g_date_time_to_unix (now);

  if (X509_cmp_time (X509_get0_notBefore (certificate), &when) >= 0)
    return fail (error, EUP_SIGNER_ERROR_EXPIRED, "This certificate is not valid yet.");
  if (X509_cmp_time (X509_get0_notAfter (certificate), &when) <= 0)
    return fail (error, EUP_SIGNER_ERROR_EXPIRED, "This certificate has expired.");
  return TRUE;
}

/**
 * eup_signer_check:
 * @now: when it shall sign
 * @error: EUP_SIGNER_ERROR_UNUSABLE or EUP_SIGNER_ERROR_EXPIRED
 *
 * Returns: whether records may be signed with @certificate at @now
 */
gboolean
eup_signer_check (X509 *certificate, GDateTime *now, GError **error)
{
  return check_use (certificate, error) && check_time (certificate, now, error);
}

static GBytes *
encode_cms (CMS_ContentInfo *cms)
{
  unsigned char *der = NULL;
  int length = i2d_CMS_ContentInfo (cms, &der);
  GBytes *bytes = length > 0 ? g_bytes_new (der, (gsize) length) : NULL;

  OPENSSL_free (der);
  return bytes;
}

/**
 * eup_signer_make_cms:
 * @key: the private key, or a handle to one that never leaves its card
 * @chain: authorities that go with it
 * @context: (nullable): where @key comes from
 *
 * EN 319 142-1: detached, with the signer's certificate bound in, without signing time (it stands in the
 * PDF's own dictionary). On failure OpenSSL's queue of errors still says why.
 *
 * Returns: (transfer full) (nullable): the CMS, DER
 */
GBytes *
eup_signer_make_cms (
    X509 *certificate, EVP_PKEY *key, EupCertificates *chain, OSSL_LIB_CTX *context, GBytes *content)
{
  const guint flags =
      CMS_DETACHED | CMS_BINARY | CMS_PARTIAL | CMS_NOSMIMECAP | CMS_CADES | CMS_NO_SIGNING_TIME;
  g_autoptr (BIO) data = BIO_new_mem_buf (g_bytes_get_data (content, NULL), (int) g_bytes_get_size (content));
  g_autoptr (CMS_ContentInfo) cms = CMS_sign_ex (NULL, NULL, chain, data, flags, context, NULL);

  if (cms && CMS_add1_signer (cms, certificate, key, EVP_sha256 (), flags) &&
      CMS_final (cms, data, NULL, flags))
    return encode_cms (cms);
  return NULL;
}
