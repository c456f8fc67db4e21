/* A case is read with exactly what it was begun with: method, catalogue, rule pack and additions. */

#include "assessment/eup-check-private.h"

typedef struct
{
  const char *what; /* as a sentence says it */
  const char *id, *version, *digest;
} Here;

static void
check_pin (EupCheck *check, const EupPin *pin, const char *path, const Here *here)
{
  g_autofree char *id_path = eup_json_path_member (path, "id");
  g_autofree char *version_path = eup_json_path_member (path, "version");
  g_autofree char *digest_path = eup_json_path_member (path, "digest");

  if (g_strcmp0 (pin->id, here->id) != 0)
    EUP_WRONG (check, id_path, "the %s “%s” is not known here, expected “%s”", here->what,
               pin->id ? pin->id : "", here->id);
  else if (g_strcmp0 (pin->version, here->version) != 0)
    EUP_WRONG (check, version_path, "version %s of the %s is not here, expected %s",
               pin->version ? pin->version : "", here->what, here->version);
  else if (eup_has_text (pin->digest) && g_strcmp0 (pin->digest, here->digest) != 0)
    EUP_WRONG (check, digest_path,
               "the %s has the same version but other contents than the one this case was begun with",
               here->what);
}

static const EupAdditionPin *
find_addition (const EupModel *model, const char *id)
{
  for (guint i = 0; model->additions != NULL && i < model->additions->len; i++)
    if (g_strcmp0 (((EupAdditionPin *) model->additions->pdata[i])->id, id) == 0)
      return model->additions->pdata[i];
  return NULL;
}

static void
check_additions (EupCheck *check)
{
  GPtrArray *pins = check->assessment->additions;

  for (guint i = 0; i < pins->len; i++)
    {
      const EupPin *pin = pins->pdata[i];
      const EupAdditionPin *here = find_addition (check->model, pin->id);
      g_autofree char *path = eup_json_path_element ("$.additions", i);
      g_autofree char *id_path = eup_json_path_member (path, "id");

      if (here == NULL)
        EUP_WRONG (check, id_path, "the addition “%s” is not here", pin->id ? pin->id : "");
      else
        check_pin (check, pin, path, &(Here) { "addition", here->id, here->version, here->digest });
    }
  for (guint i = 0; check->model->additions != NULL && i < check->model->additions->len; i++)
    {
      const EupAdditionPin *here = check->model->additions->pdata[i];

      if (eup_assessment_find (check->assessment, EUP_PART_ADDITION, here->id) == NULL)
        EUP_WRONG (check, "$.additions", "the case was begun without the addition “%s”", here->id);
    }
}

/**
 * eup_check_pins:
 *
 * Returns: whether the model is the one that the case names; against another nothing else means anything
 */
gboolean
eup_check_pins (EupCheck *check)
{
  const EupAssessment *assessment = check->assessment;
  const EupMethod *method = check->model->method;
  const EupCatalogue *catalogue = check->model->catalogue;
  const EupRulePack *rules = check->model->rules;
  guint before = eup_problems_get_n (check->problems);

  check_pin (check, assessment->method, "$.method",
             &(Here) { "method", eup_method_get_id (method), eup_method_get_version (method),
                       eup_method_get_digest (method) });
  if (assessment->catalogue->id != NULL)
    check_pin (check, assessment->catalogue, "$.catalogue",
               &(Here) { "catalogue", eup_catalogue_get_id (catalogue), eup_catalogue_get_version (catalogue),
                         eup_catalogue_get_digest (catalogue) });
  if (assessment->rules->id != NULL && rules == NULL)
    EUP_WRONG (check, "$.rules.id", "the rule pack “%s” is not here", assessment->rules->id);
  else if (assessment->rules->id != NULL)
    check_pin (check, assessment->rules, "$.rules",
               &(Here) { "rule pack", eup_rule_pack_get_id (rules), eup_rule_pack_get_version (rules),
                         eup_rule_pack_get_digest (rules) });
  check_additions (check);
  return eup_problems_get_n (check->problems) == before;
}
