/* A case file with the model it was made with, ready to become a record. */

#include "cli/eup-cli-material.h"

#include "assessment/eup-rules.h"
#include "cli/eup-cli-model.h"
#include "cli/eup-cli-obstacle.h"
#include "cli/eup-cli.h"

void
eup_cli_material_clear (EupCliMaterial *material)
{
  g_clear_pointer (&material->assessment, eup_assessment_free);
  g_clear_pointer (&material->model, eup_model_unref);
}

static void
complain_all (const EupProblems *problems, const GError *error)
{
  if (problems != NULL && eup_problems_get_n (problems) > 0)
    eup_cli_complain_problems (problems);
  else
    eup_cli_complain_error (error);
}

/* The rules were chosen when the case was prepared: what is asked for here counts only where it does not say. */
static gboolean
choose_rules (EupCliMaterial *material, const char *path, const char *rules)
{
  EupPin *pin = material->assessment->rules;
  const EupRulePack *pack = material->model->rules;
  g_autofree char *shown = g_filename_display_name (path);

  if (rules == NULL || g_strcmp0 (pin->id, rules) == 0)
    return TRUE;
  if (pin->id != NULL)
    {
      eup_cli_complain ("%s: $.rules: the case is under the rules “%s”, leave out --rules %s", shown, pin->id,
                        rules);
      return FALSE;
    }
  g_set_str (&pin->id, eup_rule_pack_get_id (pack));
  g_set_str (&pin->version, eup_rule_pack_get_version (pack));
  g_set_str (&pin->digest, eup_rule_pack_get_digest (pack));
  return TRUE;
}

/* Reads the case and checks it against the model it names. */
gboolean
eup_cli_material_load (EupCliMaterial *material, const char *path, const char *rules, char **additions)
{
  g_autoptr (EupProblems) problems = NULL;
  g_autoptr (EupProblems) of_model = NULL;
  g_autoptr (GError) error = NULL;

  material->assessment = eup_assessment_load (path, &problems, &error);
  if (material->assessment == NULL)
    {
      complain_all (problems, error);
      return FALSE;
    }
  material->model = eup_cli_model_new (material->assessment, rules, additions, &of_model, &error);
  if (material->model == NULL)
    {
      complain_all (of_model, error);
      return FALSE;
    }
  if (!choose_rules (material, path, rules))
    return FALSE;
  if (!eup_assessment_check (material->assessment, material->model, problems))
    {
      complain_all (problems, NULL);
      return FALSE;
    }
  return TRUE;
}

/* A record without --draft is one of a sealed case; a case file that is not sealed is sealed now. */
gboolean
eup_cli_material_seal (const EupCliMaterial *material, const char *path, const char *now)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autoptr (GPtrArray) obstacles = eup_rules_seal_obstacles (material->assessment, material->model);

  for (guint i = 0; i < obstacles->len; i++)
    eup_cli_complain_obstacle (shown, obstacles->pdata[i]);
  if (obstacles->len == 0 && !eup_assessment_is_sealed (material->assessment))
    g_set_str (&material->assessment->decision->sealed, now);
  return obstacles->len == 0;
}

/* What must be closed before somebody signs. */
gboolean
eup_cli_material_may_be_signed (const EupCliMaterial *material, const char *path)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autoptr (GPtrArray) obstacles = eup_rules_sign_obstacles (material->assessment, material->model);

  if (material->assessment->card->rehearsal)
    {
      eup_cli_complain ("%s: $.card.rehearsal: a rehearsal is never signed", shown);
      return FALSE;
    }
  for (guint i = 0; i < obstacles->len; i++)
    eup_cli_complain_obstacle (shown, obstacles->pdata[i]);
  return obstacles->len == 0;
}
