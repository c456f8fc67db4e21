#pragma once

#include <glib.h>
#include <openssl/x509.h>

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (X509, X509_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EVP_PKEY, EVP_PKEY_free)

typedef STACK_OF (X509) EupCertificates;

void eup_certificates_free (EupCertificates *certificates);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupCertificates, eup_certificates_free)

char *eup_certificate_dup_name (X509 *certificate);
char *eup_certificate_dup_issuer (X509 *certificate);
char *eup_certificate_dup_serial (X509 *certificate);
GBytes *eup_certificate_encode (X509 *certificate);
gboolean eup_certificate_is_for_signing (X509 *certificate);
gboolean eup_certificate_is_signed_by (X509 *certificate, X509 *issuer);
X509 *eup_certificate_find_issuer (X509 *certificate, EupCertificates *among);
gboolean eup_certificate_is_held (X509 *certificate, EupCertificates *all);
EupCertificates *eup_certificate_build_chain (X509 *certificate, EupCertificates *among);

G_END_DECLS
