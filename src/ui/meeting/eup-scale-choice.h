#pragma once

#include <gtk/gtk.h>
#include "method/eup-method.h"

G_BEGIN_DECLS

/* One answer on one scale: faces for the resident's, rows of radio buttons for the others.
 * Nothing is chosen until somebody chooses.
 *
 * Signal "chosen" (const char *option). */
#define EUP_TYPE_SCALE_CHOICE (eup_scale_choice_get_type ())
G_DECLARE_FINAL_TYPE (EupScaleChoice, eup_scale_choice, EUP, SCALE_CHOICE, GtkBox)

GtkWidget *eup_scale_choice_new (const EupScale *scale,
                                 const char *language,
                                 const char *heading,
                                 gboolean show_heading);
void eup_scale_choice_set_heading (EupScaleChoice *self, const char *heading);
void eup_scale_choice_set_chosen (EupScaleChoice *self, const char *option);
const char *eup_scale_choice_get_chosen (EupScaleChoice *self);

G_END_DECLS
