/* Makes a model of its files: each is read, additions are put in, and all is looked at together. */

#include "method/eup-model-private.h"

/* Whether a file can be put together with others; what is wrong in it besides shows itself in the whole. */
static void
check_form (EupModelFiles *files, guint file, const char *kind, const char *schema, EupProblems *problems)
{
  EupDefinition definition;

  eup_problems_set_file (problems, files->names[file]);
  if (eup_definition_open (&definition, kind, schema, files->nodes->pdata[file], problems))
    eup_definition_close (&definition);
}

static void
read_alone (EupModel *self, EupModelFiles *files, EupProblems *problems)
{
  eup_problems_set_file (problems, files->names[EUP_MODEL_METHOD]);
  self->method = eup_method_new_from_node (files->nodes->pdata[EUP_MODEL_METHOD],
                                           files->bytes->pdata[EUP_MODEL_METHOD], problems);
  eup_problems_set_file (problems, files->names[EUP_MODEL_CATALOGUE]);
  self->catalogue = eup_catalogue_new_from_node (files->nodes->pdata[EUP_MODEL_CATALOGUE],
                                                 files->bytes->pdata[EUP_MODEL_CATALOGUE], problems);
}

static void
read_others (EupModel *self, EupModelFiles *files, gboolean additions, EupProblems *problems)
{
  eup_problems_set_file (problems, files->names[EUP_MODEL_RULES]);
  self->rules = eup_rule_pack_new_from_node (files->nodes->pdata[EUP_MODEL_RULES],
                                             files->bytes->pdata[EUP_MODEL_RULES], problems);
  for (guint i = EUP_MODEL_ADDITIONS; additions && i < files->nodes->len; i++)
    {
      JsonNode *method = files->nodes->pdata[EUP_MODEL_METHOD];
      EupAdditionPin *pin;

      eup_problems_set_file (problems, files->names[i]);
      pin = eup_addition_read (files->nodes->pdata[i], files->bytes->pdata[i], json_node_get_object (method),
                               problems);
      if (pin != NULL)
        g_ptr_array_add (self->additions, pin);
    }
}

/* The method and the catalogue with the additions in them; problems are told where they were written. */
static void
read_merged (EupModel *self, EupModelFiles *files, EupProblems *problems)
{
  g_autoptr (EupProblems) of_method = eup_problems_new (NULL);
  g_autoptr (EupProblems) of_catalogue = eup_problems_new (NULL);

  eup_model_files_merge (files, problems);
  g_clear_pointer (&self->method, eup_method_unref);
  self->method = eup_method_new_from_merged (files->method, files->bytes->pdata[EUP_MODEL_METHOD], of_method);
  g_clear_pointer (&self->catalogue, eup_catalogue_unref);
  self->catalogue = eup_catalogue_new_from_merged (files->catalogue, files->bytes->pdata[EUP_MODEL_CATALOGUE],
                                                   of_catalogue);
  eup_merge_hand_over (files->merge, files->method, EUP_MODEL_METHOD, of_method, problems);
  eup_merge_hand_over (files->merge, files->catalogue, EUP_MODEL_CATALOGUE, of_catalogue, problems);
}

/* @each_alone: whether method and catalogue are read without the additions first, so that what is wrong in
 * them is not taken for a fault of an addition. */
static EupModel *
model_try (EupModelFiles *files, gboolean each_alone, EupProblems *problems)
{
  g_autoptr (EupModel) self = eup_model_new_empty (files->bytes);
  gboolean form_is_good;

  if (each_alone)
    {
      read_alone (self, files, problems);
    }
  else
    {
      check_form (files, EUP_MODEL_METHOD, "method", "method.schema.json", problems);
      check_form (files, EUP_MODEL_CATALOGUE, "catalogue", "catalogue.schema.json", problems);
    }
  form_is_good = each_alone ? self->method != NULL : eup_problems_get_n (problems) == 0;
  read_others (self, files, form_is_good, problems);
  if (eup_problems_get_n (problems) > 0)
    return NULL;

  if (files->nodes->len > EUP_MODEL_ADDITIONS)
    read_merged (self, files, problems);
  if (self->method != NULL && self->catalogue != NULL)
    eup_model_check (self, files, problems);
  return eup_problems_get_n (problems) == 0 ? g_steal_pointer (&self) : NULL;
}

/* When all is good, as it mostly is, the whole alone tells so. */
EupModel *
eup_model_read (EupModelFiles *files, EupProblems *problems)
{
  EupModel *self = NULL;

  if (!eup_model_files_parse (files, problems))
    return NULL;
  if (files->nodes->len > EUP_MODEL_ADDITIONS)
    {
      g_autoptr (EupProblems) forgotten = eup_problems_new (NULL);

      self = model_try (files, FALSE, forgotten);
    }
  return self ? self : model_try (files, TRUE, problems);
}
