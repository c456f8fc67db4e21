#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define EUP_SIGNER_ERROR (eup_signer_error_quark ())
GQuark eup_signer_error_quark (void);

/**
 * EupSignerError:
 * @EUP_SIGNER_ERROR_WRONG_PASSWORD: the password does not open it
 * @EUP_SIGNER_ERROR_UNUSABLE: no key, damaged, another kind of file, or not made for signing documents
 * @EUP_SIGNER_ERROR_EXPIRED: the certificate no longer holds, or not yet
 */
typedef enum
{
  EUP_SIGNER_ERROR_WRONG_PASSWORD,
  EUP_SIGNER_ERROR_UNUSABLE,
  EUP_SIGNER_ERROR_EXPIRED,
} EupSignerError;

#define EUP_TYPE_SIGNER (eup_signer_get_type ())
G_DECLARE_DERIVABLE_TYPE (EupSigner, eup_signer, EUP, SIGNER, GObject)

/**
 * EupSignerClass:
 * @get_name: who signs, as the certificate says; owned by the signer
 * @get_certificate: the signer's certificate as DER; owned by the signer
 * @sign: see eup_signer_sign()
 */
struct _EupSignerClass
{
  GObjectClass parent_class;

  const char *(*get_name) (EupSigner *self);
  GBytes *(*get_certificate) (EupSigner *self);
  GBytes *(*sign) (EupSigner *self, GBytes *content, GError **error);
};

EupSigner *eup_signer_new_pkcs12 (GBytes *p12, const char *password, GDateTime *now, GError **error);

const char *eup_signer_get_name (EupSigner *self);
GBytes *eup_signer_get_certificate (EupSigner *self);
GBytes *eup_signer_sign (EupSigner *self, GBytes *content, GError **error);

G_END_DECLS
