#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* What remains before the case can be sealed, and the seal.
 *
 * Property "sealing" (gboolean, readable): the record is being made. Signals: "sealed": it is kept;
 * "go-to" (const char *target): somebody wants to see what is missing first. */
#define EUP_TYPE_SEAL_BAR (eup_seal_bar_get_type ())
G_DECLARE_FINAL_TYPE (EupSealBar, eup_seal_bar, EUP, SEAL_BAR, GtkBox)

GtkWidget *eup_seal_bar_new (EupCase *kase);
gboolean eup_seal_bar_get_sealing (EupSealBar *self);

G_END_DECLS
