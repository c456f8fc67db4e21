#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"
#include "record/eup-sheet.h"

G_BEGIN_DECLS

/* A paper beside the record: to look at in any language, to save and to print. */
#define EUP_TYPE_SHEET_DIALOG (eup_sheet_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EupSheetDialog, eup_sheet_dialog, EUP, SHEET_DIALOG, AdwDialog)

AdwDialog *eup_sheet_dialog_new (EupCase *kase, EupSheet sheet);
void eup_sheet_dialog_save_to (EupSheetDialog *self, const char *path);

G_END_DECLS
