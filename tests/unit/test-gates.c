/* Every need of every gate that is shipped, driven open and closed. */

#include "eup-whole.h"

typedef struct
{
  const char *gate;
  guint need;         /* from 0 */
  const char *opens;  /* made to the whole case: the need is open */
  const char *closes; /* made after that: it is closed again */
} Drive;

#define Q11_PARTLY                                                                                           \
  "statement q11-maria fields.understand=partly | statement q11-maria fields.remember=yes | "                \
  "statement q11-maria fields.weigh=yes | statement q11-maria fields.express=yes"
#define Q11_YES                                                                                              \
  "statement q11-maria fields.understand=yes | statement q11-maria fields.remember=yes | "                   \
  "statement q11-maria fields.weigh=yes | statement q11-maria fields.express=yes"
#define NOT_REACHED "statement q10-anna stances.answer=not-reached"
#define ATTEMPT(id, date, method)                                                                            \
  "attempt " id " question=q10 | attempt " id " date=" date " | attempt " id " method=" method               \
  " | attempt " id " by=Maria"
#define CONDITION(question)                                                                                  \
  "condition one question=" question                                                                         \
  " | condition one text=Promenad på fredagar | condition one owner=Maria"                                   \
  " | condition one date=2026-12-04"
#define TYPED(question, person, time)                                                                        \
  "statement " question "-" person " enteredBy=Lena | statement " question "-" person                        \
  " changed=2026-11-26T" time ":00+01:00"

