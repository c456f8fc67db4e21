#pragma once

#include <adwaita.h>
#include "ui/meeting/eup-read-back.h"

G_BEGIN_DECLS

/* Reading back, in the facilitator's window: who, what, the answers, and the field in which a change or an
 * objection is written down. */
#define EUP_TYPE_READ_BACK_PAGE (eup_read_back_page_get_type ())
G_DECLARE_FINAL_TYPE (EupReadBackPage, eup_read_back_page, EUP, READ_BACK_PAGE, AdwBin)

GtkWidget *eup_read_back_page_new (EupReadBack *read_back);

G_END_DECLS
