#pragma once

#include "method/eup-catalogue.h"
#include "method/eup-method.h"

G_BEGIN_DECLS

/* All that one assessment is made with: immutable, shared by reference between threads.
 * Read its members, never change or free them. */
typedef struct
{
  EupMethod *method;
  EupCatalogue *catalogue;
} EupModel;

EupModel *eup_model_new (EupMethod *method, EupCatalogue *catalogue);
EupModel *eup_model_new_shipped (void);
EupModel *eup_model_ref (EupModel *self);
void eup_model_unref (EupModel *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupModel, eup_model_unref)

G_END_DECLS