static const Drive drives[] = {
  { "g1", 0, "card purpose=", "card purpose=Gå till sjön" },
  { "g1", 0, "card purpose=  ", "card purpose=Gå till sjön" },
  { "g1", 1, "statement q2-anna ticks=staff-workload", "statement q2-per ticks=resident-risk" },
  { "g2", 0, "-statement q10-anna", "statement q10-anna stances.answer=unsure" },
  { "g2", 0, "-statement q10-anna",
    "statement q10-anna nonAnswer=not-asked | statement q10-anna reason=Sov vid båda besöken" },
  { "g2", 0, "-statement q10-anna | statement q10-anna nonAnswer=not-asked",
    "statement q10-anna reason=Sov vid båda besöken" },
  { "g2", 0, "-statement q10-anna", "statement q10-anna nonAnswer=declined" },
  { "g2", 1, NOT_REACHED " | " ATTEMPT ("a", "2026-11-20", "samtal"), ATTEMPT ("b", "2026-11-21", "bilder") },
  { "g2", 1, "-statement q10-anna | statement q10-anna nonAnswer=declined",
    ATTEMPT ("a", "2026-11-20", "samtal") " | " ATTEMPT ("b", "2026-11-21", "bilder") },
  { "g2", 2,
    NOT_REACHED " | " ATTEMPT ("a", "2026-11-20", "samtal") " | " ATTEMPT ("b", "2026-11-20", "bilder"),
    "attempt b date=2026-11-22" },
  { "g2", 2,
    NOT_REACHED " | " ATTEMPT ("a", "2026-11-20", "samtal") " | " ATTEMPT ("b", "2026-11-20", "bilder"),
    "attempt b occasion=kvällen" },
  { "g2", 3,
    NOT_REACHED " | " ATTEMPT ("a", "2026-11-20", "samtal") " | " ATTEMPT ("b", "2026-11-22", "Samtal "),
    "attempt b method=bilder" },
  { "g3", 0, "statement q10-anna stances.answer=no", "statement q10-anna stances.answer=yes" },
  { "g3", 1, "statement q28-anna stances.answer=against", "statement q28-anna stances.answer=for-if" },
  { "g4", 0, "-consent c2-anna", "consent c2-anna answer=yes" },
  { "g4", 1, "consent c2-anna answer=no", "consent c2-anna answer=yes" },
  { "g4", 2, "consent c2-anna withdrawn=2026-11-27T09:00:00+01:00",
    "consent again consent=c2 | consent again person=anna | consent again answer=yes" },
  { "g4", 3, "consent c2-anna answer=cannot", "consent c2-per answer=yes" },
  { "g4", 4, "consent c2-anna answer=cannot | consent c2-per answer=yes",
    "statement q13-lena fields.representative=god-man" },
  { "g4", 4, "-consent c2-anna | consent c2-per answer=yes", "consent c2-anna answer=yes" },
  { "g4", 4,
    "consent c2-anna answer=cannot | consent c2-per answer=yes | statement q13-lena "
    "fields.representative=relative-without",
    "statement q13-lena fields.representative=future-power" },
  { "g4", 5,
    "consent c2-anna answer=cannot | consent c2-per answer=yes | statement q13-lena "
    "fields.representative=god-man | statement q13-lena fields.paper=not-seen",
    "statement q13-lena fields.paper=seen" },
  { "g4", 6, "person per cohabits=true", "consent c3-per answer=yes" },
  { "g4", 7, "person per cohabits=true | consent c3-per answer=no", "consent c3-per answer=yes" },
  { "g4", 8,
    "person per cohabits=true | consent c3-per answer=yes | consent c3-per "
    "withdrawn=2026-11-27T09:00:00+01:00",
    "person per cohabits=false" },
  { "g4", 9, "person per cohabits=true | consent c3-per answer=cannot", "consent c3-per answer=yes" },
  { "g5", 0, "statement q10-anna stances.answer=unsure", Q11_YES },
  { "g5", 0, "statement q10-anna ticks=doubt", Q11_PARTLY },
  { "g5", 0, "statement q10-anna nonAnswer=unknown", Q11_YES },
  { "g5", 1, "statement q10-anna stances.answer=unsure | " Q11_PARTLY,
    "statement q12-per fields.known=said" },
  { "g5", 1, "statement q10-anna stances.answer=varies | " Q11_PARTLY,
    "statement q12-per nonAnswer=unknown" },
  { "g5", 2, "statement q10-anna stances.answer=other-decides | " Q11_PARTLY,
    "statement q13-lena fields.representative=none" },
  { "g6", 0, "-alternative alarm", "alternative walk title=Rollator | alternative walk reason=Provad" },
  { "g6", 1, "alternative company withoutTechnology=false", "alternative company withoutTechnology=true" },
  { "g6", 2, "alternative company reason=", "alternative company reason=Inte varje dag" },
  { "g7", 0, "statement q20-anna stances.answer=bad", CONDITION ("q20") },
  { "g7", 0, "statement q20-per stances.answer=worse", CONDITION ("q20") },
  { "g7", 0, "statement q20-maria stances.answer=much-worse | " CONDITION ("q20") " | condition one owner=",
    "condition one owner=Maria" },
  { "g7", 0, "statement q20-per stances.answer=much-worse | " CONDITION ("q21"),
    "condition one question=q20" },
  { "g8", 0, "statement q21-lena fields.cost=", "statement q21-lena fields.cost=0" },
  { "g8", 1, "-statement q21-lena | statement q21-per stances.answer=quite", CONDITION ("q21") },
  { "g9", 0, "-statement q23-maria", "statement q23-maria words=Mindre spring" },
  { "g9", 1, "statement q23-maria fields.control=", "statement q23-maria fields.control=no" },
  { "g9", 2, "statement q23-maria fields.control=justified",
    "statement q23-maria fields.justification=Efter en stöld, i två veckor" },
  { "g10", 0, "statement q25-lena fields.viewers=", "statement q25-lena fields.viewers=Maria" },
  { "g10", 1, "statement q25-lena fields.keep-days=", "statement q25-lena fields.keep-days=0" },
  { "g10", 2, "statement q26-lena fields.reviewer=", "statement q26-lena fields.reviewer=Karin" },
  { "g10", 3, "statement q26-lena fields.reader=", "statement q26-lena fields.reader=Maria" },
  { "g11", 0, "statement q27-maria fields.backup=", "statement q27-maria fields.backup=Besök" },
  { "g11", 1, "statement q27-maria fields.charging=", "statement q27-maria fields.charging=Anna" },
  { "g11", 2, "statement q27-maria fields.turn-out=", "statement q27-maria fields.turn-out=Natten" },
  { "g12", 0, "-weight q18", "weight q18 weight=with-condition" },
  { "g12", 1, "weight q18 weight=strong-reason", "weight q18 safeguard=Platsen syns bara när hon trycker" },
  { "g12", 2, "weight q19 weight=should-not", "weight q19 weight=with-condition" },
  { "g13", 0, "card impactAssessment=", "card impactAssessment=Dnr 2026/18" },
  { "g14", 0, "decision followUpDate=", "decision followUpDate=2026-11-27" },
  { "g14", 0, "decision followUpDate=2026-11-26", "decision followUpDate=2027-01-07" },
  { "g14", 1, "decision followUpDate=2027-01-08", "decision followUpDate=2027-01-07" },
  { "g14", 1, "card urgent=true | decision followUpDate=2026-12-11", "decision followUpDate=2026-12-10" },
  { "g14", 2, "decision followUpOwner=", "decision followUpOwner=Maria" },
  { "g14", 3, "card urgent=true", "decision until=2026-12-10" },
  { "g14", 4, "card urgent=true | decision until=2026-12-11", "decision until=2026-12-10" },
  { "g15", 0, "-dissent per", "dissent per answer=none" },
  { "g15", 0, "dissent karin answer=not-asked", "dissent karin answer=reservation" },
  { "g15", 1, "person olle voice=staff | person olle presence=absent", "person olle reason=Ledig" },
  { "g15", 1, "person olle voice=staff | person olle presence=absent",
    "statement q6-olle words=Nätet är svagt" },
  { "g16", 0, "decision decider=", "decision decider=Karin Lund" },
  { "g16", 1, "decision delegation=", "decision delegation=4.12" },
  { "g16", 2, "person karin interest=", "person karin interest=none" },
  { "g16", 3, "person karin interest=some", "person karin interest=none" },
  { "g16", 4, "decision road=", "decision road=execution" },
  { "g16", 5, "decision provision=", "decision provision=sol-11-1" },
  { "g17", 0, "person per language=fi", "person hong voice=none | person hong interprets=true" },
  { "g17", 0, "statement q1-per language=zh", "person hong voice=none | person hong interprets=true" },
  { "g17", 1, "person per interprets=true", "person per interprets=false" },
  { "g18", 0, "card functions=auto-answer", "card secondReader=Sara Holm" },
  { "g18", 0, "card technology=behaviour-analysis | card functions=sensors", "card secondReader=Sara Holm" },
  { "g18", 1, "card functions=auto-answer | card secondReader=Sara Holm",
    "card secondReaderView=Stäng av bilden" },
  { "g19", 0, TYPED ("q20", "anna", "13:40") " | " TYPED ("q20", "per", "13:45"),
    TYPED ("q20", "per", "13:46") },
  { "g19", 0, TYPED ("q20", "per", "13:40") " | " TYPED ("q20", "maria", "13:40"),
    "statement q20-maria enteredBy=Maria" },
  { "g19", 1, "statement q1-anna words=Mina insatser ska räcka",
    "statement q1-anna words=Hjälpen ska räcka" },
  { "g19", 2, "statement q1-anna words=Att gå till sjön. | statement q1-per words=att gå till  sjön",
    "statement q1-per words=Att hon är trygg" },
};

