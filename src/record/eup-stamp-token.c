/* Reads a time stamp of RFC 3161: a CMS that holds what an authority says about a digest and a time. */

#include "record/eup-stamp-private.h"

#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/ess.h>
#include <openssl/ts.h>
#include <openssl/x509v3.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CMS_ContentInfo, CMS_ContentInfo_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BIO, BIO_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TS_TST_INFO, TS_TST_INFO_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ESS_SIGNING_CERT, ESS_SIGNING_CERT_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ESS_SIGNING_CERT_V2, ESS_SIGNING_CERT_V2_free)

void
eup_stamp_token_free (EupStampToken *self)
{
  g_clear_pointer (&self->time, g_date_time_unref);
  g_free (self->name);
  g_clear_pointer (&self->all, eup_certificates_free);
  g_clear_pointer (&self->nonce, g_bytes_unref);
  g_clear_pointer (&self->imprint, g_bytes_unref);
  g_free (self);
}

static const unsigned char *
signed_value (CMS_SignerInfo *info, int nid, long *length)
{
  ASN1_STRING *value = CMS_signed_get0_data_by_OBJ (info, OBJ_nid2obj (nid), -3, V_ASN1_SEQUENCE);

  *length = value ? ASN1_STRING_length (value) : 0;
  return value ? ASN1_STRING_get0_data (value) : NULL;
}

/* RFC 3161 and 5816: the authority's certificate is named in what it signed, in one of two forms. */
static gboolean
names_its_certificate (CMS_SignerInfo *info, X509 *signer)
{
  long length;
  const unsigned char *der = signed_value (info, NID_id_smime_aa_signingCertificate, &length);
  g_autoptr (ESS_SIGNING_CERT) old = der ? d2i_ESS_SIGNING_CERT (NULL, &der, length) : NULL;
  g_autoptr (ESS_SIGNING_CERT_V2) new = NULL;
  STACK_OF (X509) *chain = sk_X509_new_null ();
  gboolean good;

  der = signed_value (info, NID_id_smime_aa_signingCertificateV2, &length);
  new = der ? d2i_ESS_SIGNING_CERT_V2 (NULL, &der, length) : NULL;
  sk_X509_push (chain, signer);
  good = (old || new) && OSSL_ESS_check_signing_certs (old, new, chain, 1) > 0;
  sk_X509_free (chain);
  return good;
}

static gboolean
is_for_stamps (X509 *certificate)
{
  int critical = 0;
  EXTENDED_KEY_USAGE *usage = X509_get_ext_d2i (certificate, NID_ext_key_usage, &critical, NULL);
  gboolean good = usage != NULL && critical == 1 && sk_ASN1_OBJECT_num (usage) == 1 &&
                  OBJ_obj2nid (sk_ASN1_OBJECT_value (usage, 0)) == NID_time_stamp;

  EXTENDED_KEY_USAGE_free (usage);
  return good;
}

static GBytes *
encode_integer (const ASN1_INTEGER *number)
{
  unsigned char *der = NULL;
  int length = number ? i2d_ASN1_INTEGER (number, &der) : 0;
  GBytes *bytes = length > 0 ? g_bytes_new (der, (gsize) length) : NULL;

  OPENSSL_free (der);
  return bytes;
}

static GDateTime *
read_time (const ASN1_GENERALIZEDTIME *time)
{
  struct tm tm;

  if (time == NULL || ASN1_TIME_to_tm (time, &tm) != 1)
    return NULL;
  return g_date_time_new_utc (tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, tm.tm_hour, tm.tm_min, tm.tm_sec);
}

