#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* What is known before the meeting: the person, the technology, who takes part, where and when. Each
 * change is put into the case at once. Signal "begin": everything needed is there and somebody wants
 * to begin the meeting. Signal "rules-chosen" (const char *country): the case is to have those rules. */
#define EUP_TYPE_PREPARE_PAGE (eup_prepare_page_get_type ())
G_DECLARE_FINAL_TYPE (EupPreparePage, eup_prepare_page, EUP, PREPARE_PAGE, AdwNavigationPage)

GtkWidget *eup_prepare_page_new (EupCase *kase);
void eup_prepare_page_go_to (EupPreparePage *self, const char *place);
char *eup_prepare_page_describe_missing (EupCase *kase);

G_END_DECLS
