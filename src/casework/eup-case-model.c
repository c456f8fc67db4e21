/* What a case is made with: method, catalogue, rule pack and additions, each named in the case with its
 * version and digest, and kept byte for byte in the store. A case goes over to another model only when
 * somebody asks for it. */

#include "casework/eup-case-private.h"

/* @model is the case's from now on. What came before stays readable as long as the case. */
void
eup_case_set_model (EupCase *self, EupModel *model)
{
  if (self->model == model)
    return;
  self->model = model;
  self->pinned = FALSE;
  self->model_changed = TRUE;
  g_ptr_array_add (self->models, eup_model_ref (model));
}

static EupPin *
pin_new (const char *id, const char *version, const char *digest)
{
  EupPin *pin = eup_shape_new (eup_part_shape (EUP_PART_METHOD));

  pin->id = g_strdup (id);
  pin->version = g_strdup (version);
  pin->digest = g_strdup (digest);
  return pin;
}

static EupPin *
pin_of (const EupModel *model, EupPartKind kind)
{
  if (kind == EUP_PART_METHOD)
    return pin_new (eup_method_get_id (model->method), eup_method_get_version (model->method),
                    eup_method_get_digest (model->method));
  if (kind == EUP_PART_CATALOGUE)
    return pin_new (eup_catalogue_get_id (model->catalogue), eup_catalogue_get_version (model->catalogue),
                    eup_catalogue_get_digest (model->catalogue));
  return pin_new (eup_rule_pack_get_id (model->rules), eup_rule_pack_get_version (model->rules),
                  eup_rule_pack_get_digest (model->rules));
}

/* Those of which a case has one, in the order of a model's sources. */
static const EupPartKind pin_kinds[] = { EUP_PART_METHOD, EUP_PART_CATALOGUE, EUP_PART_RULES };

/* Names in @assessment what it is made with. */
void
eup_case_pin (EupAssessment *assessment, const EupModel *model)
{
  for (guint i = 0; i < G_N_ELEMENTS (pin_kinds); i++)
    eup_assessment_put (assessment, pin_kinds[i], pin_of (model, pin_kinds[i]));
  g_ptr_array_set_size (assessment->additions, 0);
  for (guint i = 0; i < model->additions->len; i++)
    {
      const EupAdditionPin *addition = model->additions->pdata[i];

      eup_assessment_put (assessment, EUP_PART_ADDITION,
                          pin_new (addition->id, addition->version, addition->digest));
    }
}

/* As eup_case_pin() of an open case that did not name all of its model, without a step back. */
void
eup_case_pin_again (EupCase *self)
{
  eup_case_pin (self->assessment, self->model);
  for (guint i = 0; i < G_N_ELEMENTS (pin_kinds); i++)
    eup_case_touch (self, pin_kinds[i],
                    eup_part_get_id (pin_kinds[i],
                                     eup_assessment_find (self->assessment, pin_kinds[i], NULL)));
  for (guint i = 0; i < self->assessment->additions->len; i++)
    eup_case_touch (self, EUP_PART_ADDITION, ((EupPin *) self->assessment->additions->pdata[i])->id);
}

static void
add_definition (GPtrArray *definitions, const char *kind, EupPin *pin, GBytes *bytes)
{
  g_ptr_array_add (definitions, eup_store_definition_new (kind, pin->id, pin->version, bytes));
  eup_shape_free (eup_part_shape (EUP_PART_METHOD), pin);
}

/* (transfer full) (element-type EupStoreDefinition): all that @model is made of, byte for byte */
GPtrArray *
eup_case_definitions (const EupModel *model)
{
  static const char *const names[] = { EUP_STORE_DEFINITION_METHOD, EUP_STORE_DEFINITION_CATALOGUE,
                                       EUP_STORE_DEFINITION_RULES };
  GPtrArray *definitions = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_store_definition_free);
  guint n = G_N_ELEMENTS (pin_kinds);

  for (guint i = 0; i < n; i++)
    add_definition (definitions, names[i], pin_of (model, pin_kinds[i]), model->sources->pdata[i]);
  for (guint i = 0; i < model->additions->len; i++)
    {
      const EupAdditionPin *addition = model->additions->pdata[i];

      add_definition (definitions, EUP_STORE_DEFINITION_ADDITION,
                      pin_new (addition->id, addition->version, addition->digest),
                      model->sources->pdata[n + i]);
    }
  return definitions;
}

static void
change_pin (EupCase *self, EupPartKind kind, GPtrArray *changed)
{
  g_autofree char *id = g_strdup (eup_part_get_id (kind, eup_assessment_find (self->assessment, kind, NULL)));
  EupPin *pin = pin_of (self->model, kind);

  eup_case_remember (self, kind, id);
  g_ptr_array_add (changed, g_strdup (pin->id));
  eup_assessment_put (self->assessment, kind, pin);
  eup_case_touch (self, kind, pin->id);
}

static void
change_addition (EupCase *self, const char *id, EupPin *pin, GPtrArray *changed)
{
  eup_case_remember (self, EUP_PART_ADDITION, id);
  g_ptr_array_add (changed, g_strdup (id));
  if (pin != NULL)
    eup_assessment_put (self->assessment, EUP_PART_ADDITION, pin);
  else
    eup_assessment_remove (self->assessment, EUP_PART_ADDITION, id);
  eup_case_touch (self, EUP_PART_ADDITION, id);
}

static void
change_additions (EupCase *self, GPtrArray *changed)
{
  g_autoptr (GPtrArray) before = eup_assessment_list_ids (self->assessment, EUP_PART_ADDITION);

  for (guint i = 0; i < before->len; i++)
    change_addition (self, before->pdata[i], NULL, changed);
  for (guint i = 0; i < self->model->additions->len; i++)
    {
      const EupAdditionPin *addition = self->model->additions->pdata[i];

      change_addition (self, addition->id, pin_new (addition->id, addition->version, addition->digest),
                       changed);
    }
}

/**
 * eup_case_take_over:
 * @model: (transfer none): what the case is made with from now on
 *
 * One step back leads to the model before. Everything that was said stays, also what was said to
 * questions that @model does not have.
 *
 * Returns: whether it is so; @error: EUP_CASE_ERROR_SEALED
 */
gboolean
eup_case_take_over (EupCase *self, EupModel *model, GError **error)
{
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (EUP_IS_CASE (self) && model != NULL, FALSE);

  if (!eup_case_may_change (self))
    {
      g_set_error_literal (error, EUP_CASE_ERROR, EUP_CASE_ERROR_SEALED,
                           "the case is sealed and keeps what it was begun with");
      return FALSE;
    }
  if (model == self->model)
    return TRUE;

  eup_case_begin_group (self);
  eup_case_remember_model (self);
  eup_case_set_model (self, model);
  for (guint i = 0; i < G_N_ELEMENTS (pin_kinds); i++)
    change_pin (self, pin_kinds[i], changed);
  change_additions (self, changed);
  eup_case_end_group (self);
  for (guint i = 0; i < changed->len; i++)
    eup_case_emit_changed (self, i < G_N_ELEMENTS (pin_kinds) ? pin_kinds[i] : EUP_PART_ADDITION,
                           changed->pdata[i]);
  return TRUE;
}
