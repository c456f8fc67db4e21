#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

void eup_toast_show (GtkWidget *widget, AdwToast *toast);
void eup_toast_say (GtkWidget *widget, const char *title);
void
eup_toast_removed (GtkWidget *widget, const char *title, EupCase *kase, EupPartKind kind, const char *id);

G_END_DECLS
