/* Where the meeting can be. A place that is not asked any more (an answer or a function had opened it)
 * still has its rank, so that the meeting can stay there and go on from it. */

#include "assessment/eup-place.h"

#include "assessment/eup-rules.h"

#define DECIDE "decide"

gboolean
eup_place_equal (const EupPlace *a, const EupPlace *b)
{
  return a->kind == b->kind && a->question == b->question;
}

/* Questions by their order in the method, then what comes after all of them. */
static guint
rank (const EupPlace *place, const EupModel *model)
{
  GPtrArray *questions = eup_method_get_questions (model->method);
  guint at = questions->len;

  if (place->kind == EUP_PLACE_QUESTION)
    g_ptr_array_find (questions, place->question, &at);
  return at;
}

/**
 * eup_place_to_name:
 *
 * Returns: (transfer full): how the case calls the place
 */
char *
eup_place_to_name (const EupPlace *place)
{
  switch (place->kind)
    {
    case EUP_PLACE_QUESTION:
      return g_strdup (place->question->id);
    case EUP_PLACE_DECIDE:
    default:
      return g_strdup (DECIDE);
    }
}

/**
 * eup_place_from_name:
 * @place: (out): left as it is when there is none
 *
 * Returns: whether the method has a place of this name
 */
gboolean
eup_place_from_name (const char *name, const EupModel *model, EupPlace *place)
{
  const EupQuestion *question = name ? eup_method_find_question (model->method, name) : NULL;

  if (question != NULL)
    *place = (EupPlace) { EUP_PLACE_QUESTION, question };
  else if (g_strcmp0 (name, DECIDE) == 0)
    *place = (EupPlace) { EUP_PLACE_DECIDE, NULL };
  else
    return FALSE;
  return TRUE;
}

static void
add (GArray *places, EupPlaceKind kind, const EupQuestion *question)
{
  EupPlace place = { kind, question };

  g_array_append_val (places, place);
}

/**
 * eup_rules_places:
 *
 * Returns: (transfer full) (element-type EupPlace): the places that this case comes to, in their order
 */
GArray *
eup_rules_places (const EupAssessment *assessment, const EupModel *model)
{
  g_autoptr (GPtrArray) open = eup_rules_open_questions (assessment, model);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (EupPlace));

  for (guint i = 0; i < open->len; i++)
    add (places, EUP_PLACE_QUESTION, open->pdata[i]);
  add (places, EUP_PLACE_DECIDE, NULL);
  return places;
}

/**
 * eup_rules_next_place:
 * @step: 1 for the one after @from, -1 for the one before it
 * @next: (out): left as it is when there is none
 *
 * Returns: whether there is one
 */
gboolean
eup_rules_next_place (
    const EupAssessment *assessment, const EupModel *model, const EupPlace *from, int step, EupPlace *next)
{
  g_autoptr (GArray) places = eup_rules_places (assessment, model);
  guint here = rank (from, model);

  for (guint i = 0; i < places->len; i++)
    {
      const EupPlace *place = &g_array_index (places, EupPlace, step > 0 ? i : places->len - 1 - i);
      guint there = rank (place, model);

      if (step > 0 ? there > here : there < here)
        {
          *next = *place;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * eup_rules_current_place:
 *
 * Returns: where the case says that the meeting stands; the first place when it doesn't say, or when what
 *   it says is no longer asked
 */
EupPlace
eup_rules_current_place (const EupAssessment *assessment, const EupModel *model)
{
  g_autoptr (GArray) places = eup_rules_places (assessment, model);
  EupPlace said = { EUP_PLACE_DECIDE, NULL };

  if (!eup_place_from_name (assessment->card->stands, model, &said) &&
      !eup_place_from_name (assessment->card->question, model, &said))
    return g_array_index (places, EupPlace, 0);
  for (guint i = 0; i < places->len; i++)
    if (eup_place_equal (&g_array_index (places, EupPlace, i), &said))
      return said;
  return g_array_index (places, EupPlace, 0);
}
