#pragma once

#include <gtk/gtk.h>
#include "assessment/eup-assessment.h"

G_BEGIN_DECLS

/* Several people's answers on one scale, without their names: how many of them chose what.
 *
 * Signal "counted" (const char *option, guint count). */
#define EUP_TYPE_SCALE_COUNTS (eup_scale_counts_get_type ())
G_DECLARE_FINAL_TYPE (EupScaleCounts, eup_scale_counts, EUP, SCALE_COUNTS, GtkBox)

GtkWidget *eup_scale_counts_new (const EupScale *scale, const char *language, const char *heading);
void eup_scale_counts_set_heading (EupScaleCounts *self, const char *heading);
void
eup_scale_counts_show (EupScaleCounts *self, const EupStatement *statement, const char *item, guint size);

G_END_DECLS
