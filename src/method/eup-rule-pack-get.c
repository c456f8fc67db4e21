/* What a rule pack says, to be asked for. */

#include "method/eup-rule-pack-private.h"

const char *
eup_rule_pack_get_id (const EupRulePack *self)
{
  return self->id;
}

const char *
eup_rule_pack_get_version (const EupRulePack *self)
{
  return self->version;
}

/* The SHA-256 of the file's bytes, in hexadecimal. */
const char *
eup_rule_pack_get_digest (const EupRulePack *self)
{
  return self->digest;
}

/* As conditions ask for it: "SE". */
const char *
eup_rule_pack_get_country (const EupRulePack *self)
{
  return self->country;
}

const EupText *
eup_rule_pack_get_title (const EupRulePack *self)
{
  return self->title;
}

/* (element-type EupReference) (transfer none) */
GPtrArray *
eup_rule_pack_get_references (const EupRulePack *self)
{
  return self->references;
}

/* (element-type EupRequiredConsent) (transfer none) */
GPtrArray *
eup_rule_pack_get_consents (const EupRulePack *self)
{
  return self->consents;
}

/* (element-type EupRoad) (transfer none) */
GPtrArray *
eup_rule_pack_get_roads (const EupRulePack *self)
{
  return self->roads;
}

/**
 * eup_rule_pack_get_follow_up:
 * @level: 0 to 3
 *
 * Returns: (transfer none): the most days to the follow-ups at that level
 */
const EupFollowUpLimit *
eup_rule_pack_get_follow_up (const EupRulePack *self, int level)
{
  g_return_val_if_fail (level >= 0 && level < EUP_N_FOLLOW_UPS, NULL);

  return &self->follow_up[level];
}

/* The most days that a decision in an urgent case may hold. */
int
eup_rule_pack_get_urgent_days (const EupRulePack *self)
{
  return self->urgent_days;
}

/* The most days until somebody checks that it works; 0 where the pack does not say. */
int
eup_rule_pack_get_start_check_days (const EupRulePack *self)
{
  return self->start_check_days;
}

/* The most days from a withdrawn consent to the follow-up. */
int
eup_rule_pack_get_withdrawal_days (const EupRulePack *self)
{
  return self->withdrawal_days;
}

const EupRetentionRule *
eup_rule_pack_get_retention (const EupRulePack *self)
{
  return &self->retention;
}

/* What the prior assessment of the processing is called in the country. */
const EupText *
eup_rule_pack_get_impact_assessment (const EupRulePack *self)
{
  return self->impact_assessment;
}

/* (nullable): ids of the references that ask for it */
const char *const *
eup_rule_pack_get_impact_assessment_references (const EupRulePack *self)
{
  return (const char *const *) self->impact_assessment_references;
}

/* (nullable): ids of the references that an amendment of this kind rests on (eup_amendment_kind_to_id()) */
const char *const *
eup_rule_pack_get_amendment_references (const EupRulePack *self, const char *kind)
{
  return kind ? g_hash_table_lookup (self->amendments, kind) : NULL;
}

/**
 * eup_rule_pack_must_verify:
 * @references: (nullable): ids of references
 *
 * Returns: whether a lawyer must look at one of them before anybody relies on it
 */
gboolean
eup_rule_pack_must_verify (const EupRulePack *self, const char *const *references)
{
  for (guint i = 0; references != NULL && references[i] != NULL; i++)
    {
      const EupReference *reference = eup_rule_pack_find_reference (self, references[i]);

      if (reference != NULL && reference->verify)
        return TRUE;
    }
  return FALSE;
}

EupPersonalNumber
eup_rule_pack_get_personal_number (const EupRulePack *self)
{
  return self->personal_number;
}

/* The kind of PDF that the record is: "PDF/A-2a". */
const char *
eup_rule_pack_get_pdf_profile (const EupRulePack *self)
{
  return self->pdf_profile;
}
