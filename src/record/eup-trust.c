/* The authorities and certificates that this unit knows. "Known" means: at the time of the signature a
 * way led from the signer's certificate to one of these, and no list of revoked certificates that is known
 * here says otherwise. Nothing is fetched: a record is also verified where there is no network. */

#include "record/eup-trust-private.h"

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

/* The certificates of the system, wherever OpenSSL keeps them (or SSL_CERT_FILE and SSL_CERT_DIR say). One
 * is read when a way leads to it. */
void
eup_trust_add_system (EupTrust *self)
{
  X509_STORE_set_default_paths (self->store);
  ERR_clear_error ();
}

static X509 *
decode (GBytes *bytes)
{
  gsize size;
  const unsigned char *der = g_bytes_get_data (bytes, &size);

  return der ? d2i_X509 (NULL, &der, (long) size) : NULL;
}

static gboolean
somebody_is_revoked (const EupTrust *self, STACK_OF (X509) * way, time_t when)
{
  for (int i = 0; i + 1 < sk_X509_num (way); i++)
    if (eup_material_is_revoked (self->material, sk_X509_value (way, i), sk_X509_value (way, i + 1), when))
      return TRUE;
  return FALSE;
}

static gboolean
is_own (const EupTrust *self, X509 *certificate)
{
  for (int i = 0; i < sk_X509_num (self->material->certificates); i++)
    if (X509_cmp (sk_X509_value (self->material->certificates, i), certificate) == 0)
      return TRUE;
  return FALSE;
}

/* The last of a way that leads to a known one is known from the system, unless somebody here added it. */
static GPtrArray *
describe_way (const EupTrust *self, STACK_OF (X509) * way, gboolean leads_to_known)
{
  GPtrArray *chain = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_chain_link_free);
  int n = sk_X509_num (way);

  for (int i = 0; i < n; i++)
    {
      X509 *certificate = sk_X509_value (way, i);
      EupOrigin origin = self && is_own (self, certificate) ? EUP_ORIGIN_OWN
                         : leads_to_known && i == n - 1     ? EUP_ORIGIN_SYSTEM
                                                            : EUP_ORIGIN_NONE;

      g_ptr_array_add (chain, eup_chain_link_new (certificate, origin));
    }
  return chain;
}

static EupStanding
standing_of (int problem, X509 *certificate)
{
  switch (problem)
    {
    case X509_V_ERR_CERT_HAS_EXPIRED:
      return EUP_STANDING_EXPIRED;
    case X509_V_ERR_CERT_NOT_YET_VALID:
      return EUP_STANDING_NOT_YET;
    default:
      return eup_certificate_is_signed_by (certificate, certificate) ? EUP_STANDING_SELF_MADE
                                                                     : EUP_STANDING_UNKNOWN;
    }
}

/* Of its own days first: a way that leads nowhere says nothing of them. */
static EupStanding
ask_days (X509 *certificate, time_t when)
{
  if (X509_cmp_time (X509_get0_notAfter (certificate), &when) < 0)
    return EUP_STANDING_EXPIRED;
  if (X509_cmp_time (X509_get0_notBefore (certificate), &when) > 0)
    return EUP_STANDING_NOT_YET;
  return EUP_STANDING_KNOWN;
}

/* What it is made for is not asked here. */
static EupStanding
ask_way (const EupTrust *self, X509 *certificate, GPtrArray *others, time_t when, GPtrArray **chain)
{
  g_autoptr (EupCertificates) between = sk_X509_new_null ();
  g_autoptr (X509_STORE_CTX) context = X509_STORE_CTX_new ();
  g_autoptr (EupTrust) nobody = self ? NULL : eup_trust_new ();
  const EupTrust *asked = self ? self : nobody;
  EupStanding standing = EUP_STANDING_UNKNOWN;

  for (guint i = 0; others && i < others->len; i++)
    {
      X509 *other = decode (g_ptr_array_index (others, i));

      if (other)
        sk_X509_push (between, other);
    }
  if (X509_STORE_CTX_init (context, asked->store, certificate, between))
    {
      STACK_OF (X509) * way;
      gboolean good;

      X509_STORE_CTX_set_time (context, 0, when);
      good = X509_verify_cert (context) == 1;
      way = X509_STORE_CTX_get0_chain (context);
      standing = good ? EUP_STANDING_KNOWN : standing_of (X509_STORE_CTX_get_error (context), certificate);
      if (somebody_is_revoked (asked, way, when))
        standing = EUP_STANDING_REVOKED;
      if (chain)
        *chain = describe_way (asked, way, good);
    }
  ERR_clear_error ();
  return standing;
}

/**
 * eup_trust_judge:
 * @self: (nullable): who is known here; %NULL for nobody
 * @certificate: the signer's or the stamper's, DER
 * @others: (nullable) (element-type GBytes): certificates that came with it, DER
 * @when: the time of the signature
 * @is_stamp: whether it made a time stamp, whose use the token was already held against
 * @chain: (out) (optional) (nullable) (element-type EupChainLink): the way as far as it leads, the signer
 *   first
 *
 * Returns: what is to be said of it
 */
EupStanding
eup_trust_judge (const EupTrust *self,
                 GBytes *certificate,
                 GPtrArray *others,
                 GDateTime *when,
                 gboolean is_stamp,
                 GPtrArray **chain)
{
  g_autoptr (X509) signer = decode (certificate);
  time_t time = (time_t) g_date_time_to_unix (when);
  EupStanding way, days;

  if (chain)
    *chain = NULL;
  if (signer == NULL)
    return EUP_STANDING_UNKNOWN;
  way = ask_way (self, signer, others, time, chain);
  days = ask_days (signer, time);
  if (way == EUP_STANDING_REVOKED)
    return way;
  if (!is_stamp && !eup_certificate_is_for_signing (signer))
    return EUP_STANDING_WRONG_USE;
  return days != EUP_STANDING_KNOWN ? days : way;
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
  return eup_trust_judge (self, certificate, others, when, FALSE, NULL) == EUP_STANDING_KNOWN;
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
  return eup_trust_judge (self, certificate, others, when, TRUE, NULL) == EUP_STANDING_KNOWN;
}
