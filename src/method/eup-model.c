#include "method/eup-model.h"

static void
model_clear (gpointer data)
{
  EupModel *self = data;

  eup_method_unref (self->method);
  eup_catalogue_unref (self->catalogue);
}

EupModel *
eup_model_new (EupMethod *method, EupCatalogue *catalogue)
{
  EupModel *self = g_atomic_rc_box_new0 (EupModel);

  self->method = eup_method_ref (method);
  self->catalogue = eup_catalogue_ref (catalogue);
  return self;
}

/* What is built into the program. */
EupModel *
eup_model_new_shipped (void)
{
  g_autoptr (EupMethod) method = eup_method_new_shipped ();
  g_autoptr (EupCatalogue) catalogue = eup_catalogue_new_shipped ();

  return eup_model_new (method, catalogue);
}

EupModel *
eup_model_ref (EupModel *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
eup_model_unref (EupModel *self)
{
  g_atomic_rc_box_release_full (self, model_clear);
}
