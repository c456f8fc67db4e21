#pragma once

#include <gtk/gtk.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* Where people differ, a column a voice, the resident first: whose the columns are, and what each voice says
 * to one question. */
GtkWidget *eup_difference_heads_new (EupCase *kase, const char *language, const char *second);
guint eup_difference_count_lines (EupCase *kase, const EupDifference *difference, const char *language);
GtkWidget *eup_difference_columns_new (
    EupCase *kase, const EupDifference *difference, const char *language, const char *second, gboolean words);
GtkWidget *eup_difference_stack_new (EupCase *kase, const EupDifference *difference, const char *language);

G_END_DECLS
