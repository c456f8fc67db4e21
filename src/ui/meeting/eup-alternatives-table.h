#pragma once

#include <gtk/gtk.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* The ways to meet the need side by side, also the one without technology: on the wall to read, in the
 * facilitator's window with the buttons that change and remove them. */
#define EUP_TYPE_ALTERNATIVES_TABLE (eup_alternatives_table_get_type ())
G_DECLARE_FINAL_TYPE (EupAlternativesTable, eup_alternatives_table, EUP, ALTERNATIVES_TABLE, GtkBox)

GtkWidget *eup_alternatives_table_new (EupCase *kase, gboolean wall);

G_END_DECLS
