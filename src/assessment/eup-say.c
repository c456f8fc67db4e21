/* The case in words: the method's texts about this person and this technology. */

#include "assessment/eup-assessment-private.h"

#include <stdio.h>

static gboolean
is_language (const char *language, const char *code)
{
  return language != NULL && strncmp (language, code, 2) == 0;
}

/* @other: (nullable): another person's name, for {other} */
static char *
say (const EupText *text,
     const char *language,
     const EupAssessment *assessment,
     const EupModel *model,
     const char *other)
{
  const EupTechnology *technology = eup_catalogue_find (model->catalogue, assessment->card->technology);

  return eup_text_fill (eup_text_get (text, language), "person", assessment->card->alias, "technology",
                        technology ? eup_text_get (technology->definite, language) : "…",
                        other ? "other" : NULL, other, NULL);
}

/**
 * eup_rules_say:
 * @text: words of the method, in which {person} and {technology} may stand
 *
 * Returns: (transfer full): the words in @language, about this case
 */
char *
eup_rules_say (const EupText *text,
               const char *language,
               const EupAssessment *assessment,
               const EupModel *model)
{
  return say (text, language, assessment, model, NULL);
}

/**
 * eup_rules_consent_words:
 *
 * Returns: (transfer full): the question that asks for the consent, with {other} for the person that it
 *   is about, or who lives there and is asked
 */
char *
eup_rules_consent_words (const EupConsentAsked *asked,
                         const EupAssessment *assessment,
                         const EupModel *model,
                         const char *language)
{
  const EupPerson *other = asked->about ? asked->about : asked->person;

  return say (asked->kind->question, language, assessment, model, other->name ? other->name : "");
}

/* Each of the options that are chosen, a comma between. */
static char *
choice_words (const char *chosen, const EupQuestionField *field, const char *language)
{
  const char *comma = is_language (language, "zh") ? "、" : ", ";
  g_auto (GStrv) ids = g_strsplit (chosen, " ", -1);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < field->options->len; i++)
    {
      const EupItem *option = field->options->pdata[i];

      if (g_strv_contains ((const char *const *) ids, option->id))
        g_string_append_printf (words, "%s%s", words->len ? comma : "",
                                eup_text_get (option->label, language));
    }
  return g_string_free_and_steal (words);
}

/* "30 minutes a day" */
static char *
number_words (const char *number, const EupQuestionField *field, const char *language)
{
  const char *unit = field->unit ? eup_text_get (field->unit, language) : "";
  const char *space = *unit == '\0' || is_language (language, "zh") ? "" : " ";

  return g_strconcat (number, space, unit, NULL);
}

/**
 * eup_rules_field_words:
 *
 * Returns: (transfer full): what was filled in for @field, as people read it: the options' words, a
 *   number with its unit, a date in words; "" when it is empty
 */
char *
eup_rules_field_words (const EupStatement *statement, const EupQuestionField *field, const char *language)
{
  const char *value = eup_statement_get_field (statement, field->id);

  if (!eup_has_text (value))
    return g_strdup ("");
  switch (field->kind)
    {
    case EUP_FIELD_KIND_CHOICE:
    case EUP_FIELD_KIND_CHOICES:
      return choice_words (value, field, language);
    case EUP_FIELD_KIND_NUMBER:
      return number_words (value, field, language);
    case EUP_FIELD_KIND_DATE:
      return eup_rules_date (value, language);
    case EUP_FIELD_KIND_LINE:
    case EUP_FIELD_KIND_WORDS:
    default:
      return g_strdup (value);
    }
}

/* What was chosen of one item; of people without their names how many chose what. */
static char *
chosen_words (const EupStatement *statement,
              const EupPerson *person,
              const EupScale *scale,
              const char *item,
              const char *language)
{
  const char *id = g_hash_table_lookup (statement->stances, item);
  const EupOption *option = id ? eup_scale_find_option (scale, id) : NULL;

  if (eup_statement_has_counts (statement))
    return eup_counts_say (statement, scale, item, eup_person_get_size (person), language);
  return g_strdup (option ? eup_text_get (option->label, language) : "");
}

/**
 * eup_rules_item_words:
 *
 * Returns: (transfer full): what was chosen of one of the question's items; "" where nothing was
 */
char *
eup_rules_item_words (const EupStatement *statement,
                      const char *item,
                      const EupAssessment *assessment,
                      const EupModel *model,
                      const char *language)
{
  const EupQuestion *question = eup_method_find_question (model->method, statement->question);
  const EupPerson *person = eup_assessment_find_person (assessment, statement->person);
  const EupScale *scale = eup_question_scale_of (question, person);

  return scale ? chosen_words (statement, person, scale, item, language) : g_strdup ("");
}

/**
 * eup_rules_stance_words:
 *
 * Returns: (transfer full): what was chosen on the scale, in words ("Better"; for several things
 *   "Secure: mostly · Having a say: partly"; for people without their names "3 of 5: worse"), the ticks, or the non-answer; "" when it is in words only
 */
