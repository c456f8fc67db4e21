/* A time stamp is another program's CMS, and its signature does not cover all of it: certificates of
 * authorities, numbers of versions, names of algorithms, what else stands beside. Here a token is written
 * again in the one form in which nothing can be changed unseen: one digest algorithm, certificates only where
 * each is held by one above it, no unsigned attributes, no lists. A token that is taken into a record is
 * written so; in a record it must be found so, byte for byte. */

#include "record/eup-stamp-private.h"

#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/objects.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CMS_ContentInfo, CMS_ContentInfo_free)

enum
{
  DER_INTEGER = 0x02,
  DER_NULL = 0x05,
  DER_OID = 0x06,
  DER_SEQUENCE = 0x30,
  DER_SET = 0x31,
  DER_CONTEXT_0 = 0xa0,
  DER_CONTEXT_1 = 0xa1,
};

/* Versions as RFC 5652 wants them: of a CMS that holds no plain data, of a signer named by issuer and serial
 * number, of one named by key. */
static const guint8 version_holds_token[] = { DER_INTEGER, 1, 3 };
static const guint8 version_by_issuer[] = { DER_INTEGER, 1, 1 };
static const guint8 version_by_key[] = { DER_INTEGER, 1, 3 };

/* One element: with its head from @start, what it holds from @inside, both up to @end. */
typedef struct
{
  guint8 tag;
  const guint8 *start, *inside, *end;
} Element;

/* Reads the element at *@at of what ends at @end, and goes on behind it. DER has been made sure of before. */
static gboolean
take (const guint8 **at, const guint8 *end, Element *element)
{
  const guint8 *next = *at;
  gsize length, octets;

  if (end - next < 2)
    return FALSE;
  element->start = next;
  element->tag = *next++;
  length = *next++;
  if (length >= 0x80)
    {
      octets = length & 0x7f;
      if (octets == 0 || octets > 3 || (gsize) (end - next) < octets)
        return FALSE;
      for (length = 0; octets > 0; octets--)
        length = length << 8 | *next++;
    }
  if ((gsize) (end - next) < length)
    return FALSE;
  element->inside = next;
  element->end = *at = next + length;
  return TRUE;
}

static gboolean
take_tag (const guint8 **at, const guint8 *end, guint8 tag, Element *element)
{
  return take (at, end, element) && element->tag == tag;
}

static void
skip_tag (const guint8 **at, const guint8 *end, guint8 tag)
{
  Element element;
  const guint8 *next = *at;

  if (take_tag (&next, end, tag, &element))
    *at = next;
}

static gboolean
is_same (const Element *element, const guint8 *expected, gsize length)
{
  return (gsize) (element->end - element->start) == length && memcmp (element->start, expected, length) == 0;
}

static void
append (GByteArray *out, const Element *element)
{
  g_byte_array_append (out, element->start, (guint) (element->end - element->start));
}

/* Appends @inside as one element. */
static void
append_wrapped (GByteArray *out, guint8 tag, const GByteArray *inside)
{
  guint8 head[5] = { tag, 0 };
  guint n = 2, length = inside->len;

  if (length < 0x80)
    head[1] = (guint8) length;
  else
    {
      guint octets = length < 0x100 ? 1 : length < 0x10000 ? 2 : 3;

      head[1] = (guint8) (0x80 | octets);
      while (octets > 0)
        head[n++] = (guint8) (length >> (8 * --octets));
    }
  g_byte_array_append (out, head, n);
  g_byte_array_append (out, inside->data, inside->len);
}

/* A name and nothing, or a name and NULL. */
static gboolean
is_plain_algorithm (const Element *algorithm)
{
  const guint8 *at = algorithm->inside;
  Element name, parameter;

  if (!take_tag (&at, algorithm->end, DER_OID, &name))
    return FALSE;
  return at == algorithm->end || (take_tag (&at, algorithm->end, DER_NULL, &parameter) &&
                                  parameter.inside == parameter.end && at == algorithm->end);
}

/* Names compare as equal in capitals or not; here they must be written as in the certificate. */
static gboolean
is_named_by (const Element *who, X509 *signer)
{
  const unsigned char *name = NULL;
  unsigned char *serial = NULL;
  size_t length = 0;
  int serial_length = i2d_ASN1_INTEGER (X509_get0_serialNumber (signer), &serial);
  gboolean good;

  X509_NAME_get0_der (X509_get_issuer_name (signer), &name, &length);
  good = serial_length > 0 && (gsize) (who->end - who->inside) == length + (gsize) serial_length &&
         memcmp (who->inside, name, length) == 0 &&
         memcmp (who->inside + length, serial, (gsize) serial_length) == 0;
  OPENSSL_free (serial);
  return good;
}

