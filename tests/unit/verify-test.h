#pragma once

#include "record/eup-verify.h"
#include "sample-signed.h"

G_BEGIN_DECLS

/* What the tests of verifying share: two who sign, one authority that is known, and a small record:
 * unsigned, signed by the first, and by both. */
extern EupSigner *signer, *other;
extern EupTrust *trust;
extern GBytes *finished, *sealed, *twice;

void verify_test_set_up (void);
void verify_test_tear_down (void);

EupVerdict *verify_test_run (GBytes *pdf);
void verify_test_expect (GBytes *pdf, EupVerdictKind kind);
EupVerdictSignature *verify_test_signature (const EupVerdict *verdict, guint index);

G_END_DECLS
