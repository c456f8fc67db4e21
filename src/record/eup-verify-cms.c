/* Checks one CMS signature, and whether it has just the form that we write.
 *
 * Not every byte of a CMS is covered by its signature: numbers of versions, names of algorithms,
 * certificates beside the signer's. Of a signature that says it was made here, each such byte is
 * therefore compared with what we would have written. */

#include "record/eup-verify-private.h"

#include "record/eup-certificate.h"

#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/ess.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CMS_ContentInfo, CMS_ContentInfo_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BIO, BIO_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ESS_SIGNING_CERT_V2, ESS_SIGNING_CERT_V2_free)

enum
{
  DER_INTEGER_ONE = 1,
  DER_OCTET_STRING = 0x04,
  DER_SEQUENCE = 0x30,
  DER_SET = 0x31,
  DER_CONTEXT_0 = 0xa0,
  DER_CONTEXT_1 = 0xa1,
};

static const guint8 version_one[] = { 0x02, 0x01, DER_INTEGER_ONE };
static const guint8 oid_signed_data[] = { 0x06, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 2 };
static const guint8 content_is_data[] = { 0x30, 11, 0x06, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 1 };
static const guint8 sha256[] = { 0x30, 11, 0x06, 9, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 1 };
static const guint8 sha256_null[] = { 0x30, 13, 0x06, 9, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 1, 5, 0 };
static const guint8 rsa[] = { 0x30, 13, 0x06, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1, 5, 0 };
static const guint8 ecdsa_sha256[] = { 0x30, 10, 0x06, 8, 0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2 };

static void
append (GByteArray *out, gconstpointer data, gsize length)
{
  g_byte_array_append (out, data, (guint) length);
}

/* Appends @inside as one element and empties it. */
static void
wrap (GByteArray *out, guint8 tag, GByteArray *inside)
{
  guint8 head[5] = { tag, 0 };
  guint n = 2;

  if (inside->len < 0x80)
    head[1] = (guint8) inside->len;
  else if (inside->len < 0x100)
    head[1] = 0x81, head[n++] = (guint8) inside->len;
  else
    head[1] = 0x82, head[n++] = (guint8) (inside->len >> 8), head[n++] = (guint8) inside->len;
  append (out, head, n);
  append (out, inside->data, inside->len);
  g_byte_array_set_size (inside, 0);
}

static void
append_name_and_serial (GByteArray *out, X509 *certificate)
{
  g_autoptr (GByteArray) inside = g_byte_array_new ();
  const unsigned char *name = NULL;
  unsigned char *serial = NULL;
  size_t length = 0;
  int serial_length = i2d_ASN1_INTEGER (X509_get0_serialNumber (certificate), &serial);

  X509_NAME_get0_der (X509_get_issuer_name (certificate), &name, &length);
  append (inside, name, length);
  append (inside, serial, serial_length > 0 ? (gsize) serial_length : 0);
  OPENSSL_free (serial);
  wrap (out, DER_SEQUENCE, inside);
}

static void
append_attributes (GByteArray *out, CMS_SignerInfo *info)
{
  g_autoptr (GByteArray) inside = g_byte_array_new ();

  for (int i = 0; i < CMS_signed_get_attr_count (info); i++)
    {
      unsigned char *der = NULL;
      int length = i2d_X509_ATTRIBUTE (CMS_signed_get_attr (info, i), &der);

      append (inside, der, length > 0 ? (gsize) length : 0);
      OPENSSL_free (der);
    }
  wrap (out, DER_CONTEXT_0, inside);
}

/* Beside the signature and not covered by it: only a time stamp may stand there. */
static void
append_stamps (GByteArray *out, CMS_SignerInfo *info)
{
  g_autoptr (GByteArray) inside = g_byte_array_new ();

  if (CMS_unsigned_get_attr_count (info) <= 0)
    return;
  for (int i = 0; i < CMS_unsigned_get_attr_count (info); i++)
    {
      unsigned char *der = NULL;
      int length = i2d_X509_ATTRIBUTE (CMS_unsigned_get_attr (info, i), &der);

      append (inside, der, length > 0 ? (gsize) length : 0);
      OPENSSL_free (der);
    }
  wrap (out, DER_CONTEXT_1, inside);
}

static void
append_certificates (GByteArray *out, CMS_ContentInfo *cms)
{
  g_autoptr (EupCertificates) all = CMS_get1_certs (cms);
  g_autoptr (GByteArray) inside = g_byte_array_new ();

  for (int i = 0; i < sk_X509_num (all); i++)
    {
      g_autoptr (GBytes) der = eup_certificate_encode (sk_X509_value (all, i));

      append (inside, g_bytes_get_data (der, NULL), g_bytes_get_size (der));
    }
  wrap (out, DER_CONTEXT_0, inside);
}

