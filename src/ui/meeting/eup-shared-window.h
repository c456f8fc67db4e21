#pragma once

#include <adwaita.h>
#include "casework/eup-case.h"
#include "ui/meeting/eup-shared-state.h"

G_BEGIN_DECLS

/* The wall: what the room and a video call see. An answer comes into one of its widgets when it has
 * been revealed, never before; notes, numbers and the list of cases never do.
 *
 * Signal "monitor-gone": the screen that it filled was pulled out; it is a window again. */
#define EUP_TYPE_SHARED_WINDOW (eup_shared_window_get_type ())
G_DECLARE_FINAL_TYPE (EupSharedWindow, eup_shared_window, EUP, SHARED_WINDOW, AdwWindow)

GtkWidget *eup_shared_window_new (EupCase *kase, EupSharedState *state);
void eup_shared_window_speak (EupSharedWindow *self);
void eup_shared_window_full_screen (EupSharedWindow *self, GdkMonitor *monitor);
void eup_shared_window_focus_page (EupSharedWindow *self);
void eup_shared_window_announce (EupSharedWindow *self, const char *words);

G_END_DECLS
