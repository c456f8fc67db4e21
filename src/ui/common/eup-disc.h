#pragma once

#include <gtk/gtk.h>
#include "method/eup-method.h"

G_BEGIN_DECLS

GtkWidget *eup_disc_new (EupVoice voice);

G_END_DECLS
