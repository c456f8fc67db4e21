/* Consents that are withdrawn, and gates that somebody goes past by name. */

#include "casework/eup-case-private.h"

#include <string.h>

#include "util/eup-json.h"

static gboolean
has_text (const char *text)
{
  return text != NULL && text[strspn (text, " \t\r\n")] != '\0';
}

/* The last day of the next follow-up when a consent is withdrawn today: (transfer full) */
static char *
day_after_withdrawal (EupCase *self)
{
  g_autoptr (GDateTime) now = eup_clock_now (self->clock);
  g_autoptr (GDateTime) day =
      g_date_time_add_days (now, eup_rule_pack_get_withdrawal_days (self->model->rules));

  return g_date_time_format (day, "%Y-%m-%d");
}

/* In an open case: the consent and an earlier follow-up, as one step back. */
static void
withdraw_open (EupCase *self, EupConsent *consent, const char *day)
{
  EupDecision *decision = eup_case_edit (self, EUP_PART_DECISION, NULL);

  eup_case_begin_group (self);
  eup_case_put (self, EUP_PART_CONSENT, consent);
  if (!has_text (decision->follow_up_date) || strcmp (decision->follow_up_date, day) > 0)
    {
      g_set_str (&decision->follow_up_date, day);
      eup_case_put (self, EUP_PART_DECISION, g_steal_pointer (&decision));
    }
  eup_case_end_group (self);
  if (decision != NULL)
    eup_shape_free (eup_part_shape (EUP_PART_DECISION), decision);
}

static void
set_member (JsonObject *object, const char *name, const char *value)
{
  if (has_text (value))
    json_object_set_string_member (object, name, value);
}

/* The parts of a sealed case stay as they are: the withdrawal is an event beside them. */
static void
withdraw_sealed (EupCase *self, EupConsent *consent, const char *day)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  EupCaseEvent *event = g_new0 (EupCaseEvent, 1);
  g_autofree char *id = g_strdup (consent->id);
  g_autofree char *text = NULL;

  json_node_take_object (node, object);
  set_member (object, "withdrawn", consent->withdrawn);
  set_member (object, "withdrawnTo", consent->withdrawn_to);
  set_member (object, "withdrawnWords", consent->withdrawn_words);
  text = eup_json_canonical (node);
  event->part = eup_store_part_new (EUP_CASE_EVENT_WITHDRAWAL, id, text);
  event->follow_up = g_strdup (day);
  eup_assessment_put (self->assessment, EUP_PART_CONSENT, consent);
  eup_case_add_event (self, event);
  eup_case_emit_changed (self, EUP_PART_CONSENT, id);
}

/* Why this consent can't be withdrawn. */
static const char *
why_not (const EupConsent *consent)
{
  if (consent == NULL)
    return "there is no such consent in the case";
  if (has_text (consent->withdrawn))
    return "the consent has been withdrawn already";
  if (g_strcmp0 (consent->answer, "yes") != 0)
    return "there is no yes to withdraw";
  return NULL;
}

/**
 * eup_case_withdraw_consent:
 * @consent: the id of the consent as it was given
 * @told_to: who was told
 * @words: (nullable): what was said
 *
 * Notes that a yes is no longer given, now, and sets the next follow-up no later than the rule pack's
 * days from today. Of a sealed case too, where it stays beside the record and can't be taken back.
 *
 * Returns: whether it is noted; @error: EUP_CASE_ERROR_REFUSED, or EUP_CASE_ERROR_NOT_YET while the
 *   case is being sealed
 */
gboolean
eup_case_withdraw_consent (
    EupCase *self, const char *consent, const char *told_to, const char *words, GError **error)
{
  const EupConsent *given = eup_assessment_find (self->assessment, EUP_PART_CONSENT, consent);
  const char *refusal = why_not (given);
  g_autofree char *day = NULL;
  EupConsent *copy;

  if (refusal != NULL)
    {
      g_set_error_literal (error, EUP_CASE_ERROR, EUP_CASE_ERROR_REFUSED, refusal);
      return FALSE;
    }
  if (self->sealing)
    {
      g_set_error_literal (error, EUP_CASE_ERROR, EUP_CASE_ERROR_NOT_YET, "the case is being sealed");
      return FALSE;
    }
  day = day_after_withdrawal (self);
  copy = eup_case_copy_of (self, EUP_PART_CONSENT, consent);
  g_free (copy->withdrawn);
  copy->withdrawn = eup_clock_now_iso (self->clock);
  g_set_str (&copy->withdrawn_to, told_to);
  g_set_str (&copy->withdrawn_words, words);
  if (eup_case_is_sealed (self))
    withdraw_sealed (self, copy, day);
  else
    withdraw_open (self, copy, day);
  return TRUE;
}

/* Of a sealed case that is opened: what happened since. */
void
eup_case_apply_event (EupCase *self, const EupStoreChange *event)
{
  g_autoptr (JsonNode) node = json_from_string (event->json, NULL);
  EupConsent *consent = eup_case_copy_of (self, EUP_PART_CONSENT, event->id);
  JsonObject *object;

  if (consent == NULL || node == NULL || !JSON_NODE_HOLDS_OBJECT (node) ||
      !g_str_equal (event->kind, EUP_CASE_EVENT_WITHDRAWAL))
    {
      g_warning ("An event “%s” of a sealed case can't be read", event->kind);
      if (consent != NULL)
        eup_shape_free (eup_part_shape (EUP_PART_CONSENT), consent);
      return;
    }
  object = json_node_get_object (node);
  g_set_str (&consent->withdrawn,
             json_object_get_string_member_with_default (object, "withdrawn", event->at));
  g_set_str (&consent->withdrawn_to,
             json_object_get_string_member_with_default (object, "withdrawnTo", NULL));
  g_set_str (&consent->withdrawn_words,
             json_object_get_string_member_with_default (object, "withdrawnWords", NULL));
  eup_assessment_put (self->assessment, EUP_PART_CONSENT, consent);
}

static const char *
why_no_override (const EupGate *gate, const char *name, const char *reason)
{
  if (gate->kind != EUP_GATE_HARD_WITH_OVERRIDE)
    return "nobody may go past this gate";
  if (!has_text (name))
    return "who goes past a gate must be named";
  if (!has_text (reason))
    return "who goes past a gate must say why";
  return NULL;
}

/**
 * eup_case_override_gate:
 * @name: the decision-maker who goes past it
 * @role: (nullable): that person's
 * @reason: why
 *
 * Returns: whether it is noted; @error: EUP_CASE_ERROR_SEALED, EUP_CASE_ERROR_REFUSED
 */
gboolean
eup_case_override_gate (EupCase *self,
                        const EupGate *gate,
                        const char *name,
                        const char *role,
                        const char *reason,
                        GError **error)
{
  const char *refusal = why_no_override (gate, name, reason);
  EupOverride *override;

  if (!eup_case_may_change (self))
    {
      g_set_error_literal (error, EUP_CASE_ERROR, EUP_CASE_ERROR_SEALED, "the case is sealed");
      return FALSE;
    }
  if (refusal != NULL)
    {
      g_set_error_literal (error, EUP_CASE_ERROR, EUP_CASE_ERROR_REFUSED, refusal);
      return FALSE;
    }
  override = eup_case_edit (self, EUP_PART_OVERRIDE, gate->id);
  g_set_str (&override->name, name);
  g_set_str (&override->role, role);
  g_set_str (&override->reason, reason);
  g_free (override->at);
  override->at = eup_clock_now_iso (self->clock);
  eup_case_put (self, EUP_PART_OVERRIDE, override);
  return TRUE;
}
