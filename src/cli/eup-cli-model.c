/* The model that a case was made with: what is built in, and the additions that the person names. */

#include "cli/eup-cli-model.h"

#include "util/eup-file.h"
#include "util/eup-json.h"

/**
 * eup_cli_model_add:
 * @additions: (nullable) (array zero-terminated=1): names of files with local additions
 * @problems: (out) (nullable): all that is wrong with them; %NULL when one can't be read at all
 *
 * Returns: (transfer full) (nullable): @model with them
 */
EupModel *
eup_cli_model_add (const EupModel *model, char **additions, EupProblems **problems, GError **error)
{
  g_autoptr (GPtrArray) bytes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *const shipped[] = { EUP_CLI_SHIPPED_NAMES };

  *problems = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (shipped); i++)
    g_ptr_array_add (names, g_strdup (shipped[i]));
  for (guint i = 0; additions != NULL && additions[i] != NULL; i++)
    {
      GBytes *file = eup_file_read (additions[i], EUP_JSON_MAX_SIZE, error);

      if (file == NULL)
        return NULL;
      g_ptr_array_add (bytes, file);
      g_ptr_array_add (names, g_filename_display_name (additions[i]));
    }
  g_ptr_array_add (names, NULL);
  return eup_model_new (model->sources->pdata[0], model->sources->pdata[1], model->sources->pdata[2], bytes,
                        (const char *const *) names->pdata, problems, error);
}

/**
 * eup_cli_model_new:
 * @rules: (nullable): the rule pack for a case that names none
 * @additions: (nullable) (array zero-terminated=1): names of the files of the additions that it was made with
 *
 * Returns: (transfer full) (nullable): the model for @assessment. Whether that is the very one which the case
 *   names, eup_assessment_check() says.
 */
EupModel *
eup_cli_model_new (const EupAssessment *assessment,
                   const char *rules,
                   char **additions,
                   EupProblems **problems,
                   GError **error)
{
  const char *wanted = assessment->rules->id ? assessment->rules->id : rules;
  g_autoptr (EupModel) model = eup_model_new_shipped (wanted);

  *problems = NULL;
  if (model == NULL)
    model = eup_model_new_shipped (NULL);
  if (additions == NULL || additions[0] == NULL)
    return g_steal_pointer (&model);
  return eup_cli_model_add (model, additions, problems, error);
}
