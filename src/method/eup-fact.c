/* The table of what a condition can ask of a case (docs/method-format.md says it in words). */

#include "method/eup-expression-private.h"

#define TRUTH(name, fact, arguments) { name, fact, EUP_TYPE_TRUTH, arguments, 0, 0, NULL }
#define COUNT(name, fact, arguments) { name, fact, EUP_TYPE_NUMBER, arguments, 0, G_MAXINT, NULL }
#define DAYS(name, fact) { name, fact, EUP_TYPE_NUMBER, EUP_ARGUMENTS_NONE, -1, G_MAXINT, NULL }
#define TEXT(name, fact, arguments, values) { name, fact, EUP_TYPE_TEXT, arguments, 0, 0, values }
#define SET(name, fact, arguments, values) { name, fact, EUP_TYPE_SET, arguments, 0, 0, values }

/* In the order of EupFact. */
static const EupFactInfo facts[] = {
  { "level", EUP_FACT_LEVEL, EUP_TYPE_NUMBER, EUP_ARGUMENTS_NONE, 0, 3, NULL },
  TEXT ("technology", EUP_FACT_TECHNOLOGY, EUP_ARGUMENTS_NONE, NULL),
  SET ("functions", EUP_FACT_FUNCTIONS, EUP_ARGUMENTS_NONE, NULL),
  TRUTH ("urgent", EUP_FACT_URGENT, EUP_ARGUMENTS_NONE),
  TEXT ("occasion", EUP_FACT_OCCASION, EUP_ARGUMENTS_NONE, "first follow-up"),
  TEXT ("country", EUP_FACT_COUNTRY, EUP_ARGUMENTS_NONE, NULL),
  TEXT ("purpose", EUP_FACT_PURPOSE, EUP_ARGUMENTS_NONE, NULL),
  DAYS ("follow_up_days", EUP_FACT_FOLLOW_UP_DAYS),
  DAYS ("follow_up_limit", EUP_FACT_FOLLOW_UP_LIMIT),
  TEXT ("follow_up_owner", EUP_FACT_FOLLOW_UP_OWNER, EUP_ARGUMENTS_NONE, NULL),
  DAYS ("until_days", EUP_FACT_UNTIL_DAYS),
  DAYS ("urgent_limit", EUP_FACT_URGENT_LIMIT),
  COUNT ("alternatives", EUP_FACT_ALTERNATIVES, EUP_ARGUMENTS_NONE),
  COUNT ("alternatives_without_technology", EUP_FACT_ALTERNATIVES_WITHOUT_TECHNOLOGY, EUP_ARGUMENTS_NONE),
  COUNT ("alternatives_without_reason", EUP_FACT_ALTERNATIVES_WITHOUT_REASON, EUP_ARGUMENTS_NONE),
  COUNT ("conditions", EUP_FACT_CONDITIONS, EUP_ARGUMENTS_NONE),
  SET ("weights", EUP_FACT_WEIGHTS, EUP_ARGUMENTS_NONE, NULL),
  COUNT ("unweighed", EUP_FACT_UNWEIGHED, EUP_ARGUMENTS_NONE),
  COUNT ("safeguards_missing", EUP_FACT_SAFEGUARDS_MISSING, EUP_ARGUMENTS_NONE),
  TEXT ("impact_assessment", EUP_FACT_IMPACT_ASSESSMENT, EUP_ARGUMENTS_NONE, NULL),
  TEXT ("second_reader", EUP_FACT_SECOND_READER, EUP_ARGUMENTS_NONE, NULL),
  TEXT ("second_reader_view", EUP_FACT_SECOND_READER_VIEW, EUP_ARGUMENTS_NONE, NULL),
  TRUTH ("technology_needs_second_reader", EUP_FACT_TECHNOLOGY_NEEDS_SECOND_READER, EUP_ARGUMENTS_NONE),
  TEXT ("decider", EUP_FACT_DECIDER, EUP_ARGUMENTS_NONE, NULL),
  TEXT ("delegation", EUP_FACT_DELEGATION, EUP_ARGUMENTS_NONE, NULL),
  TEXT ("decider_interest", EUP_FACT_DECIDER_INTEREST, EUP_ARGUMENTS_NONE, " none some"),
  TEXT ("road", EUP_FACT_ROAD, EUP_ARGUMENTS_NONE, NULL),
  TEXT ("provision", EUP_FACT_PROVISION, EUP_ARGUMENTS_NONE, NULL),
  TEXT ("outcome", EUP_FACT_OUTCOME, EUP_ARGUMENTS_NONE, NULL),
  COUNT ("cohabitants", EUP_FACT_COHABITANTS, EUP_ARGUMENTS_NONE),
  COUNT ("interpreters", EUP_FACT_INTERPRETERS, EUP_ARGUMENTS_NONE),
  TRUTH ("relative_interprets", EUP_FACT_RELATIVE_INTERPRETS, EUP_ARGUMENTS_NONE),
  TRUTH ("languages_differ", EUP_FACT_LANGUAGES_DIFFER, EUP_ARGUMENTS_NONE),
  COUNT ("dissents_unasked", EUP_FACT_DISSENTS_UNASKED, EUP_ARGUMENTS_NONE),
  COUNT ("absent_without_view", EUP_FACT_ABSENT_WITHOUT_VIEW, EUP_ARGUMENTS_NONE),
  COUNT ("quick_voices", EUP_FACT_QUICK_VOICES, EUP_ARGUMENTS_NONE),
  COUNT ("resident_jargon", EUP_FACT_RESIDENT_JARGON, EUP_ARGUMENTS_NONE),
  COUNT ("same_words", EUP_FACT_SAME_WORDS, EUP_ARGUMENTS_NONE),
  TRUTH ("birth_unknown", EUP_FACT_BIRTH_UNKNOWN, EUP_ARGUMENTS_NONE),
  SET ("ticks", EUP_FACT_TICKS, EUP_ARGUMENTS_QUESTION, NULL),
  COUNT ("attempts", EUP_FACT_ATTEMPTS, EUP_ARGUMENTS_QUESTION),
  COUNT ("attempt_days", EUP_FACT_ATTEMPT_DAYS, EUP_ARGUMENTS_QUESTION),
  COUNT ("attempt_methods", EUP_FACT_ATTEMPT_METHODS, EUP_ARGUMENTS_QUESTION),
  TEXT ("weight", EUP_FACT_WEIGHT, EUP_ARGUMENTS_QUESTION, NULL),
  COUNT ("conditions_for", EUP_FACT_CONDITIONS_FOR, EUP_ARGUMENTS_QUESTION),
  SET ("stance", EUP_FACT_STANCE, EUP_ARGUMENTS_QUESTION_VOICE, NULL),
  TRUTH ("answered", EUP_FACT_ANSWERED, EUP_ARGUMENTS_QUESTION_VOICE),
  TRUTH ("reason", EUP_FACT_REASON, EUP_ARGUMENTS_QUESTION_VOICE),
  TEXT ("field", EUP_FACT_FIELD, EUP_ARGUMENTS_QUESTION_FIELD, NULL),
  SET ("choices", EUP_FACT_CHOICES, EUP_ARGUMENTS_QUESTION_FIELD, NULL),
  SET ("consent", EUP_FACT_CONSENT, EUP_ARGUMENTS_CONSENT, "yes no cannot withdrawn missing"),
  TRUTH ("consent_required", EUP_FACT_CONSENT_REQUIRED, EUP_ARGUMENTS_CONSENT),
  TRUTH ("consent_by_other", EUP_FACT_CONSENT_BY_OTHER, EUP_ARGUMENTS_CONSENT),
};

/**
 * eup_fact_find:
 *
 * Returns: (nullable) (transfer none): the fact that conditions call @name
 */
const EupFactInfo *
eup_fact_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (g_str_equal (facts[i].name, name))
      return &facts[i];
  return NULL;
}

const EupFactInfo *
eup_fact_get_info (EupFact fact)
{
  g_return_val_if_fail (fact < G_N_ELEMENTS (facts), NULL);
  g_assert (facts[fact].fact == fact);

  return &facts[fact];
}
