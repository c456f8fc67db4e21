/* Gates: the method's conditions, answered by what was said. */

#include "assessment/eup-facts-private.h"

static void
state_free (gpointer data)
{
  EupGateState *state = data;

  g_ptr_array_unref (state->needs);
  g_free (state);
}

/* (transfer container): what the gate still waits for */
static GPtrArray *
open_needs (EupFacts *facts, const EupGate *gate)
{
  GPtrArray *open = g_ptr_array_new ();

  for (guint i = 0; i < gate->needs->len; i++)
    {
      EupGateNeed *need = gate->needs->pdata[i];

      if (eup_facts_hold (facts, need->when) && !eup_facts_hold (facts, need->closed))
        g_ptr_array_add (open, need);
    }
  return open;
}

/* Only where the method allows it, and only in somebody's name and with a reason. */
static gboolean
is_overridden (const EupFacts *facts, const EupGate *gate)
{
  const EupOverride *override = eup_assessment_find (facts->assessment, EUP_PART_OVERRIDE, gate->id);

  return gate->kind == EUP_GATE_HARD_WITH_OVERRIDE && override != NULL && eup_has_text (override->name) &&
         eup_has_text (override->reason);
}

static EupGateState *
state_new (EupFacts *facts, const EupGate *gate)
{
  EupGateState *state = g_new0 (EupGateState, 1);

  state->gate = gate;
  state->needs = open_needs (facts, gate);
  state->overridden = state->needs->len > 0 && is_overridden (facts, gate);
  state->open = state->needs->len > 0 && !state->overridden;
  for (guint i = 0; state->open && i < state->needs->len; i++)
    state->forbids = state->forbids || ((EupGateNeed *) state->needs->pdata[i])->forbids;
  return state;
}

/**
 * eup_rules_gates:
 *
 * In an urgent case only those gates count that the method marks as urgent.
 *
 * Returns: (transfer full) (element-type EupGateState): the gates that count in this case, in the
 *   method's order, and what each still waits for
 */
GPtrArray *
eup_rules_gates (const EupAssessment *assessment, const EupModel *model)
{
  g_auto (EupFacts) facts;
  GPtrArray *gates = eup_method_get_gates (model->method);
  GPtrArray *states = g_ptr_array_new_with_free_func (state_free);

  eup_facts_init (&facts, assessment, model);
  for (guint i = 0; i < gates->len; i++)
    {
      const EupGate *gate = gates->pdata[i];

      if ((!assessment->card->urgent || gate->urgent) && eup_facts_hold (&facts, gate->when))
        g_ptr_array_add (states, state_new (&facts, gate));
    }
  return states;
}

typedef struct
{
  EupFact fact;
  gboolean found;
} Wanted;

static void
asked_cb (EupFact fact, const char *name, const char *detail, guint place, gpointer data)
{
  Wanted *wanted = data;

  wanted->found = wanted->found || fact == wanted->fact;
}

static gboolean
gate_asks_for (EupFacts *facts, const EupGate *gate, EupFact fact)
{
  for (guint i = 0; i < gate->needs->len; i++)
    {
      const EupGateNeed *need = gate->needs->pdata[i];
      Wanted wanted = { fact, FALSE };

      eup_expression_foreach_fact (need->closed, asked_cb, &wanted);
      if (wanted.found && eup_facts_hold (facts, need->when))
        return TRUE;
    }
  return FALSE;
}

/**
 * eup_rules_asks_for:
 *
 * Returns: whether a gate that counts in this case waits for @fact, or would if it were not there yet: so
 *   that a window asks for it in time
 */
gboolean
eup_rules_asks_for (const EupAssessment *assessment, const EupModel *model, EupFact fact)
{
  g_auto (EupFacts) facts;
  GPtrArray *gates = eup_method_get_gates (model->method);

  eup_facts_init (&facts, assessment, model);
  for (guint i = 0; i < gates->len; i++)
    {
      const EupGate *gate = gates->pdata[i];

      if ((!assessment->card->urgent || gate->urgent) && eup_facts_hold (&facts, gate->when) &&
          gate_asks_for (&facts, gate, fact))
        return TRUE;
    }
  return FALSE;
}
