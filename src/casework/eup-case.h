#pragma once

#include <gio/gio.h>
#include "assessment/eup-assessment.h"
#include "assessment/eup-place.h"
#include "assessment/eup-rules.h"
#include "assessment/eup-sittings.h"
#include "store/eup-store.h"
#include "util/eup-clock.h"

G_BEGIN_DECLS

typedef struct _EupSigner EupSigner; /* record/eup-signer.h */

#define EUP_CASE_ERROR (eup_case_error_quark ())
GQuark eup_case_error_quark (void);

/**
 * EupCaseError:
 * @EUP_CASE_ERROR_NOT_YET: something is missing first; the message says what
 * @EUP_CASE_ERROR_SEALED: the case is sealed and stays as it is
 * @EUP_CASE_ERROR_REFUSED: what was asked for can't be done here; the message says why
 * @EUP_CASE_ERROR_UNKNOWN_MODEL: what the case was begun with is neither built in nor in the store;
 *   the message names it
 * @EUP_CASE_ERROR_REHEARSAL: it is a rehearsal, which is never signed and never among real cases
 */
typedef enum
{
  EUP_CASE_ERROR_NOT_YET,
  EUP_CASE_ERROR_SEALED,
  EUP_CASE_ERROR_REFUSED,
  EUP_CASE_ERROR_UNKNOWN_MODEL,
  EUP_CASE_ERROR_REHEARSAL,
} EupCaseError;

/* One open case: its assessment in memory, every change on its way to the store.
 *
 * Properties: "saved" (gboolean): whether everything is on disk; "problem" (string, nullable): why
 * the last write failed (the words stay in memory and are tried again); "can-undo" (gboolean).
 * Signal "changed" (EupPartKind kind, const char *id): after each change, also undone ones. After one
 * of EUP_PART_METHOD, _CATALOGUE, _RULES or _ADDITION ask eup_case_get_model() again; what came from an
 * earlier model of the case stays readable as long as the case.
 * Signal "amended": after a document was added to the sealed case, or its draft thrown away. */
#define EUP_TYPE_CASE (eup_case_get_type ())
G_DECLARE_FINAL_TYPE (EupCase, eup_case, EUP, CASE, GObject)

EupCase *eup_case_new (EupStore *store, EupModel *model, EupClock *clock, EupAssessment *assessment);

const EupAssessment *eup_case_get_assessment (EupCase *self);
const char *eup_case_get_id (EupCase *self);
EupModel *eup_case_get_model (EupCase *self);
EupClock *eup_case_get_clock (EupCase *self);
gboolean eup_case_get_saved (EupCase *self);
const char *eup_case_get_problem (EupCase *self);
gboolean eup_case_is_sealed (EupCase *self);

/* Changes. A part is taken over (transfer full) and replaces the one with its id. Ignored when sealed. */
void eup_case_put (EupCase *self, EupPartKind kind, gpointer part);
void eup_case_remove (EupCase *self, EupPartKind kind, const char *id);
gpointer eup_case_edit (EupCase *self, EupPartKind kind, const char *id);
EupStatement *eup_case_edit_statement (EupCase *self, const char *question, const char *person);
char *eup_case_new_id (EupCase *self);
gboolean eup_case_get_can_undo (EupCase *self);
void eup_case_undo (EupCase *self);

/* The facilitator's private notes: kept in the store, never in a case file or a record. */
const char *eup_case_get_note (EupCase *self);
void eup_case_set_note (EupCase *self, const char *note);

/* The meeting. */
gboolean eup_case_reveal (EupCase *self, const EupQuestion *question, GError **error);
void eup_case_hide (EupCase *self, const EupQuestion *question);
void eup_case_go_to (EupCase *self, const EupPlace *place);
void eup_case_choose_wall_language (EupCase *self, gboolean below, const char *language);

/* What a person says of a statement in their name when they hear it again. */
gboolean eup_case_confirm (EupCase *self,
                           const char *statement,
                           const char *answer,
                           const char *occasion,
                           const char *words,
                           GError **error);

/* The same said of several statements at once: one step back. */
gboolean eup_case_read_back (
    EupCase *self, const char *const *statements, const char *answer, const char *words, GError **error);

/* The resident's sittings (assessment/eup-sittings.h). Each verb is one step back. What is answered in one
 * becomes what the resident says in the meeting, unless something was said or changed there. */
char *eup_case_begin_sitting (EupCase *self, EupSitting *sitting);
void eup_case_answer_in_sitting (EupCase *self,
                                 const char *sitting,
                                 const EupSittingTopic *topic,
                                 const char *option,
                                 const char *non_answer);
void eup_case_write_in_sitting (EupCase *self,
                                const char *sitting,
                                const EupSittingTopic *topic,
                                const char *words);
gboolean eup_case_toggle_sign (EupCase *self, const char *sign, const char *sitting, const char *question);
void eup_case_end_sitting (EupCase *self, const char *sitting, gboolean done);
void eup_case_go_on_with_sitting (EupCase *self, const char *sitting);
void eup_case_remove_sitting (EupCase *self, const char *sitting);
void eup_case_restore_sitting (EupCase *self, const EupAssessment *before, const char *sitting);

/* Consents and gates. A consent can be withdrawn of a sealed case too: the record stays as it is, the
 * withdrawal is kept beside it and the next follow-up comes sooner. */
gboolean eup_case_withdraw_consent (
    EupCase *self, const char *consent, const char *told_to, const char *words, GError **error);
gboolean eup_case_override_gate (EupCase *self,
                                 const EupGate *gate,
                                 const char *name,
                                 const char *role,
                                 const char *reason,
                                 GError **error);

/* Goes over to a newer model. The change can be undone. Errors: EUP_CASE_ERROR_SEALED. */
gboolean eup_case_take_over (EupCase *self, EupModel *model, GError **error);

/* Waits until all is on disk. */
void eup_case_flush_async (EupCase *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
gboolean eup_case_flush_finish (EupCase *self, GAsyncResult *result, GError **error);

/* Seals: freezes the assessment, makes the record and stores both in one transaction. */
void eup_case_seal_async (EupCase *self,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
gboolean eup_case_seal_finish (EupCase *self, GAsyncResult *result, GError **error);

/* (nullable): the id of the full assessment that sealing an urgent yes has just scheduled */
const char *eup_case_get_scheduled (EupCase *self);

void eup_case_set_profile (EupCase *self, const char *profile);

/* The record's PDF: the sealed one, or a draft of what is there now. */
void eup_case_record_async (EupCase *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
GBytes *eup_case_record_finish (EupCase *self, GAsyncResult *result, GError **error);

/* Which document of a sealed case is read and signed: NULL for its record (casework/eup-case-documents.h). */
void eup_case_choose_document (EupCase *self, const char *document_id);
const char *eup_case_get_document (EupCase *self);

/**
 * EupSignWish:
 * @place: (nullable): the name of the place; %NULL for the first that is empty
 * @reason: (nullable): why, in the signer's words
 * @role: (nullable): as whom
 * @certify: whether nothing but signatures may be added from now on, if it is the first signature
 *
 * What the person who signs chose.
 */
typedef struct
{
  char *place;
  char *reason;
  char *role;
  gboolean certify;
} EupSignWish;

/* Adds a certificate signature to the sealed record. What else is added to one: eup-case-later.h. */
void eup_case_sign_async (EupCase *self,
                          EupSigner *signer,
                          const EupSignWish *wish,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
GBytes *eup_case_sign_finish (EupCase *self, GAsyncResult *result, GError **error);

G_END_DECLS
