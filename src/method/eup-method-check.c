/* What must hold of a method as a whole, so that every meeting held with it asks the resident and
 * can end in a no. */

#include "method/eup-method-private.h"

static gboolean
is_asked_at (const EupMethod *self, const EupQuestion *question, guint level)
{
  return self->levels[level] != NULL && (self->levels[level]->paths & (1u << question->path)) != 0;
}

/* A method where the people around are asked and the resident is not, at any level or when it is
 * urgent, is not ours. */
static void
check_resident_is_asked (const EupMethod *self, EupDefinition *definition)
{
  gboolean urgent = FALSE;

  for (guint level = 0; level < EUP_N_LEVELS; level++)
    {
      gboolean asked = FALSE;

      for (guint i = 0; i < self->questions->len; i++)
        {
          const EupQuestion *question = self->questions->pdata[i];
          gboolean resident = eup_question_asks (question, EUP_VOICE_RESIDENT);

          asked = asked || (resident && is_asked_at (self, question, level));
          urgent = urgent || (resident && question->urgent);
        }
      if (self->levels[level] != NULL && !asked)
        EUP_DEFINITION_WRONG (definition, "$.stages",
                              "at level %u no question asks the resident, expected one at least", level);
    }
  if (!urgent)
    EUP_DEFINITION_WRONG (definition, "$.stages",
                          "in an urgent case no question asks the resident, expected one at least that does "
                          "and says urgent");
}

static void
check_questions_are_asked (const EupMethod *self, EupDefinition *definition)
{
  static const char *const paths[] = { "short", "signal", "full" };

  for (guint i = 0; i < self->questions->len; i++)
    {
      const EupQuestion *question = self->questions->pdata[i];
      g_autofree char *place = NULL;
      gboolean asked = question->opens != NULL || question->urgent;

      for (guint level = 0; level < EUP_N_LEVELS; level++)
        asked = asked || is_asked_at (self, question, level);
      if (asked)
        continue;
      place = g_strdup_printf ("$.stages[%u].questions[%u].path", question->stage, question->index_in_stage);
      EUP_DEFINITION_WRONG (definition, place, "no level opens the path “%s”: the question is never asked",
                            paths[question->path]);
    }
}

static void
check_weighing (const EupMethod *self, EupDefinition *definition)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      const EupQuestion *question = self->questions->pdata[i];
      g_autofree char *place = NULL;

      if (!question->weigh || self->weight_scale != NULL)
        continue;
      place = g_strdup_printf ("$.stages[%u].questions[%u].weigh", question->stage, question->index_in_stage);
      EUP_DEFINITION_WRONG (definition, place,
                            "there is nothing to weigh on, expected a scale in $.weightScale");
    }
}

static gboolean
is_answered_on (const EupMethod *self, const EupScale *scale)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      const EupQuestion *question = self->questions->pdata[i];

      if (question->weigh && scale == self->weight_scale)
        return TRUE;
      for (guint voice = 0; voice < EUP_N_VOICES; voice++)
        if (question->scales[voice] == scale)
          return TRUE;
    }
  return FALSE;
}

static void
check_kind_stands_once (const EupMethod *self,
                        EupDefinition *definition,
                        EupQuestionKind kind,
                        const char *name)
{
  const EupQuestion *first = NULL;

  for (guint i = 0; i < self->questions->len; i++)
    {
      const EupQuestion *question = self->questions->pdata[i];
      g_autofree char *place = NULL;

      if (question->kind != kind)
        continue;
      place = g_strdup_printf ("$.stages[%u].questions[%u].kind", question->stage, question->index_in_stage);
      if (first != NULL)
        EUP_DEFINITION_WRONG (definition, place,
                              "the question “%s” has the kind “%s” already, expected one only", first->id,
                              name);
      first = first ? first : question;
    }
}

static void
check_scales_are_used (const EupMethod *self, EupDefinition *definition)
{
  for (guint i = 0; i < self->scales->len; i++)
    {
      const EupScale *scale = self->scales->pdata[i];
      g_autofree char *place = NULL;

      if (is_answered_on (self, scale))
        continue;
      place = g_strdup_printf ("$.scales[%u]", i);
      EUP_DEFINITION_WRONG (definition, place, "no question answers on the scale “%s”", scale->id);
    }
}

/* At the first meeting, and at a follow-up when the method has outcomes for it. */
static void
check_no_is_possible (const EupMethod *self, EupDefinition *definition)
{
  static const char *const names[] = { "the first meeting", "a follow-up" };

  for (int follow_up = FALSE; follow_up <= TRUE; follow_up++)
    {
      guint n = 0;
      gboolean no = FALSE;

      for (guint i = 0; i < self->outcomes->len; i++)
        {
          const EupOutcome *outcome = self->outcomes->pdata[i];

          n += outcome->follow_up == follow_up;
          no = no || (outcome->follow_up == follow_up && !outcome->yes);
        }
      if (n == 0 && !follow_up)
        EUP_DEFINITION_WRONG (definition, "$.outcomes", "no outcome is for %s, expected one at least",
                              names[follow_up]);
      else if (n > 0 && !no)
        EUP_DEFINITION_WRONG (definition, "$.outcomes",
                              "every outcome of %s is a yes, expected one at least that is not",
                              names[follow_up]);
    }
}

void
eup_method_check (const EupMethod *self, EupDefinition *definition)
{
  check_resident_is_asked (self, definition);
  check_questions_are_asked (self, definition);
  check_weighing (self, definition);
  check_kind_stands_once (self, definition, EUP_QUESTION_PURPOSE, "purpose");
  check_kind_stands_once (self, definition, EUP_QUESTION_ALTERNATIVES, "alternatives");
  check_scales_are_used (self, definition);
  check_no_is_possible (self, definition);
}
