#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwDialog *eup_about_dialog_new (GtkWidget *widget);
char *eup_about_describe (GtkWidget *widget);

G_END_DECLS
