/* What stands around the decision: consents, weights, overrides, dissents, conditions, attempts, the road. */

#include "assessment/eup-check-private.h"

static char *
place_of (const char *list, guint i, const char *member)
{
  return g_strdup_printf ("$.%s[%u].%s", list, i, member);
}

gboolean
eup_check_question (EupCheck *check, const char *list, guint i, const char *member, const char *id)
{
  g_autofree char *place = place_of (list, i, member);

  if (eup_method_find_question (check->model->method, id) != NULL)
    return TRUE;
  EUP_WRONG (check, place, "the method has no question “%s”", id ? id : "");
  return FALSE;
}

gboolean
eup_check_person (EupCheck *check, const char *list, guint i, const char *member, const char *id)
{
  g_autofree char *place = place_of (list, i, member);

  if (eup_assessment_find_person (check->assessment, id) != NULL)
    return TRUE;
  EUP_WRONG (check, place, "nobody in “people” has the id “%s”", id ? id : "");
  return FALSE;
}

static void
check_consents (EupCheck *check)
{
  for (guint i = 0; i < check->assessment->consents->len; i++)
    {
      const EupConsent *consent = check->assessment->consents->pdata[i];
      const EupConsentKind *kind = eup_method_find_consent (check->model->method, consent->consent);
      g_autofree char *kind_place = place_of ("consents", i, "consent");
      g_autofree char *about_place = place_of ("consents", i, "about");

      if (kind == NULL)
        EUP_WRONG (check, kind_place, "the method has no consent “%s”", consent->consent);
      eup_check_person (check, "consents", i, "person", consent->person);
      if (consent->about != NULL)
        eup_check_person (check, "consents", i, "about", consent->about);
      else if (kind != NULL && kind->of == EUP_CONSENT_OF_RESIDENT_ABOUT_EACH)
        EUP_WRONG (check, about_place, "the consent “%s” is about one person, expected who", kind->id);
    }
}

static void
check_weights (EupCheck *check)
{
  const EupScale *scale = eup_method_get_weight_scale (check->model->method);

  for (guint i = 0; i < check->assessment->weights->len; i++)
    {
      const EupWeight *weight = check->assessment->weights->pdata[i];
      const EupQuestion *question = eup_method_find_question (check->model->method, weight->id);
      g_autofree char *id_place = place_of ("weights", i, "id");
      g_autofree char *weight_place = place_of ("weights", i, "weight");

      if (eup_check_question (check, "weights", i, "id", weight->id) && !question->weigh)
        EUP_WRONG (check, id_place, "question “%s” is not weighed", weight->id);
      if (scale != NULL && eup_scale_find_option (scale, weight->weight) == NULL)
        EUP_WRONG (check, weight_place, "the scale “%s” has no option “%s”", scale->id,
                   weight->weight ? weight->weight : "");
    }
}

static void
check_overrides (EupCheck *check)
{
  for (guint i = 0; i < check->assessment->overrides->len; i++)
    {
      const EupOverride *override = check->assessment->overrides->pdata[i];
      const EupGate *gate = eup_method_find_gate (check->model->method, override->id);
      g_autofree char *place = place_of ("overrides", i, "id");

      if (gate == NULL)
        EUP_WRONG (check, place, "the method has no gate “%s”", override->id);
      else if (gate->kind != EUP_GATE_HARD_WITH_OVERRIDE)
        EUP_WRONG (check, place, "nobody may go past the gate “%s”", override->id);
    }
}

static void
check_lists (EupCheck *check)
{
  const EupAssessment *assessment = check->assessment;

  for (guint i = 0; i < assessment->reveals->len; i++)
    eup_check_question (check, "reveals", i, "id", ((EupReveal *) assessment->reveals->pdata[i])->id);
  for (guint i = 0; i < assessment->attempts->len; i++)
    eup_check_question (check, "attempts", i, "question",
                        ((EupAttempt *) assessment->attempts->pdata[i])->question);
  for (guint i = 0; i < assessment->conditions->len; i++)
    if (eup_has_text (((EupCondition *) assessment->conditions->pdata[i])->question))
      eup_check_question (check, "conditions", i, "question",
                          ((EupCondition *) assessment->conditions->pdata[i])->question);
  for (guint i = 0; i < assessment->dissents->len; i++)
    eup_check_person (check, "dissents", i, "id", ((EupDissent *) assessment->dissents->pdata[i])->id);
}

static gboolean
has_text_in (char **texts, const char *text)
{
  return texts != NULL && g_strv_contains ((const char *const *) texts, text);
}

static void
check_road (EupCheck *check)
{
  const EupDecision *decision = check->assessment->decision;
  const EupRulePack *rules = check->model->rules;
  const EupRoad *road;

  if (!eup_has_text (decision->road))
    return;
  road = rules ? eup_rule_pack_find_road (rules, decision->road) : NULL;
  if (road == NULL)
    EUP_WRONG (check, "$.decision.road", "the rule pack has no road “%s”", decision->road);
  else if (eup_has_text (decision->provision) && !has_text_in (road->provisions, decision->provision))
    EUP_WRONG (check, "$.decision.provision", "the road “%s” does not rest on “%s”", road->id,
               decision->provision);
}

void
eup_check_decision_parts (EupCheck *check)
{
  const char *outcome = check->assessment->decision->outcome;

  if (outcome != NULL && eup_method_find_outcome (check->model->method, outcome) == NULL)
    EUP_WRONG (check, "$.decision.outcome", "the method has no outcome “%s”", outcome);
  check_road (check);
  check_lists (check);
  check_consents (check);
  check_weights (check);
  check_overrides (check);
}
