#pragma once

#include <adwaita.h>
#include "casework/eup-workspace.h"

G_BEGIN_DECLS

/* The list of cases and, beside it or over it, the case that was chosen. Property "case" (EupCase,
 * nullable): the one that is open; there is never more than one. Notified also when it is sealed. */
#define EUP_TYPE_ARCHIVE_PAGE (eup_archive_page_get_type ())
G_DECLARE_FINAL_TYPE (EupArchivePage, eup_archive_page, EUP, ARCHIVE_PAGE, AdwNavigationPage)

GtkWidget *eup_archive_page_new (EupWorkspace *workspace);
EupCase *eup_archive_page_get_case (EupArchivePage *self);
void eup_archive_page_show_case (EupArchivePage *self, EupCase *kase);
void eup_archive_page_open (EupArchivePage *self, const char *id);
void eup_archive_page_reload (EupArchivePage *self);
void eup_archive_page_show_due (EupArchivePage *self);
gboolean eup_archive_page_go_back (EupArchivePage *self);

G_END_DECLS