/* The signature as we would have written it, from its signed parts. */
static GBytes *
rebuild (CMS_ContentInfo *cms, CMS_SignerInfo *info, X509 *signer, gconstpointer digest, gsize digest_length)
{
  gboolean elliptic = EVP_PKEY_is_a (X509_get0_pubkey (signer), "EC");
  ASN1_OCTET_STRING *value = CMS_SignerInfo_get0_signature (info);
  g_autoptr (GByteArray) inner = g_byte_array_new ();
  g_autoptr (GByteArray) outer = g_byte_array_new ();
  g_autoptr (GByteArray) body = g_byte_array_new ();

  append (inner, version_one, sizeof version_one);
  append_name_and_serial (inner, signer);
  append (inner, digest, digest_length);
  append_attributes (inner, info);
  if (elliptic)
    append (inner, ecdsa_sha256, sizeof ecdsa_sha256);
  else
    append (inner, rsa, sizeof rsa);
  append (outer, ASN1_STRING_get0_data (value), (gsize) ASN1_STRING_length (value));
  wrap (inner, DER_OCTET_STRING, outer);
  append_stamps (inner, info);
  wrap (outer, DER_SEQUENCE, inner);

  append (body, version_one, sizeof version_one);
  append (inner, digest, digest_length);
  wrap (body, DER_SET, inner);
  append (body, content_is_data, sizeof content_is_data);
  append_certificates (body, cms);
  wrap (body, DER_SET, outer);
  wrap (inner, DER_SEQUENCE, body);
  append (outer, oid_signed_data, sizeof oid_signed_data);
  wrap (outer, DER_CONTEXT_0, inner);
  wrap (body, DER_SEQUENCE, outer);
  return g_byte_array_free_to_bytes (g_steal_pointer (&body));
}

static gboolean
has_our_form (CMS_ContentInfo *cms, CMS_SignerInfo *info, X509 *signer, GBytes *encoded)
{
  g_autoptr (EupCertificates) all = CMS_get1_certs (cms);
  g_autoptr (GBytes) short_form = rebuild (cms, info, signer, sha256, sizeof sha256);
  g_autoptr (GBytes) long_form = rebuild (cms, info, signer, sha256_null, sizeof sha256_null);

  return eup_certificate_is_held (signer, all) && CMS_unsigned_get_attr_count (info) <= 1 &&
         (g_bytes_equal (short_form, encoded) || g_bytes_equal (long_form, encoded));
}

/* CAdES: the signer's certificate is named in what is signed; EN 319 142-1: the time is not. */
static gboolean
is_cades (CMS_SignerInfo *info, X509 *signer)
{
  ASN1_OBJECT *attribute = OBJ_nid2obj (NID_id_smime_aa_signingCertificateV2);
  ASN1_STRING *value = CMS_signed_get0_data_by_OBJ (info, attribute, -3, V_ASN1_SEQUENCE);
  const unsigned char *der = value ? ASN1_STRING_get0_data (value) : NULL;
  g_autoptr (ESS_SIGNING_CERT_V2) named =
      der ? d2i_ESS_SIGNING_CERT_V2 (NULL, &der, ASN1_STRING_length (value)) : NULL;
  STACK_OF (X509) *chain = sk_X509_new_null ();
  gboolean good;

  sk_X509_push (chain, signer);
  good = named && OSSL_ESS_check_signing_certs (NULL, named, chain, 1) > 0 &&
         CMS_signed_get_attr_by_NID (info, NID_pkcs9_signingTime, -1) < 0;
  sk_X509_free (chain);
  return good;
}

static void
describe (EupVerdictSignature *signature, GPtrArray *others, CMS_ContentInfo *cms, X509 *signer)
{
  g_autoptr (EupCertificates) all = CMS_get1_certs (cms);

  g_free (signature->name);
  signature->name = eup_certificate_dup_name (signer);
  g_clear_pointer (&signature->certificate, g_bytes_unref);
  signature->certificate = eup_certificate_encode (signer);
  for (int i = 0; i < sk_X509_num (all); i++)
    g_ptr_array_add (others, eup_certificate_encode (sk_X509_value (all, i)));
}

static CMS_ContentInfo *
decode (GBytes *encoded)
{
  gsize size;
  const unsigned char *der = g_bytes_get_data (encoded, &size);
  const unsigned char *start = der;
  CMS_ContentInfo *cms = d2i_CMS_ContentInfo (NULL, &der, (long) size);

  if (cms && der == start + size && OBJ_obj2nid (CMS_get0_type (cms)) == NID_pkcs7_signed &&
      CMS_is_detached (cms) == 1 && sk_CMS_SignerInfo_num (CMS_get0_SignerInfos (cms)) == 1)
    return cms;
  CMS_ContentInfo_free (cms);
  return NULL;
}

/**
 * eup_verify_cms:
 * @encoded: a CMS signature, DER
 * @content: what it shall cover
 * @ours: whether it must have just the form that we write
 * @signature: gets name and certificate
 * @others: (element-type GBytes): gets the certificates that came with it
 *
 * Returns: whether the signature holds; trust is another question
 */
gboolean
eup_verify_cms (
    GBytes *encoded, GBytes *content, gboolean ours, EupVerdictSignature *signature, GPtrArray *others)
{
  const guint flags = CMS_BINARY | CMS_DETACHED | CMS_NO_SIGNER_CERT_VERIFY;
  g_autoptr (CMS_ContentInfo) cms = decode (encoded);
  g_autoptr (BIO) data = BIO_new_mem_buf (g_bytes_get_data (content, NULL), (int) g_bytes_get_size (content));
  gboolean good = cms && CMS_verify (cms, NULL, NULL, data, NULL, flags) == 1;

  if (good)
    {
      STACK_OF (X509) *signers = CMS_get0_signers (cms);
      CMS_SignerInfo *info = sk_CMS_SignerInfo_value (CMS_get0_SignerInfos (cms), 0);
      X509 *signer = sk_X509_num (signers) == 1 ? sk_X509_value (signers, 0) : NULL;

      good = signer && (!ours || (is_cades (info, signer) && has_our_form (cms, info, signer, encoded)));
      if (signer)
        describe (signature, others, cms, signer);
      if (good && ours)
        signature->level = EUP_LEVEL_B;
      good = eup_verify_read_stamp (info, signature) || !ours ? good : FALSE;
      sk_X509_free (signers);
    }
  ERR_clear_error ();
  return good;
}
