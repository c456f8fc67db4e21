#pragma once

#include <gtk/gtk.h>
#include "method/eup-method.h"

G_BEGIN_DECLS

/* What can be answered, as large things to press: faces, or words with a sign. Nothing is chosen until
 * somebody presses.
 *
 * Signal "chosen" (const char *option). */
#define EUP_TYPE_SITTING_TARGETS (eup_sitting_targets_get_type ())
G_DECLARE_FINAL_TYPE (EupSittingTargets, eup_sitting_targets, EUP, SITTING_TARGETS, GtkBox)

GtkWidget *eup_sitting_targets_new (const EupScale *scale,
                                    GPtrArray *options,
                                    const char *language,
                                    const char *question,
                                    guint most_in_a_row);
void eup_sitting_targets_set_chosen (EupSittingTargets *self, const char *option);
void eup_sitting_targets_press (EupSittingTargets *self, guint i);

G_END_DECLS