static const EupGateState *
find_state (GPtrArray *states, const char *gate)
{
  for (guint i = 0; i < states->len; i++)
    if (g_str_equal (((EupGateState *) states->pdata[i])->gate->id, gate))
      return states->pdata[i];
  return NULL;
}

static gboolean
need_is_open (const EupAssessment *assessment, const EupModel *model, const Drive *drive)
{
  g_autoptr (GPtrArray) states = eup_rules_gates (assessment, model);
  const EupGateState *state = find_state (states, drive->gate);
  const EupGate *gate = eup_method_find_gate (model->method, drive->gate);
  guint at;

  g_assert_nonnull (gate);
  g_assert_cmpuint (drive->need, <, gate->needs->len);
  if (state == NULL || !g_ptr_array_find (state->needs, gate->needs->pdata[drive->need], &at))
    return FALSE;
  g_assert_true (state->open);
  return TRUE;
}

static void
assert_all_closed (const EupAssessment *assessment, const EupModel *model)
{
  g_autoptr (GPtrArray) states = eup_rules_gates (assessment, model);

  for (guint i = 0; i < states->len; i++)
    {
      const EupGateState *state = states->pdata[i];

      if (state->open)
        g_error ("in the whole case %s is open: %s", state->gate->id,
                 eup_text_get (((EupGateNeed *) state->needs->pdata[0])->missing, "en"));
    }
}

