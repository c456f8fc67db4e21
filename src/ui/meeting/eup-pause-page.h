#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* The meeting in a pause, as the facilitator sees it: where it stopped, when it means to go on, and the
 * way on ("meeting.resume"). */
#define EUP_TYPE_PAUSE_PAGE (eup_pause_page_get_type ())
G_DECLARE_FINAL_TYPE (EupPausePage, eup_pause_page, EUP, PAUSE_PAGE, AdwBin)

GtkWidget *eup_pause_page_new (EupCase *kase);
void eup_pause_page_take_over (EupPausePage *self, EupPausePage *old);
void eup_pause_page_begin (EupPausePage *self);

G_END_DECLS
