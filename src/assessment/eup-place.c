/* Where the meeting can be. A place that the case does not come to any more (an answer or a function had
 * opened it) still has its rank, so that the meeting can stay there and go on from it. */

#include "assessment/eup-place.h"

#include "assessment/eup-rules.h"

#include <string.h>

#define DIFFERENCES "differences-"

/* The places after the questions, by name and in their order. */
static const struct
{
  EupPlaceKind kind;
  const char *name;
} afterwards[] = {
  { EUP_PLACE_WEIGH, "weigh" },
  { EUP_PLACE_DECIDE, "decide" },
  { EUP_PLACE_READ_BACK, "read-back" },
};

gboolean
eup_place_equal (const EupPlace *a, const EupPlace *b)
{
  return a->kind == b->kind && a->question == b->question && a->stage == b->stage;
}

/**
 * eup_place_get_stage:
 *
 * Returns: (transfer none) (nullable): the stage that the place belongs to; %NULL after the stages
 */
const EupStage *
eup_place_get_stage (const EupPlace *place, const EupModel *model)
{
  if (place->question != NULL)
    return eup_method_get_stages (model->method)->pdata[place->question->stage];
  return place->stage;
}

/* A question by its order in the method, the differences of a stage just after its last question, then
 * what comes after all of them. */
static guint
rank (const EupPlace *place, const EupModel *model)
{
  GPtrArray *questions = eup_method_get_questions (model->method);
  guint at = questions->len;

  if (place->kind == EUP_PLACE_QUESTION)
    g_ptr_array_find (questions, place->question, &at);
  else if (place->kind == EUP_PLACE_DIFFERENCES && place->stage->questions->len > 0)
    g_ptr_array_find (questions, place->stage->questions->pdata[place->stage->questions->len - 1], &at);
  else if (place->kind != EUP_PLACE_DIFFERENCES)
    at += place->kind;
  return 2 * at + (place->kind == EUP_PLACE_DIFFERENCES ? 1 : 0);
}

static const char *
name_of (EupPlaceKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (afterwards); i++)
    if (afterwards[i].kind == kind)
      return afterwards[i].name;
  return NULL;
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
    case EUP_PLACE_DIFFERENCES:
      return g_strconcat (DIFFERENCES, place->stage->id, NULL);
    case EUP_PLACE_WEIGH:
    case EUP_PLACE_DECIDE:
    case EUP_PLACE_READ_BACK:
    default:
      return g_strdup (name_of (place->kind));
    }
}

static const EupStage *
find_stage (const EupModel *model, const char *id)
{
  GPtrArray *stages = eup_method_get_stages (model->method);

  for (guint i = 0; i < stages->len; i++)
    if (g_str_equal (((EupStage *) stages->pdata[i])->id, id))
      return stages->pdata[i];
  return NULL;
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
  const EupStage *stage =
      name && g_str_has_prefix (name, DIFFERENCES) ? find_stage (model, name + strlen (DIFFERENCES)) : NULL;

  if (question != NULL)
    *place = (EupPlace) { EUP_PLACE_QUESTION, question, NULL };
  else if (stage != NULL)
    *place = (EupPlace) { EUP_PLACE_DIFFERENCES, NULL, stage };
  else
    {
      for (guint i = 0; i < G_N_ELEMENTS (afterwards); i++)
        if (g_strcmp0 (name, afterwards[i].name) == 0)
          {
            *place = (EupPlace) { afterwards[i].kind, NULL, NULL };
            return TRUE;
          }
      return FALSE;
    }
  return TRUE;
}

static void
add (GArray *places, EupPlaceKind kind, const EupQuestion *question, const EupStage *stage)
{
  EupPlace place = { kind, question, stage };

  g_array_append_val (places, place);
}

/* All that there could be: also the differences of stages where there are none. */
static GArray *
candidates (const EupAssessment *assessment, const EupModel *model)
{
  g_autoptr (GPtrArray) open = eup_rules_open_questions (assessment, model);
  GPtrArray *stages = eup_method_get_stages (model->method);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (EupPlace));

  for (guint i = 0; i < open->len; i++)
    {
      const EupQuestion *question = open->pdata[i];
      const EupQuestion *after = i + 1 < open->len ? open->pdata[i + 1] : NULL;

      add (places, EUP_PLACE_QUESTION, question, NULL);
      if (after == NULL || after->stage != question->stage)
        add (places, EUP_PLACE_DIFFERENCES, NULL, stages->pdata[question->stage]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (afterwards); i++)
    add (places, afterwards[i].kind, NULL, NULL);
  return places;
}

/* To a candidate only the differences of its stage can be missing; they take some looking. */
static gboolean
is_there (const EupAssessment *assessment, const EupModel *model, const EupPlace *candidate)
{
  g_autoptr (GPtrArray) differences = NULL;

  if (candidate->kind != EUP_PLACE_DIFFERENCES)
    return TRUE;
  differences = eup_rules_stage_differences (assessment, model, candidate->stage);
  return differences->len > 0;
}

/**
 * eup_rules_places:
 *
 * Returns: (transfer full) (element-type EupPlace): the places that this case comes to, in their order
 */
GArray *
eup_rules_places (const EupAssessment *assessment, const EupModel *model)
{
  GArray *places = candidates (assessment, model);

  for (guint i = places->len; i > 0; i--)
    if (!is_there (assessment, model, &g_array_index (places, EupPlace, i - 1)))
      g_array_remove_index (places, i - 1);
  return places;
}

/**
 * eup_rules_has_place:
 *
 * Returns: whether the case comes to @place
 */
gboolean
eup_rules_has_place (const EupAssessment *assessment, const EupModel *model, const EupPlace *place)
{
  g_autoptr (GArray) places = candidates (assessment, model);

  for (guint i = 0; i < places->len; i++)
    if (eup_place_equal (&g_array_index (places, EupPlace, i), place))
      return is_there (assessment, model, place);
  return FALSE;
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
  g_autoptr (GArray) places = candidates (assessment, model);
  guint here = rank (from, model);

  for (guint i = 0; i < places->len; i++)
    {
      const EupPlace *place = &g_array_index (places, EupPlace, step > 0 ? i : places->len - 1 - i);
      guint there = rank (place, model);

      if ((step > 0 ? there > here : there < here) && is_there (assessment, model, place))
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
 * Returns: where the case says that the meeting stands; the first place when it doesn't say, or when it
 *   does not come to what it says any more
 */
EupPlace
eup_rules_current_place (const EupAssessment *assessment, const EupModel *model)
{
  g_autoptr (GArray) places = candidates (assessment, model);
  EupPlace said = { EUP_PLACE_DECIDE, NULL, NULL };

  if ((eup_place_from_name (assessment->card->stands, model, &said) ||
       eup_place_from_name (assessment->card->question, model, &said)) &&
      eup_rules_has_place (assessment, model, &said))
    return said;
  return g_array_index (places, EupPlace, 0);
}
