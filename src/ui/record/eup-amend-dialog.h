#pragma once

#include <adwaita.h>
#include "casework/eup-amending.h"

G_BEGIN_DECLS

/* Where an amendment of a sealed record is written. It is kept as it is typed; closing keeps the draft.
 *
 * Signal "sealed" (const char *document_id): it has become a document. */
#define EUP_TYPE_AMEND_DIALOG (eup_amend_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EupAmendDialog, eup_amend_dialog, EUP, AMEND_DIALOG, AdwDialog)

AdwDialog *eup_amend_dialog_new (EupAmending *amending);

G_END_DECLS
