#pragma once

#include "record/eup-sign.h"

G_BEGIN_DECLS

#define SAMPLE_PASSWORD "hemligt"

GBytes *sample_p12 (const char *name, const char *options);
GBytes *sample_certificate (GBytes *p12);
GBytes *sample_authority (void);
GBytes *sample_authority_key (void);
EupSigner *sample_signer (const char *name, const char *options);
EupSignature *sample_signature (const char *reason);
GBytes *sample_finished (void);
GBytes *sample_sign (GBytes *pdf, const char *slot, EupSigner *signer, gboolean certify);

G_END_DECLS
