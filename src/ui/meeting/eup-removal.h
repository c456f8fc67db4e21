#pragma once

#include <gtk/gtk.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

void eup_remove_with_undo (GtkWidget *widget, EupCase *kase, EupPartKind kind, const char *id, const char *words);

G_END_DECLS
