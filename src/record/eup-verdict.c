/* What verifying answers, as a value. */

#include "record/eup-verify.h"

#include "util/eup-digest.h"

void
eup_verdict_free (EupVerdict *self)
{
  g_clear_pointer (&self->signatures, g_ptr_array_unref);
  g_free (self->document_id);
  g_free (self->twin_digest);
  g_free (self->method);
  g_free (self->amends);
  g_free (self->amends_digest);
  g_clear_pointer (&self->twin, g_bytes_unref);
  g_free (self->detail);
  g_free (self);
}

/**
 * eup_verdict_kind_to_nick:
 *
 * Returns: (transfer none): a word for JSON and logs that will not change
 */
const char *
eup_verdict_kind_to_nick (EupVerdictKind kind)
{
  switch (kind)
    {
    case EUP_VERDICT_SEALED:
      return "sealed";
    case EUP_VERDICT_SIGNED_LATER:
      return "signed-later";
    case EUP_VERDICT_EXTENDED:
      return "extended";
    case EUP_VERDICT_CHANGED:
      return "changed";
    case EUP_VERDICT_NOT_SIGNED:
      return "not-signed";
    case EUP_VERDICT_NOT_OURS:
      return "not-ours";
    }
  g_return_val_if_reached (NULL);
}

/**
 * eup_verdict_level_to_nick:
 *
 * Returns: (transfer none) (nullable): what EN 319 142-1 calls it; %NULL for none
 */
const char *
eup_verdict_level_to_nick (EupVerdictLevel level)
{
  switch (level)
    {
    case EUP_LEVEL_NONE:
      return NULL;
    case EUP_LEVEL_B:
      return "B-B";
    case EUP_LEVEL_T:
      return "B-T";
    case EUP_LEVEL_LT:
      return "B-LT";
    case EUP_LEVEL_LTA:
      return "B-LTA";
    }
  g_return_val_if_reached (NULL);
}

/**
 * eup_verdict_is_good:
 *
 * Returns: whether the record is signed and as it was signed; whether the signer is known is another
 *   question
 */
gboolean
eup_verdict_is_good (const EupVerdict *self)
{
  return self->kind == EUP_VERDICT_SEALED || self->kind == EUP_VERDICT_SIGNED_LATER;
}

/**
 * eup_verdict_count_people:
 *
 * Returns: how many people's signatures it holds; time stamps on the whole are none, and neither are
 *   acknowledgements, which the unit's certificate seals
 */
guint
eup_verdict_count_people (const EupVerdict *self)
{
  guint people = 0;

  for (guint i = 0; i < self->signatures->len; i++)
    {
      const EupVerdictSignature *signature = self->signatures->pdata[i];

      people += !signature->is_stamp && signature->acknowledges == NULL;
    }
  return people;
}

/**
 * eup_verdict_count_acknowledgements:
 *
 * Returns: how many acknowledgements were sealed after the record itself
 */
guint
eup_verdict_count_acknowledgements (const EupVerdict *self)
{
  guint n = 0;

  for (guint i = 0; i < self->signatures->len; i++)
    n += ((EupVerdictSignature *) self->signatures->pdata[i])->acknowledges != NULL;
  return n;
}

/**
 * eup_verdict_matches_twin:
 * @twin: the JSON document that lies beside the record
 *
 * Returns: whether it is the one whose digest the record carries
 */
gboolean
eup_verdict_matches_twin (const EupVerdict *self, GBytes *twin)
{
  g_autofree char *digest = eup_digest_bytes (twin);

  return g_strcmp0 (digest, self->twin_digest) == 0;
}
