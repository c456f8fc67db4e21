#pragma once

#include "record/eup-card.h"

G_BEGIN_DECLS

#define SAMPLE_PIN "123456"

/* A folder with cards of SoftHSM, as tests/record/card.sh makes them. */
gboolean sample_cards_begin (void);
void sample_cards_end (void);
void sample_card_add (const char *card, const char *name, const char *id, const char *options);
const char *sample_card_module (void);
void sample_card_put (const char *file, gboolean there);
GBytes *sample_card_authority (const char *id);
EupSigner *sample_card_signer (const char *name);

G_END_DECLS
