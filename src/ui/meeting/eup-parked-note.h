#pragma once

#include <gtk/gtk.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* Says of one question that it is parked: why, and takes it up again. Hidden where it is not.
 * Signal "taken-up" (const char *id): the question waits no more. */
#define EUP_TYPE_PARKED_NOTE (eup_parked_note_get_type ())
G_DECLARE_FINAL_TYPE (EupParkedNote, eup_parked_note, EUP, PARKED_NOTE, GtkBox)

void eup_parked_note_set_case (EupParkedNote *self, EupCase *kase);
void eup_parked_note_show (EupParkedNote *self, const EupQuestion *question);

G_END_DECLS
