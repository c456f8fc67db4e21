#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* Before the screen is handed over: who sits beside. Of an open case also that somebody is not asked, and
 * what a person added to their answer.
 *
 * Signal "hand-over" (const char *person, const char *name, const char *witness): @person is %NULL for
 * somebody who is not among those who took part. */
#define EUP_TYPE_ACKNOWLEDGE_DIALOG (eup_acknowledge_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EupAcknowledgeDialog, eup_acknowledge_dialog, EUP, ACKNOWLEDGE_DIALOG, AdwDialog)

AdwDialog *eup_acknowledge_dialog_new (EupCase *kase, const char *person);

G_END_DECLS
