#include "sample-revoked.h"

#include "record/eup-certificate.h"

#include <openssl/ocsp.h>
#include <openssl/pem.h>

#define HOUR 3600
#define DAY (24 * HOUR)

static BIO *
open_bytes (GBytes *bytes)
{
  return BIO_new_mem_buf (g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes));
}

static X509 *
read_certificate (GBytes *pem)
{
  BIO *in = open_bytes (pem);
  X509 *certificate = PEM_read_bio_X509 (in, NULL, NULL, NULL);

  BIO_free (in);
  g_assert_nonnull (certificate);
  return certificate;
}

static EVP_PKEY *
read_key (GBytes *pem)
{
  BIO *in = open_bytes (pem);
  EVP_PKEY *key = PEM_read_bio_PrivateKey (in, NULL, NULL, NULL);

  BIO_free (in);
  g_assert_nonnull (key);
  return key;
}

static X509 *
decode (GBytes *bytes)
{
  const unsigned char *der = g_bytes_get_data (bytes, NULL);

  return d2i_X509 (NULL, &der, (long) g_bytes_get_size (bytes));
}

static void
add_revoked (X509_CRL *list, GBytes *bytes, int hours)
{
  g_autoptr (X509) certificate = decode (bytes);
  X509_REVOKED *entry = X509_REVOKED_new ();
  ASN1_TIME *when = X509_gmtime_adj (NULL, -(long) hours * HOUR);

  X509_REVOKED_set_serialNumber (entry, X509_get_serialNumber (certificate));
  X509_REVOKED_set_revocationDate (entry, when);
  X509_CRL_add0_revoked (list, entry);
  ASN1_TIME_free (when);
}

GBytes *
sample_list (GBytes *authority, GBytes *key, GBytes *revoked, int hours, int days)
{
  g_autoptr (X509) issuer = read_certificate (authority);
  g_autoptr (EVP_PKEY) signer = read_key (key);
  X509_CRL *list = X509_CRL_new ();
  ASN1_TIME *last = X509_gmtime_adj (NULL, -30L * DAY), *next = X509_gmtime_adj (NULL, (long) days * DAY);
  unsigned char *der = NULL;
  GBytes *bytes;
  int length;

  X509_CRL_set_version (list, 1);
  X509_CRL_set_issuer_name (list, X509_get_subject_name (issuer));
  X509_CRL_set1_lastUpdate (list, last);
  X509_CRL_set1_nextUpdate (list, next);
  if (revoked)
    add_revoked (list, revoked, hours);
  X509_CRL_sort (list);
  g_assert_cmpint (X509_CRL_sign (list, signer, EVP_sha256 ()), >, 0);
  length = i2d_X509_CRL (list, &der);
  bytes = g_bytes_new (der, (gsize) length);
  OPENSSL_free (der);
  ASN1_TIME_free (last);
  ASN1_TIME_free (next);
  X509_CRL_free (list);
  return bytes;
}

GBytes *
sample_answer (GBytes *authority, GBytes *key, GBytes *about, gboolean revoked, int hours, int days)
{
  g_autoptr (X509) issuer = read_certificate (authority);
  g_autoptr (X509) certificate = decode (about);
  g_autoptr (EVP_PKEY) signer = read_key (key);
  OCSP_BASICRESP *basic = OCSP_BASICRESP_new ();
  OCSP_CERTID *id = OCSP_cert_to_id (EVP_sha1 (), certificate, issuer);
  ASN1_TIME *when = X509_gmtime_adj (NULL, -(long) hours * HOUR), *this = X509_gmtime_adj (NULL, -DAY),
            *next = X509_gmtime_adj (NULL, (long) days * DAY);
  OCSP_RESPONSE *answer;
  unsigned char *der = NULL;
  GBytes *bytes;
  int length;

  OCSP_basic_add1_status (basic, id, revoked ? V_OCSP_CERTSTATUS_REVOKED : V_OCSP_CERTSTATUS_GOOD,
                          OCSP_REVOKED_STATUS_KEYCOMPROMISE, revoked ? when : NULL, this, next);
  g_assert_true (OCSP_basic_sign (basic, issuer, signer, EVP_sha256 (), NULL, 0));
  answer = OCSP_response_create (OCSP_RESPONSE_STATUS_SUCCESSFUL, basic);
  length = i2d_OCSP_RESPONSE (answer, &der);
  bytes = g_bytes_new (der, (gsize) length);
  OPENSSL_free (der);
  OCSP_RESPONSE_free (answer);
  OCSP_BASICRESP_free (basic);
  OCSP_CERTID_free (id);
  ASN1_TIME_free (when);
  ASN1_TIME_free (this);
  ASN1_TIME_free (next);
  return bytes;
}
