#pragma once

#include <gtk/gtk.h>
#include "record/eup-signer.h"
#include "util/eup-clock.h"

G_BEGIN_DECLS

/* The cards in the readers, whose certificate signs, and the PIN; as a part of the dialog for signing. What is
 * shown follows the readers. Signal "changed": whether it is ready may be something else. */
#define EUP_TYPE_SIGN_CARD (eup_sign_card_get_type ())
G_DECLARE_FINAL_TYPE (EupSignCard, eup_sign_card, EUP, SIGN_CARD, GtkBox)

void eup_sign_card_look (EupSignCard *self, EupClock *clock);
gboolean eup_sign_card_is_ready (EupSignCard *self);
void eup_sign_card_set_busy (EupSignCard *self, gboolean busy);
void eup_sign_card_focus (EupSignCard *self);
void eup_sign_card_open_async (EupSignCard *self, GAsyncReadyCallback callback, gpointer user_data);

G_END_DECLS
