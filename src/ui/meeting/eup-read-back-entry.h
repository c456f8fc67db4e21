#pragma once

#include <gtk/gtk.h>
#include "ui/meeting/eup-read-back.h"

G_BEGIN_DECLS

/* Where a change or an objection is written down; seen only while one is asked for. It stands in the
 * facilitator's window, and on the wall where there is one screen only. */
#define EUP_TYPE_READ_BACK_ENTRY (eup_read_back_entry_get_type ())
G_DECLARE_FINAL_TYPE (EupReadBackEntry, eup_read_back_entry, EUP, READ_BACK_ENTRY, GtkBox)

GtkWidget *eup_read_back_entry_new (EupReadBack *read_back);

G_END_DECLS
