/* What stands against an outcome, against sealing and against signing. */

#include "assessment/eup-assessment-private.h"

/* An outcome of the first meeting can't be that of a follow-up, nor the other way. */
static gboolean
belongs_to_occasion (const EupAssessment *assessment, const EupOutcome *outcome)
{
  return outcome->follow_up == (g_strcmp0 (assessment->card->occasion, "follow-up") == 0);
}

/**
 * eup_rules_outcome_is_possible:
 *
 * Returns: whether @outcome can be chosen at all: it belongs to this occasion, and if it is a yes no
 *   gate forbids one, as the resident's no does
 */
gboolean
eup_rules_outcome_is_possible (const EupAssessment *assessment,
                               const EupModel *model,
                               const EupOutcome *outcome)
{
  g_autoptr (GPtrArray) gates = NULL;

  if (!belongs_to_occasion (assessment, outcome))
    return FALSE;
  if (!outcome->yes)
    return TRUE;
  gates = eup_rules_gates (assessment, model);
  for (guint i = 0; i < gates->len; i++)
    if (((EupGateState *) gates->pdata[i])->forbids)
      return FALSE;
  return TRUE;
}

static void
add_obstacle (GPtrArray *obstacles, EupObstacleKind kind)
{
  EupObstacle *obstacle = g_new0 (EupObstacle, 1);

  obstacle->kind = kind;
  g_ptr_array_add (obstacles, obstacle);
}

static void
add_gate (GPtrArray *obstacles, const EupGateState *state)
{
  EupObstacle *obstacle = g_new0 (EupObstacle, 1);

  obstacle->kind = state->forbids ? EUP_OBSTACLE_FORBIDDEN : EUP_OBSTACLE_GATE;
  obstacle->gate = state->gate;
  for (guint i = 0; obstacle->need == NULL && i < state->needs->len; i++)
    {
      const EupGateNeed *need = state->needs->pdata[i];

      if (!state->forbids || need->forbids)
        obstacle->need = need;
    }
  g_ptr_array_add (obstacles, obstacle);
}

static void
add_gates (GPtrArray *obstacles, const EupAssessment *assessment, const EupModel *model, gboolean at_signing)
{
  g_autoptr (GPtrArray) gates = eup_rules_gates (assessment, model);

  for (guint i = 0; i < gates->len; i++)
    {
      const EupGateState *state = gates->pdata[i];

      if (state->open && state->gate->kind != EUP_GATE_WARNING && state->gate->at_signing == at_signing)
        add_gate (obstacles, state);
    }
}

static gboolean
has_condition (const EupAssessment *assessment)
{
  for (guint i = 0; i < assessment->conditions->len; i++)
    if (eup_condition_is_whole (assessment->conditions->pdata[i]))
      return TRUE;
  return FALSE;
}

/* A yes in an urgent case ends by itself, within the rule pack's days. */
static gboolean
lasts_too_long (const EupAssessment *assessment, const EupModel *model)
{
  int days = eup_days_between (assessment->card->meeting, assessment->decision->until);

  return model->rules == NULL || days < 1 || days > eup_rule_pack_get_urgent_days (model->rules);
}

static void
add_what_the_outcome_needs (GPtrArray *obstacles,
                            const EupAssessment *assessment,
                            const EupModel *model,
                            const EupOutcome *outcome)
{
  const EupDecision *decision = assessment->decision;

  if (outcome->yes && assessment->card->urgent)
    {
      if (lasts_too_long (assessment, model))
        add_obstacle (obstacles, EUP_OBSTACLE_URGENT);
    }
  else if (outcome->needs_date && !eup_has_text (decision->until))
    {
      add_obstacle (obstacles, EUP_OBSTACLE_DATE);
    }
  if (outcome->needs_condition && !has_condition (assessment))
    add_obstacle (obstacles, EUP_OBSTACLE_CONDITION);
  if (outcome->needs_removal &&
      (!eup_has_text (decision->removed) || !eup_has_text (decision->data_deleted) ||
       !eup_has_text (decision->removal_confirmed_by)))
    add_obstacle (obstacles, EUP_OBSTACLE_REMOVAL);
}

/**
 * eup_rules_seal_obstacles:
 *
 * A no, a not now or a referral needs what the outcome itself asks for, its reasons and a name; a yes
 * also needs every hard gate closed, except those that wait for the signing.
 *
 * Returns: (transfer full) (element-type EupObstacle): what stands against sealing, empty when nothing does
 */
GPtrArray *
eup_rules_seal_obstacles (const EupAssessment *assessment, const EupModel *model)
{
  GPtrArray *obstacles = g_ptr_array_new_with_free_func (g_free);
  const EupDecision *decision = assessment->decision;
  const EupOutcome *outcome = eup_method_find_outcome (model->method, decision->outcome);

  if (model->rules == NULL || !eup_has_text (assessment->rules->id))
    add_obstacle (obstacles, EUP_OBSTACLE_RULES);
  if (outcome == NULL || !belongs_to_occasion (assessment, outcome))
    {
      add_obstacle (obstacles, EUP_OBSTACLE_OUTCOME);
    }
  else
    {
      if (outcome->yes)
        add_gates (obstacles, assessment, model, FALSE);
      add_what_the_outcome_needs (obstacles, assessment, model, outcome);
    }
  if (!eup_has_text (decision->because) || !eup_has_text (decision->therefore))
    add_obstacle (obstacles, EUP_OBSTACLE_REASONS);
  if (!eup_has_text (decision->decider))
    add_obstacle (obstacles, EUP_OBSTACLE_DECIDER);
  return obstacles;
}

/**
 * eup_rules_sign_obstacles:
 *
 * A sealed case can't be changed, so this is worth showing before the sealing already.
 *
 * Returns: (transfer full) (element-type EupObstacle): the gates of signing that hold back the
 *   signature under a yes; empty when none does
 */
GPtrArray *
eup_rules_sign_obstacles (const EupAssessment *assessment, const EupModel *model)
{
  GPtrArray *obstacles = g_ptr_array_new_with_free_func (g_free);
  const EupOutcome *outcome = eup_method_find_outcome (model->method, assessment->decision->outcome);

  if (outcome != NULL && outcome->yes)
    add_gates (obstacles, assessment, model, TRUE);
  return obstacles;
}
