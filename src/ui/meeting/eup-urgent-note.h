#pragma once

#include <gtk/gtk.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* Says that the case is urgent: an interim decision, how long it can hold, and what happens then.
 * Not there in any other case. */
#define EUP_TYPE_URGENT_NOTE (eup_urgent_note_get_type ())
G_DECLARE_FINAL_TYPE (EupUrgentNote, eup_urgent_note, EUP, URGENT_NOTE, GtkBox)

void eup_urgent_note_set_case (EupUrgentNote *self, EupCase *kase);

G_END_DECLS
