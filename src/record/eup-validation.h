#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define EUP_VALIDATION_ERROR (eup_validation_error_quark ())
GQuark eup_validation_error_quark (void);

/**
 * EupValidationError:
 * @EUP_VALIDATION_ERROR_RECORD: the record is not signed and whole, or a signature has no time stamp
 * @EUP_VALIDATION_ERROR_MATERIAL: a file is no certificate, list of revoked ones or answer of OCSP
 * @EUP_VALIDATION_ERROR_MISSING: something is still needed
 * @EUP_VALIDATION_ERROR_REVOKED: a certificate had been revoked before it signed
 * @EUP_VALIDATION_ERROR_ALREADY: the record holds validation data already
 */
typedef enum
{
  EUP_VALIDATION_ERROR_RECORD,
  EUP_VALIDATION_ERROR_MATERIAL,
  EUP_VALIDATION_ERROR_MISSING,
  EUP_VALIDATION_ERROR_REVOKED,
  EUP_VALIDATION_ERROR_ALREADY,
} EupValidationError;

GBytes *eup_validation_append (GBytes *pdf, GPtrArray *files, GError **error);

G_END_DECLS
