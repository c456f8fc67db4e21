/* What stands against an outcome, against sealing and against signing. */

#include "eup-whole.h"

static const char *const kind_names[] = {
  [EUP_OBSTACLE_OUTCOME] = "outcome",     [EUP_OBSTACLE_FORBIDDEN] = "forbidden",
  [EUP_OBSTACLE_GATE] = "gate",           [EUP_OBSTACLE_DATE] = "date",
  [EUP_OBSTACLE_CONDITION] = "condition", [EUP_OBSTACLE_REMOVAL] = "removal",
  [EUP_OBSTACLE_URGENT] = "urgent",       [EUP_OBSTACLE_RULES] = "rules",
  [EUP_OBSTACLE_REASONS] = "reasons",     [EUP_OBSTACLE_DECIDER] = "decider",
};

/* "gate g1, date": each kind with its gate */
static char *
in_words (GPtrArray *obstacles)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < obstacles->len; i++)
    {
      const EupObstacle *obstacle = obstacles->pdata[i];

      g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", kind_names[obstacle->kind]);
      if (obstacle->gate != NULL)
        g_string_append_printf (words, " %s", obstacle->gate->id);
      g_assert_cmpint (obstacle->gate != NULL, ==, obstacle->need != NULL);
    }
  return g_string_free_and_steal (words);
}

typedef struct
{
  const char *edits;
  const char *obstacles;
} ObstacleCase;

#define CONDITION "condition one text=Promenad | condition one owner=Maria | condition one date=2026-12-04"
#define URGENT "card urgent=true | "
#define FOLLOW_UP "card occasion=follow-up | "
#define REMOVED                                                                                              \
  " | decision removed=2026-12-01 | decision dataDeleted=2026-12-01 | decision removalConfirmedBy=Maria"

static const ObstacleCase seal_cases[] = {
  { NULL, "" },
  /* A yes needs its gates, a no does not. */
  { "card purpose=", "gate g1" },
  { "card purpose= | decision outcome=refrain", "" },
  { "card purpose= | card impactAssessment=", "gate g1, gate g13" },
  { "statement q10-anna stances.answer=no", "forbidden g3" },
  { "statement q10-anna stances.answer=no | decision outcome=refrain", "" },
  { "statement q10-anna stances.answer=no | decision outcome=other-solution", "" },
  { "consent c2-anna answer=no", "forbidden g4" },
  { "person per interprets=true", "" },            /* a warning holds nothing back */
  { "decision delegation= | decision road=", "" }, /* what waits for the signing does not either */
  /* What an outcome asks for itself. */
  { "decision outcome=trial", "date" },
  { "decision outcome=trial | decision until=2027-01-07", "" },
  { "decision outcome=introduce-with-conditions", "condition" },
  { "decision outcome=introduce-with-conditions | condition one text=Promenad", "condition" },
  { "decision outcome=introduce-with-conditions | " CONDITION, "" },
  { "decision outcome=not-now", "condition" },
  { "decision outcome=not-now | " CONDITION, "" },
  { "decision outcome=refer", "" },
  /* The two occasions. */
  { "decision outcome=continue", "outcome" },
  { "decision outcome=end", "outcome" },
  { FOLLOW_UP "decision outcome=introduce", "outcome" },
  { FOLLOW_UP "decision outcome=continue", "" },
  { FOLLOW_UP "decision outcome=change | statement q10-anna stances.answer=no", "forbidden g3" },
  { FOLLOW_UP "decision outcome=end", "removal" },
  { FOLLOW_UP "decision outcome=end" REMOVED, "" },
  { FOLLOW_UP "decision outcome=end" REMOVED " | decision dataDeleted=", "removal" },
  /* An urgent case: fewer gates, an end within fourteen days. */
  { URGENT "decision outcome=introduce", "gate g14, urgent" },
  { URGENT "decision outcome=trial", "gate g14, urgent" },
  { URGENT "decision outcome=trial | decision until=2026-12-11", "gate g14, urgent" },
  { URGENT "decision outcome=trial | decision until=2026-11-26", "gate g14, urgent" },
  { URGENT "decision outcome=trial | decision until=2026-12-10 | decision followUpDate=2026-12-10", "" },
  { URGENT
    "decision outcome=trial | decision until=2026-12-10 | decision followUpDate=2026-12-10 | -weight q18 | "
    "card impactAssessment= | -dissent per | -alternative company",
    "" },
  { URGENT "decision outcome=trial | decision until=2026-12-10 | decision followUpDate=2026-12-10 | "
           "statement q10-anna stances.answer=no",
    "forbidden g3" },
  { URGENT "decision outcome=refrain", "" },
  /* What every outcome needs. */
  { "decision outcome=", "outcome" },
  { "decision outcome=perhaps", "outcome" },
  { "decision because= ", "reasons" },
  { "decision therefore= | decision outcome=refrain", "reasons" },
  { "decision decider= ", "decider" },
  { "decision decider= | decision because= | decision outcome=", "outcome, reasons, decider" },
};