/* How the stamper is named, and whether the version fits that. */
static gboolean
is_named_well (const Element *version, const Element *who, X509 *signer)
{
  if (who->tag == DER_SEQUENCE)
    return is_same (version, version_by_issuer, sizeof version_by_issuer) && is_named_by (who, signer);
  return is_same (version, version_by_key, sizeof version_by_key);
}

static gboolean
is_pss (CMS_SignerInfo *info)
{
  X509_ALGOR *algorithm = NULL;
  const ASN1_OBJECT *name = NULL;

  CMS_SignerInfo_get0_algs (info, NULL, NULL, NULL, &algorithm);
  X509_ALGOR_get0 (&name, NULL, NULL, algorithm);
  return OBJ_obj2nid (name) == NID_rsassaPss; /* its parameters say how; wrong ones do not verify */
}

/* Whether the name of the way of signing says what was done: nobody else looks at all of it. */
static gboolean
algorithms_agree (CMS_SignerInfo *info, X509 *signer)
{
  X509_ALGOR *digest = NULL, *signature = NULL;
  const ASN1_OBJECT *name = NULL;
  int kind, made_with = NID_undef, key = NID_undef, digest_kind;

  CMS_SignerInfo_get0_algs (info, NULL, NULL, &digest, &signature);
  X509_ALGOR_get0 (&name, NULL, NULL, digest);
  digest_kind = OBJ_obj2nid (name);
  X509_ALGOR_get0 (&name, NULL, NULL, signature);
  kind = OBJ_obj2nid (name);
  if (kind == NID_rsaEncryption)
    return EVP_PKEY_is_a (X509_get0_pubkey (signer), "RSA");
  if (is_pss (info))
    return TRUE;
  return OBJ_find_sigid_algs (kind, &made_with, &key) == 1 && made_with == digest_kind &&
         key == EVP_PKEY_get_base_id (X509_get0_pubkey (signer));
}

/* Without what stands behind the signature. Gives the algorithm of the digest too. */
static gboolean
write_signer (GByteArray *out, const Element *infos, CMS_SignerInfo *info, X509 *signer, Element *digest)
{
  g_autoptr (GByteArray) inside = g_byte_array_new ();
  const guint8 *at = infos->inside;
  Element whole, version, who, attributes, algorithm, value;
  gboolean good;

  if (!take_tag (&at, infos->end, DER_SEQUENCE, &whole))
    return FALSE;
  at = whole.inside;
  good = take_tag (&at, whole.end, DER_INTEGER, &version) && take (&at, whole.end, &who) &&
         take_tag (&at, whole.end, DER_SEQUENCE, digest) && is_plain_algorithm (digest) &&
         take_tag (&at, whole.end, DER_CONTEXT_0, &attributes) &&
         take_tag (&at, whole.end, DER_SEQUENCE, &algorithm) && take (&at, whole.end, &value);
  if (!good || !is_named_well (&version, &who, signer) || !(is_pss (info) || is_plain_algorithm (&algorithm)))
    return FALSE;
  for (guint i = 0; i < 6; i++)
    append (inside, ((const Element *[]) { &version, &who, digest, &attributes, &algorithm, &value })[i]);
  append_wrapped (out, DER_SEQUENCE, inside);
  return TRUE;
}

/* All of them when each is held by one above it, else the stamper's alone, which the signature names. */
static void
write_certificates (GByteArray *out, const Element *certificates, EupCertificates *all, X509 *signer)
{
  gboolean held = eup_certificate_is_held (signer, all);
  g_autoptr (GBytes) own = eup_certificate_encode (signer);
  const guint8 *at = certificates->inside;
  Element one;

  while (take (&at, certificates->end, &one))
    if (held || is_same (&one, g_bytes_get_data (own, NULL), g_bytes_get_size (own)))
      append (out, &one);
}