static void
every_gate_is_closed_in_a_whole_case (gconstpointer country)
{
  g_autoptr (EupModel) model = eup_whole_model (country);
  g_autoptr (EupAssessment) assessment = eup_whole_case (model);
  g_autoptr (EupProblems) problems = eup_problems_new ("whole");
  g_autoptr (GPtrArray) seal = eup_rules_seal_obstacles (assessment, model);
  g_autoptr (GPtrArray) sign = eup_rules_sign_obstacles (assessment, model);

  if (!eup_assessment_check (assessment, model, problems))
    g_error ("%s", eup_problem_to_line (eup_problems_get (problems, 0)));
  assert_all_closed (assessment, model);
  g_assert_cmpuint (seal->len, ==, 0);
  g_assert_cmpuint (sign->len, ==, 0);
}

static void
each_need_opens_and_closes (gconstpointer country)
{
  g_autoptr (EupModel) model = eup_whole_model (country);

  for (guint i = 0; i < G_N_ELEMENTS (drives); i++)
    {
      g_autoptr (EupAssessment) assessment = eup_whole_case (model);

      g_test_message ("%s, need %u: %s", drives[i].gate, drives[i].need, drives[i].opens);
      g_assert_false (need_is_open (assessment, model, &drives[i]));
      eup_edit (assessment, drives[i].opens);
      g_assert_true (need_is_open (assessment, model, &drives[i]));
      eup_edit (assessment, drives[i].closes);
      g_assert_false (need_is_open (assessment, model, &drives[i]));
    }
}

static void
no_need_of_a_shipped_gate_is_left_out_here (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");
  GPtrArray *gates = eup_method_get_gates (model->method);

  g_assert_cmpuint (gates->len, ==, 19);
  for (guint i = 0; i < gates->len; i++)
    {
      const EupGate *gate = gates->pdata[i];

      for (guint need = 0; need < gate->needs->len; need++)
        {
          gboolean driven = FALSE;

          for (guint j = 0; j < G_N_ELEMENTS (drives); j++)
            driven = driven || (drives[j].need == need && g_str_equal (drives[j].gate, gate->id));
          if (!driven)
            g_error ("need %u of the gate %s is driven by no row", need, gate->id);
        }
    }
}

static void
in_an_urgent_case_fewer_gates_count (void)
{
  static const char *const urgent[] = { "g1", "g2", "g3", "g4", "g11", "g14", NULL };
  g_autoptr (EupModel) model = eup_whole_model ("SE");
  g_autoptr (EupAssessment) assessment = eup_whole_case (model);
  g_autoptr (GPtrArray) states = NULL;

  eup_edit (assessment, "card urgent=true");
  states = eup_rules_gates (assessment, model);
  g_assert_cmpuint (states->len, ==, g_strv_length ((char **) urgent));
  for (guint i = 0; i < states->len; i++)
    g_assert_cmpstr (((EupGateState *) states->pdata[i])->gate->id, ==, urgent[i]);
}

/* A gate at level 0 asks nothing that only a higher level needs. */
static void
gates_that_do_not_count_are_left_out (void)
{
  static const char *const left_out[] = { "g4", "g5", "g7", "g10", "g11", "g13", "g18" };
  g_autoptr (EupModel) model = eup_whole_model ("SE");
  g_autoptr (EupAssessment) assessment = eup_whole_case (model);
  g_autoptr (GPtrArray) states = NULL;

  eup_edit (assessment, "card technology=memory-aid | card functions=");
  states = eup_rules_gates (assessment, model);
  for (guint i = 0; i < G_N_ELEMENTS (left_out); i++)
    g_assert_null (find_state (states, left_out[i]));
  g_assert_cmpuint (states->len, ==, 19 - G_N_ELEMENTS (left_out));
}

typedef struct
{
  const char *opens, *override;
  const char *gate;
  gboolean overridden;
} OverrideCase;

