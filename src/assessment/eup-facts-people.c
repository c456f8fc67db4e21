/* Facts of the people: who lives there, who interprets, who was asked, who gains by it. */

#include "assessment/eup-facts-private.h"

typedef gboolean (*IsOne) (const EupFacts *facts, const EupPerson *person);

static int
count (const EupFacts *facts, IsOne is_one)
{
  int n = 0;

  for (guint i = 0; i < facts->assessment->people->len; i++)
    n += is_one (facts, facts->assessment->people->pdata[i]);
  return n;
}

static gboolean
is_cohabitant (const EupFacts *facts, const EupPerson *person)
{
  return person->cohabits && eup_person_voice (person) != EUP_VOICE_RESIDENT;
}

static gboolean
is_interpreter (const EupFacts *facts, const EupPerson *person)
{
  return person->interprets && !eup_person_is_absent (person);
}

static gboolean
is_interpreting_relative (const EupFacts *facts, const EupPerson *person)
{
  return is_interpreter (facts, person) && eup_person_voice (person) == EUP_VOICE_RELATIVES;
}

/* The facilitator asks and is not asked, unless the same person also decides. */
static gboolean
has_own_opinion (const EupPerson *person)
{
  EupVoice voice = eup_person_voice (person);

  return voice < EUP_VOICE_FACILITATOR || (voice == EUP_VOICE_FACILITATOR && person->decides);
}

static gboolean
is_unasked (const EupFacts *facts, const EupPerson *person)
{
  const EupDissent *dissent = eup_assessment_find (facts->assessment, EUP_PART_DISSENT, person->id);

  if (eup_person_is_absent (person) || !has_own_opinion (person))
    return FALSE;
  return dissent == NULL || !eup_has_text (dissent->answer) || g_str_equal (dissent->answer, "not-asked");
}

static gboolean
has_said_something (const EupFacts *facts, const EupPerson *person)
{
  for (guint i = 0; i < facts->assessment->statements->len; i++)
    {
      const EupStatement *statement = facts->assessment->statements->pdata[i];

      if (g_strcmp0 (statement->person, person->id) == 0 &&
          eup_statement_is_complete (statement, facts->model->method))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_absent_without_view (const EupFacts *facts, const EupPerson *person)
{
  return eup_person_is_absent (person) && has_own_opinion (person) && !eup_has_text (person->reason) &&
         !has_said_something (facts, person);
}

/* "zh-CN" and "zh" are one language; an unknown one is taken for the record's. */
static gboolean
is_other_language (const char *language, const char *record)
{
  gsize length = strcspn (language ? language : "", "-_");

  if (length == 0 || !eup_has_text (record))
    return FALSE;
  return length != strcspn (record, "-_") || g_ascii_strncasecmp (language, record, length) != 0;
}

static gboolean
speaks_other_language (const EupFacts *facts, const EupPerson *person)
{
  const char *record = facts->assessment->card->language;
  gboolean takes_part = !eup_person_is_absent (person) || has_said_something (facts, person);

  if (eup_has_text (person->language))
    return takes_part && is_other_language (person->language, record);
  for (guint i = 0; i < facts->assessment->statements->len; i++)
    {
      const EupStatement *statement = facts->assessment->statements->pdata[i];

      if (g_strcmp0 (statement->person, person->id) == 0 && is_other_language (statement->language, record))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_decider (const EupFacts *facts, const EupPerson *person)
{
  const char *decider = facts->assessment->decision->decider;

  return person->decides || (eup_has_text (decider) && g_strcmp0 (person->name, decider) == 0);
}

/* "some" as soon as one decider has an interest, "" while it is not said of each, else "none". */
static const char *
decider_interest (const EupFacts *facts)
{
  const char *interest = NULL;

  for (guint i = 0; i < facts->assessment->people->len; i++)
    {
      const EupPerson *person = facts->assessment->people->pdata[i];

      if (!is_decider (facts, person))
        continue;
      if (g_strcmp0 (person->interest, "some") == 0)
        return "some";
      if (!eup_has_text (person->interest))
        interest = "";
      else if (interest == NULL)
        interest = "none";
    }
  return interest ? interest : "";
}

void
eup_facts_of_people (EupFact fact, const char *name, const char *detail, EupValue *value, gpointer data)
{
  const EupFacts *facts = data;

  if (fact == EUP_FACT_COHABITANTS)
    value->number = count (facts, is_cohabitant);
  else if (fact == EUP_FACT_INTERPRETERS)
    value->number = count (facts, is_interpreter);
  else if (fact == EUP_FACT_RELATIVE_INTERPRETS)
    value->truth = count (facts, is_interpreting_relative) > 0;
  else if (fact == EUP_FACT_LANGUAGES_DIFFER)
    value->truth = count (facts, speaks_other_language) > 0;
  else if (fact == EUP_FACT_DISSENTS_UNASKED)
    value->number = count (facts, is_unasked);
  else if (fact == EUP_FACT_ABSENT_WITHOUT_VIEW)
    value->number = count (facts, is_absent_without_view);
  else if (fact == EUP_FACT_DECIDER_INTEREST)
    value->text = g_strdup (decider_interest (facts));
  else
    g_assert_not_reached ();
}