char *
eup_rules_stance_words (const EupStatement *statement,
                        const EupAssessment *assessment,
                        const EupModel *model,
                        const char *language)
{
  const EupQuestion *question = eup_method_find_question (model->method, statement->question);
  const EupPerson *person = eup_assessment_find_person (assessment, statement->person);
  const EupScale *scale = eup_question_scale_of (question, person);
  const char *colon = is_language (language, "zh") ? "：" : ": ";
  GString *words = g_string_new (NULL);

  if (statement->non_answer != NULL && *statement->non_answer != '\0')
    {
      const EupNonAnswer *non_answer = eup_method_find_non_answer (model->method, statement->non_answer);

      g_string_append (words, non_answer ? eup_text_get (non_answer->label, language) : "");
      return g_string_free_and_steal (words);
    }
  for (guint i = 0; scale != NULL && i < MAX (question->items->len, 1); i++)
    {
      const EupItem *item = question->items->len ? question->items->pdata[i] : NULL;
      g_autofree char *chosen =
          chosen_words (statement, person, scale, item ? item->id : EUP_ITEM_ANSWER, language);

      if (*chosen == '\0')
        continue;
      g_string_append (words, words->len ? " · " : "");
      if (item != NULL)
        g_string_append_printf (words, "%s%s", eup_text_get (item->label, language), colon);
      g_string_append (words, chosen);
    }
  for (guint i = 0; question != NULL && statement->ticks && i < question->ticks->len; i++)
    {
      const EupItem *tick = question->ticks->pdata[i];

      if (g_strv_contains ((const char *const *) statement->ticks, tick->id))
        g_string_append_printf (words, "%s%s", words->len ? " · " : "", eup_text_get (tick->label, language));
    }
  return g_string_free_and_steal (words);
}

/* Whether @iso begins with a date. */
static gboolean
read_date (const char *iso, int *year, int *month, int *day)
{
  return iso != NULL && sscanf (iso, "%4d-%2d-%2d", year, month, day) == 3 && *month >= 1 && *month <= 12;
}

/**
 * eup_rules_date:
 * @iso: a date or time that begins with YYYY-MM-DD
 *
 * Returns: (transfer full): the date as people write it, such as "7 januari 2027"; what is not a
 *   date comes back as it is
 */
char *
eup_rules_date (const char *iso, const char *language)
{
  static const char *const sv[] = { "januari", "februari", "mars",      "april",   "maj",      "juni",
                                    "juli",    "augusti",  "september", "oktober", "november", "december" };
  static const char *const en[] = { "January", "February", "March",     "April",   "May",      "June",
                                    "July",    "August",   "September", "October", "November", "December" };
  int year, month, day;

  if (!read_date (iso, &year, &month, &day))
    return g_strdup (iso ? iso : "");
  if (is_language (language, "zh"))
    return g_strdup_printf ("%d年%d月%d日", year, month, day);
  return g_strdup_printf ("%d %s %d", day, is_language (language, "sv") ? sv[month - 1] : en[month - 1],
                          year);
}

/**
 * eup_rules_day:
 * @iso: a date or time that begins with YYYY-MM-DD
 *
 * Returns: (transfer full) (nullable): the day without its year and with the month cut short, such as
 *   "24 nov."; %NULL for what is not a date
 */
char *
eup_rules_day (const char *iso, const char *language)
{
  static const char *const sv[] = { "jan.", "feb.", "mars",  "april", "maj",  "juni",
                                    "juli", "aug.", "sept.", "okt.",  "nov.", "dec." };
  static const char *const en[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
  int year, month, day;

  if (!read_date (iso, &year, &month, &day))
    return NULL;
  if (is_language (language, "zh"))
    return g_strdup_printf ("%d月%d日", month, day);
  return g_strdup_printf ("%d %s", day, is_language (language, "sv") ? sv[month - 1] : en[month - 1]);
}

/**
 * eup_rules_outcome_sentence:
 *
 * Returns: (transfer full): the outcome as a heading, such as "Prov med GPS-larm till den 7 januari
 *   2027"; "" when none is chosen
 */
char *
eup_rules_outcome_sentence (const EupAssessment *assessment, const EupModel *model, const char *language)
{
  const EupOutcome *outcome = eup_method_find_outcome (model->method, assessment->decision->outcome);
  const EupTechnology *technology = eup_catalogue_find (model->catalogue, assessment->card->technology);
  g_autofree char *date = eup_rules_date (assessment->decision->until, language);

  if (outcome == NULL)
    return g_strdup ("");
  return eup_text_fill (eup_text_get (outcome->sentence, language), "technology",
                        technology ? eup_text_get (technology->name, language) : "…", "date",
                        *date ? date : "…", "person", assessment->card->alias, NULL);
}
