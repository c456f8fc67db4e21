#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* Who is here and who has answered, and the facilitator's private note. */
#define EUP_TYPE_SIDE_PANEL (eup_side_panel_get_type ())
G_DECLARE_FINAL_TYPE (EupSidePanel, eup_side_panel, EUP, SIDE_PANEL, AdwBin)

void eup_side_panel_set_case (EupSidePanel *self, EupCase *kase);
void eup_side_panel_show (EupSidePanel *self, const EupQuestion *question);
void eup_side_panel_show_parked (EupSidePanel *self, const EupQuestion *question);
void eup_side_panel_ask_who_is_here (EupSidePanel *self);
void eup_side_panel_focus_note (EupSidePanel *self);

G_END_DECLS
