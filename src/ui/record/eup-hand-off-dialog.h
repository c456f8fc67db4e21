#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* Lets a service outside sign the record: out as a file, back as a file. Signal "signed": it came back with
 * signatures and is kept. */
#define EUP_TYPE_HAND_OFF_DIALOG (eup_hand_off_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EupHandOffDialog, eup_hand_off_dialog, EUP, HAND_OFF_DIALOG, AdwDialog)

AdwDialog *eup_hand_off_dialog_new (EupCase *kase);
void eup_hand_off_dialog_save_to (EupHandOffDialog *self, const char *path);
void eup_hand_off_dialog_take_from (EupHandOffDialog *self, const char *path);

G_END_DECLS
