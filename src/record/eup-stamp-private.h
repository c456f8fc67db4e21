#pragma once

#include "record/eup-certificate.h"
#include "record/eup-stamp.h"

G_BEGIN_DECLS

/**
 * EupStampToken:
 * @time: when, UTC
 * @name: the authority's
 * @signer: (transfer none): its certificate, one of @all
 * @all: the certificates that came with it
 * @nonce: (nullable): DER of the number in the request
 * @algorithm: OpenSSL's number of the digest
 * @imprint: the digest of what was stamped
 *
 * What a time stamp says, after its own signature was found to hold.
 */
typedef struct
{
  GDateTime *time;
  char *name;
  X509 *signer;
  EupCertificates *all;
  GBytes *nonce;
  int algorithm;
  GBytes *imprint;
} EupStampToken;

EupStampToken *eup_stamp_token_read (GBytes *token);
void eup_stamp_token_free (EupStampToken *self);
gboolean eup_stamp_token_covers (const EupStampToken *self, GBytes *content);
GBytes *eup_stamp_token_settle (GBytes *token);
gboolean eup_stamp_token_is_exact (GBytes *token);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupStampToken, eup_stamp_token_free)

/* A document with an empty place for its stamp. */
typedef struct
{
  GString *bytes;
  gsize room;
  GBytes *content; /* what the stamp covers */
} EupStampArchive;

EupStampArchive *eup_stamp_archive_prepare (GBytes *pdf, GError **error);
void eup_stamp_archive_free (EupStampArchive *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupStampArchive, eup_stamp_archive_free)

G_END_DECLS
