#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define EUP_TRUST_ERROR (eup_trust_error_quark ())
GQuark eup_trust_error_quark (void);

/**
 * EupTrustError:
 * @EUP_TRUST_ERROR_UNUSABLE: there is no certificate in it, or it is damaged
 * @EUP_TRUST_ERROR_NO_FOLDER: the folder is not there or may not be read
 */
typedef enum
{
  EUP_TRUST_ERROR_UNUSABLE,
  EUP_TRUST_ERROR_NO_FOLDER,
} EupTrustError;

/**
 * EupStanding:
 * @EUP_STANDING_UNKNOWN: no way leads from it to a certificate that is known here
 * @EUP_STANDING_KNOWN: a way leads to one that is
 * @EUP_STANDING_SELF_MADE: it vouches for itself and is not known here
 * @EUP_STANDING_EXPIRED: it, or one above it, held no longer when it signed
 * @EUP_STANDING_NOT_YET: it, or one above it, did not hold yet when it signed
 * @EUP_STANDING_WRONG_USE: it was made for something else than signing documents
 * @EUP_STANDING_REVOKED: it, or one above it, was revoked when it signed
 *
 * What is to be said of a certificate at the time when it signed, one word for each. The worst counts.
 */
typedef enum
{
  EUP_STANDING_UNKNOWN,
  EUP_STANDING_KNOWN,
  EUP_STANDING_SELF_MADE,
  EUP_STANDING_EXPIRED,
  EUP_STANDING_NOT_YET,
  EUP_STANDING_WRONG_USE,
  EUP_STANDING_REVOKED,
} EupStanding;

/**
 * EupOrigin:
 * @EUP_ORIGIN_NONE: it came with the record and is not known here
 * @EUP_ORIGIN_SYSTEM: it is one of the certificates of the system
 * @EUP_ORIGIN_OWN: somebody here added it
 */
typedef enum
{
  EUP_ORIGIN_NONE,
  EUP_ORIGIN_SYSTEM,
  EUP_ORIGIN_OWN,
} EupOrigin;

/**
 * EupChainLink:
 * @name: whose certificate it is
 * @issuer: who vouches for it
 * @serial: its number, in groups of digits
 * @from: @until: days between which it holds, ISO 8601
 * @origin: where it is known from
 */
typedef struct
{
  char *name;
  char *issuer;
  char *serial;
  char *from;
  char *until;
  EupOrigin origin;
} EupChainLink;

/* The certificates that are known here. Once filled it may be asked by several threads. */
typedef struct _EupTrust EupTrust;

EupTrust *eup_trust_new (void);
void eup_trust_free (EupTrust *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupTrust, eup_trust_free)

gboolean eup_trust_add (EupTrust *self, GBytes *certificates, GError **error);
void eup_trust_add_system (EupTrust *self);
gboolean eup_trust_add_folder (EupTrust *self, const char *folder, GPtrArray *problems, GError **error);
gboolean eup_trust_knows (const EupTrust *self, GBytes *certificate, GPtrArray *others, GDateTime *when);
gboolean
eup_trust_knows_stamper (const EupTrust *self, GBytes *certificate, GPtrArray *others, GDateTime *when);

EupStanding eup_trust_judge (const EupTrust *self,
                             GBytes *certificate,
                             GPtrArray *others,
                             GDateTime *when,
                             gboolean is_stamp,
                             GPtrArray **chain);

EupChainLink *eup_chain_link_describe (GBytes *certificate);
void eup_chain_link_free (EupChainLink *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupChainLink, eup_chain_link_free)
const char *eup_standing_to_nick (EupStanding standing);
const char *eup_origin_to_nick (EupOrigin origin);

G_END_DECLS
