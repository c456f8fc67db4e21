/* The files of a model as JSON: parsed, and the additions put in. */

#include "method/eup-model-private.h"

/* Returns whether all of them are JSON. */
gboolean
eup_model_files_parse (EupModelFiles *self, EupProblems *problems)
{
  guint before = eup_problems_get_n (problems);

  self->nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  for (guint i = 0; i < self->bytes->len; i++)
    {
      JsonNode *node;

      eup_problems_set_file (problems, self->names[i]);
      node = eup_json_parse (self->bytes->pdata[i], problems);
      if (node != NULL)
        g_ptr_array_add (self->nodes, node);
    }
  if (eup_problems_get_n (problems) > before)
    return FALSE;
  self->method = json_node_ref (self->nodes->pdata[EUP_MODEL_METHOD]);
  self->catalogue = json_node_ref (self->nodes->pdata[EUP_MODEL_CATALOGUE]);
  return TRUE;
}

/* The files have passed their schemas. */
void
eup_model_files_merge (EupModelFiles *self, EupProblems *problems)
{
  g_autoptr (GPtrArray) additions = g_ptr_array_new ();
  JsonNode *method = self->nodes->pdata[EUP_MODEL_METHOD];
  JsonNode *catalogue = self->nodes->pdata[EUP_MODEL_CATALOGUE];

  json_node_unref (self->method);
  json_node_unref (self->catalogue);
  g_clear_pointer (&self->merge, eup_merge_free);
  self->merge = eup_merge_new ((const char *const *) self->names);
  self->method = eup_merge_take (self->merge, method, EUP_MODEL_METHOD, "$", EUP_ADDING_DEPTH);
  self->catalogue = eup_merge_take (self->merge, catalogue, EUP_MODEL_CATALOGUE, "$", EUP_ADDING_DEPTH);

  for (guint i = EUP_MODEL_ADDITIONS; i < self->nodes->len; i++)
    g_ptr_array_add (additions, self->nodes->pdata[i]);
  eup_additions_apply (self->merge, self->method, self->catalogue, additions, EUP_MODEL_ADDITIONS, problems);
}

void
eup_model_files_clear (EupModelFiles *self)
{
  g_clear_pointer (&self->names, g_strfreev);
  g_clear_pointer (&self->bytes, g_ptr_array_unref);
  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  g_clear_pointer (&self->merge, eup_merge_free);
  g_clear_pointer (&self->method, json_node_unref);
  g_clear_pointer (&self->catalogue, json_node_unref);
}
