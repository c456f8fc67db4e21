#pragma once

#include "record/eup-card.h"

#include <p11-kit/pkcs11.h>

G_BEGIN_DECLS

GRecMutex *eup_card_speaking (void);
CK_FUNCTION_LIST *eup_card_module_functions (EupCardModule *self);
GArray *eup_card_module_slots (EupCardModule *self);
EupPinState eup_card_pin_state (CK_FLAGS flags);
char *eup_card_text (const CK_UTF8CHAR *padded, gsize length);

gboolean eup_card_is_there (EupCardModule *self, CK_SLOT_ID slot, const char *token, const char *serial);
GPtrArray *eup_card_read (EupCardModule *self, CK_SLOT_ID slot);

CK_RV eup_card_log_in (CK_FUNCTION_LIST *f, CK_SLOT_ID slot, const char *pin, CK_SESSION_HANDLE *session);
void eup_card_log_out (CK_FUNCTION_LIST *f, CK_SESSION_HANDLE session);
CK_OBJECT_HANDLE eup_card_find_key (CK_FUNCTION_LIST *f, CK_SESSION_HANDLE session, GBytes *id);
GBytes *eup_card_sign (EupCardModule *self,
                       CK_SLOT_ID slot,
                       const char *pin,
                       GBytes *id,
                       gboolean elliptic,
                       GBytes *data,
                       GError **error);

gboolean eup_card_fail (GError **error, EupCardError code, const char *message);
gboolean eup_card_fail_gone (GError **error);
gboolean eup_card_fail_log_in (CK_FUNCTION_LIST *f, CK_SLOT_ID slot, CK_RV status, GError **error);
gboolean eup_card_ask_for_pin (EupCardModule *self,
                               CK_SLOT_ID slot,
                               GBytes *id,
                               EupPinFunc ask,
                               gpointer data,
                               char **pin,
                               GError **error);
void eup_card_pin_free (char *pin);

G_END_DECLS
