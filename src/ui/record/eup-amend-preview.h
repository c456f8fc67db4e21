#pragma once

#include <adwaita.h>
#include "casework/eup-amending.h"

G_BEGIN_DECLS

/* An amendment as it would look on paper if it were sealed now. */
#define EUP_TYPE_AMEND_PREVIEW (eup_amend_preview_get_type ())
G_DECLARE_FINAL_TYPE (EupAmendPreview, eup_amend_preview, EUP, AMEND_PREVIEW, AdwDialog)

AdwDialog *eup_amend_preview_new (EupAmending *amending);
void eup_amend_preview_connect (GtkWidget *button, EupAmending *amending);

G_END_DECLS
