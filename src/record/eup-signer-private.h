#pragma once

/* What every kind of signer does in the same way. */

#include "record/eup-certificate.h"
#include "record/eup-signer.h"

G_BEGIN_DECLS

/**
 * EupSignFunc:
 * @data: what is to be signed
 * @user_data: of whoever asked
 * @error: why the key did not sign
 *
 * Returns: (transfer full) (nullable): the signature over the SHA-256 of @data as CMS holds it: PKCS #1 v1.5 for
 *   RSA (RFC 4056 is not used), an ECDSA-Sig-Value for elliptic curves
 */
typedef GBytes *(*EupSignFunc) (GBytes *data, gpointer user_data, GError **error);

gboolean eup_signer_check (X509 *certificate, GDateTime *now, GError **error);
GBytes *eup_signer_make_cms (X509 *certificate,
                             EupCertificates *chain,
                             GBytes *content,
                             EupSignFunc sign,
                             gpointer user_data,
                             GError **error);

G_END_DECLS
