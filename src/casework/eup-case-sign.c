/* Signing a sealed record: here with somebody's key, or elsewhere and taken back. */

#include "casework/eup-case-later.h"
#include "casework/eup-case-private.h"
#include "record/eup-hand-off.h"
#include "record/eup-sign.h"

typedef struct
{
  EupSigner *signer;
  EupSignature *details;
  char *place;
} Signing;

static void
signing_free (gpointer data)
{
  Signing *signing = data;

  g_clear_object (&signing->signer);
  g_clear_pointer (&signing->details, eup_signature_free);
  g_free (signing->place);
  g_free (signing);
}

static GBytes *
sign (GBytes *pdf, gconstpointer data, GError **error)
{
  const Signing *signing = data;

  return eup_sign_append (pdf, signing->place, signing->signer, signing->details, error);
}

static GBytes *
take_back (GBytes *pdf, gconstpointer data, GError **error)
{
  GBytes *returned = (GBytes *) data;

  return eup_hand_off_check (pdf, returned, error) ? g_bytes_ref (returned) : NULL;
}

/* (transfer full) (nullable): what stands between the record and a signature, as a sentence in the case's language */
static char *
why_not_signed_yet (EupCase *self)
{
  g_autoptr (GPtrArray) obstacles = NULL;
  const EupObstacle *first;

  if (!eup_case_is_sealed (self))
    return g_strdup ("the case is not sealed yet");
  if (self->document != NULL) /* what holds the record back does not hold back what corrects it */
    return NULL;
  obstacles = eup_rules_sign_obstacles (self->assessment, self->model);
  if (obstacles->len == 0)
    return NULL;
  first = obstacles->pdata[0];
  if (first->need == NULL)
    return g_strdup_printf ("%u things are missing before it can be signed", obstacles->len);
  return eup_rules_say (first->need->missing, self->assessment->card->language, self->assessment,
                        self->model);
}

static gboolean
may_be_signed (
    EupCase *self, gpointer tag, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  gboolean rehearsal = self->assessment->card->rehearsal;
  g_autofree char *obstacle =
      rehearsal ? g_strdup ("a rehearsal is never signed") : why_not_signed_yet (self);
  g_autoptr (GTask) task = NULL;

  if (obstacle == NULL)
    return TRUE;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tag);
  g_task_return_new_error_literal (task, EUP_CASE_ERROR,
                                   rehearsal ? EUP_CASE_ERROR_REHEARSAL : EUP_CASE_ERROR_NOT_YET, obstacle);
  return FALSE;
}

static EupSignature *
make_details (EupCase *self, const EupSignWish *wish)
{
  g_autofree char *now = eup_clock_now_iso (self->clock);
  EupSignature *details = eup_signature_new (now);

  details->place = g_strdup (self->assessment->card->place);
  details->reason = g_strdup (wish->reason);
  details->role = g_strdup (wish->role);
  details->certify = wish->certify;
  return details;
}

/**
 * eup_case_sign_async:
 * @signer: (transfer none): who signs
 * @wish: (transfer none): what the signature says, and where
 *
 * Adds a signature to the chosen document (eup_case_choose_document()) and keeps the longer file as its next revision.
 * Errors: EUP_CASE_ERROR_NOT_YET before sealing and while eup_rules_sign_obstacles() are there (the
 * message is what the first one waits for, in the case's language), EUP_CASE_ERROR_REHEARSAL, and those of signing and of the store.
 */
void
eup_case_sign_async (EupCase *self,
                     EupSigner *signer,
                     const EupSignWish *wish,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  Signing *signing;

  if (!may_be_signed (self, eup_case_sign_async, cancellable, callback, user_data))
    return;
  signing = g_new0 (Signing, 1);
  signing->signer = g_object_ref (signer);
  signing->details = make_details (self, wish);
  signing->place = g_strdup (wish->place);
  eup_case_revise_async (self, sign, signing, signing_free, cancellable, callback, user_data);
}

/* Returns: (transfer full) (nullable): the PDF with the signature */
GBytes *
eup_case_sign_finish (EupCase *self, GAsyncResult *result, GError **error)
{
  return eup_case_revise_finish (self, result, error);
}

/**
 * eup_case_take_back_async:
 * @returned: the record as another service gave it back
 *
 * Keeps @returned as the record's next revision when it is the record as it is kept now, followed by
 * nothing but signatures. Errors: EUP_HAND_OFF_ERROR, and those of eup_case_sign_async().
 */
void
eup_case_take_back_async (EupCase *self,
                          GBytes *returned,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  if (may_be_signed (self, eup_case_take_back_async, cancellable, callback, user_data))
    eup_case_revise_async (self, take_back, g_bytes_ref (returned), (GDestroyNotify) g_bytes_unref,
                           cancellable, callback, user_data);
}
