/* What a condition can ask of a case, each fact with cases where it says one thing and another. */

#include "eup-whole.h"

#include "assessment/eup-facts-private.h"
#include "method/eup-expression-private.h"

typedef struct
{
  const char *edits;
  const char *condition; /* true in the case so edited */
} Row;

#define SAME_DAY "card number=1"

static const Row rows[] = {
  { SAME_DAY, "level = 2" },
  { "card functions=auto-answer", "level = 3" },
  { "card technology=nothing", "level = 0" },
  { SAME_DAY, "technology = 'gps-alarm'" },
  { SAME_DAY, "functions = {'talk', 'position-on-press'}" },
  { "card functions=zone", "'zone' in functions and not ('talk' in functions)" },
  { SAME_DAY, "not urgent" },
  { "card urgent=true", "urgent" },
  { SAME_DAY, "occasion = 'first'" },
  { "card occasion=", "occasion = 'first'" },
  { "card occasion=follow-up", "occasion = 'follow-up'" },
  { SAME_DAY, "country = 'SE'" },
  { SAME_DAY, "filled(purpose)" },
  { "card purpose=", "purpose = ''" },
  { SAME_DAY, "follow_up_days = 24" },
  { "decision followUpDate=", "follow_up_days < 0" },
  { "card meeting=", "follow_up_days < 0" },
  { SAME_DAY, "follow_up_limit = 42" },
  { "card urgent=true", "follow_up_limit = 14" },
  { SAME_DAY, "follow_up_owner = 'Maria'" },
  { SAME_DAY, "until_days < 0" },
  { "decision until=2026-12-01", "until_days = 5" },
  { SAME_DAY, "urgent_limit = 14" },
  { SAME_DAY,
    "alternatives = 2 and alternatives_without_technology = 1 and alternatives_without_reason = 0" },
  { "alternative walk title=Rollator", "alternatives = 3 and alternatives_without_reason = 1" },
  { SAME_DAY, "conditions = 0" },
  { "condition a text=Promenad | condition a owner=Maria", "conditions = 0" },
  { "condition a text=Promenad | condition a owner=Maria | condition a date=2026-12-01", "conditions = 1" },
  { "condition a text=Promenad | condition a owner=Maria | condition a date=2026-12-01 | condition a "
    "question=q20",
    "conditions_for('q20') = 1 and conditions_for('q21') = 0" },
  { SAME_DAY, "weights = {'no-concern'}" },
  { "weight q18 weight=with-condition", "weights = {'no-concern', 'with-condition'}" },
  { "weight q19 weight=should-not | card functions=talk", "weights = {'no-concern'}" },
  { SAME_DAY, "weight('q18') = 'no-concern'" },
  { "-weight q18", "weight('q18') = '' and unweighed = 1" },
  { "weight q18 weight=", "weight('q18') = '' and unweighed = 1" },
  { "-weight q19 | card functions=talk", "unweighed = 0" }, /* q19 is not open there */
  { SAME_DAY, "unweighed = 0 and safeguards_missing = 0" },
  { "weight q18 weight=strong-reason", "safeguards_missing = 1" },
  { "weight q18 weight=strong-reason | weight q18 safeguard=Bara vid tryck", "safeguards_missing = 0" },
  { SAME_DAY, "impact_assessment = 'Dnr 2026/17'" },
  { SAME_DAY, "second_reader = '' and second_reader_view = ''" },
  { "card secondReader=Sara | card secondReaderView=Ja",
    "second_reader = 'Sara' and second_reader_view = 'Ja'" },
  { SAME_DAY, "not technology_needs_second_reader" },
  { "card technology=behaviour-analysis", "technology_needs_second_reader" },
  { SAME_DAY, "decider = 'Karin Lund' and delegation = '4.12'" },
  { SAME_DAY, "decider_interest = 'none'" },
  { "person karin interest=", "decider_interest = ''" },
  { "person karin interest=some", "decider_interest = 'some'" },
  { "person karin decides=false | person karin name=Karin",
    "decider_interest = ''" },                                   /* not among the people */
  { "person karin decides=false", "decider_interest = 'none'" }, /* known by the name */
  { "person maria decides=true", "decider_interest = ''" },      /* of one it is not said */
  { "person maria decides=true | person maria interest=some", "decider_interest = 'some'" },
  { "person maria interest=some", "decider_interest = 'none'" }, /* she does not decide */
  { SAME_DAY, "filled(road) and filled(provision) and outcome = 'introduce'" },
  { "decision road= | decision provision= | decision outcome=",
    "road = '' and provision = '' and outcome = ''" },
  { SAME_DAY, "cohabitants = 0" },
  { "person anna cohabits=true | person per cohabits=true", "cohabitants = 1" },
  { SAME_DAY, "interpreters = 0 and not relative_interprets" },
  { "person hong voice=none | person hong interprets=true", "interpreters = 1 and not relative_interprets" },
  { "person hong voice=none | person hong interprets=true | person hong presence=absent",
    "interpreters = 0" },
  { "person per interprets=true", "interpreters = 1 and relative_interprets" },
  { SAME_DAY, "not languages_differ" },
  { "person per language=zh", "languages_differ" },
  { "person per language=sv-FI", "not languages_differ" },
  { "person olle voice=staff | person olle language=fi | person olle presence=absent",
    "not languages_differ" },
  { "person olle voice=staff | person olle language=fi | person olle presence=absent | statement q1-olle "
    "words=Hei",
    "languages_differ" },
  { "statement q10-anna language=fi", "languages_differ" },
  { "statement q10-anna language=sv", "not languages_differ" },
  { SAME_DAY, "dissents_unasked = 0" },
  { "-dissent anna | -dissent per", "dissents_unasked = 2" },
  { "-dissent per | person per presence=absent", "dissents_unasked = 0" },
  { "person lena decides=true", "dissents_unasked = 1" }, /* who decides is asked, also as facilitator */
  { "person hong voice=none", "dissents_unasked = 0" },
  { SAME_DAY, "absent_without_view = 0" },
  { "person olle voice=staff | person olle presence=absent", "absent_without_view = 1" },
  { "person olle voice=none | person olle presence=absent", "absent_without_view = 0" },
  { "person olle voice=staff | person olle presence=absent | person olle reason=Sjuk",
    "absent_without_view = 0" },
  { "person olle voice=staff | person olle presence=absent | statement q1-olle nonAnswer=not-asked",
    "absent_without_view = 1" },
  { SAME_DAY, "quick_voices = 0" },
  { "statement q20-anna enteredBy=Lena | statement q20-anna said=2026-11-26T13:40:00+01:00",
    "quick_voices = 1" },
  { "statement q20-anna enteredBy=Lena | statement q20-anna said=2026-11-26T13:40:00+01:00 | "
    "statement q21-per enteredBy=Lena | statement q21-per said=2026-11-26T13:40:00+01:00",
    "quick_voices = 1" }, /* another question */
  { "statement q20-anna enteredBy=Lena | statement q20-anna said=2026-11-26T13:40:00+01:00 | "
    "statement q20-per enteredBy=Lena | statement q20-per said=2026-11-26T12:41:00+00:00 | "
    "statement q20-maria enteredBy=Lena | statement q20-maria said=2026-11-26T13:44:59+01:00",
    "quick_voices = 3" },
  { "person eva voice=relatives | statement q20-eva stances.answer=same | statement q20-eva enteredBy=Per | "
    "statement q20-eva said=2026-11-26T13:40:00+01:00 | statement q20-per enteredBy=Per | "
    "statement q20-per said=2026-11-26T13:40:00+01:00",
    "quick_voices = 1" }, /* two relatives are one voice */
  { "statement q21-lena enteredBy=Lena | statement q21-lena said=2026-11-26T13:40:00+01:00 | "
    "statement q21-anna enteredBy=Lena | statement q21-anna said=2026-11-26T13:40:00+01:00",
    "quick_voices = 1" }, /* the facilitator's own line is none of the three */
  { SAME_DAY, "resident_jargon = 0" },
  { "statement q1-anna words=Mera DELAKTIGHET tack | statement q6-anna words=Insatsen är bra",
    "resident_jargon = 2" },
  { "statement q1-per words=Mera delaktighet tack", "resident_jargon = 0" },
  { "statement q1-anna words=Jag är svårinsatsad", "resident_jargon = 0" }, /* inside another word */
  { "statement q1-anna words=我想多参加，认知功能没问题 | statement q1-anna language=zh-CN",
    "resident_jargon = 1" },
  { "statement q1-anna words=My autonomy | statement q1-anna language=en", "resident_jargon = 1" },
  { SAME_DAY, "same_words = 0" },
  { "statement q1-anna words=Sjön och kaffet. | statement q1-maria words=sjön, och kaffet",
    "same_words = 1" },
  { "statement q1-anna words=Ja! | statement q1-maria words=ja", "same_words = 0" }, /* what anybody says */
  { "statement q1-anna words=Sjön och kaffet | statement q2-maria words=Sjön och kaffet", "same_words = 0" },
  { SAME_DAY, "not birth_unknown" },
  { "card personalNumber=", "birth_unknown" },
  { "card personalNumber= | card birthday=1942-03-14", "not birth_unknown" },
  { SAME_DAY, "ticks('q2') = {'resident-wish'}" },
  { "statement q2-per ticks=relatives-worry,resident-wish",
    "ticks('q2') = {'relatives-worry', 'resident-wish'}" },
  { "statement q2-anna nonAnswer=unknown", "ticks('q2') = {}" },
  { SAME_DAY, "attempts('q10') = 0 and attempt_days('q10') = 0 and attempt_methods('q10') = 0" },
  { "attempt a question=q10 | attempt a date=2026-11-20 | attempt a method=Samtal | attempt a "
    "occasion=morgon | "
    "attempt b question=q10 | attempt b date=2026-11-20 | attempt b method= samtal | attempt b "
    "occasion=kväll",
    "attempts('q10') = 2 and attempt_days('q10') = 2 and attempt_methods('q10') = 1" },
  { SAME_DAY, "stance('q10', 'resident') = {'yes'}" },
  { "statement q10-anna nonAnswer=declined", "stance('q10', 'resident') = {}" },
  { "person eva voice=relatives | statement q20-eva stances.answer=worse",
    "stance('q20', 'relatives') = {'same', 'worse'}" },
  { "person night voice=staff | person night size=5 | statement q20-night counts.answer/worse=1 | "
    "statement q20-night counts.answer/better=0",
    "stance('q20', 'staff') = {'same', 'worse'} and answered('q20', 'staff')" },
  { "statement q4-anna stances.security=mostly | statement q4-anna stances.participation=partly",
    "stance('q4', 'resident') = {'mostly', 'partly'}" },
  { SAME_DAY, "answered('q10', 'resident') and not answered('q1', 'resident')" },
  { "statement q1-anna words= ", "not answered('q1', 'resident')" },
  { "statement q1-anna words=Sjön", "answered('q1', 'resident')" },
  { SAME_DAY, "answered('q5', 'facilitator')" }, /* the purpose is what they said together */
  { "card purpose=", "not answered('q5', 'facilitator')" },
  { SAME_DAY, "not reason('q10', 'resident')" },
  { "statement q10-anna nonAnswer=declined", "reason('q10', 'resident')" },
  { "statement q10-anna nonAnswer=not-asked", "not reason('q10', 'resident')" },
  { "statement q10-anna nonAnswer=not-asked | statement q10-anna reason=Sov", "reason('q10', 'resident')" },
  { SAME_DAY, "field('q21', 'cost') = '0'" },
  { "statement q21-lena fields.cost=", "field('q21', 'cost') = ''" },
  { "statement q21-lena nonAnswer=unknown", "field('q21', 'cost') = ''" },
  { "person olle voice=staff | statement q23-olle fields.control=no",
    "choices('q23', 'control') = {'never', 'no'}" },
  { "statement q9-lena fields.ways=talk pictures", "choices('q9', 'ways') = {'talk', 'pictures'}" },
  { SAME_DAY, "choices('q9', 'ways') = {}" },
  { SAME_DAY, "consent('c2') = {'yes'} and consent_required('c2')" },
  { SAME_DAY, "not consent_by_other('c2')" },
  { "consent c2-anna answer=cannot", "not consent_by_other('c2')" },
  { "consent c2-anna answer=cannot | consent c2-per answer=no", "not consent_by_other('c2')" },
  { "consent c2-anna answer=cannot | consent c2-per answer=yes", "consent_by_other('c2')" },
  { "person per cohabits=true | consent c3-per answer=yes", "not consent_by_other('c3')" },
  { SAME_DAY, "consent('c5') = {} and not consent_required('c5')" },
  { SAME_DAY, "consent('c3') = {} and not consent_required('c3')" },
  { "person per cohabits=true | person eva voice=relatives | person eva cohabits=true | consent c3-per "
    "answer=no",
    "consent('c3') = {'no', 'missing'} and consent_required('c3')" },
  { "card technology=safety-button | card functions=", "consent('c2') = {} and not consent_required('c2')" },
  { "-person anna", "consent('c2') = {'missing'} and consent_required('c2')" },
  { "-person anna | card technology=safety-button | card functions=", "not consent_required('c2')" },
};

