/* Whose sentences are read back to them, which, and what they have said of them so far. */

#include "assessment/eup-assessment-private.h"

static void
own_words_free (gpointer data)
{
  EupOwnWords *own = data;

  g_ptr_array_unref (own->statements);
  g_free (own);
}

/* Whether the person can hear it now: as they take part, or, where it is noted who came and went, as their
 * last stay says. */
static gboolean
is_here (const EupAssessment *assessment, const EupPerson *person)
{
  const EupAttendance *last = NULL;

  for (guint i = 0; i < assessment->attendance->len; i++)
    {
      const EupAttendance *stay = assessment->attendance->pdata[i];

      if (g_strcmp0 (stay->person, person->id) == 0)
        last = stay;
    }
  if (last != NULL)
    return !eup_has_text (last->left);
  return !eup_person_is_absent (person) && g_strcmp0 (person->presence, "later") != 0;
}

static void
add_statement (EupOwnWords *own, const EupAssessment *assessment, const EupStatement *statement)
{
  const EupConfirmation *confirmation = eup_rules_confirmation (assessment, statement);

  g_ptr_array_add (own->statements, (gpointer) statement);
  own->n_heard += confirmation != NULL;
  own->n_objections += confirmation != NULL && g_strcmp0 (confirmation->answer, "objects") == 0;
}

/* (nullable): %NULL for who said nothing */
static EupOwnWords *
gather (const EupAssessment *assessment, const EupModel *model, const EupPerson *person)
{
  GPtrArray *questions = eup_method_get_questions (model->method);
  EupOwnWords *own = g_new0 (EupOwnWords, 1);

  own->person = person;
  own->statements = g_ptr_array_new ();
  own->here = is_here (assessment, person);
  for (guint i = 0; i < questions->len; i++)
    {
      const EupQuestion *question = questions->pdata[i];
      const EupStatement *statement = eup_assessment_find_statement (assessment, question->id, person->id);

      if (statement == NULL || eup_statement_is_empty (statement))
        continue;
      if (eup_rules_is_revealed (assessment, question))
        add_statement (own, assessment, statement);
      else
        own->n_covered++;
    }
  if (own->statements->len + own->n_covered > 0)
    return own;
  own_words_free (own);
  return NULL;
}

/**
 * eup_rules_own_words:
 *
 * What is still covered is not read to anybody: the others would hear it too.
 *
 * Returns: (transfer full) (element-type EupOwnWords): everybody who said something, the resident first,
 *   then relatives and staff
 */
GPtrArray *
eup_rules_own_words (const EupAssessment *assessment, const EupModel *model)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (own_words_free);

  for (guint voice = 0; voice < EUP_VOICE_FACILITATOR; voice++)
    {
      g_autoptr (GPtrArray) people = eup_assessment_people_of (assessment, (EupVoice) voice);

      for (guint i = 0; i < people->len; i++)
        {
          EupOwnWords *own = gather (assessment, model, people->pdata[i]);

          if (own != NULL)
            g_ptr_array_add (all, own);
        }
    }
  return all;
}

/**
 * eup_own_words_are_heard:
 *
 * Returns: whether the person has said of each of their sentences what they think of it
 */
gboolean
eup_own_words_are_heard (const EupOwnWords *own)
{
  return own->n_covered == 0 && own->n_heard == own->statements->len;
}

/**
 * eup_rules_objections:
 *
 * Returns: (transfer container) (element-type EupConfirmation): what people object to in what stands in
 *   their name, in the order of eup_rules_own_words()
 */
GPtrArray *
eup_rules_objections (const EupAssessment *assessment, const EupModel *model)
{
  g_autoptr (GPtrArray) all = eup_rules_own_words (assessment, model);
  GPtrArray *objections = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      const EupOwnWords *own = all->pdata[i];

      for (guint j = 0; own->n_objections > 0 && j < own->statements->len; j++)
        {
          const EupConfirmation *confirmation =
              eup_rules_confirmation (assessment, own->statements->pdata[j]);

          if (confirmation != NULL && g_strcmp0 (confirmation->answer, "objects") == 0)
            g_ptr_array_add (objections, (gpointer) confirmation);
        }
    }
  return objections;
}
