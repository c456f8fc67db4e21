/* Facts of the case card: which technology, which country, whose case. */

#include "assessment/eup-facts-private.h"

static char *
text_of (const char *text)
{
  return g_strdup (text ? text : "");
}

static const char *
country (const EupModel *model)
{
  return model->rules ? eup_rule_pack_get_country (model->rules) : "";
}

static gboolean
needs_second_reader (const EupFacts *facts)
{
  const EupTechnology *technology =
      eup_catalogue_find (facts->model->catalogue, facts->assessment->card->technology);

  return technology != NULL && technology->second_reader;
}

static char **
functions_that_are_on (const EupCard *card)
{
  return card->functions ? g_strdupv (card->functions) : g_new0 (char *, 1);
}

static const char *
occasion (const EupCard *card)
{
  return eup_has_text (card->occasion) ? card->occasion : "first";
}

void
eup_facts_of_case (EupFact fact, const char *name, const char *detail, EupValue *value, gpointer data)
{
  const EupFacts *facts = data;
  const EupCard *card = facts->assessment->card;

  if (fact == EUP_FACT_LEVEL)
    value->number = eup_rules_level (facts->assessment, facts->model);
  else if (fact == EUP_FACT_TECHNOLOGY)
    value->text = text_of (card->technology);
  else if (fact == EUP_FACT_FUNCTIONS)
    value->set = functions_that_are_on (card);
  else if (fact == EUP_FACT_URGENT)
    value->truth = card->urgent;
  else if (fact == EUP_FACT_OCCASION)
    value->text = text_of (occasion (card));
  else if (fact == EUP_FACT_COUNTRY)
    value->text = text_of (country (facts->model));
  else if (fact == EUP_FACT_PURPOSE)
    value->text = text_of (card->purpose);
  else if (fact == EUP_FACT_IMPACT_ASSESSMENT)
    value->text = text_of (card->impact_assessment);
  else if (fact == EUP_FACT_SECOND_READER)
    value->text = text_of (card->second_reader);
  else if (fact == EUP_FACT_SECOND_READER_VIEW)
    value->text = text_of (card->second_reader_view);
  else if (fact == EUP_FACT_TECHNOLOGY_NEEDS_SECOND_READER)
    value->truth = needs_second_reader (facts);
  else if (fact == EUP_FACT_BIRTH_UNKNOWN)
    value->truth = eup_rules_retention (facts->assessment, facts->model).birth_day_unknown;
  else
    g_assert_not_reached ();
}
