/* An authority for time stamps inside the test, which can also do what no authority should. */

#include "sample-stamp.h"

#include "sample-signed.h"

#include "record/eup-certificate.h"

#include <openssl/cms.h>
#include <openssl/pkcs12.h>
#include <openssl/ts.h>

struct _SampleStamper
{
  EVP_PKEY *key;
  X509 *certificate;
  EupCertificates *above;
  GBytes *authority, *authority_key;
  long serial;
};

SampleStamper *
sample_stamper_new (const char *name, const char *options)
{
  SampleStamper *self = g_new0 (SampleStamper, 1);
  g_autofree char *all = g_strconcat ("--usage digitalSignature --extended critical,timeStamping ",
                                      options ? options : "", NULL);
  g_autoptr (GBytes) bytes = sample_p12 (name, all);
  const unsigned char *der = g_bytes_get_data (bytes, NULL);
  PKCS12 *p12 = d2i_PKCS12 (NULL, &der, (long) g_bytes_get_size (bytes));

  g_assert_true (PKCS12_parse (p12, SAMPLE_PASSWORD, &self->key, &self->certificate, &self->above));
  PKCS12_free (p12);
  self->authority = sample_authority ();
  self->authority_key = sample_authority_key ();
  return self;
}

void
sample_stamper_free (SampleStamper *self)
{
  EVP_PKEY_free (self->key);
  X509_free (self->certificate);
  eup_certificates_free (self->above);
  g_bytes_unref (self->authority);
  g_bytes_unref (self->authority_key);
  g_free (self);
}

/* Returns: (transfer none): the authority above it, PEM */
GBytes *
sample_stamper_get_authority (SampleStamper *self)
{
  return self->authority;
}

/* Returns: (transfer none): the key of the authority above it, PEM */
GBytes *
sample_stamper_get_key (SampleStamper *self)
{
  return self->authority_key;
}

static ASN1_INTEGER *
next_serial (TS_RESP_CTX *context, void *data)
{
  SampleStamper *self = data;
  ASN1_INTEGER *serial = ASN1_INTEGER_new ();

  ASN1_INTEGER_set (serial, ++self->serial);
  return serial;
}

static TS_REQ *
spoil (TS_REQ *request, SampleStampFault fault)
{
  ASN1_INTEGER *nonce = ASN1_INTEGER_new ();
  guint8 digest[32] = { 1, 2, 3 };

  ASN1_INTEGER_set (nonce, 4711);
  if (fault == SAMPLE_STAMP_OTHER_NONCE)
    TS_REQ_set_nonce (request, nonce);
  if (fault == SAMPLE_STAMP_OTHER_IMPRINT)
    TS_MSG_IMPRINT_set_msg (TS_REQ_get_msg_imprint (request), digest, sizeof digest);
  ASN1_INTEGER_free (nonce);
  return request;
}

static TS_REQ *
without_nonce (TS_REQ *request)
{
  TS_REQ *bare = TS_REQ_new ();

  TS_REQ_set_version (bare, 1);
  TS_REQ_set_msg_imprint (bare, TS_REQ_get_msg_imprint (request));
  TS_REQ_set_cert_req (bare, 1);
  TS_REQ_free (request);
  return bare;
}

/* Of an authority that is not there. */
static X509 *
new_loose_certificate (void)
{
  g_autoptr (EupSigner) somebody = sample_signer ("Lös Lapp", "--alone");
  GBytes *der = eup_signer_get_certificate (somebody);
  const unsigned char *start = g_bytes_get_data (der, NULL);

  return d2i_X509 (NULL, &start, (long) g_bytes_get_size (der));
}

static TS_RESP *
respond (SampleStamper *self, TS_REQ *request, SampleStampFault fault)
{
  TS_RESP_CTX *context = TS_RESP_CTX_new ();
  ASN1_OBJECT *policy = OBJ_txt2obj ("1.2.3.4.1", 1);
  BIO *in = BIO_new (BIO_s_mem ());
  g_autoptr (X509) loose = fault == SAMPLE_STAMP_LOOSE ? new_loose_certificate () : NULL;
  STACK_OF (X509) *above = sk_X509_dup (self->above);
  TS_RESP *answer;

  if (fault == SAMPLE_STAMP_LOOSE)
    sk_X509_push (above, loose);
  i2d_TS_REQ_bio (in, request);
  TS_RESP_CTX_set_serial_cb (context, next_serial, self);
  g_assert_true (TS_RESP_CTX_set_signer_cert (context, self->certificate));
  TS_RESP_CTX_set_signer_key (context, self->key);
  TS_RESP_CTX_set_certs (context, above);
  TS_RESP_CTX_set_def_policy (context, policy);
  TS_RESP_CTX_set_signer_digest (context, EVP_sha256 ());
  TS_RESP_CTX_set_ess_cert_id_digest (context, EVP_sha256 ());
  if (fault != SAMPLE_STAMP_REFUSED) /* which no digest pleases */
    TS_RESP_CTX_add_md (context, EVP_sha256 ());
  answer = TS_RESP_create_response (context, in);
  g_assert_nonnull (answer);
  BIO_free (in);
  sk_X509_free (above);
  ASN1_OBJECT_free (policy);
  TS_RESP_CTX_free (context);
  return answer;
}

