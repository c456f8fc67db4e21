#pragma once

#include "record/eup-signer.h"

G_BEGIN_DECLS

#define EUP_CARD_ERROR (eup_card_error_quark ())
GQuark eup_card_error_quark (void);

/**
 * EupCardError:
 * @EUP_CARD_ERROR_MODULE: the module that speaks with cards is not there, or is none
 * @EUP_CARD_ERROR_NONE: no card is in a reader, or not this one
 * @EUP_CARD_ERROR_GONE: the card was taken out before it was done
 * @EUP_CARD_ERROR_WRONG_PIN: the PIN was wrong as often as may be tried at once
 * @EUP_CARD_ERROR_LOCKED: the card has blocked its PIN
 * @EUP_CARD_ERROR_CANCELLED: nobody gave a PIN
 * @EUP_CARD_ERROR_FAILED: the card has no such key, or it can't sign
 */
typedef enum
{
  EUP_CARD_ERROR_MODULE,
  EUP_CARD_ERROR_NONE,
  EUP_CARD_ERROR_GONE,
  EUP_CARD_ERROR_WRONG_PIN,
  EUP_CARD_ERROR_LOCKED,
  EUP_CARD_ERROR_CANCELLED,
  EUP_CARD_ERROR_FAILED,
} EupCardError;

/* A PKCS#11 module, open once however many use it: some modules can't be opened twice, and closing one
 * closes every card behind it. */
typedef struct _EupCardModule EupCardModule;

EupCardModule *eup_card_module_open (const char *path, GError **error);
void eup_card_module_close (EupCardModule *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupCardModule, eup_card_module_close)

char *eup_card_module_look (EupCardModule *self);

/**
 * EupPinTries:
 * @EUP_PIN_TRIES_ENOUGH: as far as the card says, nobody has typed a wrong PIN lately
 * @EUP_PIN_TRIES_FEW: a wrong PIN was typed since the last right one
 * @EUP_PIN_TRIES_LAST: one more wrong PIN blocks the card
 */
typedef enum
{
  EUP_PIN_TRIES_ENOUGH,
  EUP_PIN_TRIES_FEW,
  EUP_PIN_TRIES_LAST,
} EupPinTries;

/**
 * EupPinState:
 * @tries: how many tries are left
 * @blocked: the card takes no PIN any more
 * @on_reader: the PIN is typed on the reader's own keys, not here
 */
typedef struct
{
  EupPinTries tries;
  gboolean blocked;
  gboolean on_reader;
} EupPinState;

/**
 * EupCardCertificate:
 * @token: what the card calls itself; with several PINs also which of them
 * @serial: the card's number
 * @name: whose certificate it is
 * @issuer: who vouches for it
 * @id: what the card calls the key
 * @certificate: DER
 * @for_documents: whether it is made for signatures that bind (nonRepudiation), not only for log-in
 * @holds: whether it may sign at the time that was asked for
 * @pin: what the card says of its PIN
 *
 * One certificate on a card that documents can be signed with.
 */
typedef struct
{
  char *token;
  char *serial;
  char *name;
  char *issuer;
  GBytes *id;
  GBytes *certificate;
  gboolean for_documents;
  gboolean holds;
  EupPinState pin;
} EupCardCertificate;

void eup_card_certificate_free (EupCardCertificate *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupCardCertificate, eup_card_certificate_free)

GPtrArray *eup_card_list (const char *module, GDateTime *now, GError **error);

/**
 * EupPinFunc:
 * @tries: how many tries are left, as the card says
 * @wrong: how many wrong PINs it was given in this call
 *
 * Called in the thread that opens the card.
 *
 * Returns: (transfer full) (nullable): the PIN, overwritten after use; %NULL to give up
 */
typedef char *(*EupPinFunc) (EupPinTries tries, guint wrong, gpointer data);

EupSigner *eup_signer_new_card (const char *module,
                                const EupCardCertificate *which,
                                EupPinFunc ask,
                                gpointer data,
                                GDateTime *now,
                                GError **error);

G_END_DECLS
