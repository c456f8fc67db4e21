/* Time stamps that travel by file: a request goes out, the authority's answer comes back (RFC 3161).
 *
 * The stamp of a signature goes into its CMS, as EN 319 122-1 has it: into the room that the signature does
 * not cover, so nothing that was signed moves. That is possible until somebody else signs. */

#include "record/eup-stamp-private.h"

#include "record/eup-sign-private.h"
#include "record/eup-verify-private.h"

#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/rand.h>
#include <openssl/ts.h>
#include <string.h>

#define NONCE_BYTES 12

G_DEFINE_QUARK (eup-stamp-error-quark, eup_stamp_error)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CMS_ContentInfo, CMS_ContentInfo_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TS_REQ, TS_REQ_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TS_RESP, TS_RESP_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TS_MSG_IMPRINT, TS_MSG_IMPRINT_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (X509_ALGOR, X509_ALGOR_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BIGNUM, BN_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ASN1_INTEGER, ASN1_INTEGER_free)

static gboolean
fail (GError **error, EupStampError code, const char *message)
{
  ERR_clear_error ();
  g_set_error_literal (error, EUP_STAMP_ERROR, (int) code, message);
  return FALSE;
}

/* The CMS of the last signature, if its room may still be written to. */
static CMS_ContentInfo *
open_last (GBytes *pdf, EupRange *range, GError **error)
{
  gboolean sound;
  g_autoptr (GArray) ranges = eup_verify_find_ranges (pdf, &sound);
  g_autoptr (GBytes) cms = NULL;
  CMS_ContentInfo *opened;
  const unsigned char *der;

  if (!sound)
    return fail (error, EUP_STAMP_ERROR_UNREADABLE, "This document can't be stamped: it was damaged."), NULL;
  if (ranges->len == 0)
    return fail (error, EUP_STAMP_ERROR_NO_PLACE,
                 "Nobody has signed this document; there is nothing to stamp."),
           NULL;
  *range = g_array_index (ranges, EupRange, ranges->len - 1);
  cms = eup_verify_get_cms (pdf, range, TRUE);
  der = cms ? g_bytes_get_data (cms, NULL) : NULL;
  opened = der ? d2i_CMS_ContentInfo (NULL, &der, (long) g_bytes_get_size (cms)) : NULL;
  if (opened == NULL || sk_CMS_SignerInfo_num (CMS_get0_SignerInfos (opened)) != 1)
    fail (error, EUP_STAMP_ERROR_UNREADABLE, "The last signature can't be read, or another program made it.");
  else if (CMS_is_detached (opened) != 1 || range->end != g_bytes_get_size (pdf))
    fail (error, EUP_STAMP_ERROR_NO_PLACE,
          "Something was added after the last signature; its time can't be stamped any more.");
  else if (CMS_unsigned_get_attr_count (sk_CMS_SignerInfo_value (CMS_get0_SignerInfos (opened), 0)) > 0)
    fail (error, EUP_STAMP_ERROR_NO_PLACE, "The last signature has a time stamp already.");
  else
    return opened;
  CMS_ContentInfo_free (opened);
  return NULL;
}

static GBytes *
get_value (CMS_ContentInfo *cms)
{
  ASN1_OCTET_STRING *value =
      CMS_SignerInfo_get0_signature (sk_CMS_SignerInfo_value (CMS_get0_SignerInfos (cms), 0));

  return g_bytes_new (ASN1_STRING_get0_data (value), (gsize) ASN1_STRING_length (value));
}

/* What a stamp of this kind is made for. */
static GBytes *
get_content (GBytes *pdf, EupStampKind kind, GError **error)
{
  if (kind == EUP_STAMP_ARCHIVE)
    {
      g_autoptr (EupStampArchive) archive = eup_stamp_archive_prepare (pdf, error);

      return archive ? g_bytes_ref (archive->content) : NULL;
    }
  else
    {
      EupRange range;
      g_autoptr (CMS_ContentInfo) cms = open_last (pdf, &range, error);

      return cms ? get_value (cms) : NULL;
    }
}

