#pragma once

#include <adwaita.h>
#include "casework/eup-workspace.h"

G_BEGIN_DECLS

/* A case that is not sealed: the ways on from here. */
#define EUP_TYPE_CASE_PAGE (eup_case_page_get_type ())
G_DECLARE_FINAL_TYPE (EupCasePage, eup_case_page, EUP, CASE_PAGE, AdwNavigationPage)

GtkWidget *eup_case_page_new (EupWorkspace *workspace, EupCase *kase);

G_END_DECLS
