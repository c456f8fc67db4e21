#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The guide beside the program, to be read while one does what it says. */
#define EUP_TYPE_HELP_WINDOW (eup_help_window_get_type ())
G_DECLARE_FINAL_TYPE (EupHelpWindow, eup_help_window, EUP, HELP_WINDOW, AdwWindow)

GtkWindow *eup_help_window_new (void);
void eup_help_window_go (EupHelpWindow *self, const char *place);
void eup_help_window_speak (EupHelpWindow *self);
const char *eup_help_window_get_page (EupHelpWindow *self);

G_END_DECLS
