#pragma once

/* What every kind of signer does in the same way. */

#include "record/eup-certificate.h"
#include "record/eup-signer.h"

G_BEGIN_DECLS

gboolean eup_signer_check (X509 *certificate, GDateTime *now, GError **error);
GBytes *eup_signer_make_cms (
    X509 *certificate, EVP_PKEY *key, EupCertificates *chain, OSSL_LIB_CTX *context, GBytes *content);

G_END_DECLS