/* The same words, signed with a certificate that is for documents. */
static TS_RESP *
sign_as_anybody (TS_RESP *answer)
{
  g_autoptr (GBytes) bytes = sample_p12 ("Vem Som Helst", NULL);
  const unsigned char *der = g_bytes_get_data (bytes, NULL);
  PKCS12 *p12 = d2i_PKCS12 (NULL, &der, (long) g_bytes_get_size (bytes));
  BIO *words = BIO_new (BIO_s_mem ());
  const guint flags = CMS_BINARY | CMS_PARTIAL | CMS_NOSMIMECAP | CMS_CADES;
  CMS_ContentInfo *cms = CMS_sign (NULL, NULL, NULL, words, flags);
  EVP_PKEY *key = NULL;
  X509 *certificate = NULL;
  unsigned char *out = NULL;
  int length;
  const unsigned char *start;
  PKCS7 *token;
  TS_RESP *forged = TS_RESP_new ();
  TS_STATUS_INFO *status = TS_STATUS_INFO_new ();

  i2d_TS_TST_INFO_bio (words, TS_RESP_get_tst_info (answer));
  g_assert_true (PKCS12_parse (p12, SAMPLE_PASSWORD, &key, &certificate, NULL));
  CMS_set1_eContentType (cms, OBJ_nid2obj (NID_id_smime_ct_TSTInfo));
  g_assert_nonnull (CMS_add1_signer (cms, certificate, key, EVP_sha256 (), flags));
  g_assert_true (CMS_final (cms, words, NULL, flags));
  length = i2d_CMS_ContentInfo (cms, &out);
  start = out;
  token = d2i_PKCS7 (NULL, &start, length);
  TS_STATUS_INFO_set_status (status, TS_STATUS_GRANTED);
  TS_RESP_set_status_info (forged, status);
  TS_RESP_set_tst_info (forged, token, PKCS7_to_TS_TST_INFO (token));
  TS_STATUS_INFO_free (status);
  OPENSSL_free (out);
  CMS_ContentInfo_free (cms);
  BIO_free (words);
  PKCS12_free (p12);
  EVP_PKEY_free (key);
  X509_free (certificate);
  TS_RESP_free (answer);
  return forged;
}

/* Returns: (transfer full): the answer, DER */
GBytes *
sample_stamper_answer (SampleStamper *self, GBytes *bytes, SampleStampFault fault)
{
  const unsigned char *der = g_bytes_get_data (bytes, NULL);
  TS_REQ *request = d2i_TS_REQ (NULL, &der, (long) g_bytes_get_size (bytes));
  TS_RESP *answer;
  unsigned char *out = NULL;
  GBytes *done;
  int length;

  g_assert_nonnull (request);
  request = fault == SAMPLE_STAMP_NO_NONCE ? without_nonce (request) : spoil (request, fault);
  answer = respond (self, request, fault);
  if (fault == SAMPLE_STAMP_BY_ANYBODY)
    answer = sign_as_anybody (answer);
  length = i2d_TS_RESP (answer, &out);
  done = g_bytes_new (out, (gsize) length);
  OPENSSL_free (out);
  TS_RESP_free (answer);
  TS_REQ_free (request);
  return done;
}

GBytes *
sample_stamper_transport (GBytes *request, gpointer self, GError **error)
{
  return sample_stamper_answer (self, request, SAMPLE_STAMP_GOOD);
}

GBytes *
sample_stamp (SampleStamper *self, GBytes *pdf, EupStampKind kind)
{
  g_autoptr (GError) error = NULL;
  GBytes *stamped = eup_stamp_through (pdf, kind, sample_stamper_transport, self, &error);

  g_assert_no_error (error);
  return stamped;
}
