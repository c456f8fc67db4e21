/* Where the voices differ: statements side by side, never a number between them. */

#include "assessment/eup-assessment-private.h"

/* The one non-answer that tells of missing information; the others tell of something else. */
#define UNKNOWN "unknown"

typedef struct
{
  const EupAssessment *assessment;
  const EupModel *model;
  const EupQuestion *question;
  GPtrArray *statements;
} Compared;

void
eup_difference_free (EupDifference *self)
{
  g_ptr_array_unref (self->statements);
  g_ptr_array_unref (self->things);
  g_free (self);
}

/* What everybody said to the question, the resident first. */
static GPtrArray *
statements_in_order (const EupAssessment *assessment, const EupQuestion *question)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint voice = 0; voice < EUP_N_VOICES; voice++)
    {
      g_autoptr (GPtrArray) people = eup_assessment_people_of (assessment, (EupVoice) voice);

      for (guint i = 0; i < people->len; i++)
        {
          const EupPerson *person = people->pdata[i];
          const EupStatement *statement =
              eup_assessment_find_statement (assessment, question->id, person->id);

          if (statement != NULL && !eup_statement_is_empty (statement))
            g_ptr_array_add (found, (gpointer) statement);
        }
    }
  return found;
}

/* On which sides the statement lies, 1 << EupSide: one, or several where people without their names are
 * not of one mind. */
static guint
sides_of (const Compared *compared, const EupStatement *statement, const char *item)
{
  const EupPerson *person = eup_assessment_find_person (compared->assessment, statement->person);
  const EupScale *scale = eup_question_scale_of (compared->question, person);
  const char *chosen = g_hash_table_lookup (statement->stances, item);
  guint sides = 0;

  for (guint i = 0; scale != NULL && eup_statement_is_answer (statement) && i < scale->options->len; i++)
    {
      const EupOption *option = scale->options->pdata[i];

      if (g_strcmp0 (option->id, chosen) == 0 || eup_statement_get_count (statement, item, option->id) > 0)
        sides |= 1u << option->side;
    }
  return sides & ~(1u << EUP_SIDE_NONE);
}

static gboolean
sides_differ (const Compared *compared, const char *item)
{
  guint sides = 0;

  for (guint i = 0; i < compared->statements->len; i++)
    sides |= sides_of (compared, compared->statements->pdata[i], item);
  return (sides & (sides - 1)) != 0;
}

/* What was chosen in a field; NULL where nothing was, or where the choice is a non-answer in itself. */
static const char *
choice_of (const Compared *compared, const EupStatement *statement, const EupQuestionField *field)
{
  const char *chosen =
      eup_statement_is_answer (statement) ? eup_statement_get_field (statement, field->id) : NULL;

  if (!eup_has_text (chosen) || eup_method_find_non_answer (compared->model->method, chosen) != NULL)
    return NULL;
  return chosen;
}

/* The scale whose options the field has: there two choices can lie on the same side. */
static const EupScale *
scale_like (const EupModel *model, const EupQuestionField *field)
{
  GPtrArray *questions = eup_method_get_questions (model->method);

  for (guint i = 0; i < questions->len * EUP_N_VOICES; i++)
    {
      const EupQuestion *question = questions->pdata[i / EUP_N_VOICES];
      const EupScale *scale = question->scales[i % EUP_N_VOICES];
      gboolean same = scale != NULL && scale->options->len == field->options->len;

      for (guint j = 0; same && j < field->options->len; j++)
        same = g_str_equal (((EupOption *) scale->options->pdata[j])->id,
                            ((EupItem *) field->options->pdata[j])->id);
      if (same)
        return scale;
    }
  return NULL;
}

static gboolean
are_unlike (const EupScale *scale, const char *one, const char *other)
{
  const EupOption *first = scale ? eup_scale_find_option (scale, one) : NULL;
  const EupOption *second = scale ? eup_scale_find_option (scale, other) : NULL;

  if (first == NULL || second == NULL)
    return !g_str_equal (one, other);
  return first->side != EUP_SIDE_NONE && second->side != EUP_SIDE_NONE && first->side != second->side;
}

static gboolean
choices_differ (const Compared *compared, const EupQuestionField *field)
{
  const EupScale *scale = scale_like (compared->model, field);

  for (guint i = 0; i < compared->statements->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const char *one = choice_of (compared, compared->statements->pdata[j], field);
        const char *other = choice_of (compared, compared->statements->pdata[i], field);

        if (one != NULL && other != NULL && are_unlike (scale, one, other))
          return TRUE;
      }
  return FALSE;
}

/* Whether people differ; @things takes the items and fields on which they do. */
static gboolean
find_differing_things (const Compared *compared, GPtrArray *things)
{
  const EupQuestion *question = compared->question;
  gboolean differ = question->items->len == 0 && sides_differ (compared, EUP_ITEM_ANSWER);

  for (guint i = 0; i < question->items->len; i++)
    {
      const EupItem *item = question->items->pdata[i];

      if (sides_differ (compared, item->id))
        g_ptr_array_add (things, item->label);
    }
  for (guint i = 0; i < question->fields->len; i++)
    {
      const EupQuestionField *field = question->fields->pdata[i];

      if (field->kind == EUP_FIELD_KIND_CHOICE && choices_differ (compared, field))
        g_ptr_array_add (things, field->label);
    }
  return differ || things->len > 0;
}

