#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* Where people differ in one stage, once its questions are asked.
 *
 * Signal "go-to" (const char *target): a question that somebody wants to see. */
#define EUP_TYPE_DIFFERENCES_PAGE (eup_differences_page_get_type ())
G_DECLARE_FINAL_TYPE (EupDifferencesPage, eup_differences_page, EUP, DIFFERENCES_PAGE, AdwBin)

GtkWidget *eup_differences_page_new (EupCase *kase);
void eup_differences_page_show (EupDifferencesPage *self, const EupStage *stage);

G_END_DECLS
