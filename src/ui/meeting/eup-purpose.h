#pragma once

#include <gtk/gtk.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* The one sentence that says what the technology shall do for this person: the card's purpose. */
#define EUP_TYPE_PURPOSE (eup_purpose_get_type ())
G_DECLARE_FINAL_TYPE (EupPurpose, eup_purpose, EUP, PURPOSE, GtkBox)

GtkWidget *eup_purpose_new (EupCase *kase);

G_END_DECLS
