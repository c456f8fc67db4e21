#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What stands beside the list while no case is chosen. */
#define EUP_TYPE_NO_CASE_PAGE (eup_no_case_page_get_type ())
G_DECLARE_FINAL_TYPE (EupNoCasePage, eup_no_case_page, EUP, NO_CASE_PAGE, AdwNavigationPage)

GtkWidget *eup_no_case_page_new (gboolean has_cases);
void eup_no_case_page_set_has_cases (EupNoCasePage *self, gboolean has_cases);

G_END_DECLS
