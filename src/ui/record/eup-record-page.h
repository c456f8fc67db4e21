#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* The record of a case: as it was sealed, with what it is worth and who signed; or, before that, the
 * draft that would come of it now. Keys: Ctrl + and Ctrl − zoom, Ctrl 0 back. */
#define EUP_TYPE_RECORD_PAGE (eup_record_page_get_type ())
G_DECLARE_FINAL_TYPE (EupRecordPage, eup_record_page, EUP, RECORD_PAGE, AdwNavigationPage)

GtkWidget *eup_record_page_new (EupCase *kase);
EupCase *eup_record_page_get_case (EupRecordPage *self);
GBytes *eup_record_page_get_pdf (EupRecordPage *self);
void eup_record_page_reload (EupRecordPage *self);

G_END_DECLS
