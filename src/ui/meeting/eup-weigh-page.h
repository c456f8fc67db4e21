#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* Weigh together: what else could meet the need, where people differ, and how much each question weighs.
 *
 * Signal "go-to" (const char *target): a question that somebody wants to see. */
#define EUP_TYPE_WEIGH_PAGE (eup_weigh_page_get_type ())
G_DECLARE_FINAL_TYPE (EupWeighPage, eup_weigh_page, EUP, WEIGH_PAGE, AdwBin)

GtkWidget *eup_weigh_page_new (EupCase *kase);
gboolean eup_weigh_page_has (const char *place);
void eup_weigh_page_go_to (EupWeighPage *self, const char *place);

G_END_DECLS
