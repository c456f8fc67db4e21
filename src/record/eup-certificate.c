/* Questions to an X.509 certificate that signing and verifying both ask. */

#include "record/eup-certificate.h"

#include <openssl/err.h>
#include <openssl/x509v3.h>

/* Longer chains do not exist. */
#define LONGEST_CHAIN 8

/* What fits into a line that people read. */
#define MOST_SERIAL_BYTES 8
#define SERIAL_HEAD 4
#define SERIAL_TAIL 2

void
eup_certificates_free (EupCertificates *certificates)
{
  sk_X509_pop_free (certificates, X509_free);
}

/* The common name; without one, the whole name. */
static char *
dup_common_name (const X509_NAME *subject)
{
  int index = X509_NAME_get_index_by_NID (subject, NID_commonName, -1);
  unsigned char *utf8 = NULL;
  char *name;
  int length = -1;

  if (index >= 0)
    length = ASN1_STRING_to_UTF8 (&utf8, X509_NAME_ENTRY_get_data (X509_NAME_get_entry (subject, index)));
  if (length > 0)
    {
      name = g_utf8_make_valid ((const char *) utf8, length);
      OPENSSL_free (utf8);
    }
  else
    {
      char *line = X509_NAME_oneline (subject, NULL, 0);

      name = g_utf8_make_valid (line ? line : "", -1);
      OPENSSL_free (line);
    }
  ERR_clear_error ();
  return name;
}

/* Returns: (transfer full): whose certificate it is */
char *
eup_certificate_dup_name (X509 *certificate)
{
  return dup_common_name (X509_get_subject_name (certificate));
}

/* Returns: (transfer full): who vouches for it */
char *
eup_certificate_dup_issuer (X509 *certificate)
{
  return dup_common_name (X509_get_issuer_name (certificate));
}

/* Returns: (transfer full): the serial number in groups of four digits, of a long one both ends */
char *
eup_certificate_dup_serial (X509 *certificate)
{
  const ASN1_INTEGER *serial = X509_get0_serialNumber (certificate);
  const unsigned char *bytes = ASN1_STRING_get0_data (serial);
  int length = ASN1_STRING_length (serial);
  GString *text = g_string_new (NULL);

  for (int i = 0; i < length; i++)
    {
      if (length > MOST_SERIAL_BYTES && i >= SERIAL_HEAD && i < length - SERIAL_TAIL)
        continue;
      if (length > MOST_SERIAL_BYTES && i == length - SERIAL_TAIL)
        g_string_append (text, " … ");
      else if (i > 0 && i % 2 == 0)
        g_string_append_c (text, ' ');
      g_string_append_printf (text, "%02x", bytes[i]);
    }
  return g_string_free_and_steal (text);
}

/* Returns: (transfer full): the certificate as DER */
GBytes *
eup_certificate_encode (X509 *certificate)
{
  unsigned char *der = NULL;
  int length = i2d_X509 (certificate, &der);
  GBytes *bytes = g_bytes_new (der, length > 0 ? (gsize) length : 0);

  OPENSSL_free (der);
  return bytes;
}

/* Purposes of signing documents that OpenSSL has no word for: RFC 9336, and what came before it. */
static const char *const signing_documents[] = { "1.3.6.1.5.5.7.3.36", "1.3.6.1.4.1.311.10.3.12",
                                                 "1.2.840.113583.1.1.5", NULL };

/* What the purposes in a certificate amount to. */
typedef struct
{
  gboolean documents; /* signing documents or mail, or whatever one likes */
  gboolean client;    /* proving who one is */
  gboolean elsewhere; /* servers, programs, time stamps, OCSP */
  gboolean unknown;
} Purposes;

static void
add_purpose (Purposes *purposes, const ASN1_OBJECT *purpose)
{
  char oid[80];

  switch (OBJ_obj2nid (purpose))
    {
    case NID_email_protect:
    case NID_anyExtendedKeyUsage:
      purposes->documents = TRUE;
      return;
    case NID_client_auth:
      purposes->client = TRUE;
      return;
    case NID_server_auth:
    case NID_code_sign:
    case NID_time_stamp:
    case NID_OCSP_sign:
    case NID_ms_sgc:
    case NID_ns_sgc:
      purposes->elsewhere = TRUE;
      return;
    default:
      OBJ_obj2txt (oid, sizeof oid, purpose, 1);
      if (g_strv_contains (signing_documents, oid))
        purposes->documents = TRUE;
      else
        purposes->unknown = TRUE;
    }
}