static const OverrideCase override_cases[] = {
  { "card impactAssessment=", "override g13 name=Karin Lund | override g13 reason=Klar i januari", "g13",
    TRUE },
  { "-statement q23-maria", "override g9 name=Karin Lund | override g9 reason=Ensam i natt", "g9", TRUE },
  { "card functions=auto-answer", "override g18 name=Karin Lund | override g18 reason=Ingen finns", "g18",
    TRUE },
  { "card impactAssessment=", "override g13 reason=Klar i januari", "g13", FALSE },
  { "card impactAssessment=", "override g13 name=Karin Lund | override g13 reason= ", "g13", FALSE },
  { "card impactAssessment=", "override g9 name=Karin Lund | override g9 reason=Annat", "g13", FALSE },
  { "card purpose=", "override g1 name=Karin Lund | override g1 reason=Bråttom", "g1", FALSE },
  { "statement q10-anna stances.answer=no", "override g3 name=Karin Lund | override g3 reason=Bäst så", "g3",
    FALSE },
};

static void
only_a_name_and_a_reason_go_past_a_gate_that_allows_it (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");

  for (guint i = 0; i < G_N_ELEMENTS (override_cases); i++)
    {
      const OverrideCase *row = &override_cases[i];
      g_autoptr (EupAssessment) assessment = eup_whole_case (model);
      g_autoptr (GPtrArray) states = NULL;
      g_autoptr (GPtrArray) obstacles = NULL;
      const EupGateState *state;

      g_test_message ("row %u: %s", i, row->override);
      eup_edit (assessment, row->opens);
      eup_edit (assessment, row->override);
      states = eup_rules_gates (assessment, model);
      obstacles = eup_rules_seal_obstacles (assessment, model);
      state = find_state (states, row->gate);
      g_assert_cmpint (state->overridden, ==, row->overridden);
      g_assert_cmpint (state->open, ==, !row->overridden);
      g_assert_cmpuint (state->needs->len, >, 0); /* what it waited for is still told */
      g_assert_cmpint (obstacles->len == 0, ==, row->overridden);
    }
}

static void
an_override_of_a_closed_gate_says_nothing (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");
  g_autoptr (EupAssessment) assessment = eup_whole_case (model);
  g_autoptr (GPtrArray) states = NULL;

  eup_edit (assessment, "override g13 name=Karin Lund | override g13 reason=Klar i januari");
  states = eup_rules_gates (assessment, model);
  g_assert_false (find_state (states, "g13")->overridden);
  g_assert_false (find_state (states, "g13")->open);
}

/* Whether a case asks for something follows from the method, filled in already or not. */
static void
a_case_asks_for_what_a_gate_that_counts_waits_for (void)
{
  static const struct
  {
    const char *edits;
    EupFact fact;
    gboolean asks;
  } rows[] = {
    { "", EUP_FACT_IMPACT_ASSESSMENT, TRUE },
    { "card impactAssessment=", EUP_FACT_IMPACT_ASSESSMENT, TRUE },
    { "card technology=medicine-dispenser | card functions=", EUP_FACT_IMPACT_ASSESSMENT, FALSE },
    { "", EUP_FACT_SECOND_READER, FALSE },
    { "card technology=night-camera | card functions=", EUP_FACT_SECOND_READER, TRUE },
    { "card urgent=true", EUP_FACT_IMPACT_ASSESSMENT, FALSE },
  };
  g_autoptr (EupModel) model = eup_whole_model ("SE");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (EupAssessment) assessment = eup_whole_case (model);

      g_test_message ("%s", rows[i].edits);
      eup_edit (assessment, rows[i].edits);
      g_assert_cmpint (eup_rules_asks_for (assessment, model, rows[i].fact), ==, rows[i].asks);
    }
}

#define ADD(name) g_test_add_func ("/gates/" #name, name)
#define ADD_FOR(name, country) g_test_add_data_func ("/gates/" country "/" #name, country, name)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_FOR (every_gate_is_closed_in_a_whole_case, "SE");
  ADD_FOR (every_gate_is_closed_in_a_whole_case, "CN");
  ADD_FOR (each_need_opens_and_closes, "SE");
  ADD_FOR (each_need_opens_and_closes, "CN");
  ADD (no_need_of_a_shipped_gate_is_left_out_here);
  ADD (in_an_urgent_case_fewer_gates_count);
  ADD (gates_that_do_not_count_are_left_out);
  ADD (only_a_name_and_a_reason_go_past_a_gate_that_allows_it);
  ADD (an_override_of_a_closed_gate_says_nothing);
  ADD (a_case_asks_for_what_a_gate_that_counts_waits_for);
  return g_test_run ();
}
