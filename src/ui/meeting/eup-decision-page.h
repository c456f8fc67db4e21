#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* Decide: what holds a yes back, the consents, who differs, the outcome with its reasons, and the seal.
 * Stands among the places of the meeting, which may take the bar with the seal into its own.
 *
 * Signals: "go-to" (const char *target): a question's id, or a place of the preparation or of the weighing,
 * that somebody wants to see;
 * "sealed": the case has just been sealed. */
#define EUP_TYPE_DECISION_PAGE (eup_decision_page_get_type ())
G_DECLARE_FINAL_TYPE (EupDecisionPage, eup_decision_page, EUP, DECISION_PAGE, AdwBin)

GtkWidget *eup_decision_page_new (EupCase *kase);
GtkWidget *eup_decision_page_take_bar (EupDecisionPage *self);
void eup_decision_page_go_to (EupDecisionPage *self, const char *place);

G_END_DECLS
