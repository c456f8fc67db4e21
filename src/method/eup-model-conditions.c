/* What conditions name of the catalogue: a type of technology or a function that is not there would
 * make a gate sleep without anybody noticing. */

#include "method/eup-expression-private.h"
#include "method/eup-method-private.h"
#include "method/eup-model-private.h"

typedef struct
{
  const EupCatalogue *catalogue;
  const char *path;
  EupProblems *problems;
} Check;

static gboolean
has_function (const EupCatalogue *catalogue, const char *id)
{
  GPtrArray *technologies = eup_catalogue_get_technologies (catalogue);

  for (guint i = 0; i < technologies->len; i++)
    {
      const EupTechnology *technology = technologies->pdata[i];

      for (guint j = 0; j < technology->functions->len; j++)
        if (g_str_equal (((const EupFunction *) technology->functions->pdata[j])->id, id))
          return TRUE;
    }
  return FALSE;
}

static void
check_choice_cb (
    EupFact fact, const char *name, const char *detail, const char *choice, guint place, gpointer data)
{
  const Check *check = data;
  const char *catalogue = eup_catalogue_get_id (check->catalogue);

  if (fact == EUP_FACT_TECHNOLOGY && *choice != '\0' && eup_catalogue_find (check->catalogue, choice) == NULL)
    eup_problems_add (check->problems, EUP_DATA_ERROR_INVALID, check->path,
                      "character %u: the catalogue “%s” has no technology “%s”", place, catalogue, choice);
  if (fact == EUP_FACT_FUNCTIONS && !has_function (check->catalogue, choice))
    eup_problems_add (check->problems, EUP_DATA_ERROR_INVALID, check->path,
                      "character %u: no technology of the catalogue “%s” has a function “%s”", place,
                      catalogue, choice);
}

/**
 * eup_model_check_condition:
 * @path: where @condition stands
 *
 * Complains about what @condition names and the catalogue does not have.
 */
void
eup_model_check_condition (const EupCatalogue *catalogue,
                           const EupExpression *condition,
                           const char *path,
                           EupProblems *problems)
{
  Check check = { catalogue, path, problems };

  eup_expression_foreach_choice (condition, check_choice_cb, &check);
}

static void
check_condition_cb (const EupExpression *condition, const char *path, gpointer data)
{
  const Check *check = data;

  eup_model_check_condition (check->catalogue, condition, path, check->problems);
}

/* All conditions of the method. */
void
eup_model_check_conditions (const EupMethod *method, const EupCatalogue *catalogue, EupProblems *problems)
{
  Check check = { catalogue, NULL, problems };

  eup_method_foreach_condition (method, check_condition_cb, &check);
}
