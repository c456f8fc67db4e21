#pragma once

#include <adwaita.h>
#include "casework/eup-workspace.h"

G_BEGIN_DECLS

/* The list of all cases, with those to follow up above it. Signal "open" (const char *id): somebody
 * chose a case. */
#define EUP_TYPE_CASE_LIST (eup_case_list_get_type ())
G_DECLARE_FINAL_TYPE (EupCaseList, eup_case_list, EUP, CASE_LIST, AdwNavigationPage)

GtkWidget *eup_case_list_new (EupWorkspace *workspace);
void eup_case_list_reload (EupCaseList *self);
gboolean eup_case_list_is_empty (EupCaseList *self);
void eup_case_list_show_due (EupCaseList *self);
void eup_case_list_select (EupCaseList *self, const char *id);

G_END_DECLS
