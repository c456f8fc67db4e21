/* Time stamps in a record: beside a person's signature, or on the whole document. */

#include "record/eup-verify-private.h"

#include "record/eup-stamp-private.h"

static GPtrArray *
encode_all (EupCertificates *all, GPtrArray *into)
{
  for (int i = 0; i < sk_X509_num (all); i++)
    g_ptr_array_add (into, eup_certificate_encode (sk_X509_value (all, i)));
  return into;
}

static void
describe (EupVerdictSignature *signature, const EupStampToken *token)
{
  signature->level = EUP_LEVEL_T;
  signature->stamped = g_date_time_format (token->time, "%Y-%m-%dT%H:%M:%S+00:00");
  signature->stamped_by = g_strdup (token->name);
  signature->stamp_certificate = eup_certificate_encode (token->signer);
  signature->stamp_others =
      encode_all (token->all, g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref));
}

/**
 * eup_verify_read_stamp:
 * @info: a signature that holds
 * @signature: gets what the stamp beside it says
 *
 * Returns: whether there is no stamp, or one that holds and was made for just this signature
 */
gboolean
eup_verify_read_stamp (CMS_SignerInfo *info, EupVerdictSignature *signature)
{
  ASN1_STRING *value =
      CMS_unsigned_get0_data_by_OBJ (info, OBJ_nid2obj (NID_id_smime_aa_timeStampToken), -3, V_ASN1_SEQUENCE);
  ASN1_OCTET_STRING *made = CMS_SignerInfo_get0_signature (info);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) content = NULL;
  g_autoptr (EupStampToken) token = NULL;

  if (CMS_unsigned_get_attr_count (info) <= 0)
    return TRUE;
  if (value == NULL)
    return FALSE;
  bytes = g_bytes_new (ASN1_STRING_get0_data (value), (gsize) ASN1_STRING_length (value));
  content = g_bytes_new (ASN1_STRING_get0_data (made), (gsize) ASN1_STRING_length (made));
  token = eup_stamp_token_read (bytes);
  if (token == NULL || !eup_stamp_token_covers (token, content))
    return FALSE;
  if (signature->level != EUP_LEVEL_NONE && !eup_stamp_token_is_exact (bytes))
    return FALSE;
  if (signature->level != EUP_LEVEL_NONE)
    describe (signature, token);
  return TRUE;
}

/**
 * eup_verify_archive_stamp:
 * @token: what is in the room
 * @content: what it shall cover
 * @others: (element-type GBytes): gets the certificates that came with it
 *
 * Returns: whether it is a time stamp, holds and was made for @content
 */
gboolean
eup_verify_archive_stamp (GBytes *token, GBytes *content, EupVerdictSignature *signature, GPtrArray *others)
{
  g_autoptr (EupStampToken) read = eup_stamp_token_read (token);

  if (read == NULL || !eup_stamp_token_covers (read, content))
    return FALSE;
  signature->is_stamp = TRUE;
  signature->name = g_strdup (read->name);
  signature->time = g_date_time_format (read->time, "%Y-%m-%dT%H:%M:%S+00:00");
  signature->certificate = eup_certificate_encode (read->signer);
  encode_all (read->all, others);
  return TRUE;
}
