#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* The sitting fills the window; it is left by stopping or finishing it, not by the way back. */
#define EUP_TYPE_SITTING_PAGE (eup_sitting_page_get_type ())
G_DECLARE_FINAL_TYPE (EupSittingPage, eup_sitting_page, EUP, SITTING_PAGE, AdwNavigationPage)

GtkWidget *eup_sitting_page_new (EupCase *kase, const char *sitting);
GtkWidget *eup_sitting_page_new_from (EupSittingPage *old);

G_END_DECLS
