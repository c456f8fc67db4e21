#pragma once

#include "record/eup-trust.h"

G_BEGIN_DECLS

#define EUP_VERIFY_ERROR (eup_verify_error_quark ())
GQuark eup_verify_error_quark (void);

/* Larger than any record; a larger file is refused unread. */
#define EUP_VERIFY_MOST_BYTES (64 * 1024 * 1024)

/**
 * EupVerifyError:
 * @EUP_VERIFY_ERROR_TOO_LARGE: the file is larger than any record
 */
typedef enum
{
  EUP_VERIFY_ERROR_TOO_LARGE,
} EupVerifyError;

/**
 * EupVerdictKind:
 * @EUP_VERDICT_SEALED: sealed and unchanged: one signature, and not a byte after it
 * @EUP_VERDICT_SIGNED_LATER: signed, and later signed by others: each later revision only filled an
 *   empty place
 * @EUP_VERDICT_EXTENDED: extended by another program: what was signed still stands, something that is
 *   not ours was added
 * @EUP_VERDICT_CHANGED: changed after signing
 * @EUP_VERDICT_NOT_SIGNED: one of our records, whole, that nobody has signed yet
 * @EUP_VERDICT_NOT_OURS: not one of our records
 */
typedef enum
{
  EUP_VERDICT_SEALED,
  EUP_VERDICT_SIGNED_LATER,
  EUP_VERDICT_EXTENDED,
  EUP_VERDICT_CHANGED,
  EUP_VERDICT_NOT_SIGNED,
  EUP_VERDICT_NOT_OURS,
} EupVerdictKind;

/**
 * EupVerdictLevel:
 * @EUP_LEVEL_NONE: not a signature of ours, or broken
 * @EUP_LEVEL_B: PAdES B-B: who signed
 * @EUP_LEVEL_T: B-T: and a time stamp says when it was there at the latest
 * @EUP_LEVEL_LT: B-LT: and the file holds all that is needed to check the certificates
 * @EUP_LEVEL_LTA: B-LTA: and a time stamp on the whole document keeps that for the archive
 */
typedef enum
{
  EUP_LEVEL_NONE,
  EUP_LEVEL_B,
  EUP_LEVEL_T,
  EUP_LEVEL_LT,
  EUP_LEVEL_LTA,
} EupVerdictLevel;

/**
 * EupVerdictSignature:
 * @name: the common name in the signer's certificate; never what the file claims beside
 * @reason: @role: @place: (nullable): what the signer said
 * @time: (nullable): when, ISO 8601, as the signer's clock said
 * @slot: (nullable): the name of the place
 * @intact: whether the bytes it covers are as they were signed
 * @whole: whether it covers everything up to the end of its revision, all but its own room
 * @last: whether nothing follows after what it covers
 * @known: whether the certificate is known here
 * @certificate: (nullable): the signer's, DER
 * @others: (element-type GBytes): certificates that came with it, DER
 * @revoked: whether the validation data in the file says that the certificate was revoked before it signed
 * @level: how much of PAdES it reaches
 * @is_stamp: whether it is no person's signature but a time stamp on the whole document; @name is then the
 *   authority's and @time what it says
 * @stamped: (nullable): the time that a stamp on this signature says, ISO 8601
 * @stamped_by: (nullable): the authority that made the stamp
 * @stamp_known: whether that authority is known here
 * @stamp_certificate: (nullable): the authority's, DER
 * @stamp_others: (nullable) (element-type GBytes): certificates that came with the stamp
 * @hole: @resume: @end: it covers the file up to @hole and from @resume up to @end
 * @standing: what is to be said of its certificate
 * @chain: (nullable) (element-type EupChainLink): the certificates above it, the signer's own first
 * @stamp_standing: @stamp_chain: the same for the stamp on this signature
 * @acknowledges: (nullable): whose acknowledgement this seals; @name is then whose certificate sealed it,
 *   and nobody signed
 * @acknowledged: (nullable): how: drawn, said, declined, cannot
 * @witness: (nullable): who sat beside
 */
typedef struct
{
  char *name;
  char *reason;
  char *role;
  char *place;
  char *time;
  char *slot;
  gboolean intact;
  gboolean whole;
  gboolean last;
  gboolean known;
  GBytes *certificate;
  GPtrArray *others;
  gboolean revoked;
  EupVerdictLevel level;
  gboolean is_stamp;
  char *stamped;
  char *stamped_by;
  gboolean stamp_known;
  GBytes *stamp_certificate;
  GPtrArray *stamp_others;
  gsize hole, resume, end;
  EupStanding standing;
  GPtrArray *chain;
  EupStanding stamp_standing;
  GPtrArray *stamp_chain;
  char *acknowledges;
  char *acknowledged;
  char *witness;
} EupVerdictSignature;

/**
 * EupVerdict:
 * @kind: the verdict
 * @certificate_unknown: beside it: whether a signer's certificate is unknown here
 * @signatures: (element-type EupVerdictSignature): in the order in which they were made
 * @document_id: @twin_digest: @method: (nullable): from the metadata, as covered by the first signature
 * @amends: @amends_digest: (nullable): of an amendment: the document before it, and the SHA-256 of its file as
 *   it stood then
 * @twin: (nullable): the twin, when it stands inside the record and is the one that the metadata names
 * @detail: (nullable): one sentence for the log
 */
typedef struct
{
  EupVerdictKind kind;
  gboolean certificate_unknown;
  GPtrArray *signatures;
  char *document_id;
  char *twin_digest;
  char *method;
  char *amends;
  char *amends_digest;
  GBytes *twin;
  char *detail;
} EupVerdict;

EupVerdict *eup_verify_run (GBytes *pdf, const EupTrust *trust, GError **error);

void eup_verdict_free (EupVerdict *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupVerdict, eup_verdict_free)

const char *eup_verdict_kind_to_nick (EupVerdictKind kind);
const char *eup_verdict_level_to_nick (EupVerdictLevel level);
gboolean eup_verdict_is_good (const EupVerdict *self);
guint eup_verdict_count_people (const EupVerdict *self);
guint eup_verdict_count_acknowledgements (const EupVerdict *self);
gboolean eup_verdict_matches_twin (const EupVerdict *self, GBytes *twin);

G_END_DECLS
