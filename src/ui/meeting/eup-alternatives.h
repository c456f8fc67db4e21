#pragma once

#include <gtk/gtk.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* The alternatives of the case as a list: add, change, remove with undo. */
#define EUP_TYPE_ALTERNATIVES (eup_alternatives_get_type ())
G_DECLARE_FINAL_TYPE (EupAlternatives, eup_alternatives, EUP, ALTERNATIVES, GtkBox)

GtkWidget *eup_alternatives_new (EupCase *kase);

G_END_DECLS
