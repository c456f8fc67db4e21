/* Reads the conditions of a method, and refuses those that ask for what nobody can ever answer. */

#include "method/eup-expression-private.h"
#include "method/eup-method-private.h"

typedef struct
{
  const EupMethod *method;
  const char *path;
  EupProblems *problems;
} Check;

#define WRONG(check, ...)                                                                                    \
  eup_problems_add ((check)->problems, EUP_DATA_ERROR_INVALID, (check)->path, __VA_ARGS__)

static gboolean
is_known_cb (EupNameKind kind, const char *name, const char *detail, gpointer data)
{
  const EupMethod *method = data;
  const EupQuestion *question = eup_method_find_question (method, name);
  EupVoice voice;

  switch (kind)
    {
    case EUP_NAME_QUESTION:
      return question != NULL;
    case EUP_NAME_VOICE:
      return question != NULL && eup_voice_from_id (detail, &voice) && eup_question_asks (question, voice);
    case EUP_NAME_FIELD:
      return question != NULL && eup_question_find_field (question, detail) != NULL;
    case EUP_NAME_CONSENT:
      return eup_method_find_consent (method, name) != NULL;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
has_item (GPtrArray *items, const char *id)
{
  for (guint i = 0; i < items->len; i++)
    if (g_str_equal (((const EupItem *) items->pdata[i])->id, id))
      return TRUE;
  return FALSE;
}

static gboolean
has_choices (const EupQuestionField *field)
{
  return field->kind == EUP_FIELD_KIND_CHOICE || field->kind == EUP_FIELD_KIND_CHOICES;
}

/* (nullable): on which @voice answers */
static const EupScale *
scale_of (const EupQuestion *question, const char *voice)
{
  EupVoice who;

  return eup_voice_from_id (voice, &who) ? question->scales[who] : NULL;
}

/* Whether the question has what the fact asks of it. */
static void
check_fact_cb (EupFact fact, const char *name, const char *detail, guint place, gpointer data)
{
  const Check *check = data;
  const EupQuestion *question = eup_method_find_question (check->method, name);

  switch ((int) fact)
    {
    case EUP_FACT_STANCE:
      if (scale_of (question, detail) == NULL)
        WRONG (check, "character %u: the voice “%s” has no scale in the question “%s”", place, detail, name);
      break;
    case EUP_FACT_TICKS:
      if (question->ticks->len == 0)
        WRONG (check, "character %u: the question “%s” has no ticks", place, name);
      break;
    case EUP_FACT_ATTEMPTS:
    case EUP_FACT_ATTEMPT_DAYS:
    case EUP_FACT_ATTEMPT_METHODS:
      if (!question->attempts)
        WRONG (check, "character %u: no attempts are noted at the question “%s”", place, name);
      break;
    case EUP_FACT_WEIGHT:
      if (!question->weigh)
        WRONG (check, "character %u: the question “%s” is not weighed", place, name);
      break;
    case EUP_FACT_CHOICES:
      if (!has_choices (eup_question_find_field (question, detail)))
        WRONG (check, "character %u: the field “%s” has nothing to choose from, expected field('%s', '%s')",
               place, detail, name, detail);
      break;
    case EUP_FACT_WEIGHTS:
    case EUP_FACT_UNWEIGHED:
    case EUP_FACT_SAFEGUARDS_MISSING:
      if (check->method->weight_scale == NULL)
        WRONG (check, "character %u: nothing is weighed, expected a scale in $.weightScale", place);
      break;
    default:
      break;
    }
}

static void
check_field_choice (
    const Check *check, const EupQuestionField *field, EupFact fact, const char *choice, guint place)
{
  if (fact == EUP_FACT_FIELD && *choice == '\0')
    return;
  if (fact == EUP_FACT_FIELD && field->kind == EUP_FIELD_KIND_CHOICES)
    WRONG (check,
           "character %u: the field “%s” can hold several options, expected choices() to look for “%s”",
           place, field->id, choice);
  else if (has_choices (field) && !has_item (field->options, choice))
    WRONG (check, "character %u: the field “%s” has no option “%s”", place, field->id, choice);
}

static void
check_scale_choice (const Check *check, const EupScale *scale, const char *choice, guint place)
{
  if (scale != NULL && eup_scale_find_option (scale, choice) == NULL)
    WRONG (check, "character %u: the scale “%s” has no option “%s”", place, scale->id, choice);
}

static void
check_closed_choice (const Check *check, const EupFactInfo *info, const char *choice, guint place)
{
  g_auto (GStrv) values = g_strsplit (info->values, " ", -1);
  g_autofree char *list = g_strjoinv (", ", **values == '\0' ? values + 1 : values);

  if (!g_strv_contains ((const char *const *) values, choice))
    WRONG (check, "character %u: “%s” is never “%s”, expected one of %s", place, info->name, choice, list);
}

static gboolean
is_country (const char *code)
{
  return g_ascii_isupper (code[0]) && g_ascii_isupper (code[1]) && code[2] == '\0';
}

/* Whether the fact can ever be, or hold, what it is compared with. */
static void
check_choice_cb (
    EupFact fact, const char *name, const char *detail, const char *choice, guint place, gpointer data)
{
  const Check *check = data;
  const EupFactInfo *info = eup_fact_get_info (fact);
  const EupQuestion *question = eup_method_find_question (check->method, name);

  if (info->type == EUP_TYPE_TEXT && info->values == NULL && *choice == '\0')
    return; /* nothing there */
  if (fact == EUP_FACT_STANCE)
    check_scale_choice (check, scale_of (question, detail), choice, place);
  else if (fact == EUP_FACT_WEIGHT || fact == EUP_FACT_WEIGHTS)
    check_scale_choice (check, check->method->weight_scale, choice, place);
  else if (fact == EUP_FACT_FIELD || fact == EUP_FACT_CHOICES)
    check_field_choice (check, eup_question_find_field (question, detail), fact, choice, place);
  else if (fact == EUP_FACT_TICKS && question->ticks->len > 0 && !has_item (question->ticks, choice))
    WRONG (check, "character %u: the question “%s” has no tick “%s”", place, name, choice);
  else if (fact == EUP_FACT_OUTCOME && eup_method_find_outcome (check->method, choice) == NULL)
    WRONG (check, "character %u: there is no outcome “%s”", place, choice);
  else if (fact == EUP_FACT_COUNTRY && !is_country (choice))
    WRONG (check, "character %u: “%s” is no country, expected two capital letters such as 'SE'", place,
           choice);
  else if (info->values != NULL)
    check_closed_choice (check, info, choice, place);
}

/**
 * eup_method_check_condition:
 * @expression: a condition, its names not checked yet
 * @path: where it stands
 * @problems: takes everything that it names and the method does not have
 *
 * What only the catalogue and the rule pack know (technologies, functions, roads) is not looked at.
 *
 * Returns: whether all is good
 */
gboolean
eup_method_check_condition (const EupMethod *self,
                            const EupExpression *expression,
                            const char *path,
                            EupProblems *problems)
{
  Check check = { self, path, problems };
  guint before = eup_problems_get_n (problems);
  g_autoptr (GError) error = NULL;

  if (!eup_expression_check_names (expression, is_known_cb, (gpointer) self, &error))
    {
      WRONG (&check, "%s", error->message);
      return FALSE;
    }
  eup_expression_foreach_fact (expression, check_fact_cb, &check);
  eup_expression_foreach_choice (expression, check_choice_cb, &check);
  return eup_problems_get_n (problems) == before;
}

/**
 * eup_method_read_condition:
 * @name: a member of @entry, which stands at @path
 *
 * Returns: (transfer full) (nullable): the condition; %NULL when it is not there or wrong
 */
EupExpression *
eup_method_read_condition (
    const EupMethod *self, EupDefinition *definition, JsonObject *entry, const char *name, const char *path)
{
  const char *text = json_object_get_string_member_with_default (entry, name, NULL);
  g_autofree char *place = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (EupExpression) expression = NULL;

  if (text == NULL)
    return NULL;
  place = eup_json_path_member (path, name);
  expression = eup_expression_parse (text, NULL, NULL, &error);
  if (expression == NULL)
    EUP_DEFINITION_WRONG (definition, place, "%s", error->message);
  else if (eup_method_check_condition (self, expression, place, definition->problems))
    return g_steal_pointer (&expression);
  return NULL;
}

static void
tell (const EupExpression *expression, EupConditionFunc func, gpointer data, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

static void
tell (const EupExpression *expression, EupConditionFunc func, gpointer data, const char *format, ...)
{
  g_autofree char *path = NULL;
  va_list args;

  if (expression == NULL)
    return;
  va_start (args, format);
  path = g_strdup_vprintf (format, args);
  va_end (args);
  func (expression, path, data);
}

/**
 * eup_method_foreach_condition:
 *
 * Calls @func for each condition of the method with the path where it stands.
 */
void
eup_method_foreach_condition (const EupMethod *self, EupConditionFunc func, gpointer data)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      const EupQuestion *question = self->questions->pdata[i];

      tell (question->opens, func, data, "$.stages[%u].questions[%u].opens", question->stage,
            question->index_in_stage);
    }
  for (guint i = 0; i < self->gates->len; i++)
    {
      const EupGate *gate = self->gates->pdata[i];

      tell (gate->when, func, data, "$.gates[%u].when", i);
      for (guint j = 0; j < gate->needs->len; j++)
        {
          const EupGateNeed *need = gate->needs->pdata[j];

          tell (need->when, func, data, "$.gates[%u].needs[%u].when", i, j);
          tell (need->closed, func, data, "$.gates[%u].needs[%u].closed", i, j);
        }
    }
}
