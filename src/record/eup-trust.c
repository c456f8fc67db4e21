/* The authorities and certificates that this unit knows. "Known" means: at the time of the signature a
 * way led from the signer's certificate to one of these, and no list of revoked certificates that is known
 * here says otherwise. Nothing is fetched: a record is also verified where there is no network. */

#include "record/eup-trust.h"

#include "record/eup-material.h"

#include <openssl/err.h>
#include <openssl/x509_vfy.h>

struct _EupTrust
{
  X509_STORE *store;
  EupMaterial *material; /* for its lists of revoked certificates */
};

G_DEFINE_QUARK (eup-trust-error-quark, eup_trust_error)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (X509_STORE_CTX, X509_STORE_CTX_free)

/* Returns: (transfer full): nobody is known */
EupTrust *
eup_trust_new (void)
{
  EupTrust *self = g_new0 (EupTrust, 1);

  self->store = X509_STORE_new ();
  self->material = eup_material_new ();
  X509_STORE_set_flags (self->store, X509_V_FLAG_PARTIAL_CHAIN);
  return self;
}

void
eup_trust_free (EupTrust *self)
{
  X509_STORE_free (self->store);
  eup_material_free (self->material);
  g_free (self);
}

/**
 * eup_trust_add:
 * @file: one certificate or list of revoked certificates as DER, or any number as PEM
 * @error: EUP_TRUST_ERROR_UNUSABLE
 */
gboolean
eup_trust_add (EupTrust *self, GBytes *file, GError **error)
{
  int certificates = sk_X509_num (self->material->certificates);

  if (!eup_material_add (self->material, file))
    {
      g_set_error_literal (error, EUP_TRUST_ERROR, EUP_TRUST_ERROR_UNUSABLE,
                           "There is no certificate in this file, or it is damaged.");
      return FALSE;
    }
  for (int i = certificates; i < sk_X509_num (self->material->certificates); i++)
    X509_STORE_add_cert (self->store, sk_X509_value (self->material->certificates, i));
  return TRUE;
}

static X509 *
decode (GBytes *bytes)
{
  gsize size;
  const unsigned char *der = g_bytes_get_data (bytes, &size);

  return der ? d2i_X509 (NULL, &der, (long) size) : NULL;
}

static gboolean
nobody_is_revoked (const EupTrust *self, STACK_OF (X509) * way, time_t when)
{
  gboolean good = TRUE;

  for (int i = 0; good && i + 1 < sk_X509_num (way); i++)
    good =
        !eup_material_is_revoked (self->material, sk_X509_value (way, i), sk_X509_value (way, i + 1), when);
  return good;
}

/* Whether a way leads from the certificate to a known one; what it is made for is not asked here. */
static gboolean
leads_to_known (const EupTrust *self, X509 *certificate, GPtrArray *others, GDateTime *when)
{
  g_autoptr (EupCertificates) between = sk_X509_new_null ();
  g_autoptr (X509_STORE_CTX) context = X509_STORE_CTX_new ();
  gboolean known = FALSE;

  for (guint i = 0; i < others->len; i++)
    {
      X509 *other = decode (g_ptr_array_index (others, i));

      if (other)
        sk_X509_push (between, other);
    }
  if (X509_STORE_CTX_init (context, self->store, certificate, between))
    {
      X509_STORE_CTX_set_time (context, 0, (time_t) g_date_time_to_unix (when));
      known = X509_verify_cert (context) == 1 && nobody_is_revoked (self, X509_STORE_CTX_get0_chain (context),
                                                                    (time_t) g_date_time_to_unix (when));
    }
  ERR_clear_error ();
  return known;
}

/**
 * eup_trust_knows:
 * @certificate: the signer's, DER
 * @others: (element-type GBytes): certificates that came with it, DER
 * @when: the time of the signature
 *
 * Returns: whether a way led from @certificate to a known one at that time
 */
gboolean
eup_trust_knows (const EupTrust *self, GBytes *certificate, GPtrArray *others, GDateTime *when)
{
  g_autoptr (X509) signer = decode (certificate);

  return signer && eup_certificate_is_for_signing (signer) && leads_to_known (self, signer, others, when);
}

/**
 * eup_trust_knows_stamper:
 * @certificate: that of a time stamp which holds, DER
 * @others: (element-type GBytes): certificates that came with it, DER
 * @when: the time that the stamp says
 *
 * Returns: whether a way led from @certificate to a known one at that time
 */
gboolean
eup_trust_knows_stamper (const EupTrust *self, GBytes *certificate, GPtrArray *others, GDateTime *when)
{
  g_autoptr (X509) stamper = decode (certificate);

  return stamper && leads_to_known (self, stamper, others, when);
}
