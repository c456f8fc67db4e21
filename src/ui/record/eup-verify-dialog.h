#pragma once

#include <adwaita.h>
#include "store/eup-store.h"

G_BEGIN_DECLS

/* Files held against their signatures: one at once in full, of many a list. */
#define EUP_TYPE_VERIFY_DIALOG (eup_verify_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EupVerifyDialog, eup_verify_dialog, EUP, VERIFY_DIALOG, AdwDialog)

AdwDialog *eup_verify_dialog_new (const char *const *paths, EupStore *store);
AdwDialog *eup_verify_dialog_new_record (const EupStoreRecord *record, EupStore *store);
gboolean eup_verify_dialog_is_done (EupVerifyDialog *self);

G_END_DECLS
