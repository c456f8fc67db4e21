#pragma once

#include <gtk/gtk.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* Beside how an answer was obtained: where and when the resident was asked before, and whether the answer was
 * the same. */
#define EUP_TYPE_SITTING_CHIPS (eup_sitting_chips_get_type ())
G_DECLARE_FINAL_TYPE (EupSittingChips, eup_sitting_chips, EUP, SITTING_CHIPS, GtkWidget)

GtkWidget *eup_sitting_chips_new (void);
void eup_sitting_chips_show (EupSittingChips *self,
                             EupCase *kase,
                             const EupQuestion *question,
                             const EupStatement *statement);

G_END_DECLS