static TS_MSG_IMPRINT *
make_imprint (GBytes *content)
{
  g_autoptr (TS_MSG_IMPRINT) imprint = TS_MSG_IMPRINT_new ();
  g_autoptr (X509_ALGOR) algorithm = X509_ALGOR_new ();
  guint8 digest[EVP_MAX_MD_SIZE];
  unsigned int length = 0;
  gsize size;
  const void *data = g_bytes_get_data (content, &size);

  EVP_Digest (data, size, digest, &length, EVP_sha256 (), NULL);
  X509_ALGOR_set0 (algorithm, OBJ_nid2obj (NID_sha256), V_ASN1_NULL, NULL);
  TS_MSG_IMPRINT_set_algo (imprint, algorithm);
  TS_MSG_IMPRINT_set_msg (imprint, digest, (int) length);
  return g_steal_pointer (&imprint);
}

static void
set_nonce (TS_REQ *request)
{
  g_autoptr (BIGNUM) number = BN_new ();
  g_autoptr (ASN1_INTEGER) nonce = NULL;

  BN_rand (number, 8 * NONCE_BYTES, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY);
  nonce = BN_to_ASN1_INTEGER (number, NULL);
  TS_REQ_set_nonce (request, nonce);
}

/**
 * eup_stamp_request:
 * @pdf: a record
 * @error: EUP_STAMP_ERROR_UNREADABLE or EUP_STAMP_ERROR_NO_PLACE
 *
 * Nothing of the record's content is in the request, only a digest.
 *
 * Returns: (transfer full) (nullable): a request for an authority; keep it, the answer is checked with it
 */
GBytes *
eup_stamp_request (GBytes *pdf, EupStampKind kind, GError **error)
{
  g_autoptr (GBytes) content = get_content (pdf, kind, error);
  g_autoptr (TS_REQ) request = TS_REQ_new ();
  g_autoptr (TS_MSG_IMPRINT) imprint = NULL;
  unsigned char *der = NULL;
  GBytes *bytes;
  int length;

  if (content == NULL)
    return NULL;
  imprint = make_imprint (content);
  TS_REQ_set_version (request, 1);
  TS_REQ_set_msg_imprint (request, imprint);
  TS_REQ_set_cert_req (request, 1);
  set_nonce (request);
  length = i2d_TS_REQ (request, &der);
  bytes = g_bytes_new (der, length > 0 ? (gsize) length : 0);
  OPENSSL_free (der);
  return bytes;
}

static TS_REQ *
read_request (GBytes *bytes)
{
  gsize size;
  const unsigned char *der = g_bytes_get_data (bytes, &size);
  const unsigned char *start = der;
  TS_REQ *request = der ? d2i_TS_REQ (NULL, &der, (long) size) : NULL;

  if (request && der == start + size && TS_REQ_get_nonce (request))
    return request;
  TS_REQ_free (request);
  return NULL;
}

/* Returns: (transfer full) (nullable): the stamp in the answer, DER */
static GBytes *
read_answer (GBytes *bytes, GError **error)
{
  gsize size;
  const unsigned char *der = g_bytes_get_data (bytes, &size);
  g_autoptr (TS_RESP) answer = der ? d2i_TS_RESP (NULL, &der, (long) size) : NULL;
  TS_STATUS_INFO *status = answer ? TS_RESP_get_status_info (answer) : NULL;
  PKCS7 *token = answer ? TS_RESP_get_token (answer) : NULL;
  unsigned char *out = NULL;
  GBytes *found;
  int length;
  long granted = status ? ASN1_INTEGER_get (TS_STATUS_INFO_get0_status (status)) : -1;

  if (status == NULL)
    return fail (error, EUP_STAMP_ERROR_UNREADABLE, "This file is no answer of a time-stamp authority."),
           NULL;
  if ((granted != TS_STATUS_GRANTED && granted != TS_STATUS_GRANTED_WITH_MODS) || token == NULL)
    return fail (error, EUP_STAMP_ERROR_REFUSED, "The authority refused to make a time stamp."), NULL;
  length = i2d_PKCS7 (token, &out);
  found = g_bytes_new (out, length > 0 ? (gsize) length : 0);
  OPENSSL_free (out);
  return found;
}

static gboolean
nonce_is (const EupStampToken *token, const TS_REQ *request)
{
  unsigned char *der = NULL;
  int length = i2d_ASN1_INTEGER (TS_REQ_get_nonce (request), &der);
  g_autoptr (GBytes) asked = g_bytes_new (der, length > 0 ? (gsize) length : 0);

  OPENSSL_free (der);
  return token->nonce && g_bytes_equal (token->nonce, asked);
}

static GString *
copy (GBytes *pdf)
{
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);

  return g_string_new_len (data, (gssize) size);
}

