#pragma once

#include "record/eup-signer.h"

G_BEGIN_DECLS

/* With what somebody signs: a certificate file or a card. */
typedef struct
{
  char *certificate;
  char *password_file;
  char *module;
  char *pin_file;
  char *name; /* of the certificate on the card */
  gboolean last_try;
} EupCliSigner;

void eup_cli_signer_clear (EupCliSigner *self);
const char *eup_cli_signer_usage_problem (const EupCliSigner *self);
EupSigner *eup_cli_signer_open (const EupCliSigner *self, GDateTime *now);

G_END_DECLS
