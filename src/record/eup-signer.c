/* Whoever can sign: bytes in, CMS out. A file with a key is one way (eup-signer-pkcs12.c); a card or a
 * remote service is another behind the same three functions. */

#include "record/eup-signer.h"

G_DEFINE_QUARK (eup-signer-error-quark, eup_signer_error)

G_DEFINE_ABSTRACT_TYPE (EupSigner, eup_signer, G_TYPE_OBJECT)

static void
eup_signer_class_init (EupSignerClass *klass)
{
}

static void
eup_signer_init (EupSigner *self)
{
}

/**
 * eup_signer_get_name:
 *
 * Returns: (transfer none): who signs, as the certificate says
 */
const char *
eup_signer_get_name (EupSigner *self)
{
  g_return_val_if_fail (EUP_IS_SIGNER (self), NULL);

  return EUP_SIGNER_GET_CLASS (self)->get_name (self);
}

/**
 * eup_signer_get_certificate:
 *
 * Returns: (transfer none): the signer's certificate, DER
 */
GBytes *
eup_signer_get_certificate (EupSigner *self)
{
  g_return_val_if_fail (EUP_IS_SIGNER (self), NULL);

  return EUP_SIGNER_GET_CLASS (self)->get_certificate (self);
}

/**
 * eup_signer_sign:
 * @content: what is signed
 * @error: EUP_SIGNER_ERROR_UNUSABLE
 *
 * May wait for a card or a service: not for the main loop's thread.
 *
 * Returns: (transfer full) (nullable): a detached CAdES signature, CMS as DER
 */
GBytes *
eup_signer_sign (EupSigner *self, GBytes *content, GError **error)
{
  g_return_val_if_fail (EUP_IS_SIGNER (self) && content != NULL, NULL);

  return EUP_SIGNER_GET_CLASS (self)->sign (self, content, error);
}
