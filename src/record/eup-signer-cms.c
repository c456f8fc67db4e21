/* What a file with a key and a card have in common: which certificates may sign, and the CMS. */

#include "record/eup-signer-private.h"

#include <openssl/cms.h>
#include <openssl/err.h>

#define LEAST_RSA_BITS 2048

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CMS_ContentInfo, CMS_ContentInfo_free)

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

/* DER sorts a set by the bytes of its members (X.690, 11.6); none is the beginning of another. */
static int
compare_bytes (gconstpointer a, gconstpointer b)
{
  return g_bytes_compare (*(GBytes *const *) a, *(GBytes *const *) b);
}

/* The attributes as they are signed: not as they stand in the CMS, but as a set by itself (RFC 5652, 5.4). */
static GBytes *
encode_attributes (CMS_SignerInfo *info)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  GByteArray *set = g_byte_array_new ();
  unsigned char head[16], *end = head;
  gsize length = 0;

  for (int i = 0; i < CMS_signed_get_attr_count (info); i++)
    {
      unsigned char *der = NULL;
      int size = i2d_X509_ATTRIBUTE (CMS_signed_get_attr (info, i), &der);

      g_ptr_array_add (members, g_bytes_new (der, (gsize) MAX (size, 0)));
      length += (gsize) MAX (size, 0);
      OPENSSL_free (der);
    }
  g_ptr_array_sort (members, compare_bytes);
  ASN1_put_object (&end, 1, (int) length, V_ASN1_SET, V_ASN1_UNIVERSAL);
  g_byte_array_append (set, head, (guint) (end - head));
  for (guint i = 0; i < members->len; i++)
    g_byte_array_append (set, g_bytes_get_data (members->pdata[i], NULL),
                         (guint) g_bytes_get_size (members->pdata[i]));
  return g_byte_array_free_to_bytes (set);
}

/* What CMS says of the content, beside the signer's certificate, which CMS_CADES has bound in. */
static gboolean
describe_content (CMS_SignerInfo *info, GBytes *content)
{
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int length;
  gsize size;
  const void *data = g_bytes_get_data (content, &size);

  return EVP_Digest (data ? data : "", size, digest, &length, EVP_sha256 (), NULL) &&
         CMS_signed_add1_attr_by_NID (info, NID_pkcs9_contentType, V_ASN1_OBJECT,
                                      OBJ_nid2obj (NID_pkcs7_data), -1) &&
         CMS_signed_add1_attr_by_NID (info, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING, digest,
                                      (int) length);
}

/* A key on a card may be another one's, and a card may be broken: nothing is written that does not hold. */
static gboolean
holds (X509 *certificate, GBytes *signed_data, GBytes *signature)
{
  EVP_MD_CTX *context = EVP_MD_CTX_new ();
  gboolean good =
      context && EVP_DigestVerifyInit (context, NULL, EVP_sha256 (), NULL, X509_get0_pubkey (certificate)) &&
      EVP_DigestVerify (context, g_bytes_get_data (signature, NULL), g_bytes_get_size (signature),
                        g_bytes_get_data (signed_data, NULL), g_bytes_get_size (signed_data)) == 1;

  EVP_MD_CTX_free (context);
  ERR_clear_error ();
  return good;
}

static CMS_ContentInfo *
prepare (X509 *certificate, EupCertificates *chain, GBytes *content, CMS_SignerInfo **info)
{
  const guint flags = CMS_DETACHED | CMS_BINARY | CMS_PARTIAL | CMS_NOSMIMECAP | CMS_CADES;
  g_autoptr (CMS_ContentInfo) cms = CMS_sign (NULL, NULL, chain, NULL, flags);

  *info =
      cms ? CMS_add1_signer (cms, certificate, X509_get0_pubkey (certificate), EVP_sha256 (), flags) : NULL;
  return *info && describe_content (*info, content) ? g_steal_pointer (&cms) : NULL;
}

/**
 * eup_signer_make_cms:
 * @chain: authorities that go with @certificate
 * @content: what the CMS is about; it is not in it
 * @sign: signs with the key of @certificate, wherever that lies
 * @user_data: for @sign
 * @error: EUP_SIGNER_ERROR_UNUSABLE, or what @sign says
 *
 * EN 319 142-1: detached, with the signer's certificate bound in, without signing time (it stands in the
 * PDF's own dictionary). OpenSSL would make the same bytes had it the key (tests/unit/test-signer-cms.c).
 *
 * Returns: (transfer full) (nullable): the CMS, DER
 */
GBytes *
eup_signer_make_cms (X509 *certificate,
                     EupCertificates *chain,
                     GBytes *content,
                     EupSignFunc sign,
                     gpointer user_data,
                     GError **error)
{
  CMS_SignerInfo *info;
  g_autoptr (CMS_ContentInfo) cms = prepare (certificate, chain, content, &info);
  g_autoptr (GBytes) attributes = cms ? encode_attributes (info) : NULL;
  g_autoptr (GBytes) signature = NULL;

  if (attributes == NULL)
    return fail (error, EUP_SIGNER_ERROR_UNUSABLE, "No signature can be made with this certificate."), NULL;
  signature = sign (attributes, user_data, error);
  if (signature == NULL)
    return NULL;
  if (!holds (certificate, attributes, signature))
    return fail (error, EUP_SIGNER_ERROR_UNUSABLE, "The key is not that of the certificate."), NULL;
  ASN1_STRING_set (CMS_SignerInfo_get0_signature (info), g_bytes_get_data (signature, NULL),
                   (int) g_bytes_get_size (signature));
  return encode_cms (cms);
}