static gboolean
lacks_information (const EupStatement *statement, const EupQuestion *question)
{
  if (eup_has_text (statement->non_answer))
    return g_str_equal (statement->non_answer, UNKNOWN);
  for (guint i = 0; i < question->fields->len; i++)
    if (g_strcmp0 (eup_statement_get_field (statement, ((EupQuestionField *) question->fields->pdata[i])->id),
                   UNKNOWN) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
somebody_lacks_information (const Compared *compared)
{
  for (guint i = 0; i < compared->statements->len; i++)
    if (lacks_information (compared->statements->pdata[i], compared->question))
      return TRUE;
  return FALSE;
}

/* Who says "don't know" is not missing: that is an answer to go on from. */
static gboolean
has_answer_of (const Compared *compared, EupVoice voice)
{
  for (guint i = 0; i < compared->statements->len; i++)
    {
      const EupStatement *statement = compared->statements->pdata[i];
      const EupPerson *person = eup_assessment_find_person (compared->assessment, statement->person);

      if (eup_person_voice (person) == voice &&
          (eup_statement_is_answer (statement) || g_strcmp0 (statement->non_answer, UNKNOWN) == 0))
        return TRUE;
    }
  return FALSE;
}

/* 1 << voice of each of the three that is asked, that somebody in the case speaks with, and that gave no
 * answer in substance. */
static guint
missing_voices (const Compared *compared)
{
  guint missing = 0;

  for (guint voice = 0; voice < EUP_VOICE_FACILITATOR; voice++)
    {
      g_autoptr (GPtrArray) people = eup_assessment_people_of (compared->assessment, (EupVoice) voice);

      if (eup_question_asks (compared->question, (EupVoice) voice) && people->len > 0 &&
          !has_answer_of (compared, (EupVoice) voice))
        missing |= 1u << voice;
    }
  return missing;
}

/* (nullable): what differs at one question; NULL while nobody has answered, and where nothing does */
static EupDifference *
compare (const EupAssessment *assessment, const EupModel *model, const EupQuestion *question)
{
  g_autoptr (GPtrArray) statements = statements_in_order (assessment, question);
  g_autoptr (GPtrArray) things = g_ptr_array_new ();
  Compared compared = { assessment, model, question, statements };
  gboolean sides, unknown;
  guint missing;
  EupDifference *difference;

  if (statements->len == 0)
    return NULL;
  sides = find_differing_things (&compared, things);
  unknown = somebody_lacks_information (&compared);
  missing = missing_voices (&compared);
  if (!sides && !unknown && missing == 0)
    return NULL;
  difference = g_new0 (EupDifference, 1);
  difference->kind = sides ? EUP_DIFFERENCE_SIDES : unknown ? EUP_DIFFERENCE_UNKNOWN : EUP_DIFFERENCE_MISSING;
  difference->question = question;
  difference->statements = g_steal_pointer (&statements);
  difference->things = g_steal_pointer (&things);
  difference->unknown = unknown;
  difference->missing = missing;
  return difference;
}

/**
 * eup_rules_side:
 *
 * Returns: the one side on which @statement lies; %EUP_SIDE_NONE where it lies on none, or on several
 */
EupSide
eup_rules_side (const EupStatement *statement, const EupAssessment *assessment, const EupModel *model)
{
  const EupQuestion *question = eup_method_find_question (model->method, statement->question);
  Compared compared = { assessment, model, question, NULL };
  guint sides =
      question != NULL && question->items->len == 0 ? sides_of (&compared, statement, EUP_ITEM_ANSWER) : 0;

  for (guint i = 0; question != NULL && i < question->items->len; i++)
    sides |= sides_of (&compared, statement, ((EupItem *) question->items->pdata[i])->id);
  for (guint side = EUP_SIDE_AGAINST; side <= EUP_SIDE_FOR; side++)
    if (sides == 1u << side)
      return (EupSide) side;
  return EUP_SIDE_NONE;
}

/**
 * eup_rules_differences:
 *
 * Returns: (transfer full) (element-type EupDifference): one for each open question that somebody
 *   answered and where people lie on different sides, else where somebody lacks information, else
 *   where a voice is missing; docs/differences.md has worked examples
 */
GPtrArray *
eup_rules_differences (const EupAssessment *assessment, const EupModel *model)
{
  GPtrArray *differences = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_difference_free);
  g_autoptr (GPtrArray) questions = eup_rules_open_questions (assessment, model);

  for (guint i = 0; i < questions->len; i++)
    {
      EupDifference *difference = compare (assessment, model, questions->pdata[i]);

      if (difference != NULL)
        g_ptr_array_add (differences, difference);
    }
  return differences;
}

/**
 * eup_rules_difference:
 *
 * Returns: (transfer full) (nullable): what eup_rules_differences() has of @question
 */
EupDifference *
eup_rules_difference (const EupAssessment *assessment, const EupModel *model, const EupQuestion *question)
{
  g_autoptr (GPtrArray) open = eup_rules_open_questions (assessment, model);

  return g_ptr_array_find (open, question, NULL) ? compare (assessment, model, question) : NULL;
}

/**
 * eup_rules_stage_differences:
 *
 * Returns: (transfer full) (element-type EupDifference): as eup_rules_differences(), of one stage and of
 *   the questions whose answers are shown; what is still covered tells nothing
 */
GPtrArray *
eup_rules_stage_differences (const EupAssessment *assessment, const EupModel *model, const EupStage *stage)
{
  GPtrArray *differences = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_difference_free);
  g_autoptr (GPtrArray) open = eup_rules_open_questions (assessment, model);

  for (guint i = 0; i < stage->questions->len; i++)
    {
      const EupQuestion *question = stage->questions->pdata[i];
      EupDifference *difference = NULL;

      if (g_ptr_array_find (open, question, NULL) && eup_rules_is_revealed (assessment, question))
        difference = compare (assessment, model, question);
      if (difference != NULL)
        g_ptr_array_add (differences, difference);
    }
  return differences;
}
