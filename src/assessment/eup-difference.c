/* Where the voices differ: statements side by side, never a number between them. */

#include "assessment/eup-rules.h"

static void
difference_free (gpointer data)
{
  EupDifference *difference = data;

  g_ptr_array_unref (difference->statements);
  g_free (difference);
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

static EupSide
side_of (const EupAssessment *assessment,
         const EupQuestion *question,
         const EupStatement *statement,
         const char *item)
{
  const EupPerson *person = eup_assessment_find_person (assessment, statement->person);
  const EupScale *scale = person ? question->scales[eup_person_voice (person)] : NULL;
  const char *id = g_hash_table_lookup (statement->stances, item);
  const EupOption *option =
      scale && id && eup_statement_is_answer (statement) ? eup_scale_find_option (scale, id) : NULL;

  return option ? option->side : EUP_SIDE_NONE;
}

static gboolean
sides_differ (const EupAssessment *assessment,
              const EupQuestion *question,
              GPtrArray *statements,
              const char *item)
{
  EupSide first = EUP_SIDE_NONE;

  for (guint i = 0; i < statements->len; i++)
    {
      EupSide side = side_of (assessment, question, statements->pdata[i], item);

      if (side == EUP_SIDE_NONE)
        continue;
      if (first != EUP_SIDE_NONE && side != first)
        return TRUE;
      first = side;
    }
  return FALSE;
}

static gboolean
any_item_differs (const EupAssessment *assessment, const EupQuestion *question, GPtrArray *statements)
{
  for (guint i = 0; i < question->items->len; i++)
    if (sides_differ (assessment, question, statements, ((EupItem *) question->items->pdata[i])->id))
      return TRUE;
  return question->items->len == 0 && sides_differ (assessment, question, statements, EUP_ITEM_ANSWER);
}

static gboolean
somebody_lacks_information (GPtrArray *statements)
{
  for (guint i = 0; i < statements->len; i++)
    if (g_strcmp0 (((EupStatement *) statements->pdata[i])->non_answer, "unknown") == 0)
      return TRUE;
  return FALSE;
}

/* Whether a voice that is asked, and that somebody in the case speaks with, gave no answer in substance. */
static gboolean
voice_is_missing (const EupAssessment *assessment, const EupQuestion *question, GPtrArray *statements)
{
  for (guint voice = 0; voice < EUP_VOICE_FACILITATOR; voice++)
    {
      g_autoptr (GPtrArray) people = eup_assessment_people_of (assessment, (EupVoice) voice);
      gboolean spoken = FALSE;

      if (!eup_question_asks (question, (EupVoice) voice) || people->len == 0)
        continue;
      for (guint i = 0; i < statements->len; i++)
        {
          const EupStatement *statement = statements->pdata[i];
          const EupPerson *person = eup_assessment_find_person (assessment, statement->person);

          spoken = spoken || (eup_person_voice (person) == voice && eup_statement_is_answer (statement));
        }
      if (!spoken)
        return TRUE;
    }
  return FALSE;
}

/**
 * eup_rules_differences:
 *
 * Returns: (transfer full) (element-type EupDifference): one for each answered question where
 *   people lie on different sides, else where somebody lacks information, else where a voice is missing
 */
GPtrArray *
eup_rules_differences (const EupAssessment *assessment, const EupModel *model)
{
  GPtrArray *differences = g_ptr_array_new_with_free_func (difference_free);
  g_autoptr (GPtrArray) questions = eup_rules_open_questions (assessment, model);

  for (guint i = 0; i < questions->len; i++)
    {
      const EupQuestion *question = questions->pdata[i];
      g_autoptr (GPtrArray) statements = statements_in_order (assessment, question);
      EupDifferenceKind kind = EUP_DIFFERENCE_SIDES;
      EupDifference *difference;

      if (statements->len == 0)
        continue;
      if (!any_item_differs (assessment, question, statements))
        {
          if (somebody_lacks_information (statements))
            kind = EUP_DIFFERENCE_UNKNOWN;
          else if (voice_is_missing (assessment, question, statements))
            kind = EUP_DIFFERENCE_MISSING;
          else
            continue;
        }
      difference = g_new0 (EupDifference, 1);
      difference->kind = kind;
      difference->question = question;
      difference->statements = g_steal_pointer (&statements);
      g_ptr_array_add (differences, difference);
    }
  return differences;
}
