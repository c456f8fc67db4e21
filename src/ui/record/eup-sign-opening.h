#pragma once

#include "record/eup-card.h"

G_BEGIN_DECLS

/* Opening what somebody signs with takes computing, and a card takes its time: both on a worker thread.
 * Passwords and PINs are overwritten after use. */

char *eup_secret_take (gpointer editable);
void eup_secret_free (char *secret);

void eup_sign_open_file_async (
    const char *path, char *password, GDateTime *now, GAsyncReadyCallback callback, gpointer user_data);
void eup_sign_open_card_async (const char *module,
                               GPtrArray *found,
                               guint which,
                               char *pin,
                               EupPinTries told,
                               GDateTime *now,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
EupSigner *eup_sign_open_finish (GAsyncResult *result, GError **error);

G_END_DECLS
