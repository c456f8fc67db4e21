#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define EUP_TRUST_ERROR (eup_trust_error_quark ())
GQuark eup_trust_error_quark (void);

/**
 * EupTrustError:
 * @EUP_TRUST_ERROR_UNUSABLE: there is no certificate in it, or it is damaged
 */
typedef enum
{
  EUP_TRUST_ERROR_UNUSABLE,
} EupTrustError;

/* The certificates that are known here. */
typedef struct _EupTrust EupTrust;

EupTrust *eup_trust_new (void);
void eup_trust_free (EupTrust *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupTrust, eup_trust_free)

gboolean eup_trust_add (EupTrust *self, GBytes *certificates, GError **error);
gboolean eup_trust_knows (const EupTrust *self, GBytes *certificate, GPtrArray *others, GDateTime *when);
gboolean
eup_trust_knows_stamper (const EupTrust *self, GBytes *certificate, GPtrArray *others, GDateTime *when);

G_END_DECLS