/**
 * eup_certificate_is_for_signing:
 *
 * After RFC 5280, 4.2.1.3 and 4.2.1.12: where usages are listed, digitalSignature or nonRepudiation must be among
 * them; where purposes are listed, one must cover a document. Cards for people (SITHS) list clientAuth, which says
 * that a person proves who it is; together with serverAuth it says the same of a machine, and then, as for a purpose
 * that is not known here, only nonRepudiation (EN 319 412-2, 4.3.2: a commitment to what is signed) makes it fit.
 *
 * Returns: whether its issuer allows signatures on documents
 */
gboolean
eup_certificate_is_for_signing (X509 *certificate)
{
  guint32 usage = X509_get_key_usage (certificate); /* UINT32_MAX where none is listed */
  gboolean commits = usage != UINT32_MAX && (usage & KU_NON_REPUDIATION) != 0;
  EXTENDED_KEY_USAGE *listed = X509_get_ext_d2i (certificate, NID_ext_key_usage, NULL, NULL);
  Purposes purposes = { FALSE };

  if ((usage & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) == 0)
    {
      EXTENDED_KEY_USAGE_free (listed);
      return FALSE;
    }
  if (listed == NULL)
    return X509_get_ext_by_NID (certificate, NID_ext_key_usage, -1) < 0; /* unless it can't be read */
  for (int i = 0; i < sk_ASN1_OBJECT_num (listed); i++)
    add_purpose (&purposes, sk_ASN1_OBJECT_value (listed, i));
  EXTENDED_KEY_USAGE_free (listed);
  if (purposes.documents)
    return TRUE;
  if (purposes.client)
    return commits || !purposes.elsewhere;
  return commits && purposes.unknown && !purposes.elsewhere;
}

/* Whether the key of @issuer made the signature under @certificate; time and trust are not asked. */
gboolean
eup_certificate_is_signed_by (X509 *certificate, X509 *issuer)
{
  gboolean good = X509_NAME_cmp (X509_get_issuer_name (certificate), X509_get_subject_name (issuer)) == 0 &&
                  X509_verify (certificate, X509_get0_pubkey (issuer)) == 1;

  ERR_clear_error ();
  return good;
}

/* Returns: (transfer none) (nullable): the one of @among whose key signed @certificate */
X509 *
eup_certificate_find_issuer (X509 *certificate, EupCertificates *among)
{
  for (int i = 0; i < sk_X509_num (among); i++)
    if (eup_certificate_is_signed_by (certificate, sk_X509_value (among, i)))
      return sk_X509_value (among, i);
  return NULL;
}

/**
 * eup_certificate_build_chain:
 * @among: (nullable): certificates of authorities, in any order
 *
 * Returns: (transfer full): the authorities above @certificate up to one that signs itself; empty when
 *   the way does not lead so far
 */
EupCertificates *
eup_certificate_build_chain (X509 *certificate, EupCertificates *among)
{
  g_autoptr (EupCertificates) chain = sk_X509_new_null ();
  X509 *last = certificate;

  while (!eup_certificate_is_signed_by (last, last))
    {
      last = eup_certificate_find_issuer (last, among);
      if (last == NULL || sk_X509_num (chain) >= LONGEST_CHAIN)
        return sk_X509_new_null ();
      X509_up_ref (last);
      sk_X509_push (chain, last);
    }
  return g_steal_pointer (&chain);
}

/**
 * eup_certificate_is_held:
 * @all: @certificate and those that came with it
 *
 * A changed byte in a certificate goes unseen unless the signature of one above holds it.
 *
 * Returns: whether each of @all but @certificate stands on the way up from it to one that signs itself
 */
gboolean
eup_certificate_is_held (X509 *certificate, EupCertificates *all)
{
  g_autoptr (EupCertificates) chain = eup_certificate_build_chain (certificate, all);

  return sk_X509_num (all) == sk_X509_num (chain) + 1;
}
