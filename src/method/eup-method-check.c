/* What must hold of a method as a whole, so that every meeting held with it asks the resident and
 * can end in a no. */

#include "method/eup-method-private.h"

/* A method where the people around are asked and the resident is not, at any level, is not ours. */
static void
check_resident_is_asked (const EupMethod *self, EupDefinition *definition)
{
  for (guint level = 0; level < EUP_N_LEVELS; level++)
    {
      gboolean asked = FALSE;

      for (guint i = 0; self->levels[level] != NULL && i < self->questions->len; i++)
        {
          const EupQuestion *question = self->questions->pdata[i];

          asked = asked || (eup_question_asks (question, EUP_VOICE_RESIDENT) &&
                            (self->levels[level]->paths & (1u << question->path)) != 0);
        }
      if (self->levels[level] != NULL && !asked)
        EUP_DEFINITION_WRONG (definition, "$.stages",
                              "at level %u no question asks the resident, expected one at least", level);
    }
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
      g_autofree char *place = g_strdup_printf ("$.scales[%u]", i);
      gboolean used = FALSE;

      for (guint j = 0; j < self->questions->len; j++)
        for (guint voice = 0; voice < EUP_N_VOICES; voice++)
          used = used || ((const EupQuestion *) self->questions->pdata[j])->scales[voice] == scale;
      if (!used)
        EUP_DEFINITION_WRONG (definition, place, "no question answers on the scale “%s”", scale->id);
    }
}

static void
check_no_is_possible (const EupMethod *self, EupDefinition *definition)
{
  for (guint i = 0; i < self->outcomes->len; i++)
    if (!((const EupOutcome *) self->outcomes->pdata[i])->yes)
      return;
  EUP_DEFINITION_WRONG (definition, "$.outcomes",
                        "every outcome is a yes, expected one at least that is not");
}

void
eup_method_check (const EupMethod *self, EupDefinition *definition)
{
  check_resident_is_asked (self, definition);
  check_kind_stands_once (self, definition, EUP_QUESTION_PURPOSE, "purpose");
  check_kind_stands_once (self, definition, EUP_QUESTION_ALTERNATIVES, "alternatives");
  check_scales_are_used (self, definition);
  check_no_is_possible (self, definition);
}
