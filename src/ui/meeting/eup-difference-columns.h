#pragma once

#include <gtk/gtk.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* One question where people differ: what each voice says, a column a voice, the resident first. */
GtkWidget *eup_difference_columns_new (EupCase *kase,
                                       const EupDifference *difference,
                                       const char *language,
                                       const char *second,
                                       gboolean words);

G_END_DECLS
