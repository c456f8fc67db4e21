#pragma once

#include "record/eup-certificate.h"
#include "record/eup-validation.h"

G_BEGIN_DECLS

/* What certificates can be checked with, many years later: authorities, lists of revoked certificates,
 * answers of OCSP. */
typedef struct
{
  EupCertificates *certificates;
  STACK_OF (X509_CRL) * lists;
  GPtrArray *answers; /* of GBytes: OCSP responses, DER */
} EupMaterial;

EupMaterial *eup_material_new (void);
void eup_material_free (EupMaterial *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupMaterial, eup_material_free)

gboolean eup_material_add (EupMaterial *self, GBytes *file);
void eup_material_add_certificate (EupMaterial *self, X509 *certificate);
void eup_material_add_all (EupMaterial *self, GPtrArray *encoded);
gboolean eup_material_holds (const EupMaterial *self);

/**
 * EupMaterialAnswer:
 * @EUP_MATERIAL_GOOD: nobody on the way to an authority that signs itself was revoked
 * @EUP_MATERIAL_MISSING: not enough is known to say so
 * @EUP_MATERIAL_REVOKED: a certificate on the way was revoked at that time
 */
typedef enum
{
  EUP_MATERIAL_GOOD,
  EUP_MATERIAL_MISSING,
  EUP_MATERIAL_REVOKED,
} EupMaterialAnswer;

EupMaterialAnswer eup_material_check (
    const EupMaterial *self, X509 *certificate, GDateTime *when, EupMaterial *used, char **about);
gboolean eup_material_is_revoked (const EupMaterial *self, X509 *certificate, X509 *issuer, time_t when);
EupMaterialAnswer eup_material_ask_answers (
    const EupMaterial *self, X509 *certificate, X509 *issuer, time_t when, EupMaterial *used);
gboolean eup_material_answer_holds (const EupMaterial *self, GBytes *answer);

G_END_DECLS
