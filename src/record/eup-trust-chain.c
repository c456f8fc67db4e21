/* What people are told of the certificates above a signature: one link each, as words and days. */

#include "record/eup-trust-private.h"

#include <openssl/err.h>
#include <time.h>

/* Returns: (transfer full) (nullable): the day as ISO 8601 */
static char *
dup_day (const ASN1_TIME *time)
{
  struct tm tm;

  if (time == NULL || ASN1_TIME_to_tm (time, &tm) != 1)
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
}

/* Returns: (transfer full): the certificate as it is told */
EupChainLink *
eup_chain_link_new (X509 *certificate, EupOrigin origin)
{
  EupChainLink *self = g_new0 (EupChainLink, 1);

  self->name = eup_certificate_dup_name (certificate);
  self->issuer = eup_certificate_dup_issuer (certificate);
  self->serial = eup_certificate_dup_serial (certificate);
  self->from = dup_day (X509_get0_notBefore (certificate));
  self->until = dup_day (X509_get0_notAfter (certificate));
  self->origin = origin;
  ERR_clear_error ();
  return self;
}

/**
 * eup_chain_link_describe:
 * @certificate: DER
 *
 * Returns: (transfer full) (nullable): what it says; %NULL when it is no certificate
 */
EupChainLink *
eup_chain_link_describe (GBytes *certificate)
{
  gsize size;
  const unsigned char *der = g_bytes_get_data (certificate, &size);
  g_autoptr (X509) read = der ? d2i_X509 (NULL, &der, (long) size) : NULL;

  ERR_clear_error ();
  return read ? eup_chain_link_new (read, EUP_ORIGIN_NONE) : NULL;
}

void
eup_chain_link_free (EupChainLink *self)
{
  g_free (self->name);
  g_free (self->issuer);
  g_free (self->serial);
  g_free (self->from);
  g_free (self->until);
  g_free (self);
}

/**
 * eup_standing_to_nick:
 *
 * Returns: (transfer none): a word for JSON and logs that will not change
 */
const char *
eup_standing_to_nick (EupStanding standing)
{
  static const char *const nicks[] = { "unknown", "known",     "self-made", "expired",
                                       "not-yet", "wrong-use", "revoked" };

  g_return_val_if_fail (standing < G_N_ELEMENTS (nicks), NULL);
  return nicks[standing];
}

/**
 * eup_origin_to_nick:
 *
 * Returns: (transfer none): a word for JSON and logs that will not change
 */
const char *
eup_origin_to_nick (EupOrigin origin)
{
  static const char *const nicks[] = { "none", "system", "own" };

  g_return_val_if_fail (origin < G_N_ELEMENTS (nicks), NULL);
  return nicks[origin];
}