static void
what_stands_against_sealing_is_told_apart (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");

  for (guint i = 0; i < G_N_ELEMENTS (seal_cases); i++)
    {
      g_autoptr (EupAssessment) assessment = eup_whole_case (model);
      g_autoptr (GPtrArray) obstacles = NULL;
      g_autofree char *words = NULL;

      g_test_message ("%s", seal_cases[i].edits ? seal_cases[i].edits : "nothing changed");
      eup_edit (assessment, seal_cases[i].edits ? seal_cases[i].edits : "card number=1");
      obstacles = eup_rules_seal_obstacles (assessment, model);
      words = in_words (obstacles);
      g_assert_cmpstr (words, ==, seal_cases[i].obstacles);
    }
}

static void
a_case_without_a_rule_pack_is_not_sealed (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");
  g_autoptr (EupAssessment) assessment = eup_whole_case (model);
  g_autoptr (GPtrArray) obstacles = NULL;
  g_autofree char *words = NULL;

  g_clear_pointer (&assessment->rules->id, g_free);
  obstacles = eup_rules_seal_obstacles (assessment, model);
  words = in_words (obstacles);
  g_assert_cmpstr (words, ==, "rules");
}

static const ObstacleCase sign_cases[] = {
  { "card number=1", "" },
  { "decision delegation=", "gate g16" },
  { "person karin interest=some", "gate g16" },
  { "decision road=", "gate g16" },
  { "card purpose=", "" }, /* held back the sealing already */
  { "decision delegation= | decision outcome=refrain", "" },
  { "decision delegation= | card urgent=true", "" },
};

static void
a_signature_under_a_yes_needs_a_decider_with_the_right_to_decide (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");

  for (guint i = 0; i < G_N_ELEMENTS (sign_cases); i++)
    {
      g_autoptr (EupAssessment) assessment = eup_whole_case (model);
      g_autoptr (GPtrArray) obstacles = NULL;
      g_autofree char *words = NULL;

      g_test_message ("%s", sign_cases[i].edits);
      eup_edit (assessment, sign_cases[i].edits);
      obstacles = eup_rules_sign_obstacles (assessment, model);
      words = in_words (obstacles);
      g_assert_cmpstr (words, ==, sign_cases[i].obstacles);
    }
}

/* The obstacle shows the need that speaks of it, not one that is merely unfinished. */
static void
a_forbidden_yes_is_explained_by_what_forbids_it (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");
  g_autoptr (EupAssessment) assessment = eup_whole_case (model);
  g_autoptr (GPtrArray) obstacles = NULL;
  const EupObstacle *obstacle;

  eup_edit (assessment, "-weight q15 | weight q18 weight=should-not");
  obstacles = eup_rules_seal_obstacles (assessment, model);
  g_assert_cmpuint (obstacles->len, ==, 1);
  obstacle = obstacles->pdata[0];
  g_assert_cmpint (obstacle->kind, ==, EUP_OBSTACLE_FORBIDDEN);
  g_assert_true (obstacle->need->forbids);
}

typedef struct
{
  const char *edits;
  const char *possible; /* the ids of the outcomes that can be chosen */
} PossibleCase;

static const PossibleCase possible_cases[] = {
  { "card number=1", "introduce trial introduce-with-conditions not-now other-solution refrain refer" },
  { "card purpose=", "introduce trial introduce-with-conditions not-now other-solution refrain refer" },
  { "statement q10-anna stances.answer=no", "not-now other-solution refrain refer" },
  { "statement q28-anna stances.answer=against", "not-now other-solution refrain refer" },
  { "consent c2-anna answer=cannot", "not-now other-solution refrain refer" },
  { "weight q18 weight=should-not", "not-now other-solution refrain refer" },
  { "card occasion=follow-up", "continue change end" },
  { "card occasion=follow-up | statement q10-anna stances.answer=no", "end" },
};

static void
outcomes_that_are_possible (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");
  GPtrArray *outcomes = eup_method_get_outcomes (model->method);

  for (guint i = 0; i < G_N_ELEMENTS (possible_cases); i++)
    {
      g_autoptr (EupAssessment) assessment = eup_whole_case (model);
      g_autoptr (GString) possible = g_string_new (NULL);

      g_test_message ("%s", possible_cases[i].edits);
      eup_edit (assessment, possible_cases[i].edits);
      for (guint j = 0; j < outcomes->len; j++)
        {
          const EupOutcome *outcome = outcomes->pdata[j];

          if (eup_rules_outcome_is_possible (assessment, model, outcome))
            g_string_append_printf (possible, "%s%s", possible->len ? " " : "", outcome->id);
        }
      g_assert_cmpstr (possible->str, ==, possible_cases[i].possible);
    }
}

#define ADD(name) g_test_add_func ("/obstacles/" #name, name)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD (what_stands_against_sealing_is_told_apart);
  ADD (a_case_without_a_rule_pack_is_not_sealed);
  ADD (a_signature_under_a_yes_needs_a_decider_with_the_right_to_decide);
  ADD (a_forbidden_yes_is_explained_by_what_forbids_it);
  ADD (outcomes_that_are_possible);
  return g_test_run ();
}