static GBytes *
write_token (const Element *type, GByteArray *signed_data)
{
  g_autoptr (GByteArray) inside = g_byte_array_new ();
  g_autoptr (GByteArray) body = g_byte_array_new ();
  GByteArray *out = g_byte_array_new ();

  append_wrapped (inside, DER_SEQUENCE, signed_data);
  append (body, type);
  append_wrapped (body, DER_CONTEXT_0, inside);
  append_wrapped (out, DER_SEQUENCE, body);
  return g_byte_array_free_to_bytes (out);
}

/* @encoded is DER. */
static GBytes *
settle (const guint8 *encoded, gsize size, CMS_SignerInfo *info, EupCertificates *all, X509 *signer)
{
  g_autoptr (GByteArray) body = g_byte_array_new ();
  g_autoptr (GByteArray) part = g_byte_array_new ();
  g_autoptr (GByteArray) signers = g_byte_array_new ();
  const guint8 *at = encoded, *end = encoded + size;
  Element whole, type, wrapped, data, version, digests, digest, content, certificates, infos;

  if (!take_tag (&at, end, DER_SEQUENCE, &whole))
    return NULL;
  at = whole.inside;
  if (!take_tag (&at, whole.end, DER_OID, &type) || !take_tag (&at, whole.end, DER_CONTEXT_0, &wrapped))
    return NULL;
  at = wrapped.inside;
  if (!take_tag (&at, wrapped.end, DER_SEQUENCE, &data))
    return NULL;
  at = data.inside;
  if (!take_tag (&at, data.end, DER_INTEGER, &version) ||
      !is_same (&version, version_holds_token, sizeof version_holds_token) ||
      !take_tag (&at, data.end, DER_SET, &digests) || !take_tag (&at, data.end, DER_SEQUENCE, &content) ||
      !take_tag (&at, data.end, DER_CONTEXT_0, &certificates))
    return NULL;
  skip_tag (&at, data.end, DER_CONTEXT_1);
  if (!take_tag (&at, data.end, DER_SET, &infos) || !write_signer (signers, &infos, info, signer, &digest))
    return NULL;

  append (body, &version);
  append (part, &digest);
  append_wrapped (body, DER_SET, part);
  append (body, &content);
  g_byte_array_set_size (part, 0);
  write_certificates (part, &certificates, all, signer);
  append_wrapped (body, DER_CONTEXT_0, part);
  append_wrapped (body, DER_SET, signers);
  return write_token (&type, body);
}

static CMS_ContentInfo *
decode (GBytes *token)
{
  gsize size;
  const unsigned char *der = g_bytes_get_data (token, &size);
  CMS_ContentInfo *cms = der ? d2i_CMS_ContentInfo (NULL, &der, (long) size) : NULL;

  if (cms && OBJ_obj2nid (CMS_get0_type (cms)) == NID_pkcs7_signed &&
      sk_CMS_SignerInfo_num (CMS_get0_SignerInfos (cms)) == 1)
    return cms;
  CMS_ContentInfo_free (cms);
  return NULL;
}

/**
 * eup_stamp_token_settle:
 * @token: a time stamp whose signature holds
 *
 * Returns: (transfer full) (nullable): the same in the form in which nothing can be changed unseen; %NULL
 *   when there is no such form of it
 */
GBytes *
eup_stamp_token_settle (GBytes *token)
{
  g_autoptr (CMS_ContentInfo) cms = decode (token);
  g_autoptr (EupCertificates) all = cms ? CMS_get1_certs (cms) : NULL;
  CMS_SignerInfo *info = cms ? sk_CMS_SignerInfo_value (CMS_get0_SignerInfos (cms), 0) : NULL;
  X509 *signer = NULL;
  unsigned char *encoded = NULL;
  GBytes *settled = NULL;
  int length = cms ? i2d_CMS_ContentInfo (cms, &encoded) : 0;

  for (int i = 0; i < sk_X509_num (all) && signer == NULL; i++)
    if (CMS_SignerInfo_cert_cmp (info, sk_X509_value (all, i)) == 0)
      signer = sk_X509_value (all, i);
  if (length > 0 && signer && algorithms_agree (info, signer))
    settled = settle (encoded, (gsize) length, info, all, signer);
  OPENSSL_free (encoded);
  ERR_clear_error ();
  return settled;
}

/* Whether a token that was found in a record is written in that form, byte for byte. */
gboolean
eup_stamp_token_is_exact (GBytes *token)
{
  g_autoptr (GBytes) settled = eup_stamp_token_settle (token);

  return settled && g_bytes_equal (settled, token);
}
