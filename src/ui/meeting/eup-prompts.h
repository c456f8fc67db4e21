#pragma once

#include <gtk/gtk.h>
#include "casework/eup-case.h"

G_BEGIN_DECLS

void eup_prompts_fill (GtkBox *box, GPtrArray *prompts, EupCase *kase);

G_END_DECLS
