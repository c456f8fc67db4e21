/* Facts of the decision: its times, and on what authority it is made. */

#include "assessment/eup-facts-private.h"

static char *
text_of (const char *text)
{
  return g_strdup (text ? text : "");
}

static int
urgent_limit (const EupModel *model)
{
  return model->rules ? eup_rule_pack_get_urgent_days (model->rules) : -1;
}

/**
 * eup_rules_follow_up_limit:
 *
 * Returns: the most days from the meeting to the follow-up: by the level, sooner where the case is
 *   urgent; -1 while no rule pack says so
 */
int
eup_rules_follow_up_limit (const EupAssessment *assessment, const EupModel *model)
{
  const EupCard *card = assessment->card;
  const EupFollowUpLimit *limit =
      model->rules ? eup_rule_pack_get_follow_up (model->rules, eup_rules_level (assessment, model)) : NULL;
  int days;

  if (limit == NULL)
    return -1;
  days = g_strcmp0 (card->occasion, "follow-up") == 0 ? limit->then_days : limit->first_days;
  return card->urgent ? MIN (days, urgent_limit (model)) : days;
}

void
eup_facts_of_decision (EupFact fact, const char *name, const char *detail, EupValue *value, gpointer data)
{
  const EupFacts *facts = data;
  const EupDecision *decision = facts->assessment->decision;
  const char *meeting = facts->assessment->card->meeting;

  if (fact == EUP_FACT_FOLLOW_UP_DAYS)
    value->number = eup_days_between (meeting, decision->follow_up_date);
  else if (fact == EUP_FACT_FOLLOW_UP_LIMIT)
    value->number = eup_rules_follow_up_limit (facts->assessment, facts->model);
  else if (fact == EUP_FACT_FOLLOW_UP_OWNER)
    value->text = text_of (decision->follow_up_owner);
  else if (fact == EUP_FACT_UNTIL_DAYS)
    value->number = eup_days_between (meeting, decision->until);
  else if (fact == EUP_FACT_URGENT_LIMIT)
    value->number = urgent_limit (facts->model);
  else if (fact == EUP_FACT_DECIDER)
    value->text = text_of (decision->decider);
  else if (fact == EUP_FACT_DELEGATION)
    value->text = text_of (decision->delegation);
  else if (fact == EUP_FACT_ROAD)
    value->text = text_of (decision->road);
  else if (fact == EUP_FACT_PROVISION)
    value->text = text_of (decision->provision);
  else if (fact == EUP_FACT_OUTCOME)
    value->text = text_of (decision->outcome);
  else
    g_assert_not_reached ();
}