static gboolean
fill (GString *out, gsize room, gsize size, GBytes *cms, GError **error)
{
  return eup_sign_fill_hole (out, room, size, cms, NULL) ||
         fail (error, EUP_STAMP_ERROR_TOO_LARGE,
               "The time stamp is larger than the room that is left for it.");
}

/* Puts the stamp beside the signature, into the CMS. */
static GBytes *
stamp_signature (GBytes *pdf, CMS_ContentInfo *cms, const EupRange *range, GBytes *token, GError **error)
{
  CMS_SignerInfo *info = sk_CMS_SignerInfo_value (CMS_get0_SignerInfos (cms), 0);
  g_autoptr (GString) out = copy (pdf);
  g_autoptr (GBytes) bytes = NULL;
  unsigned char *der = NULL;
  int length = 0;

  if (CMS_unsigned_add1_attr_by_NID (info, NID_id_smime_aa_timeStampToken, V_ASN1_SEQUENCE,
                                     g_bytes_get_data (token, NULL), (int) g_bytes_get_size (token)))
    length = i2d_CMS_ContentInfo (cms, &der);
  bytes = g_bytes_new (der, length > 0 ? (gsize) length : 0);
  OPENSSL_free (der);
  if (!fill (out, range->hole, (range->resume - range->hole - 2) / 2, bytes, error))
    return NULL;
  return g_string_free_to_bytes (g_steal_pointer (&out));
}

static GBytes *
stamp (GBytes *pdf, const EupStampToken *read, GBytes *token, GError **error)
{
  EupRange range;
  g_autoptr (CMS_ContentInfo) cms = open_last (pdf, &range, NULL);
  g_autoptr (GBytes) value = cms ? get_value (cms) : NULL;
  g_autoptr (EupStampArchive) archive = NULL;

  ERR_clear_error ();
  if (value && eup_stamp_token_covers (read, value))
    return stamp_signature (pdf, cms, &range, token, error);
  archive = eup_stamp_archive_prepare (pdf, NULL);
  if (archive == NULL || !eup_stamp_token_covers (read, archive->content))
    return fail (error, EUP_STAMP_ERROR_WRONG_IMPRINT,
                 "The time stamp was not made for this document as it is now."),
           NULL;
  if (!fill (archive->bytes, archive->room, EUP_SIGN_ROOM, token, error))
    return NULL;
  return g_string_free_to_bytes (g_steal_pointer (&archive->bytes));
}

/**
 * eup_stamp_take:
 * @pdf: the record as it was when the request was made
 * @request: what eup_stamp_request() gave
 * @answer: what the authority answered
 * @error: EUP_STAMP_ERROR
 *
 * Returns: (transfer full) (nullable): the record with the time stamp
 */
GBytes *
eup_stamp_take (GBytes *pdf, GBytes *request, GBytes *answer, GError **error)
{
  g_autoptr (TS_REQ) asked = read_request (request);
  g_autoptr (GBytes) token = NULL;
  g_autoptr (GBytes) settled = NULL;
  g_autoptr (EupStampToken) read = NULL;

  if (asked == NULL)
    return fail (error, EUP_STAMP_ERROR_UNREADABLE, "This file is no request for a time stamp."), NULL;
  token = read_answer (answer, error);
  if (token == NULL)
    return NULL;
  read = eup_stamp_token_read (token);
  settled = read ? eup_stamp_token_settle (token) : NULL;
  if (settled == NULL)
    return fail (error, EUP_STAMP_ERROR_FOREIGN,
                 "The time stamp was changed, or whoever made it is no authority for time stamps."),
           NULL;
  if (!nonce_is (read, asked))
    return fail (error, EUP_STAMP_ERROR_WRONG_NONCE, "The answer belongs to another request."), NULL;
  return stamp (pdf, read, settled, error);
}

/**
 * eup_stamp_through:
 * @transport: brings the request to an authority and its answer back
 * @error: EUP_STAMP_ERROR, or of @transport
 *
 * Returns: (transfer full) (nullable): the record with the time stamp
 */
GBytes *
eup_stamp_through (GBytes *pdf, EupStampKind kind, EupStampTransport transport, gpointer data, GError **error)
{
  g_autoptr (GBytes) request = eup_stamp_request (pdf, kind, error);
  g_autoptr (GBytes) answer = request ? transport (request, data, error) : NULL;

  return answer ? eup_stamp_take (pdf, request, answer, error) : NULL;
}
