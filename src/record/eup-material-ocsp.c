/* Answers of OCSP that lie in a file. */

#include "record/eup-material.h"

#include <openssl/ocsp.h>
#include <openssl/x509v3.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OCSP_RESPONSE, OCSP_RESPONSE_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OCSP_BASICRESP, OCSP_BASICRESP_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OCSP_CERTID, OCSP_CERTID_free)

/* Returns: (transfer full) (nullable): the answer, when @signer's signature on it holds */
static OCSP_BASICRESP *
open_answer (const EupMaterial *self, GBytes *bytes, X509 **signer)
{
  const unsigned char *der = g_bytes_get_data (bytes, NULL);
  g_autoptr (OCSP_RESPONSE) response = d2i_OCSP_RESPONSE (NULL, &der, (long) g_bytes_get_size (bytes));
  g_autoptr (OCSP_BASICRESP) basic = response ? OCSP_response_get1_basic (response) : NULL;

  if (basic && OCSP_resp_get0_signer (basic, signer, self->certificates) == 1 &&
      OCSP_basic_verify (basic, self->certificates, NULL, OCSP_NOVERIFY) == 1)
    return g_steal_pointer (&basic);
  return NULL;
}

/* The authority itself, or somebody whom it made a certificate just for this. */
static gboolean
may_answer_for (X509 *signer, X509 *issuer)
{
  guint32 usage = X509_get_extended_key_usage (signer);

  return X509_cmp (signer, issuer) == 0 ||
         (usage != UINT32_MAX && (usage & XKU_OCSP_SIGN) && eup_certificate_is_signed_by (signer, issuer));
}

static gboolean
is_about (OCSP_SINGLERESP *single, X509 *certificate, X509 *issuer)
{
  OCSP_CERTID *found = (OCSP_CERTID *) OCSP_SINGLERESP_get0_id (single);
  ASN1_OBJECT *algorithm = NULL;
  const EVP_MD *digest;
  g_autoptr (OCSP_CERTID) wanted = NULL;

  OCSP_id_get0_info (NULL, &algorithm, NULL, NULL, found);
  digest = EVP_get_digestbyobj (algorithm);
  wanted = digest ? OCSP_cert_to_id (digest, certificate, issuer) : NULL;
  return wanted && OCSP_id_cmp (found, wanted) == 0;
}

static EupMaterialAnswer
read_single (OCSP_SINGLERESP *single, time_t when)
{
  ASN1_GENERALIZEDTIME *revoked = NULL, *this = NULL, *next = NULL;
  int reason;
  int status = OCSP_single_get0_status (single, &reason, &revoked, &this, &next);
  const ASN1_GENERALIZEDTIME *last = next ? next : this;

  if (status == V_OCSP_CERTSTATUS_REVOKED && revoked && X509_cmp_time (revoked, &when) < 0)
    return EUP_MATERIAL_REVOKED;
  if (status == V_OCSP_CERTSTATUS_UNKNOWN || last == NULL || X509_cmp_time (last, &when) < 0)
    return EUP_MATERIAL_MISSING;
  return EUP_MATERIAL_GOOD;
}

/**
 * eup_material_ask_answers:
 * @issuer: of @certificate
 * @when: when it signed
 * @used: (nullable): gets the answer that said so
 *
 * Returns: what the answers of OCSP say
 */
EupMaterialAnswer
eup_material_ask_answers (
    const EupMaterial *self, X509 *certificate, X509 *issuer, time_t when, EupMaterial *used)
{
  for (guint i = 0; i < self->answers->len; i++)
    {
      X509 *signer = NULL;
      g_autoptr (OCSP_BASICRESP) basic = open_answer (self, self->answers->pdata[i], &signer);

      for (int n = 0; basic && may_answer_for (signer, issuer) && n < OCSP_resp_count (basic); n++)
        {
          OCSP_SINGLERESP *single = OCSP_resp_get0 (basic, n);
          EupMaterialAnswer answer =
              is_about (single, certificate, issuer) ? read_single (single, when) : EUP_MATERIAL_MISSING;

          if (answer == EUP_MATERIAL_MISSING)
            continue;
          if (used)
            {
              eup_material_add (used, self->answers->pdata[i]);
              eup_material_add_certificate (used, signer);
            }
          return answer;
        }
    }
  return EUP_MATERIAL_MISSING;
}

/* Whether its signature holds, by an authority in @self or by somebody whom one of them vouches for. */
gboolean
eup_material_answer_holds (const EupMaterial *self, GBytes *answer)
{
  X509 *signer = NULL;
  g_autoptr (OCSP_BASICRESP) basic = open_answer (self, answer, &signer);

  for (int i = 0; basic && i < sk_X509_num (self->certificates); i++)
    {
      X509 *authority = sk_X509_value (self->certificates, i);

      if (X509_cmp (signer, authority) == 0 || eup_certificate_is_signed_by (signer, authority))
        return TRUE;
    }
  return FALSE;
}
