#pragma once

#include "record/eup-card.h"

#include <openssl/crypto.h>
#include <p11-kit/pkcs11.h>

G_BEGIN_DECLS

GRecMutex *eup_card_speaking (void);
CK_FUNCTION_LIST *eup_card_module_functions (EupCardModule *self);
OSSL_LIB_CTX *eup_card_module_context (EupCardModule *self, GError **error);
GArray *eup_card_module_slots (EupCardModule *self);
EupPinState eup_card_pin_state (CK_FLAGS flags);
char *eup_card_text (const CK_UTF8CHAR *padded, gsize length);

gboolean eup_card_is_there (EupCardModule *self, CK_SLOT_ID slot, const char *serial);
GPtrArray *eup_card_read (EupCardModule *self, CK_SLOT_ID slot);

G_END_DECLS
