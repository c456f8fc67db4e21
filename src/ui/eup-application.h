#pragma once

#include <adwaita.h>
#include "ui/eup-window.h"

G_BEGIN_DECLS

/* The running program: opens the data folder and the window, and holds what works everywhere. */
#define EUP_TYPE_APPLICATION (eup_application_get_type ())
G_DECLARE_FINAL_TYPE (EupApplication, eup_application, EUP, APPLICATION, AdwApplication)

EupApplication *eup_application_new (void);
EupWindow *eup_application_show_window (EupApplication *self);
void eup_application_open_workspace (EupApplication *self);
void eup_application_add_actions (EupApplication *self);

G_END_DECLS