static gboolean
read_info (EupStampToken *self, BIO *content)
{
  g_autoptr (TS_TST_INFO) info = d2i_TS_TST_INFO_bio (content, NULL);
  TS_MSG_IMPRINT *imprint = info ? TS_TST_INFO_get_msg_imprint (info) : NULL;
  const ASN1_OBJECT *algorithm = NULL;
  ASN1_OCTET_STRING *digest;

  if (imprint == NULL || TS_TST_INFO_get_version (info) != 1)
    return FALSE;
  digest = TS_MSG_IMPRINT_get_msg (imprint);
  X509_ALGOR_get0 (&algorithm, NULL, NULL, TS_MSG_IMPRINT_get_algo (imprint));
  self->algorithm = OBJ_obj2nid (algorithm);
  self->imprint = g_bytes_new (ASN1_STRING_get0_data (digest), (gsize) ASN1_STRING_length (digest));
  self->nonce = encode_integer (TS_TST_INFO_get_nonce (info));
  self->time = read_time (TS_TST_INFO_get_time (info));
  return self->time != NULL;
}

static CMS_ContentInfo *
decode (GBytes *token)
{
  gsize size;
  const unsigned char *der = g_bytes_get_data (token, &size);
  const unsigned char *start = der;
  CMS_ContentInfo *cms = der ? d2i_CMS_ContentInfo (NULL, &der, (long) size) : NULL;

  if (cms && der == start + size && OBJ_obj2nid (CMS_get0_type (cms)) == NID_pkcs7_signed &&
      OBJ_obj2nid (CMS_get0_eContentType (cms)) == NID_id_smime_ct_TSTInfo &&
      sk_CMS_SignerInfo_num (CMS_get0_SignerInfos (cms)) == 1)
    return cms;
  CMS_ContentInfo_free (cms);
  return NULL;
}

static gboolean
check_signer (EupStampToken *self, CMS_ContentInfo *cms)
{
  STACK_OF (X509) *signers = CMS_get0_signers (cms);
  X509 *signer = sk_X509_num (signers) == 1 ? sk_X509_value (signers, 0) : NULL;
  CMS_SignerInfo *info = sk_CMS_SignerInfo_value (CMS_get0_SignerInfos (cms), 0);
  gboolean good = signer && names_its_certificate (info, signer) && is_for_stamps (signer);

  self->all = CMS_get1_certs (cms);
  for (int i = 0; good && i < sk_X509_num (self->all); i++)
    if (X509_cmp (sk_X509_value (self->all, i), signer) == 0)
      self->signer = sk_X509_value (self->all, i);
  if (self->signer)
    self->name = eup_certificate_dup_name (self->signer);
  sk_X509_free (signers);
  return self->signer != NULL;
}

/**
 * eup_stamp_token_read:
 * @token: DER
 *
 * Returns: (transfer full) (nullable): what it says; %NULL unless its signature holds and whoever made it
 *   may make time stamps. Whether they are known is another question
 */
EupStampToken *
eup_stamp_token_read (GBytes *token)
{
  g_autoptr (EupStampToken) self = g_new0 (EupStampToken, 1);
  g_autoptr (CMS_ContentInfo) cms = decode (token);
  g_autoptr (BIO) content = BIO_new (BIO_s_mem ());
  gboolean good = cms &&
                  CMS_verify (cms, NULL, NULL, NULL, content, CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY) == 1 &&
                  check_signer (self, cms) && read_info (self, content);

  ERR_clear_error ();
  return good ? g_steal_pointer (&self) : NULL;
}

/* Whether it was made for these bytes. */
gboolean
eup_stamp_token_covers (const EupStampToken *self, GBytes *content)
{
  const EVP_MD *kind = EVP_get_digestbynid (self->algorithm);
  guint8 digest[EVP_MAX_MD_SIZE];
  unsigned int length = 0;
  gsize size;
  const void *data = g_bytes_get_data (content, &size);

  return kind && EVP_MD_get_size (kind) >= 32 && EVP_Digest (data, size, digest, &length, kind, NULL) == 1 &&
         length == g_bytes_get_size (self->imprint) &&
         memcmp (digest, g_bytes_get_data (self->imprint, NULL), length) == 0;
}