static gboolean
holds (const EupAssessment *assessment, const EupModel *model, const char *condition)
{
  g_auto (EupFacts) facts;
  g_autoptr (GError) error = NULL;
  g_autoptr (EupExpression) expression = eup_expression_parse (condition, NULL, NULL, &error);

  g_assert_no_error (error);
  eup_facts_init (&facts, assessment, model);
  return eup_facts_hold (&facts, expression);
}

static void
each_fact_is_as_it_was_said (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (EupAssessment) assessment = eup_whole_case (model);

      eup_edit (assessment, rows[i].edits);
      if (!holds (assessment, model, rows[i].condition))
        g_error ("row %u: “%s” is not true after “%s”", i, rows[i].condition, rows[i].edits);
    }
}

static void
no_fact_is_left_out_here (void)
{
  for (guint fact = 0; fact <= EUP_FACT_CONSENT_BY_OTHER; fact++)
    {
      g_autofree char *word = g_strdup_printf ("\\b%s\\b", eup_fact_get_info (fact)->name);
      gboolean found = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        found = found || g_regex_match_simple (word, rows[i].condition, 0, 0);
      if (!found)
        g_error ("the fact %s stands in no row", eup_fact_get_info (fact)->name);
    }
}

static void
the_other_countrys_case_has_its_country (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("CN");
  g_autoptr (EupAssessment) assessment = eup_whole_case (model);

  g_assert_true (
      holds (assessment, model, "country = 'CN' and consent_required('c2') and not birth_unknown"));
}

/* Nothing that a condition asks may need a whole case. */
static void
an_empty_case_answers_every_fact (void)
{
  g_autoptr (EupModel) model = eup_whole_model ("SE");
  g_autoptr (EupAssessment) assessment = eup_assessment_new ();
  g_autoptr (GPtrArray) gates = eup_rules_gates (assessment, model);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    holds (assessment, model, rows[i].condition);
  g_assert_cmpuint (gates->len, >, 0);
}

#define ADD(name) g_test_add_func ("/facts/" #name, name)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD (each_fact_is_as_it_was_said);
  ADD (no_fact_is_left_out_here);
  ADD (the_other_countrys_case_has_its_country);
  ADD (an_empty_case_answers_every_fact);
  return g_test_run ();
}
