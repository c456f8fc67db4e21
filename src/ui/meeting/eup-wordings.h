#pragma once

#include <gtk/gtk.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

gboolean eup_wordings_fill (GtkBox *box, EupCase *kase, const EupQuestion *question);

G_END_DECLS
