#pragma once

#include <gtk/gtk.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* Because, although, therefore. */
#define EUP_TYPE_REASONS_BOX (eup_reasons_box_get_type ())
G_DECLARE_FINAL_TYPE (EupReasonsBox, eup_reasons_box, EUP, REASONS_BOX, GtkBox)

void eup_reasons_box_set_case (EupReasonsBox *self, EupCase *kase);

G_END_DECLS
