#pragma once

#include <gtk/gtk.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

/* The log of attempts to ask the resident one question. */
#define EUP_TYPE_ATTEMPTS (eup_attempts_get_type ())
G_DECLARE_FINAL_TYPE (EupAttempts, eup_attempts, EUP, ATTEMPTS, GtkBox)

GtkWidget *eup_attempts_new (EupCase *kase, const EupQuestion *question);

G_END_DECLS
