#pragma once

#include "record/eup-card.h"
#include "util/eup-clock.h"

G_BEGIN_DECLS

/* Looks which cards are in a reader, as long as it lives. Signal "changed": a card was put in or pulled, or
 * what a card says of its PIN is something else. */
#define EUP_TYPE_CARD_FINDER (eup_card_finder_get_type ())
G_DECLARE_FINAL_TYPE (EupCardFinder, eup_card_finder, EUP, CARD_FINDER, GObject)

EupCardFinder *eup_card_finder_new (const char *module, EupClock *clock);
gboolean eup_card_finder_has_looked (EupCardFinder *self);
GPtrArray *eup_card_finder_get_found (EupCardFinder *self);
const GError *eup_card_finder_get_error (EupCardFinder *self);
void eup_card_finder_rest (EupCardFinder *self, gboolean rest);

G_END_DECLS
